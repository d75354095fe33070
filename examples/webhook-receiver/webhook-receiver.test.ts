import { expect, test } from 'vitest';
import { PATIENCE, runExample } from '../run-example.ts';

test('takes what the mock signed, and refuses what somebody forged', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('webhook-receiver');
  expect(exitCode, output).toBe(0);
  expect(output).toContain('received a message on inst_farmacia_maria');
  expect(output).toMatch(/event instance\.\w+/);
  expect(output).toMatch(/deliveries: (delivered,?)+\n/);
  expect(output).toContain('refused: signature_mismatch');
  expect(output).toMatch(/the forged one got 40[01]/);
});
