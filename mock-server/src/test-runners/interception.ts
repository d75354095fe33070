/** Requests for the platforms' real hosts, answered in the session of the test that made them. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setupServer } from 'msw/node';
import type { SessionApi } from '../api/session-api.ts';
import type { Mock, SessionOptions } from '../mock.ts';
import { SESSION_HEADER } from '../exchange/open-session.ts';
import { mockHandlers } from '../transports/msw.ts';
import { realHosts } from '../transports/real-hosts.ts';
import { nameRequests, TEST_HEADER } from './name-requests.ts';
import { problemOfRequest } from './problem-of-request.ts';

/** The test that is running; whatever it calls, however late, finds it here. */
const currentTest = new AsyncLocalStorage<string>();

/** A test that has begun, with a session of its own. */
export interface Entered {
  readonly session: SessionApi;
  /** Runs the test, or a part of it. */
  within<T>(this: void, work: () => T): T;
  /** For a runner that takes no function around a test: all that the calling asynchronous function does from here on. */
  stay(this: void): void;
  /** Drops the session; a request that the test left behind is refused from now on. */
  leave(this: void): void;
}

export interface Interception {
  /** Opens a session for a test. */
  enter(name: string, options?: SessionOptions): Entered;
  /** Lets requests out to the real hosts again. */
  close(this: void): void;
}

/**
 * Intercepts the platforms' real hosts in this process.
 * @param stray who answers a request that is made outside of every test: the mock's `default` session (or the one that
 *   has its key), or nobody but the only test that runs (or the one that has its key).
 */
export function intercept(mock: Mock, stray: 'default' | 'only test'): Interception {
  const running = new Map<string, SessionApi>();
  const hosts = new Set([...realHosts(mock.document)].map((host) => new URL(`https://${host}`).hostname));
  const stopNaming = nameRequests(hosts, () => currentTest.getStore());

  async function answer(request: Request): Promise<Response> {
    if (request.headers.has(SESSION_HEADER)) return mock.fetch(request);
    const test = request.headers.get(TEST_HEADER);
    if (test !== null) return running.get(test)?.fetch(request) ?? problemOfRequest('over');
    if (stray === 'default' || mock.sessions.owner(request) !== 'default') return mock.fetch(request);
    const [only, ...others] = running.values();
    if (!only || others.length > 0) return problemOfRequest(only ? 'many' : 'none');
    return only.fetch(request);
  }

  const server = setupServer(...mockHandlers({ document: mock.document, fetch: (input) => answer(input as Request) }));
  server.listen({ onUnhandledFrame: 'bypass' });

  return {
    enter(name, options) {
      const session = mock.session(name, options);
      running.set(name, session);
      return {
        session,
        within: (work) => currentTest.run(name, work),
        stay: () => currentTest.enterWith(name),
        leave() {
          running.delete(name);
          session[Symbol.dispose]();
        },
      };
    },
    close() {
      stopNaming();
      server.close();
    },
  };
}
