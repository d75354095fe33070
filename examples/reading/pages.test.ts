import { readFile } from 'node:fs/promises';
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import { beforeEach, expect, test, vi } from 'vitest';
import { pages } from './write-pages.ts';

beforeEach(() => {
  for (const name of ['PINGBACK_API_KEY', 'RDSTATION_API_KEY', 'RDSTATION_ACCESS_TOKEN', 'ZENVIO_API_KEY']) vi.stubEnv(name, '');
});

test('the committed pages are what the document and the SDK say today (npm run generate)', async () => {
  for (const [file, text] of await pages()) expect(await readFile(file, 'utf8')).toBe(text);
});

test('every state of every kind of key has its section', async () => {
  const [text = ''] = (await pages()).values();
  const states = new Set(
    authMatrix.cells.filter(({ state }) => state !== 'active').map(({ scheme, state }) => `${scheme} ${state}`),
  );
  expect(text.match(/^#### /gm)?.length).toBe(states.size);
});
