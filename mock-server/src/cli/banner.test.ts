import { expect, test } from 'vitest';
import { createMock } from '../mock.ts';
import { banner } from './banner.ts';

test('whoever starts the mock is told where its console is, and which keys there are', () => {
  const mock = createMock();
  const text = banner(mock, 'http://localhost:4010');
  expect(text).toContain('Web console: open http://localhost:4010/ in a browser');
  for (const { secret } of mock.zeroSetupKeys) expect(text).toContain(secret);
});

test.each([
  [{}, /or open http:\/\/localhost:4010\/__mock\/requests$/m],
  [{ hasToken: true }, /ask for http:\/\/localhost:4010\/__mock\/requests with the control token$/m],
  [{ exposed: true }, /closed: start with --control-token.*\n.*--allow-host/],
  [{ exposed: true, hasToken: true }, /with the control token\n.*--allow-host/],
])('a mock started with %j offers nothing that it then refuses', (options, told) => {
  expect(banner(createMock(), 'http://localhost:4010', options)).toMatch(told);
});
