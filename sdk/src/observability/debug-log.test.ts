import { expect, test, vi } from 'vitest';
import { answering, json, thrown } from '../../test/observed-fetch.ts';
import { VirtualClock } from '../../test/virtual-clock.ts';
import { keyRing } from '../auth/key-ring.ts';
import { systemClock } from '../http/clock.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { debugLog } from './debug-log.ts';

const lead = { conversion_identifier: 'ebook', email: 'a@b.c' };

test('one line an event, from the request to its end', async () => {
  const clock = new VirtualClock();
  const lines: string[] = [];
  const answers = [
    json({ errors: [{ error_type: 'UNAUTHORIZED', error_message: 'Invalid token.' }] }, 401),
    json({ message: 'API rate limit exceeded' }, 429, { 'retry-after-quotas': '2' }),
    json({ event_uuid: 'u' }, 200, { 'x-request-id': 'req-3' }),
  ];
  const fetch = answering(() => answers.shift() as Response);
  const rd = new RDStation({ apiKey: keyRing(['key-1', 'key-2']), fetch, clock, hooks: debugLog((line) => lines.push(line)) });
  await clock.run(rd.conversions.create(lead));
  expect(lines).toEqual([
    '[chaveiro] rdstation createConversion #1 → POST https://api.rd.services/platform/conversions?api_key=••••',
    '[chaveiro] rdstation createConversion #1 ← 401 in 0 ms',
    '[chaveiro] rdstation createConversion #1 refused, key_refused: RD Station createConversion: 401 UNAUTHORIZED: ' +
      'unknown key or disabled key or wrong endpoint: Invalid token. Check that the key is ATIVO in the App Publisher. ' +
      'An API key sends conversions only; events take an OAuth access token.',
    '[chaveiro] rdstation createConversion #1 again in 0 ms, because of key_refused',
    '[chaveiro] rdstation createConversion #2 → POST https://api.rd.services/platform/conversions?api_key=••••',
    '[chaveiro] rdstation createConversion #2 ← 429 in 0 ms',
    '[chaveiro] rdstation createConversion #2 refused, rate_limited: RD Station createConversion: 429: API rate limit exceeded. ' +
      'At most 120 requests a minute, 500 on the Advanced plan.',
    '[chaveiro] rdstation createConversion #2 again in 2000 ms, because of rate_limited',
    '[chaveiro] rdstation createConversion #3 → POST https://api.rd.services/platform/conversions?api_key=••••',
    '[chaveiro] rdstation createConversion #3 ← 200 in 0 ms, request req-3',
  ]);
});

test('writes to console.debug unless told otherwise', async () => {
  const debug = vi.spyOn(console, 'debug').mockReturnValue();
  await new Pingback({ apiKey: 'k', fetch: answering(json({})), hooks: debugLog() }).contacts.list();
  expect(debug).toHaveBeenCalledTimes(2);
});

test('a line stays one line: what a platform says cannot forge another, or colour a terminal', async () => {
  const lines: string[] = [];
  const body = { error: 'x\n[chaveiro] forged \u001b[31mred\u2028line', errorCode: 'A', requestId: 'r\r\n1' };
  const pingback = new Pingback({
    apiKey: 'k',
    retries: 0,
    fetch: answering(json(body, 403)),
    hooks: debugLog((line) => lines.push(line)),
  });
  await thrown(pingback.contacts.list());
  expect(lines).toHaveLength(3);

  for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f\u2028]/);
});

test('an answer that did not come, an abort and drift have their lines', async () => {
  const lines: string[] = [];
  const hooks = debugLog((line) => lines.push(line));
  const cause = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
  const clock = { ...systemClock, now: () => 0 };
  await thrown(new Pingback({ apiKey: 'k', retries: 0, clock, hooks, fetch: () => Promise.reject(cause) }).contacts.list());
  hooks.response?.({ request: { platform: 'p', operationId: 'o', attempt: 1 } as never, duration: 1.5, error: 'my own secret' });
  hooks.drift?.({ platform: 'p', operationId: 'o', part: 200, drift: [{ path: '$.a', expected: 'string', got: 'number' }] });
  expect(lines.slice(1)).toEqual([
    '[chaveiro] pingback listContacts #1 ← connection_failed: Pingback listContacts: connection failed: ECONNREFUSED. in 0 ms',
    '[chaveiro] p o #1 ← aborted in 2 ms',
    '[chaveiro] p o drift of 200: $.a: expected string, got number',
  ]);
});

test('log redaction: headers, query and bodies are not in it', async () => {
  const lines: string[] = [];
  const fetch = answering(json({ event_uuid: 'uuid-in-the-answer' }));
  const rd = new RDStation({
    apiKey: 'canary-key',
    accessToken: 'canary-token',
    fetch,
    hooks: debugLog((line) => lines.push(line)),
  });
  await rd.conversions.create({ ...lead, name: 'canary-body' }, { headers: { cookie: 'canary-cookie' } });
  await rd.events.create({ event_type: 'SALE', payload: { email: 'a@b.c', funnel_name: 'default' } });
  expect(lines).toHaveLength(4);
  expect(lines.join('\n')).not.toMatch(/canary|uuid-in|a@b\.c/);
});
