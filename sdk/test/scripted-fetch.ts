import type { Clock } from '../src/http/clock.ts';
import type { Fetch } from '../src/http/index.ts';
import { json } from './observed-fetch.ts';

/** What comes of one request, and after how many milliseconds. */
export interface Step {
  readonly latency: number;
  readonly comes:
    | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
    | { readonly systemCode: string }
    /** No answer, or a body that does not end. */
    | 'nothing'
    | 'half a body';
}

/** One request that was sent. */
export interface Sent {
  readonly at: number;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface ScriptedFetch {
  readonly fetch: Fetch;
  readonly sent: readonly Sent[];
}

/**
 * Plays a script, one step a request, and answers 200 after its end.
 *
 * @param ignoresSignals as a `fetch` of somebody's own may
 */
export function scriptedFetch(clock: Clock, script: readonly Step[], ignoresSignals = false): ScriptedFetch {
  const sent: Sent[] = [];
  const fetch: Fetch = (url, { headers, body, signal: given }) => {
    const signal = ignoresSignals ? null : given;
    const { latency, comes }: Step = script[sent.length] ?? { latency: 0, comes: { status: 200, body: {} } };
    sent.push({ at: clock.now(), url, headers: new Headers(headers), body });
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const abort = (): void => (clock.clearTimeout(timer), reject(signal?.reason as Error));
      const timer = clock.setTimeout(() => {
        signal?.removeEventListener('abort', abort);
        if (comes === 'nothing') signal?.addEventListener('abort', abort, { once: true });
        else if (comes === 'half a body') resolve(stalled(signal));
        else if ('status' in comes) resolve(json(comes.body ?? {}, comes.status, comes.headers));
        else reject(new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: comes.systemCode }) }));
      }, latency);
      signal?.addEventListener('abort', abort, { once: true });
    });
  };
  return { fetch, sent };
}

/** A body that begins and does not end, until the signal cuts it off. */
function stalled(signal: AbortSignal | null | undefined): Response {
  const start = (body: ReadableStreamDefaultController): void => {
    body.enqueue(new TextEncoder().encode('{"half":'));
    signal?.addEventListener('abort', () => body.error(signal.reason), { once: true });
  };
  return new Response(new ReadableStream({ start }), { headers: { 'content-type': 'application/json' } });
}
