/** The signature of a webhook, as the document describes it. */
import type { WebhookSignature } from '@chaveiro/openapi/policy';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * What stands in the header.
 * @param at when it is signed: milliseconds since the epoch
 * @param body the bytes that are sent, as text
 * @param text what is signed, one of the document's `signed`; default: the first of them
 */
export function signatureValue(
  { format, signed, timestamp }: WebhookSignature,
  secret: string,
  at: number,
  body: string,
  text = signed[0] ?? '',
): string {
  const time = String(timestamp === 'seconds' ? Math.floor(at / 1000) : at);
  const hash = hmacHex(
    secret,
    text.replace('{timestamp}', time).replace('{body}', () => body),
  );
  return format.replace('{timestamp}', time).replace('{hash}', hash);
}

function hmacHex(secret: string, text: string): string {
  const encoder = new TextEncoder();
  return bytesToHex(hmac(sha256, encoder.encode(secret), encoder.encode(text)));
}
