import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIds } from './ids.ts';

const sequence = (seed: number) => {
  const ids = createIds(seed);
  return [ids.uuid(), ids.id('req'), ids.text('hex', 32), ids.text('base62', 40)];
};

describe('ids', () => {
  test('equal seeds give equal ids, and different seeds different ones', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        expect(sequence(a)).toEqual(sequence(a));
        if ((a | 0) !== (b | 0)) expect(sequence(a)).not.toEqual(sequence(b));
      }),
    );
  });

  test('ids have their documented shape', () => {
    const ids = createIds(7);
    expect(ids.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids.id('req')).toMatch(/^req_[0-9A-Za-z]{12}$/);
    expect(ids.text('hex', 32)).toMatch(/^[0-9a-f]{32}$/);
  });

  test('100,000 ids of one seed are all different', () => {
    const ids = createIds(1);
    const seen = new Set(Array.from({ length: 100_000 }, () => ids.id('x')));
    expect(seen.size).toBe(100_000);
  });

  test('restoring the state repeats the sequence', () => {
    const ids = createIds(3);
    ids.uuid();
    const state = ids.state();
    const next = ids.uuid();
    ids.restore(state);
    expect(ids.uuid()).toBe(next);
  });

  test('two streams of one seed never come to the same sequence', () => {
    const secrets = new Set<string>();
    for (let stream = 0; stream < 2000; stream++) {
      const ids = createIds(1, stream);
      for (let i = 0; i < 10; i++) secrets.add(ids.text('hex', 32));
    }
    expect(secrets.size).toBe(20_000);
  });
});
