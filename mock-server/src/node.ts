/** The mock inside a Node process: MSW answers for the platforms' real hosts. */
import { setupServer, type SetupServer } from 'msw/node';
import type { Mock } from './mock.ts';
import { mockHandlers } from './transports/msw.ts';

export { mockHandlers } from './transports/msw.ts';

/**
 * An MSW server that sends requests for the platforms' real hosts to `mock` and leaves others to
 * `onUnhandledFrame` of `listen()`. Call `listen()` before and `close()` after your tests.
 */
export function setupMockServer(mock: Mock): SetupServer {
  return setupServer(...mockHandlers(mock));
}
