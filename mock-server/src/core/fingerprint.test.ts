import { createHmac } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { createFingerprint, sameFingerprint } from './fingerprint.ts';

const key = new Uint8Array(32).fill(9);

test('a fingerprint is the HMAC-SHA-256 of its secret, one after the other', () => {
  const fingerprint = createFingerprint(key);
  for (const secret of ['', 'a', 'chaveiro-canary', 'ç'.repeat(200), 'a'])
    expect(fingerprint(secret)).toBe(createHmac('sha256', key).update(secret).digest('hex'));
});

test('the secret of a client that calls again and again is digested once, and the memory of such secrets is bounded', () => {
  const fingerprint = createFingerprint(key);
  const encoded = vi.spyOn(TextEncoder.prototype, 'encode');
  const digests = (...secrets: string[]) => {
    encoded.mockClear();
    for (const secret of secrets) fingerprint(secret);
    return encoded.mock.calls.length;
  };
  expect(digests('in use', 'in use', 'in use')).toBe(1);
  const others = Array.from({ length: 999 }, (_, index) => `other ${index}`);
  expect(digests(...others)).toBe(999);
  expect(digests('in use')).toBe(0);
  expect(digests('one more', 'in use')).toBe(2);
  const longest = 'a'.repeat(512);
  expect(digests(longest, longest)).toBe(1);
  expect(digests(`${longest}a`, `${longest}a`)).toBe(2);
});

test('two fingerprints are the same only when every character is', () => {
  expect(sameFingerprint('abc', 'abc')).toBe(true);
  for (const other of ['abd', 'bbc', 'ab', 'abcd', '']) expect(sameFingerprint('abc', other), other).toBe(false);
});
