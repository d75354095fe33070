import { expect, test } from 'vitest';
import { retryAfter } from './retry-after.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

const cases: [what: string, headers: Record<string, string>, body: unknown, expected: number | undefined][] = [
  ['Retry-After in seconds', { 'retry-after': '2' }, {}, 2000],
  ['Retry-After in fractions of a second', { 'retry-after': '0.25' }, {}, 250],
  ['Retry-After as a date', { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }, {}, 30_000],
  ['Retry-After as a date that has passed', { 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, {}, 0],
  ['the quota header of RD Station', { 'retry-after-quotas': '17' }, { message: 'API rate limit exceeded' }, 17_000],
  ['remaining_time of RD Station, which is in seconds', {}, { error: '…', max: 120, remaining_time: 43067 }, 43_067_000],
  ['retryAfterSec of Zenvio', {}, { code: 'RECONNECT_COOLDOWN', retryAfterSec: 21600 }, 21_600_000],
  ['the header before the body', { 'retry-after': '1' }, { remaining_time: 9 }, 1000],
  ['zero', { 'retry-after': '0' }, {}, 0],
  ['nothing', {}, { message: 'Too Many Requests' }, undefined],
  ['no body', {}, undefined, undefined],
  ['rubbish', { 'retry-after': 'soon' }, { remaining_time: 'later', retryAfterSec: -1 }, undefined],
  ['rubbish in the header, sense in the body', { 'retry-after': '-1' }, { remaining_time: '3' }, 3000],
];

test.each(cases)('%s', (_what, headers, body, expected) => {
  expect(retryAfter(new Headers(headers), body, now)).toBe(expected);
});
