import type { ErrorCode } from '../errors/index.ts';
import type { Call } from '../http/index.ts';
import type { CallOptions } from '../types.ts';

/** Sends one row. */
export type Send<Row, Sent> = (row: Row, options: CallOptions) => Sent;

/**
 * What rows are sent with: a resource that has `create` or `send`, or a function.
 *
 * ```ts
 * createMany(pingback.contacts, contacts);
 * createMany(zenvio.messages, messages);
 * createMany((contact, options) => pingback.contacts.update(contact.email, { plan: 'ultra' }, options), contacts);
 * ```
 */
export type BulkTarget<Row, Sent> = Send<Row, Sent> | { readonly create: Send<Row, Sent> } | { readonly send: Send<Row, Sent> };

/** The codes that a call can fail with; any, where it is no call of a client. */
export type CodeOf<Sent> = Sent extends Call<unknown, infer Code> ? Code : ErrorCode;

export function sendOf<Row, Sent>(target: BulkTarget<Row, Sent>): Send<Row, Sent> {
  if (typeof target === 'function') return target;
  return 'create' in target ? (row, options) => target.create(row, options) : (row, options) => target.send(row, options);
}
