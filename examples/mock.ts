/**
 * Loaded with `node --import ./mock.ts`: a program calls the platforms' real addresses, and a mock in its own process
 * answers. Nothing leaves this machine, and the program needs no line for it.
 */
import { createMock } from '@chaveiro/mock-server';
import { setupMockServer } from '@chaveiro/mock-server/node';

const KEYS = {
  RDSTATION_API_KEY: 'chaveiro-rdstation-active',
  RDSTATION_ACCESS_TOKEN: 'chaveiro-rdstation-token-active',
  PINGBACK_API_KEY: 'chaveiro-pingback-active',
  ZENVIO_API_KEY: 'sk_live_chaveiro_active',
};

const mock = createMock();

// Another key of the mock's may be chosen, to see what becomes of it. A real one has no business here.
for (const [name, key] of Object.entries(KEYS)) {
  if (!mock.zeroSetupKeys.some(({ secret }) => secret === process.env[name])) process.env[name] = key;
}

setupMockServer(mock).listen({
  onUnhandledFrame({ frame, defaults }) {
    const { request } = frame.data as { request: Request };
    if (!['localhost', '127.0.0.1'].includes(new URL(request.url).hostname)) defaults.error();
  },
});
