import { SetupServer } from 'msw/node';
import { Mock } from './index.js';
export { m as mockHandlers } from './msw-y_r_DsUx.js';
import '@chaveiro/openapi/policy';
import './sessions-DgKM0GCW.js';
import 'zod';
import '@chaveiro/openapi/types';
import 'msw';

/** The mock inside a Node process: MSW answers for the platforms' real hosts. */

/**
 * An MSW server that sends requests for the platforms' real hosts to `mock` and leaves others to
 * `onUnhandledFrame` of `listen()`. Call `listen()` before and `close()` after your tests.
 */
declare function setupMockServer(mock: Mock): SetupServer;

export { setupMockServer };
