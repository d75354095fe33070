/** Zenvio: WhatsApp messages, the instances (numbers) that send them, and the log of which key made which request. */
import type { PlatformModule } from '../../exchange/behaviour.ts';
import { instances } from './instances.ts';
import { invalidRequest } from './invalid-request.ts';
import { logs } from './logs.ts';
import { messages } from './messages.ts';

export const zenvioModule: PlatformModule = {
  behaviours: { ...messages, ...instances, ...logs },
  invalidRequest,
};
