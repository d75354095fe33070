import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { document } from '../index.ts';
import { changed, drop, put, type Change } from '../scripts/fixture/change.ts';
import { DocumentError, parseDocument, webhooksOf } from './index.ts';

const read = ['webhooks', 'message.read', 'post'];
const zenvio = ['x-platforms', 'zenvio', 'webhooks'];
const converted = ['webhooks', 'WEBHOOK.CONVERTED', 'post'];

/** The problems of the published document after these changes. */
function problemsAfter(...changes: Change[]): readonly string[] {
  try {
    parseDocument(changed(document, ...changes));
    return [];
  } catch (error) {
    if (error instanceof DocumentError) return error.problems;
    throw error;
  }
}

test("the document's example of a signature is one", () => {
  const { secret, timestamp, body, value } = document['x-platforms']['zenvio']?.webhooks?.signature?.example ?? {};
  const hash = createHmac('sha256', String(secret)).update(`${timestamp}.${body}`).digest('hex');
  expect(value).toBe(`t=${timestamp},v1=${hash}`);
});

test('webhooks know their platform; Pingback has none', () => {
  expect(new Set(webhooksOf(document).map(({ platform }) => platform))).toEqual(new Set(['rdstation', 'zenvio']));
});

describe('a document is refused', () => {
  test('when the platform of a webhook is not said', () => {
    expect(problemsAfter(put([...read, 'tags'], ['Zenvoi']))).toEqual([
      'webhooks.message.read.post.tags: the first tag has to be that of a platform in x-platforms',
    ]);
  });

  test('when a platform with webhooks says nothing of how they are signed', () => {
    expect(problemsAfter(drop(['x-platforms', 'rdstation', 'webhooks']))).toEqual([
      'x-platforms.rdstation.webhooks: missing line: WEBHOOK.CONVERTED is a webhook of this platform',
      'x-platforms.rdstation.webhooks: missing line: WEBHOOK.MARKED_OPPORTUNITY is a webhook of this platform',
    ]);
  });

  test('when a platform without webhooks says how they are signed', () => {
    const rdstation = document['x-platforms']['rdstation']?.webhooks;
    expect(problemsAfter(put(['x-platforms', 'pingback', 'webhooks'], rdstation))).toEqual([
      'x-platforms.pingback.webhooks: the document has no webhook of this platform',
    ]);
  });

  test('when no example shows the event', () => {
    const value = [...converted, 'requestBody', 'content', 'application/json', 'examples', 'converted', 'value'];
    expect(problemsAfter(put([...value, 'event_type'], 'WEBHOOK.CONVERTD'))).toEqual([
      'webhooks.WEBHOOK.CONVERTED.post.requestBody: needs an example whose body names the event WEBHOOK.CONVERTED',
    ]);
  });

  test('when a signed webhook does not list the header', () => {
    expect(problemsAfter(put([...read, 'parameters'], []))).toEqual([
      'webhooks.message.read.post.parameters: missing parameter: the header X-Zenvio-Signature, which has the signature',
    ]);
  });

  test('when a webhook does not say how sure it is', () => {
    expect(problemsAfter(drop([...read, 'x-evidence']), drop([...read, 'x-source']))).toEqual([
      'webhooks.message.read.post.x-evidence: missing line: every webhook says x-evidence and x-source',
    ]);
  });

  test.each([
    ['t={time},v1={hash}', 'expected pairs, such as t={timestamp},v1={hash}'],
    ['{timestamp}', 'expected pairs, such as t={timestamp},v1={hash}'],
  ])('when the header of the signature has the form %s', (format, message) => {
    expect(problemsAfter(put([...zenvio, 'signature', 'format'], format))).toEqual([
      `x-platforms.zenvio.webhooks.signature.format: ${message}`,
    ]);
  });

  test('when a line of the signature has no evidence', () => {
    expect(problemsAfter(drop([...zenvio, 'signature', 'evidence', 'signed']))).toEqual([
      'x-platforms.zenvio.webhooks.signature.evidence.signed: missing line',
    ]);
  });
});
