/** What a step found, as a line of the decision trace. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import type { StepName, TraceStep } from '../decision.ts';
import type { Finding } from './progress.ts';

const POLICY = 'x-key-policy.';

/** By their details. Request after request says the same in the same words, and the journal keeps thousands: each is one object. */
const told = new Map<string, { readonly trace: TraceStep; readonly policy: KeyPolicy | undefined }>();
const MOST_TOLD = 1_000;
const LONG = 500;

/** With the evidence of the policy line that the rule names. */
export function stepOf(step: StepName, { outcome, rule, detail }: Finding, policy: KeyPolicy | undefined): TraceStep {
  const known = told.get(detail);
  if (known?.policy === policy && known?.trace.step === step && known.trace.outcome === outcome && known.trace.rule === rule)
    return known.trace;
  const line = rule.startsWith(POLICY) ? policy?.evidence[rule.slice(POLICY.length)] : undefined;
  const trace = { step, outcome, rule, detail, ...(line && { evidence: line.level, source: line.source }) };
  // A request can name something that is as long as it likes.
  if (detail.length > LONG) return trace;
  if (told.size >= MOST_TOLD) told.clear();
  told.set(detail, { trace, policy });
  return trace;
}
