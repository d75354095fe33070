import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { isSimple } from './simple-shapes.ts';

const day = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }));
const digits = (value: number, length: number) => String(value).padStart(length, '0');

const formats = {
  email: { zod: z.email(), texts: fc.oneof(fc.emailAddress(), fc.stringMatching(/^[aZ0._'+-]{1,6}@[aZ0.-]{1,8}$/)) },
  uuid: {
    zod: z.uuid(),
    texts: fc.oneof(
      fc.uuid(),
      fc.constantFrom('0', 'f', 'F').map((digit) => '8-4-4-4-12'.replace(/\d+/g, (n) => digit.repeat(Number(n)))),
    ),
  },
  'date-time': {
    zod: z.iso.datetime({ offset: true }),
    texts: fc
      .tuple(
        day,
        fc.constantFrom('T', ' ', 't'),
        fc.constantFrom('00:00:00', '23:59:59.999', '24:00:00', '12:60:00', '12:00'),
        fc.constantFrom('Z', '', '-03:00', '+24:00', '-0300', 'z'),
      )
      .map(
        ([[year, month, date], t, time, zone]) => `${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}${t}${time}${zone}`,
      ),
  },
  uri: { zod: z.url(), texts: fc.oneof(fc.webUrl(), fc.stringMatching(/^ ?[a:/.?#@%0-]{1,8} ?$/)) },
} as const;

/** A text as it is, or with one character dropped, doubled or replaced. */
function slipped(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const slip = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    by: fc.constantFrom('', '..', '-', '\n', 'é', 'A', '0', ' '),
  });
  return fc.tuple(texts, fc.option(slip)).map(([text, change]) => {
    if (change === null) return text;
    const index = Math.floor(change.at * text.length);
    return text.slice(0, index) + change.by + text.slice(index + 1);
  });
}

test.each(Object.entries(formats))('%s: takes the texts that zod takes', (format, { zod, texts }) => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(slipped(texts), (text) => {
      const taken = zod.safeParse(text).success;
      seen.add(taken);
      expect(isSimple[format as keyof typeof formats](text)).toBe(taken);
    }),
    { numRuns: 3000 },
  );
  expect(seen.size).toBe(2);
});

test.each([NaN, Infinity, 2 ** 53, 1.5, -0, 1n, '1', new Number(1)])('numbers are the ones that zod takes: %s', (value) => {
  expect(isSimple.number(value)).toBe(z.number().safeParse(value).success);
  expect(isSimple.integer(value)).toBe(z.int().safeParse(value).success);
});
