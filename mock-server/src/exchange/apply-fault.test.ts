/** What faults make of an answer that has little to spoil. */
import { expect, test } from 'vitest';
import { createClock } from '../core/clock.ts';
import type { Fault, FaultEffect } from '../core/fault.ts';
import { withFaults } from './apply-fault.ts';
import type { Outgoing } from './outgoing.ts';

const faulty = (answer: Outgoing, effect: FaultEffect) => {
  const fault: Fault = { id: 'fault_1', effect, on: {}, left: null, probability: 1, seed: 0, seen: 1, hits: 1 };
  return withFaults(answer, [fault], createClock(0));
};

const CUTS: FaultEffect[] = [
  { kind: 'stall' },
  { kind: 'stall', after: 3 },
  { kind: 'truncate' },
  { kind: 'truncate', after: 3 },
];

test.each<FaultEffect>([...CUTS, { kind: 'malformed' }, { kind: 'content_type', contentType: 'text/plain' }])(
  '%j leaves an answer without a body as it is, but for its name',
  (effect) => {
    const answer: Outgoing = { status: 204, headers: {}, body: undefined };
    expect(faulty(answer, effect)).toEqual({ ...answer, headers: { 'x-mock-fault': 'fault_1' } });
  },
);

test.each(['{"a":1}', '[1,2]', '12', '"ab"', 'true', ''])('malformed makes of %j what no JSON is', (body) => {
  const { body: sent = '' } = faulty({ status: 200, headers: {}, body }, { kind: 'malformed' });
  expect(() => JSON.parse(sent) as unknown).toThrow(SyntaxError);
});

test.each(CUTS)('%j has no byte to hold back where the body is empty: it ends as promised on every transport', (effect) => {
  const answer: Outgoing = { status: 200, headers: { 'content-type': 'text/plain' }, body: '' };
  expect(faulty(answer, effect)).not.toHaveProperty('breakage');
});

test.each([
  ['abc', 1],
  ['a', 0],
  ['é', 1],
])('of %j at least the last byte is held back', (body, after) => {
  const answer: Outgoing = { status: 200, headers: {}, body };
  expect(faulty(answer, { kind: 'truncate' }).breakage).toEqual({ kind: 'truncate', after });
  expect(faulty(answer, { kind: 'stall', after: 9 }).breakage).toMatchObject({
    after: new TextEncoder().encode(body).length - 1,
  });
});
