/** How secrets are kept: sealed so that they can be shown again, or hashed so that they cannot. */
import { gcm } from '@noble/ciphers/aes.js';
import { bytesToHex, hexToBytes, randomBytes } from '@noble/ciphers/utils.js';
import { compareSync, hashSync } from 'bcryptjs';
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import { createFingerprint, sameFingerprint } from './fingerprint.ts';

/** A stored secret. `start` is its first characters: what a person may see, and how a hashed key is found. */
export type SealedSecret = (
  | {
      readonly kind: 'aes-256-gcm';
      /** Of the secret, which the box shows too: to find it where something is written right behind it. */
      readonly length: number;
      readonly box: string;
      readonly fingerprint: string;
    }
  | {
      readonly kind: 'bcrypt';
      /** Absent in files of earlier versions. */
      readonly length?: number;
      readonly hash: string;
    }
) & {
  readonly start: string;
  /** It has more than letters, digits, `_` and `-`: no word of a text is the whole of it. */
  readonly mixed?: true;
};

/** The lowest cost bcrypt knows: a mock's secrets protect nothing, and a test suite makes many. */
const BCRYPT_COST = 4;
/** bcrypt reads no more than 72 bytes; a longer secret would match by its beginning alone. */
const BCRYPT_MAX_BYTES = 72;
const NONCE_BYTES = 12;
const REMEMBERED = 10_000;
/** Of a secret that was thrown away; as costly as the others. */
const NOBODYS_HASH = '$2b$04$btIvkm9irmP7RtqHrwPmS.ZKF5EiwdotJAvkrP7FOOMq2qkxxTume';

export interface Vault {
  /**
   * @param published Everybody may know the secret: hashing or encrypting it waits until somebody looks.
   * @throws {RangeError} when bcrypt could not tell this secret from another.
   */
  seal(secret: string, storage: KeyPolicy['storage'], published?: boolean): SealedSecret;
  /** The secret again, or `undefined` where only a hash was kept. */
  open(sealed: SealedSecret): string | undefined;
  /**
   * Whether `secret` is the sealed one; takes the same time wherever they differ.
   * @param print its fingerprint, from who has it already
   */
  matches(sealed: SealedSecret, secret: string, print?: string): boolean;
  /**
   * Does for a secret that is nobody's what comparing it with one more hashed key does, where that has not been done:
   * how long a refusal takes tells nobody how the keys begin.
   * @param compared what it was compared with
   */
  compareInVain(secret: string, print: string, compared: readonly SealedSecret[]): void;
  /** A keyed digest of a secret, safe to use as an index. */
  fingerprint(secret: string): string;
}

/** First characters of a secret: never more than half of it, so that a short one is not given away. */
export function startOf(secret: string): string {
  return secret.slice(0, Math.min(12, secret.length >> 1));
}

/** What a secret is known by where it stands in a text. */
export function shapeOf(secret: string): { readonly start: string; readonly length: number; readonly mixed?: true } {
  return { start: startOf(secret), length: secret.length, ...(/[^\w-]/.test(secret) && { mixed: true }) };
}

/** @param kept 32 bytes; a store that outlives the process passes the same ones again. */
export function createVault(kept?: Uint8Array): Vault {
  const key = kept ?? randomBytes(32);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const fingerprint = createFingerprint(key);
  const nobodysPrint = fingerprint('');
  // bcrypt costs milliseconds even at its lowest setting: which hash is of which secret is remembered, in memory only.
  // A secret may have several: each session that plants it salts it anew, and a store brings those of earlier processes.
  const sealedHere = new WeakMap<SealedSecret, string>();
  const known = new Map<string, boolean>();
  const remember = (print: string, hash: string, matches: boolean) => {
    if (known.size >= REMEMBERED) known.clear();
    known.set(`${print} ${hash}`, matches);
    return matches;
  };

  function bcryptMatches(hash: string, secret: string, print: string): boolean {
    const remembered = known.get(`${print} ${hash}`);
    if (remembered !== undefined) return remembered;
    return remember(print, hash, encoder.encode(secret).length <= BCRYPT_MAX_BYTES && compareSync(secret, hash));
  }

  function open(sealed: SealedSecret): string | undefined {
    if (sealed.kind === 'bcrypt') return undefined;
    const bytes = hexToBytes(sealed.box);
    const nonce = bytes.subarray(0, NONCE_BYTES);
    return decoder.decode(gcm(key, nonce).decrypt(bytes.subarray(NONCE_BYTES)));
  }

  function hashed(secret: string): SealedSecret {
    if (encoder.encode(secret).length > BCRYPT_MAX_BYTES) {
      throw new RangeError(`A secret kept with bcrypt has at most ${BCRYPT_MAX_BYTES} bytes. Choose a shorter one.`);
    }
    const hash = once(() => hashSync(secret, BCRYPT_COST));
    return {
      kind: 'bcrypt',
      ...shapeOf(secret),
      get hash() {
        return hash();
      },
    };
  }

  function encrypted(secret: string): SealedSecret {
    const box = once(() => {
      const nonce = randomBytes(NONCE_BYTES);
      return bytesToHex(nonce) + bytesToHex(gcm(key, nonce).encrypt(encoder.encode(secret)));
    });
    return {
      kind: 'aes-256-gcm',
      ...shapeOf(secret),
      get box() {
        return box();
      },
      fingerprint: fingerprint(secret),
    };
  }

  return {
    fingerprint,
    open,
    seal(secret, storage, published = false) {
      const whenAsked = storage === 'bcrypt' ? hashed(secret) : encrypted(secret);
      // A copy has the hash or the box itself, and the secret is gone.
      const sealed = published ? whenAsked : { ...whenAsked };
      if (sealed.kind === 'bcrypt') sealedHere.set(sealed, fingerprint(secret));
      return sealed;
    },
    matches(sealed, secret, print = fingerprint(secret)) {
      // Two secrets with one fingerprint are one secret, so nothing has to be opened or hashed to compare them.
      const own = sealed.kind === 'bcrypt' ? sealedHere.get(sealed) : sealed.fingerprint;
      if (own !== undefined) return sameFingerprint(own, print);
      return sealed.kind === 'bcrypt' && bcryptMatches(sealed.hash, secret, print);
    },
    compareInVain(secret, print, compared) {
      if (compared.length === 0) sameFingerprint(nobodysPrint, print);
      // Only a key of an earlier process needs the slow comparison; where there may be any, it is made once a secret.
      if (kept && compared.every((sealed) => sealedHere.has(sealed))) bcryptMatches(NOBODYS_HASH, secret, print);
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
