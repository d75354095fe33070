/** The mock inside a page: a service worker of MSW's brings it the requests for the platforms' real hosts. */
import { setupWorker, type SetupWorker } from 'msw/browser';
import type { Mock } from './mock.ts';
import { mockHandlers } from './transports/msw.ts';

export { mockHandlers } from './transports/msw.ts';

/**
 * An MSW worker that sends this page's requests for the platforms' real hosts to `mock` and leaves others to
 * `onUnhandledFrame` of `start()`. Await `start()` before the first request.
 *
 * The page's own origin must serve the worker's script, by default at `/mockServiceWorker.js`; this package carries it as
 * `@chaveiro/mock-server/mockServiceWorker.js`.
 */
export function setupMockWorker(mock: Pick<Mock, 'fetch' | 'document'>): SetupWorker {
  return setupWorker(...mockHandlers(mock));
}
