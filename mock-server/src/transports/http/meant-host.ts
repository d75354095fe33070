/** A request that was for a platform's real host and came here instead, as the ones of `connectMock().fetch` do. */
import type { IncomingMessage } from 'node:http';
import type { IncomingUrl } from '../../exchange/request.ts';
import { urlOf } from './url-of.ts';

/** Names the real host. It is between the mock's client and this listener: nothing behind it hears of it. */
export const HOST_HEADER = 'x-mock-host';

/**
 * The URL that a request was for, where it names a real host; then it can reach what that host has and nothing else,
 * neither another platform nor the console or the controls. Any other name means nothing.
 * @param url where it came in; that this may be is settled before.
 */
export function meantUrl(
  { headers }: IncomingMessage,
  url: IncomingUrl,
  realHosts: ReadonlySet<string>,
): IncomingUrl | undefined {
  const named = headers[HOST_HEADER];
  if (typeof named !== 'string') return undefined;
  const host = named.toLowerCase();
  return realHosts.has(host) ? urlOf(url.pathname + url.search, host) : undefined;
}
