/** Every way a request can reach the mock, behind one shape, so that one suite runs on all of them. */
import { createMock, type Mock, type MockOptions } from '../src/index.ts';
import { serveMock } from '../src/http.ts';
import { setupMockServer } from '../src/node.ts';
import { recordExchange } from './exchanges.ts';

export interface Sent {
  readonly method: string;
  /** Path and query, without a platform's base path. */
  path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Transport {
  readonly mock: Mock;
  /** `platform`: whose real host the request is for, where the transport has real hosts. */
  send(platform: string, request: Sent): Promise<Response>;
  /** As the client's own `fetch`, for answers that never come or never end; nothing looks at them on the way. */
  fetch(platform: string, path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Frozen, so that answers of two transports can be compared byte by byte. */
const OPTIONS: MockOptions = { seed: 7, now: '2026-02-03T12:00:00.000Z' };

export const transports: Readonly<Record<string, (options?: MockOptions) => Promise<Transport>>> = {
  fetch: (options) => {
    const mock = createMock({ ...OPTIONS, ...options });
    return Promise.resolve({
      mock,
      send: (_, sent) => mock.fetch(new Request(`http://localhost${sent.path}`, toInit(sent))),
      fetch: (_, path, init) => mock.fetch(`http://localhost${path}`, init),
      close: () => Promise.resolve(),
    });
  },

  msw: (options) => {
    const mock = createMock({ ...OPTIONS, ...options });
    const server = setupMockServer(mock);
    server.listen({ onUnhandledFrame: 'error' });
    return Promise.resolve({
      mock,
      send: (platform, sent) => fetch(`${mock.servers[platform] ?? ''}${sent.path}`, toInit(sent)),
      fetch: (platform, path, init) => fetch(`${mock.servers[platform] ?? ''}${path}`, init),
      close: () => Promise.resolve(server.close()),
    });
  },

  http: async (options) => {
    const mock = createMock({ ...OPTIONS, ...options });
    const running = await serveMock(mock, { port: 0 });
    return {
      mock,
      async send(_, sent) {
        const response = await fetch(running.url + sent.path, toInit(sent));
        await recordExchange(sent, response.clone());
        return response;
      },
      fetch: (_, path, init) => fetch(running.url + path, init),
      close: () => running.close(),
    };
  },
};

function toInit({ method, headers, body }: Sent): RequestInit {
  if (body === undefined) return { method, headers: { ...headers } };
  return { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
