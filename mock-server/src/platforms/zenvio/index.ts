/** Zenvio: WhatsApp messages, the instances (numbers) that send them, and the log of which key made which request. */
import type { PlatformModule } from '../../exchange/behaviour.ts';
import { QR_TASK, readQrCode } from './connection.ts';
import { instances } from './instances.ts';
import { invalidRequest } from './invalid-request.ts';
import { MESSAGE_TASK, takeStep } from './life-cycle.ts';
import { logs } from './logs.ts';
import { messages } from './messages.ts';
import { zenvioWebhooks } from './webhooks.ts';

export const zenvioModule: PlatformModule = {
  behaviours: { ...messages, ...instances, ...logs },
  tasks: { [MESSAGE_TASK]: takeStep, [QR_TASK]: readQrCode },
  webhooks: zenvioWebhooks,
  invalidRequest,
};
