import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeKey } from './inject.ts';
import { INSPECT, MASK, scrubber, scrubError } from './redact.ts';

const secret = 'ca/na+ry=key';

test('a secret is masked as it is, and percent-encoded in either case', () => {
  const scrub = scrubber([secret]);
  for (const text of [secret, encodeURIComponent(secret), 'ca%2fna%2bry%3dkey', JSON.stringify({ secret })]) {
    const shown = scrub(`before ${text} after`);
    expect(shown).toContain('••••');
    expect(shown).not.toMatch(/na.{0,3}ry/);
  }
  expect(scrub('nothing here')).toBe('nothing here');
  expect(scrub(`${secret} and ${secret}`)).toBe('•••• and ••••');
});

describe('however a secret is spelled', () => {
  /** What a key may be made of: `checkKey` lets nothing else through. */
  const keys = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)), minLength: 8 });
  const inQuery = { in: 'query', name: 'api_key' } as const;

  test('a URL shows none: as it was built, as `fetch` reads it, as a form spells it', () =>
    fc.assert(
      fc.property(keys, fc.constantFrom('https://host/path', 'https://host/path?page=1'), (key, url) => {
        const scrub = scrubber([key]);
        const shown = `${url}${url.includes('?') ? '&' : '?'}api_key=${MASK}`;
        const placed = placeKey(inQuery, key, url, {});
        expect(scrub(placed)).toBe(shown);
        expect(scrub(new URL(placed).href)).toBe(shown);
        expect(scrub(`${url}?${new URLSearchParams({ api_key: key }).toString()}`)).toBe(`${url}?api_key=${MASK}`);
      }),
    ));

  test('a text shows none where any of its characters are encoded, in either case', () =>
    fc.assert(
      fc.property(keys, fc.infiniteStream(fc.integer({ min: 0, max: 2 })), (key, choices) => {
        const spell = (character: string) => {
          const hex = `%${character.charCodeAt(0).toString(16)}`;
          const spelling = [character, hex, hex.toUpperCase()][Number(choices.next().value)];
          // Letters, digits, `_` and `-` stand for themselves everywhere.
          return /[\w-]/.test(character) ? character : spelling;
        };
        expect(scrubber([key])(`before ${[...key].map(spell).join('')} after`)).toBe(`before ${MASK} after`);
      }),
    ));

  test('JSON shows none, nor JSON that escapes slashes', () =>
    fc.assert(
      fc.property(keys, (key) => {
        const scrub = scrubber([key]);
        expect(scrub(JSON.stringify({ key }))).toBe(`{"key":"${MASK}"}`);
        expect(scrub(JSON.stringify({ key }).replaceAll('/', '\\/'))).toBe(`{"key":"${MASK}"}`);
      }),
    ));

  test('an id in an address shows none, whatever its letters', () => {
    const scrub = scrubber(['joão & cia/7', 'a\nb']);
    for (const text of ['joão & cia/7', encodeURIComponent('joão & cia/7'), encodeURIComponent('joão & cia/7').toLowerCase()])
      expect(scrub(`/leads/${text}`)).toBe(`/leads/${MASK}`);
    expect(scrub('a%0ab, a%0Ab')).toBe(`${MASK}, ${MASK}`);
  });
});

test('of two secrets, one of which begins with the other, nothing is left over', () => {
  for (const secrets of [
    ['lead-1', 'lead-12'],
    ['lead-12', 'lead-1'],
  ])
    expect(scrubber(secrets)('lead-12, lead-1')).toBe(`${MASK}, ${MASK}`);
});

test('without a secret a text stays as it is', () => {
  expect(scrubber([])('nothing here')).toBe('nothing here');
});

test('a thrown value is copied without what it carries, down the causes', () => {
  const inner = Object.assign(new Error(`connect failed for ?api_key=${encodeURIComponent(secret)}`), { code: 'ECONNREFUSED' });
  const outer = Object.assign(new TypeError('fetch failed', { cause: inner }), { config: { headers: { 'x-api-key': secret } } });
  const copy = scrubError(outer, scrubber([secret]));
  expect(copy).toMatchObject({ name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
  expect(inspect(copy, { depth: 9, showHidden: true })).not.toMatch(/na.{0,3}ry/);
});

test('a thrown value need not be an error', () => {
  expect(scrubError('plain text', scrubber([])).message).toBe('plain text');
  expect(scrubError(undefined, scrubber([])).message).toBe('undefined');
  expect(scrubError(null, scrubber([])).message).toBe('null');
  expect(scrubError({ message: 7 }, scrubber([])).message).toBe('7');
  const circular: { cause?: unknown } = {};
  circular.cause = circular;
  expect(scrubError(circular, scrubber([]))).toBeInstanceOf(Error);
});

test('every text of a thrown value is scrubbed: name, message, code, and those of its causes', () => {
  const thrown = {
    name: `Name of ${secret}`,
    message: `Message of ${secret}`,
    code: `CODE_${secret}`,
    cause: { message: `Cause ${secret}` },
  };
  const copy = scrubError(thrown, scrubber([secret]));
  expect([copy.name, copy.message, 'code' in copy && copy.code]).toEqual([
    `Name of ${MASK}`,
    `Message of ${MASK}`,
    `CODE_${MASK}`,
  ]);
  expect(copy.cause).toMatchObject({ name: 'Error', message: `Cause ${MASK}` });
});

test('a copy has a code and a cause only where there were ones', () => {
  const copy = scrubError(new Error('plain'), scrubber([secret]));
  expect('code' in copy).toBe(false);
  expect('cause' in copy).toBe(false);
});

test('causes are followed five deep, and no further', () => {
  const chain = (depth: number): Error => new Error(`at ${depth}`, depth ? { cause: chain(depth - 1) } : {});
  let last = scrubError(chain(9), scrubber([]));
  while (last.cause) last = last.cause as Error;
  expect(last.message).toBe('at 4');
});

test('the hook for printing is the one that Node looks for', () => {
  expect(INSPECT).toBe(inspect.custom);
});
