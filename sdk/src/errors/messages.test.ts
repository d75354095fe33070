// A message says what happened, to which call, and what to do where the platform's help knows; `hint` has the last part.
import { describe, expect, test } from 'vitest';
import { answering, json, thrown, type Answer } from '../../test/observed-fetch.ts';
import { Console } from '../platforms/console/index.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';
import type { ChaveiroError } from './index.ts';

const CANARY = 'canary-4711';
const lead = { conversion_identifier: 'ebook', email: 'a@b.c' };
const sale = { event_type: 'SALE', payload: { email: 'a@b.c', funnel_name: 'default' } } as const;
const settings = (answer: Answer) => ({ fetch: answering(answer), retries: 0, timeout: 20 });

const pingback = (answer: Answer) => new Pingback({ apiKey: CANARY, ...settings(answer) }).contacts.get('a@b.c');
const conversion = (answer: Answer) => new RDStation({ apiKey: CANARY, ...settings(answer) }).conversions.create(lead);
const event = (answer: Answer) => new RDStation({ accessToken: CANARY, ...settings(answer) }).events.create(sale);
const zenvio = (answer: Answer) => new Zenvio({ apiKey: CANARY, ...settings(answer) }).messages.get('msg_1');

const denial = { Message: 'User is not authorized to access this resource with an explicit deny in an identity-based policy' };
const token = { errors: [{ error_type: 'UNAUTHORIZED', error_message: 'Invalid token.' }] };
const crm = { errors: [{ error_type: 'UNABLE_TO_LOAD_CDP_SCHEMA', error_message: 'Unable to load schema' }] };
const perLead = { error: "'lead_limiter' rate limit exceeded for 86400 second(s) period for key 'x'", max: 120 };
const forbidden = (code: string, message: string) => ({ success: false, error: 'Forbidden', message, code });
const scope = forbidden('FORBIDDEN', 'Missing scope: whatsapp:send');

type Row = [what: string, call: (answer: Answer) => Promise<unknown>, answer: Answer, happened: string, todo: string];

/** What the help pages of the platforms tell people to do. */
const remedies: Row[] = [
  [
    'Pingback: a key that is switched off',
    pingback,
    json(denial, 403),
    'disabled key',
    'Check that the key is Ativo under Informações da conta > API Key.',
  ],
  ['Pingback: a plan without API', pingback, json(denial, 403), 'plan not allowed', 'API keys need the Pro or Ultra plan.'],
  [
    'Pingback: too fast',
    pingback,
    json({ message: 'Too Many Requests' }, 429),
    'Too Many Requests',
    'At most 5 requests a second, 2 at a time.',
  ],
  [
    'RD Station: a key that is switched off',
    conversion,
    json(token, 401),
    'disabled key',
    'Check that the key is ATIVO in the App Publisher.',
  ],
  ['RD Station: a token after 24 hours', event, json(token, 401), 'expired key', 'An access token lasts 24 hours: refresh it.'],
  [
    'RD Station: a key of the CRM',
    conversion,
    json(crm, 400),
    'Unable to load schema',
    'Generate the key in a Marketing account.',
  ],
  [
    'RD Station: a key for an event',
    event,
    json({ error: 'invalid_token', error_description: 'x' }, 401),
    'wrong endpoint',
    'An API key sends conversions only; events take an OAuth access token.',
  ],
  [
    'RD Station: too fast',
    conversion,
    json({ message: 'API rate limit exceeded' }, 429),
    'API rate limit',
    'At most 120 requests a minute, 500 on the Advanced plan.',
  ],
  [
    'RD Station: too often about a lead',
    conversion,
    json(perLead, 429),
    'lead_limiter',
    'At most 120 requests in 24 hours about one lead.',
  ],
  [
    'Zenvio: a key that was revoked',
    zenvio,
    json(forbidden('UNAUTHORIZED', 'Invalid API key'), 401),
    'deleted key',
    'A revoked or lost key has to be replaced by a new one.',
  ],
  [
    'Zenvio: no credit',
    zenvio,
    json(forbidden('INSUFFICIENT_CREDITS', 'Insufficient credits.'), 402),
    'Insufficient credits',
    'Check plan and credits of the workspace.',
  ],
  [
    'Zenvio: a scope',
    zenvio,
    json(scope, 403),
    'Missing scope: whatsapp:send',
    'Scopes are chosen when a key is created: create one that has it.',
  ],
  [
    'Zenvio: an instance',
    zenvio,
    json(forbidden('INSTANCE_NOT_ALLOWED', 'Not this one'), 403),
    'Not this one',
    'Use an instance that the key is for.',
  ],
];

describe('what the platform’s help names is in the message and in the hint', () => {
  test.each(remedies)('%s', async (_what, call, answer, happened, todo) => {
    const error = await thrown<ChaveiroError>(call(answer));
    expect(error.message).toContain(happened);
    expect(error.message).toContain(todo);
    expect(error.hint).toContain(todo);
    expect(error.message).not.toContain(CANARY);
  });
});

describe('what the SDK itself refuses or misses says what to do', () => {
  const gone = Object.assign(new Error('no'), { code: 'ENOTFOUND' });

  test.each<[what: string, fail: () => Promise<unknown>, message: string]>([
    ['no key', () => new Zenvio(settings(json({}))).logs.list(), 'Zenvio listLogs: no key. Give apiKey or set ZENVIO_API_KEY.'],
    [
      'no token, where a key would not do',
      () => new RDStation({ apiKey: CANARY, ...settings(json({})) }).events.create(sale),
      'RD Station createEvent: no key. Give accessToken or set RDSTATION_ACCESS_TOKEN. An API key sends conversions only; events take an OAuth access token.',
    ],
    [
      'no session',
      () =>
        new Console({ session: undefined as never, baseUrl: 'http://localhost:4010', ...settings(json({})) }).accounts.get(
          'acc_1',
        ),
      'Console getAccount: no key. Give session.',
    ],
    [
      'a value that would turn the address into another one',
      () => new Pingback({ apiKey: CANARY, ...settings(json({})) }).contacts.delete('..'),
      'Pingback deleteContact: email must not be empty, "." or "..".',
    ],
    [
      'a redirect',
      () => pingback(new Response(null, { status: 301, headers: { location: 'https://pingback.example/' } })),
      'Pingback getContact: a redirect was not followed. Check baseUrl.',
    ],
    ['a connection', () => pingback(() => Promise.reject(gone)), 'Pingback getContact: connection failed: ENOTFOUND.'],
    ['a time-out', () => pingback(() => new Promise(() => {})), 'Pingback getContact: no complete answer within 20 ms.'],
    [
      'a success that is no JSON',
      () => pingback(new Response('<p>hi</p>')),
      'Pingback getContact: 200, but the body is not JSON.',
    ],
  ])('%s', async (_what, fail, message) => {
    expect(await thrown(fail())).toHaveProperty('message', message);
  });

  test.each([` ${CANARY}`, `${CANARY}\n`, `“${CANARY}”`, ''])('a malformed key, which is not shown: %j', (apiKey) => {
    const make = () => new Pingback({ apiKey });
    expect(make).toThrow('apiKey is no key: a key is visible ASCII without spaces.');
    expect(make).not.toThrow(CANARY);
  });
});

describe('whether to try again', () => {
  test.each<[what: string, call: Row[1], answer: Answer, again: boolean, after: number | undefined]>([
    ['a limit', conversion, json({ message: 'API rate limit exceeded' }, 429, { 'retry-after-quotas': '42' }), true, 42_000],
    ['a limit that may be one or the other', conversion, new Response('', { status: 429 }), true, undefined],
    ['a lead’s limit: for a day', conversion, json({ ...perLead, remaining_time: 43_067 }, 429), false, 43_067_000],
    ['a failure of a read', zenvio, json({}, 503, { 'retry-after': '60' }), true, 60_000],
    ['a failure of what may have counted', conversion, json({}, 503, { 'retry-after': '60' }), false, 60_000],
    ['a wrong request', conversion, json({}, 400), false, undefined],
    ['a refused key', pingback, json(denial, 403), false, undefined],
    ['a success that cannot be read', conversion, new Response('ok'), false, undefined],
    ['a time-out of a read', pingback, () => new Promise(() => {}), true, undefined],
    ['a time-out of what may have counted', conversion, () => new Promise(() => {}), false, undefined],
  ])('%s', async (_what, call, answer, isRetryable, retryAfter) => {
    const error = await thrown<ChaveiroError>(call(answer));
    expect([error.isRetryable, error.retryAfter]).toEqual([isRetryable, retryAfter]);
  });
});
