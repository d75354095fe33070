/** A keyed digest of a secret: says whether two secrets are the same, and nothing else about them. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/ciphers/utils.js';

/** HMAC-SHA-256 in hexadecimal. What depends on the key alone is computed once: every request asks for a digest. */
export function createFingerprint(key: Uint8Array): (secret: string) => string {
  const encoder = new TextEncoder();
  const keyed = hmac.create(sha256, key);
  const scratch = keyed.clone();
  return (secret) => bytesToHex(keyed._cloneInto(scratch).update(encoder.encode(secret)).digest());
}

/** Takes the same time wherever two fingerprints differ. */
export function sameFingerprint(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}
