import type { RateLimit } from '@chaveiro/openapi/policy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeFromAll, type Meter } from './rate-limit.ts';
import { Table } from './table.ts';

const evidence = { evidence: 'documented', source: 'https://example.com' } as const;
const bucket: RateLimit = {
  id: 'burst',
  per: 'account',
  requests: 5,
  window: '1s',
  burst: 2,
  state: 'rate_limited',
  ...evidence,
};
const minute: RateLimit = { id: 'minute', per: 'account', requests: 3, window: '1m', state: 'rate_limited', ...evidence };
const day: RateLimit = { id: 'day', per: 'lead', requests: 2, window: '24h', state: 'rate_limited_lead', ...evidence };
const of = (limit: RateLimit, subject = 'a') => ({ limit, subject });

describe('rate limits', () => {
  test('a burst of two passes, the third waits a fifth of a second', () => {
    const meters = new Table<Meter>();
    const at = (now: number) => takeFromAll(meters, [of(bucket)], now);
    expect([at(0), at(0)]).toEqual([undefined, undefined]);
    expect(at(0)).toMatchObject({ limit: bucket, remainingSeconds: 1 });
    expect(at(199)).toBeDefined();
    expect(at(200)).toBeUndefined();
    expect(at(200)).toBeDefined();
  });

  test('a bucket tells how long the next token takes, whatever is in it', () => {
    const meters = new Table<Meter>();
    const slow = { ...bucket, requests: 3, window: '1m', burst: 1 };
    const at = (now: number) => takeFromAll(meters, [of(slow)], now);
    expect(at(0)).toBeUndefined();
    expect(at(0)).toEqual({ limit: slow, usage: 4, remainingSeconds: 20 });
    expect(at(5_000)).toEqual({ limit: slow, usage: 4, remainingSeconds: 15 });
    expect(at(19_999)).toMatchObject({ remainingSeconds: 1 });
    expect(at(20_000)).toBeUndefined();
  });

  test('however requests come, a bucket never lets more than burst + rate x time through', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 80 }), (gaps) => {
        const meters = new Table<Meter>();
        let now = 0;
        let allowed = 0;
        for (const gap of gaps) {
          now += gap;
          if (!takeFromAll(meters, [of(bucket)], now)) allowed += 1;
          expect(allowed).toBeLessThanOrEqual(2 + (5 * now) / 1000 + 1e-6);
        }
      }),
    );
  });

  test('a window counts its requests, tells the time left and starts anew', () => {
    const meters = new Table<Meter>();
    const at = (now: number) => takeFromAll(meters, [of(minute)], now);
    expect([at(0), at(1), at(2)]).toEqual([undefined, undefined, undefined]);
    expect(at(15_000)).toEqual({ limit: minute, usage: 4, remainingSeconds: 45 });
    expect(at(60_000)).toBeUndefined();
  });

  test('a clock that is set back refuses nobody for what happens later', () => {
    const meters = new Table<Meter>();
    const [tokens, slots] = [bucket, minute].map((limit) => (now: number) => takeFromAll(meters, [of(limit)], now));
    for (const take of [tokens!, slots!]) {
      expect([take(90_000_000), take(0)]).toEqual([undefined, undefined]);
    }
    // Of the bucket's two tokens one was taken later and one now.
    expect(tokens!(0)).toBeDefined();
    expect(tokens!(200)).toBeUndefined();
    expect([slots!(1), slots!(2), slots!(3)]).toEqual([undefined, undefined, expect.anything()]);
  });

  test('an answered request leaves one meter for each limit and subject, a refused one leaves none', () => {
    const meters = new Table<Meter>();
    takeFromAll(meters, [of(minute), of(day, 'lead')], 0);
    takeFromAll(meters, [of(minute), of(day, 'lead')], 0);
    takeFromAll(meters, [of(bucket), of(day, 'lead')], 0);
    expect([...meters.ids()]).toEqual(['minute a', 'day lead']);
  });

  test('subjects are counted apart', () => {
    const meters = new Table<Meter>();
    for (const subject of ['a', 'a', 'b', 'b']) expect(takeFromAll(meters, [of(day, subject)], 0)).toBeUndefined();
    expect(takeFromAll(meters, [of(day, 'b')], 0)).toMatchObject({ limit: day });
  });

  test('a request that one limit refuses takes nothing from the others', () => {
    const meters = new Table<Meter>();
    for (let i = 0; i < 2; i++) takeFromAll(meters, [of(minute), of(day, 'lead')], 0);
    for (let i = 0; i < 5; i++) expect(takeFromAll(meters, [of(minute), of(day, 'lead')], 0)).toMatchObject({ limit: day });
    expect(takeFromAll(meters, [of(minute), of(day, 'other')], 0)).toBeUndefined();
    expect(takeFromAll(meters, [of(minute), of(day, 'other')], 0)).toMatchObject({ limit: minute });
  });
});
