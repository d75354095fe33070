/** Loaded before a snippet: whatever it sends to a platform's real host is answered by a mock, and nothing leaves this machine. */
import { createMock } from '@chaveiro/mock-server';
import { setupMockServer } from '@chaveiro/mock-server/node';

setupMockServer(createMock()).listen({
  onUnhandledFrame({ frame, defaults }) {
    const { request } = frame.data as { request: Request };
    if (!['localhost', '127.0.0.1'].includes(new URL(request.url).hostname)) defaults.error();
  },
});
