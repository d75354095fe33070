/** An answer as a web `Response`, with whatever is to go wrong on the way. */
import type { Outgoing } from '../exchange/outgoing.ts';

/** As `fetch` fails when a connection ends before an answer. */
export function connectionLost(): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }) });
}

/** @throws {TypeError} for an answer that never comes. */
export function toResponse({ status, headers, body, breakage }: Outgoing): Response {
  if (breakage?.kind === 'drop') throw connectionLost();
  if (!breakage || body === undefined) return new Response(body ?? null, { status, headers: { ...headers } });
  const part = new TextEncoder().encode(body).subarray(0, breakage.after);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      if (part.length > 0) controller.enqueue(part);
      if (breakage.kind === 'truncate') controller.error(connectionLost());
    },
  });
  return new Response(stream, { status, headers: { ...headers } });
}
