/** What the mock says in English is said in Portuguese too, and events come whole however the network cuts them. */
import { expect, test } from 'vitest';
import { createMock } from '../../src/index.ts';
import { eventParser, type JournalEvent } from '../src/api/event-parser.ts';
import type { ApiDocument } from '../src/api/document.ts';
import { keyPlace } from '../src/calls/exchange.ts';
import { sampleCalls } from '../src/calls/sample-call.ts';
import { en } from '../src/i18n/en.ts';
import { inPortuguese } from '../src/pages/requests/step-sentences.ts';

interface ZeroSetupKey {
  readonly scheme: string;
  readonly secret: string;
}

/** Every zero-setup key at every operation of every platform, with limits on and without any key: the journal of all that. */
async function everyTrace() {
  const mock = createMock({ rateLimits: 'on' });
  const document = mock.document as unknown as ApiDocument;
  const response = await mock.fetch('http://localhost/__mock/zero-setup-keys');
  const { keys } = (await response.json()) as { keys: ZeroSetupKey[] };
  const schemes = Object.keys(document.components.securitySchemes).filter((name) => name !== 'mockControl');
  const calls = schemes.flatMap((scheme) => sampleCalls(document, scheme));
  for (const call of calls) {
    for (const { scheme, secret } of [...keys, { scheme: call.scheme, secret: 'nobody-has-this' }, { scheme: '', secret: '' }]) {
      const url = new URL(call.path, 'http://localhost');
      const headers: Record<string, string> = call.body ? { 'content-type': call.body.type } : {};
      if (scheme !== '') {
        const place = keyPlace(scheme, document.components.securitySchemes[scheme]);
        if (place.in === 'query') url.searchParams.set(place.name, secret);
        else headers[place.name] = place.in === 'bearer' ? `Bearer ${secret}` : secret;
      }
      await mock.fetch(url, { method: call.method, headers, ...(call.body && { body: JSON.stringify(call.body.value) }) });
    }
  }
  return mock.requests.list();
}

test('every finding of every step has a sentence in Portuguese, every step and every decision a name', async () => {
  const entries = await everyTrace();
  const details = new Set(entries.flatMap(({ steps }) => steps.map(({ detail }) => detail)));
  expect(details.size).toBeGreaterThan(30);
  expect([...details].filter((detail) => inPortuguese(detail) === undefined)).toEqual([]);
  const steps = new Set(entries.flatMap((entry) => entry.steps.map(({ step }) => step)));
  expect([...steps].filter((step) => !(step in en.requests.trace.steps))).toEqual([]);
  const decisions = new Set(entries.map(({ decision }) => decision));
  expect(decisions.size).toBeGreaterThan(8);
  expect([...decisions].filter((decision) => !(decision in en.requests.decisions))).toEqual([]);
});

test.each([1, 2, 7, 1000])('events in pieces of %i characters come whole, in order, and comments are none', (length) => {
  const text =
    ': hello\n\nid: req_1\nevent: request\ndata: {"a":"b: c"}\n\nevent: cleared\ndata: {}\n\n: still there\n\nevent: gap\ndata: {';
  const received: JournalEvent[] = [];
  const parse = eventParser((event) => received.push(event));
  for (let at = 0; at < text.length; at += length) parse(text.slice(at, at + length));
  expect(received).toEqual([
    { type: 'request', data: { a: 'b: c' } },
    { type: 'cleared', data: {} },
  ]);
});
