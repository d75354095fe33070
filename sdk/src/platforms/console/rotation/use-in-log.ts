import { sleep, type Clock } from '../../../http/clock.ts';
import type { Caller } from '../../../http/index.ts';
import type { ConsoleErrorCode } from '../codes.ts';
import type { UseInLog } from './types.ts';

/** Where the use of a key is looked for. */
export interface KeyLog {
  readonly call: Caller<ConsoleErrorCode>;
  readonly clock: Clock;
  readonly accountId: string;
  readonly keyId: string;
  readonly signal: AbortSignal;
}

/** The id of the last request with a key, if there is one. */
export async function lastLogged(call: Caller<ConsoleErrorCode>, accountId: string, keyId: string): Promise<string | undefined> {
  const { data } = await call('listApiLogs', { path: { accountId }, query: { keyId, limit: 1 } }).safe();
  return data?.items[0]?.id;
}

/**
 * Waits until the log has an accepted request with the key.
 *
 * @param seen the entry that does not count any more, nor those before it
 * @throws Error when the time is up, the signal's reason, and the errors of calls
 */
export async function waitForUse(log: KeyLog, { usedWithin, every = 2000 }: UseInLog, seen: string | undefined): Promise<void> {
  const { clock, signal } = log;
  const until = clock.now() + usedWithin;
  while (!(await isUsed(log, seen))) {
    if (clock.now() >= until) throw new Error(`No request with the new key within ${usedWithin} ms.`);
    await pause(clock, Math.min(every, until - clock.now()), signal);
  }
}

/** Sleeps on a signal of its own: `sleep` leaves its listener there, and the caller's lives on. */
async function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  const own = new AbortController();
  const abort = (): void => own.abort(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener('abort', abort);
  try {
    await sleep(clock, ms, own.signal);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

async function isUsed({ call, accountId, keyId, signal }: KeyLog, seen: string | undefined): Promise<boolean> {
  const { items } = await call('listApiLogs', { path: { accountId }, query: { keyId, limit: 100 } }, { signal });
  const since = items.findIndex(({ id }) => id === seen);
  return items.slice(0, since < 0 ? undefined : since).some(({ decision }) => decision === 'allowed');
}
