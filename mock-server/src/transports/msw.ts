/** The MSW handler for the platforms' real hosts: one for all of them, since MSW asks every handler about every request. */
import { http, type HttpHandler } from 'msw';
import type { Mock } from '../mock.ts';
import { isConnectionLost } from './deliver.ts';
import { realHosts } from './real-hosts.ts';

/** Handlers to spread into an MSW set-up of your own, next to your other handlers. */
export function mockHandlers(mock: Pick<Mock, 'fetch' | 'document'>): HttpHandler[] {
  return [http.all(on(realHosts(mock.document)), ({ request }) => answerOrFail(mock, request))];
}

/** Everything on one of the hosts, also without TLS: a key must not leave the process because of a wrong scheme. */
function on(hosts: ReadonlySet<string>): RegExp {
  const literal = (host: string) => host.replace(/[.[\]]/g, '\\$&');
  return new RegExp(`^https?://(?:${[...hosts].map(literal).join('|')})/`);
}

/** A dropped connection is a network error to the caller, as it would be on the wire. */
async function answerOrFail(mock: Pick<Mock, 'fetch'>, request: Request): Promise<Response> {
  try {
    return await mock.fetch(request);
  } catch (error) {
    // Who went away hears nothing, whatever is answered.
    if (isConnectionLost(error) || request.signal.aborted) return Response.error();
    throw error;
  }
}
