/** An answer as a web `Response`, with whatever is to go wrong on the way. */
import type { Breakage, Outgoing } from '../exchange/outgoing.ts';
import { streamedBody } from './streamed-body.ts';

/** As `fetch` fails when a connection ends before an answer, or `within` its body. */
export function connectionLost(within: 'head' | 'body' = 'head'): TypeError {
  const cause = Object.assign(new Error('other side closed'), { code: 'ECONNRESET' });
  return new TypeError(within === 'head' ? 'fetch failed' : 'terminated', { cause });
}

export function isConnectionLost(error: unknown): boolean {
  return error instanceof TypeError && (error.cause as { code?: unknown } | undefined)?.code === 'ECONNRESET';
}

/**
 * What `fetch` would give for a request: the answer after its wait, and a rejection with the signal's own reason when
 * the request is aborted, also within the body.
 * @throws {TypeError} for an answer that never comes.
 */
export async function delivered(request: Request, answer: () => Promise<Outgoing>): Promise<Response> {
  request.signal?.throwIfAborted();
  const outgoing = await answer();
  request.signal?.throwIfAborted();
  await outgoing.wait?.(request.signal);
  return toResponse(outgoing, request.signal);
}

const encoder = new TextEncoder();

/** @throws {TypeError} for an answer that never comes. */
export function toResponse({ status, headers, body, breakage, stream }: Outgoing, signal?: AbortSignal): Response {
  if (stream) return new Response(streamedBody(stream), { status, headers: { ...headers } });
  if (breakage?.kind === 'drop') throw connectionLost();
  if (body === undefined) return new Response(null, { status, headers: { ...headers } });
  const bytes = encoder.encode(body);
  // The full length is promised, as on the wire: a client can tell where the answer ends, or that something is missing.
  return new Response(breakage ? brokenBody(bytes, breakage, signal) : bytes, {
    status,
    headers: { ...headers, 'content-length': String(bytes.length) },
  });
}

/** Kept from before a test may put fake timers in its place. */
const { setTimeout: later } = globalThis;

function brokenBody(bytes: Uint8Array, breakage: Exclude<Breakage, { kind: 'drop' }>, signal?: AbortSignal): ReadableStream {
  let abort: (() => void) | undefined;
  const forget = () => abort && signal?.removeEventListener('abort', abort);
  let sent = breakage.after === 0;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (breakage.kind !== 'stall') return;
      abort = () => controller.error(signal?.reason);
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort, { once: true });
    },
    async pull(controller) {
      if (!sent) {
        sent = true;
        controller.enqueue(bytes.subarray(0, breakage.after));
        return;
      }
      if (breakage.kind === 'stall') return new Promise<never>(() => undefined);
      // Whoever passes the bytes on to a socket gets the time to do so before it breaks.
      await new Promise((resolve) => later(resolve, 1));
      controller.error(connectionLost('body'));
    },
    cancel: forget,
  });
}
