import { expect, test } from 'vitest';
import { createMock } from '../mock.ts';
import { banner } from './banner.ts';

test('whoever starts the mock is told where its console is, and which keys there are', () => {
  const mock = createMock();
  const text = banner(mock, 'http://localhost:4010');
  expect(text).toContain('Web console: open http://localhost:4010/ in a browser');
  for (const { secret } of mock.zeroSetupKeys) expect(text).toContain(secret);
});
