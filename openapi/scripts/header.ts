/** First line of every generated TypeScript file. */
export const generatedHeader = '// Generated from openapi.yaml by npm run generate. Do not edit.';
