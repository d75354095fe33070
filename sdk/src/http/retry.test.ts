import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { ChaveiroError } from '../errors/chaveiro-error.ts';
import { retryDelay } from './retry.ts';

const failed = (facts: Partial<ChaveiroError> = {}) => ({ isRetryable: true, ...facts }) as ChaveiroError;
const half = () => 0.5;

describe('a call is not sent again', () => {
  test('where the error says that it must not be', () => {
    expect(retryDelay({ error: failed({ isRetryable: false }), repeated: 0, retries: 2, random: half })).toBeUndefined();
  });

  test('more often than the caller allows, by default or with a wait from the platform', () => {
    for (const error of [failed(), failed({ retryAfter: 0 })]) {
      const delays = [0, 1, 2, 3].map((repeated) => retryDelay({ error, repeated, retries: 2, random: half }) !== undefined);
      expect(delays).toEqual([true, true, false, false]);
      expect(retryDelay({ error, repeated: 0, retries: 0, random: half })).toBeUndefined();
    }
  });

  test('after a wait of more than 30 seconds', () => {
    const after = (retryAfter: number) => retryDelay({ error: failed({ retryAfter }), repeated: 0, retries: 2, random: half });
    expect([30_000, 30_001, Infinity].map(after)).toEqual([30_000, undefined, undefined]);
  });
});

describe('how long a call waits', () => {
  test('is what the platform says, also when that is nothing, and no dice are rolled', () => {
    const random = vi.fn(half);
    const after = (retryAfter: number) => retryDelay({ error: failed({ retryAfter }), repeated: 3, retries: 9, random });
    expect([0, 1, 12_345].map(after)).toEqual([0, 1, 12_345]);
    expect(random).not.toHaveBeenCalled();
  });

  test('is otherwise a random part of half a second, one, two, four, and eight ever after', () => {
    const longest = (repeated: number) => retryDelay({ error: failed(), repeated, retries: 99, random: () => 1 });
    expect([0, 1, 2, 3, 4, 5, 50].map(longest)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (repeated, draw) => {
        const wait = retryDelay({ error: failed(), repeated, retries: 99, random: () => draw });
        expect(wait).toBeCloseTo(draw * (longest(repeated) ?? NaN), 6);
      }),
    );
  });
});
