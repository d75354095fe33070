import { bytesOf } from './bytes.ts';

const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' };

/** A key that can only verify and sign, and that nobody can read back. */
export function hmacKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, ALGORITHM, false, ['sign', 'verify']);
}

/** In constant time, which the platform's WebCrypto sees to. */
export function hmacFits(key: CryptoKey, hash: Uint8Array<ArrayBuffer>, signed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return crypto.subtle.verify('HMAC', key, hash, signed);
}

/**
 * Whether a text is one of those accepted, in a time that tells neither where the texts differ nor which one it is: what is
 * compared are hashes under a key that is used once.
 */
export async function isOneOf(found: string, accepted: readonly string[]): Promise<boolean> {
  const key = await hmacKey(crypto.getRandomValues(new Uint8Array(32)));
  const checks = accepted.map(async (text) => {
    const hash = await crypto.subtle.sign('HMAC', key, bytesOf(text));
    return hmacFits(key, new Uint8Array(hash), bytesOf(found));
  });
  return (await Promise.all(checks)).includes(true);
}
