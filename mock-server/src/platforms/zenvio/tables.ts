/** What the mock keeps of a Zenvio workspace. Rows have the shapes that the zero-setup accounts use. */
import type { components } from '@chaveiro/openapi/types';
import { defineTable } from '../../core/table.ts';

type Schemas = components['schemas'];

/** A WhatsApp number (instância) of the workspace, as the API shows it. */
export type Instance = Schemas['ZenvioInstance'];

type Send = Schemas['ZenvioSendMessage'];

/** One message to one recipient. Its field names are those of the wire, but for `id` and what the wire does not show. */
export interface Message extends Omit<Schemas['ZenvioMessage'], 'message_id'> {
  readonly id: string;
  readonly instance_id: string;
  readonly payload: Send['payload'];
  /** When its next step is planned; absent or `null`: none is. Milliseconds since the epoch. */
  readonly dueAt?: number | null;
  readonly failedAttempts?: number;
  readonly maxRetries?: number;
}

/** When an instance sends the last message of its queue. `id` is the instance's. */
export interface Sender {
  readonly id: string;
  /** Milliseconds since the epoch, on the session's clock. */
  readonly lastAt: number;
  /** When that was asked for; absent in files of earlier versions. */
  readonly takenAt?: number;
}

/** A send that succeeded under an idempotency key. `id` is that key. */
export interface RememberedSend {
  readonly id: string;
  /** Milliseconds since the epoch, on the session's clock. */
  readonly at: number;
  readonly body: Schemas['ZenvioSendResult'];
}

export const instanceTable = defineTable<Instance>('instances');
export const messageTable = defineTable<Message>('messages');
export const senderTable = defineTable<Sender>('senders');
export const rememberedSendTable = defineTable<RememberedSend>('rememberedSends');
