/** A keyed digest of a secret: says whether two secrets are the same, and nothing else about them. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/ciphers/utils.js';

/** Secrets whose digest is remembered, in memory only: a client sends the same one with every request. */
const REMEMBERED = 1000;
const LONG = 512;

/** HMAC-SHA-256 in hexadecimal. What depends on the key alone is computed once, and so is the digest of a secret in use. */
export function createFingerprint(key: Uint8Array): (secret: string) => string {
  const encoder = new TextEncoder();
  const keyed = hmac.create(sha256, key);
  const scratch = keyed.clone();
  const known = new Map<string, string>();
  return (secret) => {
    const remembered = known.get(secret);
    if (remembered !== undefined) return remembered;
    const digest = bytesToHex(keyed._cloneInto(scratch).update(encoder.encode(secret)).digest());
    // Whether a secret is right or wrong, it is remembered: how fast it is refused tells nothing.
    if (known.size >= REMEMBERED) known.clear();
    // One that is longer than any key is not worth the memory.
    if (secret.length <= LONG) known.set(secret, digest);
    return digest;
  };
}

/** Takes the same time wherever two fingerprints differ. */
export function sameFingerprint(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}
