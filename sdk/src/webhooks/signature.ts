import type { SignatureScheme } from '../generated/webhooks/webhook-table.ts';
import { bytesOf, joined } from './bytes.ts';
import { hmacFits } from './hmac.ts';
import { WebhookSignatureError, type WebhookSignatureCode } from './signature-error.ts';

/** Characters; there is room for several hashes, as a platform that is replacing its secret may send. */
const LONGEST_HEADER = 1024;

const PAIR = /^(\w+)=(\S+)$/;
const TIMESTAMP = /^(0|[1-9]\d{0,15})$/;
const HASH = /^[0-9a-f]{64}$/;

/** What the header says, well-formed but not yet believed. */
export interface ClaimedSignature {
  /** As it was written, since that is what was signed. */
  readonly timestamp: string;
  /** The same moment, in milliseconds since 1970. */
  readonly time: number;
  readonly hashes: readonly Uint8Array<ArrayBuffer>[];
}

/** Who wants it, for the messages. */
export interface Signed {
  readonly platform: string;
  readonly signature: SignatureScheme;
}

/**
 * Reads the header of a signature.
 *
 * @throws WebhookSignatureError when there is none, or when it has another form
 */
export function readSignature({ platform, signature }: Signed, value: string | null | undefined): ClaimedSignature {
  const { header, fields } = signature;
  const refuse = (code: WebhookSignatureCode, what: string, hint: string) =>
    new WebhookSignatureError(`${what} ${hint}`, { platform, code, hint });
  if (typeof value !== 'string' || !value) {
    throw refuse(
      'signature_missing',
      `The delivery has no ${header} header.`,
      'Answer 401: it was not sent by the platform, or something on the way took the header out.',
    );
  }
  const malformed = (what: string) =>
    refuse(
      'signature_malformed',
      `The ${header} header ${what}.`,
      `It has the form ${fields.timestamp}=<timestamp>,${fields.hash}=<hash>; look for a proxy that changes headers.`,
    );
  if (value.length > LONGEST_HEADER) throw malformed(`is longer than ${LONGEST_HEADER} characters`);
  const pairs = value.split(',').map((pair): [string, string] => {
    const [, name, text] = PAIR.exec(pair) ?? [];
    if (name === undefined || text === undefined) throw malformed('has a part that is no name=value');
    return [name, text];
  });
  const named = (name: string) => pairs.filter(([one]) => one === name).map(([, text]) => text);
  const timestamps = named(fields.timestamp);
  const [timestamp = ''] = timestamps;
  if (timestamps.length !== 1) throw malformed(timestamps.length ? 'has several timestamps' : 'has no timestamp');
  if (!TIMESTAMP.test(timestamp)) throw malformed('has a timestamp that is no whole number');
  const hashes = named(fields.hash);
  if (!hashes.length) throw malformed(`has no ${fields.hash}`);
  if (!hashes.every((hash) => HASH.test(hash))) throw malformed('has a hash that is not 64 lower-case hexadecimal digits');
  return { timestamp, time: momentOf(timestamp, signature), hashes: hashes.map(bytesOfHex) };
}

/** Whether one of the secrets gave one of the hashes. All are tried whatever fits, so that time tells nothing. */
export async function isSigned(
  { signed }: SignatureScheme,
  keys: readonly CryptoKey[],
  { timestamp, hashes }: ClaimedSignature,
  body: Uint8Array,
): Promise<boolean> {
  const texts = signed.map((form) => signedBytes(form, timestamp, body));
  const checks = keys.flatMap((key) => texts.flatMap((text) => hashes.map((hash) => hmacFits(key, hash, text))));
  return (await Promise.all(checks)).includes(true);
}

/** That the unit is seconds is not documented; a number of twelve digits and more can only be milliseconds. */
function momentOf(timestamp: string, scheme: SignatureScheme): number {
  return Number(timestamp) * (scheme.timestamp === 'seconds' && timestamp.length < 12 ? 1000 : 1);
}

function signedBytes(form: string, timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const [before = '', after = ''] = form.replace('{timestamp}', timestamp).split('{body}');
  return joined([bytesOf(before), body, bytesOf(after)]);
}

function bytesOfHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => parseInt(text.slice(2 * at, 2 * at + 2), 16));
}
