import { SetupServer } from 'msw/node';
import { Mock } from './index.cjs';
export { m as mockHandlers } from './msw-Dqs22o_U.cjs';
import '@chaveiro/openapi/policy';
import './sessions-DgKM0GCW.cjs';
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
