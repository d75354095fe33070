/** Why a request was refused, step by step: the mock keeps the trace of every decision. */
import { createClient } from '@chaveiro/sdk';
import type { Expectations } from './expectations.ts';
import type { Screen } from './screen.ts';

/** @param requestId from `x-mock-request-id` of an answer to a disabled key */
export async function showDecision(
  baseUrl: string,
  requestId: string,
  screen: Screen,
  expectations: Expectations,
): Promise<void> {
  const { line, colors } = screen;
  const { data, error } = await createClient({ baseUrl }).GET('/__mock/decisions/{requestId}', {
    params: { path: { requestId } },
  });
  if (!data) throw new Error(`The mock does not know the request ${requestId}: ${error.detail}`);
  line(`  GET /__mock/decisions/${requestId} on ${data.method} ${data.path}, answered with ${data.status}:`);
  for (const { step, outcome, detail } of data.steps) {
    const mark = outcome === 'refused' ? colors.red('✗ refused') : colors.green(`✓ ${outcome}`);
    line(`  ${step.padEnd(10)} ${mark}  ${detail ?? ''}`);
  }
  const last = data.steps.at(-1);
  expectations.expect(
    'the trace of a disabled key ends where the key is found disabled',
    data.decision === 'disabled_key' && last?.step === 'disabled' && last.outcome === 'refused',
    () => JSON.stringify(last),
  );
}
