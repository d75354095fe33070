import type { Fetch } from '../src/http/index.ts';

/** A `fetch` to hand in, and what went through it. */
export interface ObservedFetch {
  readonly fetch: Fetch;
  readonly requests: Request[];
  /** The only request that went through. */
  readonly request: Request;
}

export type Answer = Response | ((request: Request, signal: AbortSignal) => Response | Promise<Response>);

/** Answers every request with what is given, and keeps the requests. */
export function observedFetch(answer: Answer = json({})): ObservedFetch {
  const requests: Request[] = [];
  return {
    requests,
    get request() {
      const [request] = requests;
      if (request === undefined || requests.length > 1) throw new Error(`${requests.length} requests in place of one.`);
      return request;
    },
    fetch: async (url, init) => {
      const { signal, ...rest } = init;
      const request = new Request(url, rest);
      requests.push(request.clone());
      return typeof answer === 'function' ? answer(request, signal as AbortSignal) : answer.clone();
    },
  };
}

/** A `fetch` that answers so; for tests that do not look at what was sent. */
export function answering(answer: Answer): Fetch {
  return observedFetch(answer).fetch;
}

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** What a promise is rejected with. */
export async function thrown<T extends Error>(promise: Promise<unknown>): Promise<T> {
  try {
    await promise;
  } catch (error) {
    return error as T;
  }
  throw new Error('Nothing was thrown.');
}
