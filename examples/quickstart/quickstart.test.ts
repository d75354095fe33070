import { expect, test } from 'vitest';
import { PATIENCE, runExample } from '../run-example.ts';

test('reaches all three platforms', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('quickstart');
  expect(output).toMatch(/RD Station recorded the conversion [0-9a-f-]{36}\n/);
  expect(output).toMatch(/Pingback has the contact ana@exemplo\.com\.br\n/);
  expect(output).toMatch(/Zenvio queued the message msg_\w+\n/);
  expect(exitCode).toBe(0);
});

test('says why a key is refused, and shows no key', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('quickstart', [], { PINGBACK_API_KEY: 'chaveiro-pingback-disabled' });
  expect(output).toMatch(/InvalidKeyError: .*Check that the key is Ativo/);
  expect(output).not.toContain('chaveiro-pingback-disabled');
  expect(exitCode).not.toBe(0);
});

test('takes no real key along to the mock', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('quickstart', [], { ZENVIO_API_KEY: 'sk_live_somebody_s_own' });
  expect(output).toContain('Zenvio queued the message');
  expect(exitCode).toBe(0);
});
