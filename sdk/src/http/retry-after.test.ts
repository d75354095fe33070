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
  ['the wait for all before the quota’s, both before the body', { 'retry-after': '1', 'retry-after-quotas': '2' }, {}, 1000],
  ['the quota header before the body', { 'retry-after-quotas': '2' }, { remaining_time: 3, retryAfterSec: 4 }, 2000],
  ['RD Station’s body before Zenvio’s', {}, { remaining_time: 3, retryAfterSec: 4 }, 3000],
  ['a fraction of a millisecond, rounded up: earlier would be too early', { 'retry-after': '0.2501' }, {}, 251],
  ['the longest that a timer can wait', { 'retry-after': '2147483.647' }, {}, 2 ** 31 - 1],
  ['longer than that', { 'retry-after': '2147484' }, {}, 2 ** 31 - 1],
  [
    'a date, by the clock that wrote it',
    { 'retry-after': 'Sat, 21 Nov 2026 11:00:30 GMT', date: 'Sat, 21 Nov 2026 11:00:00 GMT' },
    {},
    30_000,
  ],
  [
    'a date beside one that is none: our own clock counts',
    { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT', date: 'today' },
    {},
    30_000,
  ],
  ['another spelling of a number is no number of seconds', { 'retry-after': '0x10' }, { remaining_time: '1e3' }, undefined],
  ['a number with a unit', { 'retry-after': '5s' }, { remaining_time: 's5' }, undefined],
  ['a date with an offset', { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT+0100' }, {}, undefined],
  ['a date of another zone', { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 BRT' }, {}, undefined],
  ['a body that is a text', {}, 'Too Many Requests', undefined],
  ['null', {}, null, undefined],
  ['zero', { 'retry-after': '0' }, {}, 0],
  ['nothing', {}, { message: 'Too Many Requests' }, undefined],
  ['no body', {}, undefined, undefined],
  ['rubbish', { 'retry-after': 'soon' }, { remaining_time: 'later', retryAfterSec: -1 }, undefined],
  ['rubbish in the header, sense in the body', { 'retry-after': '-1' }, { remaining_time: '3' }, 3000],
];

test.each(cases)('%s', (_what, headers, body, expected) => {
  expect(retryAfter(new Headers(headers), body, now)).toBe(expected);
});
