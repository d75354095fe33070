// A thousand calls against the mock with its rate limits on; its clock and the SDK's are one.
import { createMock, type Mock } from '@chaveiro/mock-server';
import { describe, expect, test } from 'vitest';
import { VirtualClock } from '../../test/virtual-clock.ts';
import { ChaveiroError } from '../errors/index.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import type { ConnectionOptions, Fetch } from './index.ts';

const CALLS = 1000;

/** A mock whose clock follows the SDK's, and what each answer was. */
function tied() {
  const clock = new VirtualClock();
  const mock = createMock({ now: clock.now(), rateLimits: 'on' });
  const began = clock.now();
  const statuses: number[] = [];
  const fetch: Fetch = async (url, init) => {
    mock.clock.advance(clock.now() - mock.clock.now());
    const response = await mock.fetch(url, init);
    statuses.push(response.status);
    return response;
  };
  return { clock, mock, began, statuses, fetch, random: pseudoRandom() };
}

/** Jitter that is the same in every run. */
function pseudoRandom(): () => number {
  let state = 42;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

interface Platform {
  readonly name: string;
  readonly perSecond: number;
  /** A client for a fresh account. @returns what sends one call about a lead */
  sender(settings: ConnectionOptions, mock: Mock): (email: string) => Promise<unknown>;
  /** The leads that reached the platform, each as often as it did. */
  arrived(mock: Mock): string[];
}

const platforms: Platform[] = [
  {
    name: 'Pingback (5 a second, 2 at once)',
    perSecond: 5,
    sender(settings, mock) {
      const apiKey = mock.pingback.accounts.create({ plan: 'pro' }).keys.create({ name: 'CRM' }).secret;
      const { contacts } = new Pingback({ ...settings, apiKey });
      return (email) => contacts.create({ email });
    },
    arrived: (mock) => mock.pingback.contacts.list().map(({ email }) => email),
  },
  {
    name: 'RD Station (120 a minute)',
    perSecond: 2,
    sender(settings, mock) {
      const apiKey = mock.rdstation.accounts.create({ plan: 'basic' }).keys.create().secret;
      const { conversions } = new RDStation({ ...settings, apiKey });
      return (email) => conversions.create({ conversion_identifier: 'ebook', email });
    },
    arrived: (mock) => mock.rdstation.conversions.list().map(({ payload }) => String((payload as { email: string }).email)),
  },
];

const emails = Array.from({ length: CALLS }, (_, index) => `lead-${index}@exemplo.com.br`);
const ofOurs = (arrived: string[]): string[] => arrived.filter((email) => email.startsWith('lead-')).sort();

describe.each(platforms)('$name', { timeout: 60_000 }, (platform) => {
  test('with pacing: no 429 at all, at 95 % of the permitted rate or more, each call once', async () => {
    const { clock, mock, began, statuses, fetch, random } = tied();
    const send = platform.sender({ fetch, clock, random }, mock);
    await clock.run(Promise.all(emails.map(send)));
    expect(statuses.filter((status) => status === 429)).toEqual([]);
    expect(statuses).toHaveLength(CALLS);
    expect(ofOurs(platform.arrived(mock))).toEqual([...emails].sort());
    const seconds = (clock.now() - began) / 1000;
    expect(CALLS / seconds).toBeGreaterThanOrEqual(0.95 * platform.perSecond);
  });

  test('without: every call ends in success or a typed error, none is lost and none is doubled', async () => {
    const { clock, mock, statuses, fetch, random } = tied();
    const send = platform.sender({ fetch, clock, random, pace: false }, mock);
    const outcomes = await clock.run(Promise.allSettled(emails.map(send)));
    const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as ChaveiroError] : []));
    expect(failed.length).toBeGreaterThan(0);
    for (const error of failed) expect(error).toMatchObject({ name: 'RateLimitError', code: 'rate_limited', isRetryable: true });
    expect(failed[0]).toBeInstanceOf(ChaveiroError);
    expect(statuses.filter((status) => status < 300)).toHaveLength(CALLS - failed.length);
    const succeeded = emails.filter((_, index) => outcomes[index]?.status === 'fulfilled');
    expect(ofOurs(platform.arrived(mock))).toEqual(succeeded.sort());
  });
});

test('what is sent again keeps to the pace too', { timeout: 60_000 }, async () => {
  const { clock, mock, statuses, fetch, random } = tied();
  const apiKey = mock.pingback.accounts.create({ plan: 'pro' }).keys.create({ name: 'CRM' }).secret;
  // Each request counts, and every third one fails all the same: 299 for 200 that succeed.
  const failing: Fetch = async (url, init) => {
    const response = await fetch(url, init);
    return statuses.length % 3 ? response : new Response('{}', { status: 503 });
  };
  const { contacts } = new Pingback({ apiKey, fetch: failing, clock, random, retries: 9, timeout: 600_000 });
  await clock.run(Promise.all(emails.slice(0, 200).map(() => contacts.list())));
  expect(statuses).toHaveLength(299);
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
});

test('RD Station’s Advanced plan: the limit that a refusal names is learned', { timeout: 60_000 }, async () => {
  const { clock, mock, statuses, fetch, random } = tied();
  const account = mock.rdstation.accounts.create({ plan: 'advanced' });
  const apiKey = account.keys.create().secret;
  const rd = new RDStation({ apiKey, fetch, clock, random });
  const convert = (email: string) => rd.conversions.create({ conversion_identifier: 'ebook', email });
  // Others use the account up; the refusal names 500.
  const others = new RDStation({ apiKey: account.keys.create({ name: 'Outra' }).secret, fetch, clock, pace: false });
  await clock.run(
    Promise.all(emails.slice(0, 500).map((email) => others.conversions.create({ conversion_identifier: 'x', email }))),
  );
  const refused = convert('first@exemplo.com.br').safe();
  expect((await clock.run(refused)).error).toMatchObject({ code: 'rate_limited', retryAfter: 60_000 });
  statuses.length = 0;
  const began = clock.now();
  await clock.run(Promise.all(emails.slice(500, 900).map(convert)));
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  // 400 at once when the window is over, and not 120 a minute.
  expect(clock.now() - began).toBeLessThanOrEqual(60_000);
});
