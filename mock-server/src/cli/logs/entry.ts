/** One request of the journal as lines of a terminal. */
import type { components } from '@chaveiro/openapi/types';
import { colouredStatus, colours } from '../screen.ts';

type Schemas = components['schemas'];

const WIDTHS = { time: 12, request: 44, decision: 22, evidence: 10 };

export const HEADING = colours.dim(
  [
    'TIME'.padEnd(WIDTHS.time),
    '   ',
    'REQUEST'.padEnd(WIDTHS.request),
    'DECISION'.padEnd(WIDTHS.decision),
    'EVIDENCE'.padEnd(WIDTHS.evidence),
    'KEY',
  ].join(' '),
);

/** Columns do not line up to the last character: a log is printed line by line. */
export function entryLines({
  at,
  method,
  path,
  status,
  decision,
  evidence,
  keyId,
  steps,
}: Schemas['MockRequest'] & { readonly steps?: readonly Schemas['MockStep'][] }): string {
  const time = colours.dim(at.slice(11, 23));
  const request = `${method} ${path}`.padEnd(WIDTHS.request);
  const line = [
    time,
    colouredStatus(status),
    request,
    decision.padEnd(WIDTHS.decision),
    (evidence ?? '').padEnd(WIDTHS.evidence),
    keyId ?? '',
  ]
    .join(' ')
    .trimEnd();
  return [line, ...(steps ?? []).map(stepLine)].join('\n');
}

const MARKS = { passed: '+', refused: 'x', skipped: '-' } as const;

function stepLine({ step, outcome, rule, detail }: Schemas['MockStep']): string {
  const text = `    ${MARKS[outcome]} ${step}: ${detail ?? ''} (${rule ?? ''})`;
  return outcome === 'refused' ? colours.yellow(text) : colours.dim(text);
}
