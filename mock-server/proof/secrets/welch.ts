/**
 * Whether refusals take longer the later the first wrong character is, by the clock: Welch's t-test between keys that
 * differ from the first character on and keys that differ in the last ones alone. Only for long runs, since a busy machine makes clocks say anything.
 */
import { createMock } from '@chaveiro/mock-server';

export interface Timing {
  readonly platform: string;
  /** Requests of each kind. */
  readonly samples: number;
  /** Mean microseconds of a refusal. */
  readonly mean: number;
  /** Welch's t; beyond about 5 there is a difference. */
  readonly t: number;
  /** The same when each matching character costs a tenth of a per cent more: what a leak would look like. */
  readonly leaking: number;
}

/** Slower ones were interrupted by something else. */
const KEPT_SHARE = 0.8;
/** What of a refusal a comparison that leaks would add for each character that is right. */
const LEAK = 0.001;

const REQUESTS = {
  pingback: (key: string) => new Request('http://localhost/contacts', { headers: { 'x-api-key': key } }),
  rdstation: (key: string) => new Request(`http://localhost/platform/conversions?api_key=${key}`, { method: 'POST' }),
  zenvio: (key: string) => new Request('http://localhost/whatsapp/instances', { headers: { authorization: `Bearer ${key}` } }),
};

export async function timeRefusals(platform: keyof typeof REQUESTS, samples: number): Promise<Timing> {
  const mock = createMock();
  const { secret } = mock[platform].accounts.create().keys.create({ name: 'CRM' });
  const last = secret.length - VARIED;
  const early: number[] = [];
  const late: number[] = [];
  const took = async (key: string) => {
    const request = REQUESTS[platform](key);
    const began = process.hrtime.bigint();
    await mock.fetch(request);
    return Number(process.hrtime.bigint() - began) / 1000;
  };
  for (let n = -200; n < samples; n++) {
    // By turns, so that whatever slows the machine down slows both down.
    const first = n % 2 === 0;
    const one = await took(wrongKey(secret, first ? 0 : last, n));
    const other = await took(wrongKey(secret, first ? last : 0, n));
    if (n < 0) continue;
    early.push(first ? one : other);
    late.push(first ? other : one);
  }
  const mean = meanOf(quickest(early));
  const slower = late.map((time) => time + mean * LEAK * last);
  return {
    platform,
    samples,
    mean,
    t: welch(quickest(late), quickest(early)),
    leaking: welch(quickest(slower), quickest(early)),
  };
}

/** How many characters it takes to have another key for each try: what a table knows of one must not count. */
const VARIED = 4;

/** Wrong at `position`, and in the last characters, which differ from try to try: nothing else sets two places apart. */
function wrongKey(secret: string, position: number, n: number): string {
  const characters = [...secret];
  const tries = n + 200;
  for (let at = 0; at < VARIED; at++) characters[secret.length - 1 - at] = digit(Math.floor(tries / 36 ** at) + at);
  characters[position] = secret[position] === '-' ? '_' : '-';
  return characters.join('');
}

function digit(number: number): string {
  return (number % 36).toString(36);
}

function quickest(times: readonly number[]): number[] {
  return [...times].sort((one, other) => one - other).slice(0, Math.floor(times.length * KEPT_SHARE));
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function welch(one: readonly number[], other: readonly number[]): number {
  const error = (numbers: readonly number[]) => {
    const mean = meanOf(numbers);
    return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1) / numbers.length;
  };
  return (meanOf(one) - meanOf(other)) / Math.sqrt(error(one) + error(other));
}
