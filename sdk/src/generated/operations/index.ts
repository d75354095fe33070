// Generated from openapi.yaml by npm run generate. Do not edit.
export type * from './operation-table.ts';
export { rdstation } from './rdstation.ts';
export { pingback } from './pingback.ts';
export { zenvio } from './zenvio.ts';
export { console } from './console.ts';
