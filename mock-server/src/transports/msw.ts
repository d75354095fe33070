/** The MSW handler for the platforms' real hosts: one for all of them, since MSW asks every handler about every request. */
import { http, type HttpHandler } from 'msw';
import type { Mock } from '../mock.ts';
import { isConnectionLost } from './deliver.ts';

/** Handlers to spread into an MSW set-up of your own, next to your other handlers. */
export function mockHandlers(mock: Pick<Mock, 'fetch' | 'servers'>): HttpHandler[] {
  const origins = new Set(Object.values(mock.servers).map((server) => new URL(server).origin));
  return [http.all(below([...origins]), ({ request }) => answerOrFail(mock, request))];
}

/** Everything below one of the origins. */
function below(origins: readonly string[]): RegExp {
  const literal = (origin: string) => origin.replace(/[.[\]]/g, '\\$&');
  return new RegExp(`^(?:${origins.map(literal).join('|')})/`);
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
