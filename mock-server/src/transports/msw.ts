/** MSW handlers for the platforms' real hosts: one catch-all for each host, so that matching costs the same however many operations there are. */
import { http, type HttpHandler } from 'msw';
import type { Mock } from '../mock.ts';
import { isConnectionLost } from './deliver.ts';

/** Handlers to spread into an MSW set-up of your own, next to your other handlers. */
export function mockHandlers(mock: Pick<Mock, 'fetch' | 'servers'>): HttpHandler[] {
  return Object.values(mock.servers).map((server) =>
    http.all(`${new URL(server).origin}/*`, ({ request }) => answerOrFail(mock, request)),
  );
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
