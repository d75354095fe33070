import { createHmac } from 'node:crypto';
import { document } from '@chaveiro/openapi';
import { expect, test } from 'vitest';
import { signatureValue } from './signature.ts';

const signature = document['x-platforms']['zenvio']?.webhooks?.signature;
if (!signature) throw new Error('The document says how Zenvio signs.');

test("the document's example of a signature comes out", () => {
  const { secret, timestamp, body, value } = signature.example;
  expect(signatureValue(signature, secret, timestamp * 1000, body)).toBe(value);
});

test('a moment is cut to whole seconds, or signed in milliseconds where the document says so', () => {
  expect(signatureValue(signature, 'whsec_teste', 1_999, '{}')).toMatch(/^t=1,/);
  expect(signatureValue({ ...signature, timestamp: 'milliseconds' }, 'whsec_teste', 1_999, '{}')).toMatch(/^t=1999,/);
});

test('a body that looks like a pattern of a replacement is signed as it is', () => {
  const hash = createHmac('sha256', 'whsec_teste').update("0.$& $' $1").digest('hex');
  expect(signatureValue(signature, 'whsec_teste', 0, "$& $' $1")).toBe(`t=0,v1=${hash}`);
});
