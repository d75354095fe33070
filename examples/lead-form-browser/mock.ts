/** RD Station inside the page, for development. */
import { createMock, type Mock } from '@chaveiro/mock-server';
import { setupMockWorker } from '@chaveiro/mock-server/browser';

declare global {
  interface Window {
    mock: Mock;
  }
}

// Within reach of the developer tools: there you can disable the key, and look at what arrived.
window.mock = createMock();

await setupMockWorker(window.mock).start({ onUnhandledFrame: 'bypass', quiet: true });
