/** What a mock answers to a list of requests, each sent to its platform's real host; the same code in Node and in the page. */
import type { Mock } from '../../src/index.ts';

export interface HostRequest {
  /** Whose real host the request is for. */
  readonly platform: string;
  readonly method: string;
  /** Path and query, without the platform's base path. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** All that a caller can see of an answer. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: string;
}

/** The mock is reset before each request, so that no answer depends on an earlier one. */
export async function answersTo(
  requests: readonly HostRequest[],
  mock: Pick<Mock, 'reset' | 'servers'>,
  send: (url: string, init: RequestInit) => Promise<Response>,
): Promise<Seen[]> {
  const answers: Seen[] = [];
  for (const { platform, method, path, headers, body } of requests) {
    mock.reset();
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await send(`${mock.servers[platform] ?? ''}${path}`, { method, headers: { ...type, ...headers }, ...json });
    answers.push({ status: response.status, headers: Object.fromEntries(response.headers), bytes: await response.text() });
  }
  return answers;
}
