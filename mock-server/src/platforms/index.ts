/** What each platform does once a request has been let in. */
import type { PlatformModule } from '../exchange/behaviour.ts';
import { consoleModule } from './console/index.ts';
import { controlModule } from './control/index.ts';
import { pingbackModule } from './pingback/index.ts';
import { rdstationModule } from './rdstation/index.ts';
import { zenvioModule } from './zenvio/index.ts';

export const modules: Readonly<Record<string, PlatformModule>> = {
  pingback: pingbackModule,
  rdstation: rdstationModule,
  zenvio: zenvioModule,
  console: consoleModule,
  control: controlModule,
};
