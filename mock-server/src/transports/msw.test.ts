/** Whose requests stay in the process. */
import { afterEach, expect, test, vi } from 'vitest';
import { createMock } from '../mock.ts';
import { setupMockServer } from '../node.ts';
import { realHosts } from './real-hosts.ts';
import { ZOO } from './zoo.fixture.ts';

let server: ReturnType<typeof setupMockServer> | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

/** Nothing gets out to a network: what is not answered fails. */
function intercepted(mock: Parameters<typeof setupMockServer>[0]): void {
  server = setupMockServer(mock);
  server.listen({ onUnhandledFrame: 'error' });
}

const KEY = { headers: { 'x-zoo': 'chaveiro-zoo-active' } };

test.each([
  ['https://api.zoo.test/v1/pets', 200],
  ['https://sandbox.zoo.test:8443/v2/pets', 200],
  ['https://sandbox.zoo.test:8443/pets', 404],
  ['https://eu.zoo.test/pets', 200],
  ['http://api.zoo.test/v1/pets', 200],
])('every host that the document names is answered: %s', async (url, status) => {
  const mock = createMock({ document: ZOO });
  intercepted(mock);
  expect((await fetch(url, KEY)).status).toBe(status);
  expect((await mock.fetch(url, KEY)).status, 'as without MSW').toBe(status);
});

test.each(['https://zoo.test/v1/pets', 'https://api.zoo.test.evil.test/v1/pets', 'https://sandbox.zoo.test/v2/pets'])(
  'no other host is: %s',
  async (url) => {
    intercepted(createMock({ document: ZOO }));
    vi.spyOn(console, 'error').mockImplementation(() => undefined); // MSW's advice
    await expect(fetch(url, KEY)).rejects.toThrow();
  },
);

test('a base path is no host, and a document need not name any', () => {
  const hostsOf = (document: object) => [...realHosts(createMock({ document }).document)];
  expect(hostsOf(ZOO)).toEqual(['api.zoo.test', 'sandbox.zoo.test:8443', 'eu.zoo.test']);
  const { get } = ZOO.paths['/pets'];
  expect(hostsOf({ ...ZOO, servers: [{ url: '/api' }], paths: { '/pets': { get } } })).toEqual([]);
});
