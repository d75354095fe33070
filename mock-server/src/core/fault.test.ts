import { describe, expect, test } from 'vitest';
import { addFault, delayOf, takeFaults, type Fault, type NewFault } from './fault.ts';
import { createIds } from './ids.ts';
import { Table } from './table.ts';

const subject = { platform: 'acme', operationId: 'op', method: 'GET', key: () => undefined };
const add = (fault: unknown, faults = new Table<Fault>()) => addFault(faults, createIds(1), fault as NewFault);

describe('a fault that cannot be', () => {
  test.each([
    [{ effect: { kind: 'html' }, probability: 1.1 }, /0 to 1/],
    [{ effect: { kind: 'html' }, probability: NaN }, /0 to 1/],
    [{ effect: { kind: 'html' }, times: 0 }, /1 or more times/],
    [{ effect: { kind: 'html' }, times: 1.5 }, /1 or more times/],
    [{ effect: { kind: 'html' }, seed: 0.5 }, /integer of 32 bits/],
    [{ effect: { kind: 'html', status: 99 } }, /200 to 599/],
    [{ effect: { kind: 'status', status: 101 } }, /200 to 599/],
    [{ effect: { kind: 'status', status: 503, headers: { 'a b': 'c' } } }, /cannot be sent/],
    [
      { effect: { kind: 'status', status: 503, headers: { 'Content-Length': '5' } } },
      /content-length of a fault would not be true/,
    ],
    [{ effect: { kind: 'status', status: 503, headers: { 'transfer-encoding': 'chunked' } } }, /there is "truncate"/],
    [{ effect: { kind: 'content_type', contentType: 'a\nb' } }, /cannot be sent/],
    [{ effect: { kind: 'latency', delay: 'soon' } }, /no duration/],
    [{ effect: { kind: 'latency', delay: 1, jitter: -1 } }, /no duration/],
    [{ effect: { kind: 'truncate', after: -1 } }, /number of bytes/],
    [{ effect: { kind: 'explode' } }, /no fault "explode".*status, latency/],
  ])('%j is refused when it is added', (fault, message) => {
    const faults = new Table<Fault>();
    expect(() => add(fault, faults)).toThrow(RangeError);
    expect(() => add(fault, faults)).toThrow(message);
    expect(faults.size).toBe(0);
  });
});

test('its share of many requests is what was asked for', () => {
  for (const probability of [0, 0.1, 0.5, 0.9, 1]) {
    const faults = new Table<Fault>();
    add({ effect: { kind: 'html' }, probability, seed: 99 }, faults);
    for (let i = 0; i < 10_000; i++) takeFaults(faults, subject);
    expect(Math.abs((faults.values()[0]?.hits ?? 0) / 10_000 - probability)).toBeLessThan(0.015);
  }
});

test('neither hits nor delays draw from the session’s ids', () => {
  const faults = new Table<Fault>();
  const ids = createIds(5);
  addFault(faults, ids, { effect: { kind: 'latency', delay: 0, jitter: 100 }, probability: 0.5 });
  const before = ids.state();
  const delays = Array.from({ length: 100 }, () => takeFaults(faults, subject).map(delayOf)).flat();
  expect(ids.state()).toBe(before);
  expect(new Set(delays).size).toBe(delays.length);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...delays)).toBeLessThan(100);
});

test('of those that are not latency the first hits, and the others keep their hits', () => {
  const faults = new Table<Fault>();
  const ids = createIds(1);
  const [slow, first, second] = (['latency', 'html', 'malformed'] as const).map((kind) =>
    addFault(faults, ids, { effect: kind === 'latency' ? { kind, delay: 1 } : { kind }, times: 1 }),
  );
  const taken = () => takeFaults(faults, subject).map(({ id }) => id);
  expect([taken(), taken(), taken()]).toEqual([[slow?.id, first?.id], [second?.id], []]);
});
