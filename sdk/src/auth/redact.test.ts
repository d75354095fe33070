import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { scrubber, scrubError } from './redact.ts';

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
  const circular: { cause?: unknown } = {};
  circular.cause = circular;
  expect(scrubError(circular, scrubber([]))).toBeInstanceOf(Error);
});
