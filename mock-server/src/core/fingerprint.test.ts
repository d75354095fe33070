import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createFingerprint, sameFingerprint } from './fingerprint.ts';

const key = new Uint8Array(32).fill(9);

test('a fingerprint is the HMAC-SHA-256 of its secret, one after the other', () => {
  const fingerprint = createFingerprint(key);
  for (const secret of ['', 'a', 'chaveiro-canary', 'ç'.repeat(200), 'a'])
    expect(fingerprint(secret)).toBe(createHmac('sha256', key).update(secret).digest('hex'));
});

test('two fingerprints are the same only when every character is', () => {
  expect(sameFingerprint('abc', 'abc')).toBe(true);
  for (const other of ['abd', 'bbc', 'ab', 'abcd', '']) expect(sameFingerprint('abc', other), other).toBe(false);
});
