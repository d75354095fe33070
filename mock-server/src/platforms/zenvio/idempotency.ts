/**
 * Sends that may be repeated safely: for 24 hours a repetition sends nothing and gets the first answer's body.
 *
 * Documented are the two header names, the window and the 200 of the repetition. Not documented, and so chosen here:
 * a key is known to the whole workspace whichever API key brought it; the same key with another body is a repetition
 * too, as the wording of the page has it; only sends that succeeded are remembered, so that a corrected one goes through.
 *
 * @see https://docs.zenvio.dev/seguranca
 */
import { milliseconds } from '../../core/clock.ts';
import type { Table } from '../../core/table.ts';
import type { Context } from '../../exchange/behaviour.ts';
import type { RememberedSend } from './tables.ts';

const WINDOW = milliseconds('24h');

/** The idempotency key of a send; of two different ones, the one in `Idempotency-Key`. */
export function idempotencyKeyOf(header: Context<'sendMessage'>['header']): string | undefined {
  return header['idempotency-key'] ?? header['x-idempotency-key'];
}

/** The first answer's body while the window is open. */
export function rememberedBody(sends: Table<RememberedSend>, key: string, now: number): RememberedSend['body'] | undefined {
  const send = sends.get(key);
  return send && now < send.at + WINDOW ? send.body : undefined;
}

/** Opens a window of 24 hours; one that has closed under the same key is forgotten. */
export function remember(sends: Table<RememberedSend>, send: RememberedSend): void {
  sends.delete(send.id);
  sends.insert(send);
}
