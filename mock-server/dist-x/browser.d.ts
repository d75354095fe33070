import { SetupWorker } from 'msw/browser';
import { Mock } from './index.js';
export { m as mockHandlers } from './msw-y_r_DsUx.js';
import '@chaveiro/openapi/policy';
import './sessions-DgKM0GCW.js';
import 'zod';
import '@chaveiro/openapi/types';
import 'msw';

/** The mock inside a page: a service worker of MSW's brings it the requests for the platforms' real hosts. */

/**
 * An MSW worker that sends this page's requests for the platforms' real hosts to `mock` and leaves others to
 * `onUnhandledFrame` of `start()`. Await `start()` before the first request.
 *
 * The page's own origin must serve the worker's script, by default at `/mockServiceWorker.js`; this package carries it as
 * `@chaveiro/mock-server/mockServiceWorker.js`.
 */
declare function setupMockWorker(mock: Pick<Mock, 'fetch' | 'servers'>): SetupWorker;

export { setupMockWorker };
