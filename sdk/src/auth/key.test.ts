import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { observedFetch, thrown } from '../../test/observed-fetch.ts';
import { createClient } from '../client.ts';
import { InvalidKeyError, MissingKeyError } from '../errors/index.ts';
import { Console } from '../platforms/console/index.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';
import { checkKey, environmentKey } from './key.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const malformed: [what: string, key: unknown][] = [
  ['empty', ''],
  ['a trailing line break', 'canary-key\n'],
  ['a leading space', ' canary-key'],
  ['a line break inside', 'canary\r\nx-admin: 1'],
  ['a control character', 'canary\u0000key'],
  ['a word in front', 'Bearer canary-key'],
  ['a latin letter beyond ASCII', 'canary-chave-ç'],
  ['a letter that is not latin', 'canary-ключ'],
  ['a masked key', 'canary••••'],
  ['a number', 42],
  ['an object', { canary: true }],
];

describe('a malformed key is refused at construction, without echoing it', () => {
  test.each(malformed)('%s', (_what, key) => {
    const apiKey = key as string;
    for (const construct of [
      () => new Pingback({ apiKey }),
      () => new RDStation({ apiKey }),
      () => new RDStation({ accessToken: apiKey }),
      () => new Zenvio({ apiKey }),
      () => new Console({ session: apiKey, baseUrl: 'http://localhost:4010' }),
      () => createClient({ keys: { zenvio: apiKey } }),
      () => createClient({ keys: { rdstation: { accessToken: apiKey } } }),
    ]) {
      const error = refusal(construct);
      expect(error).toBeInstanceOf(InvalidKeyError);
      expect(error).toMatchObject({ code: 'malformed_key' });
      expect(`${inspect(error)} ${JSON.stringify(error)} ${error.stack} ${String(error)}`).not.toContain('canary');
    }
  });

  test('the message says where it was given', () => {
    vi.stubEnv('ZENVIO_API_KEY', 'canary key');
    expect(refusal(() => new Pingback({ apiKey: 'a b' })).message).toContain('apiKey is no key');
    expect(refusal(() => createClient({ keys: { rdstation: { accessToken: 'a b' } } })).message).toContain(
      'keys.rdstation.accessToken is no key',
    );
    expect(refusal(() => new Zenvio()).message).toContain('ZENVIO_API_KEY is no key');
  });
});

test('a held key shows nowhere', () => {
  const secret = checkKey('canary-key', 'apiKey', 'pingback');
  const shown = [
    inspect(secret, { showHidden: true }),
    JSON.stringify({ secret }),
    `${secret as unknown as string}`,
    Object.keys(secret).join(),
  ];
  expect(shown.join(' ')).not.toContain('canary');
  expect(secret.reveal()).toBe('canary-key');
});

describe('the environment', () => {
  test('gives the key where the option does not', async () => {
    vi.stubEnv('PINGBACK_API_KEY', 'from-environment');
    const one = observedFetch();
    await new Pingback({ fetch: one.fetch }).contacts.list();
    expect(one.request.headers.get('x-api-key')).toBe('from-environment');
    const two = observedFetch();
    await new Pingback({ apiKey: 'from-option', fetch: two.fetch }).contacts.list();
    expect(two.request.headers.get('x-api-key')).toBe('from-option');
    const three = observedFetch();
    await createClient({ fetch: three.fetch }).GET('/contacts');
    expect(three.request.headers.get('x-api-key')).toBe('from-environment');
  });

  test('an empty variable counts as none', async () => {
    vi.stubEnv('PINGBACK_API_KEY', '');
    expect(environmentKey('PINGBACK_API_KEY')).toBeUndefined();
    expect(await thrown(new Pingback().contacts.list())).toBeInstanceOf(MissingKeyError);
  });

  test('one that is malformed only matters to its own platform', async () => {
    vi.stubEnv('ZENVIO_API_KEY', 'mal formed');
    const client = createClient({ keys: { pingback: 'key-1' }, fetch: observedFetch().fetch });
    expect(await client.GET('/contacts')).toHaveProperty('data');
    expect(await thrown(client.GET('/logs'))).toBeInstanceOf(InvalidKeyError);
  });

  test('a runtime that has none, or that denies it', () => {
    vi.stubGlobal('process', undefined);
    expect(environmentKey('PINGBACK_API_KEY')).toBeUndefined();
    const denied = new Proxy(
      {},
      {
        get: () => {
          throw new Error('denied');
        },
      },
    );
    vi.stubGlobal('process', { env: denied });
    const key = environmentKey('PINGBACK_API_KEY');
    vi.unstubAllGlobals();
    expect(key).toBeUndefined();
  });
});

describe('a key that is missing is told before anything is sent', () => {
  test.each([
    ['Pingback', (fetch) => new Pingback({ fetch }).contacts.list(), 'Give apiKey or set PINGBACK_API_KEY.'],
    [
      'RD Station, conversions',
      (fetch) => new RDStation({ accessToken: 't-1', fetch }).conversions.create({ conversion_identifier: 'e', email: 'a@b.c' }),
      'Give apiKey or set RDSTATION_API_KEY.',
    ],
    [
      'RD Station, events with an API key alone',
      (fetch) => new RDStation({ apiKey: 'key-1', fetch }).events.createBatch([]),
      'Give accessToken or set RDSTATION_ACCESS_TOKEN. An API key sends conversions only; events take an OAuth access token.',
    ],
    ['Zenvio', (fetch) => new Zenvio({ fetch }).logs.list(), 'Give apiKey or set ZENVIO_API_KEY.'],
    ['the typed client', (fetch) => createClient({ fetch }).GET('/contacts'), 'Give keys.pingback or set PINGBACK_API_KEY.'],
    [
      'the typed client, events',
      (fetch) => createClient({ keys: { rdstation: 'key-1' }, fetch }).POST('/platform/events/batch', { body: [] }),
      'Give keys.rdstation.accessToken or set RDSTATION_ACCESS_TOKEN.',
    ],
    [
      'the typed client, console',
      (fetch) =>
        createClient({ baseUrl: 'http://localhost:4010', fetch }).GET('/accounts/{accountId}', {
          params: { path: { accountId: 'a' } },
        }),
      'Give keys.console.',
    ],
  ] satisfies [string, (fetch: typeof globalThis.fetch) => Promise<unknown>, string][])('%s', async (_what, call, says) => {
    for (const name of ['PINGBACK_API_KEY', 'RDSTATION_API_KEY', 'RDSTATION_ACCESS_TOKEN', 'ZENVIO_API_KEY'])
      vi.stubEnv(name, '');
    const fetch = vi.fn();
    const error = await thrown<MissingKeyError>(call(fetch));
    expect(error).toBeInstanceOf(MissingKeyError);
    expect(error.message).toContain(says);
    expect(error.hint).toContain(says);
    expect(fetch).not.toHaveBeenCalled();
  });

  test('where there is one way alone, that is all it says', async () => {
    // As JavaScript would: types ask for the session.
    const { accounts } = new Console({ baseUrl: 'http://localhost:4010' } as never);
    const error = await thrown<MissingKeyError>(accounts.list());
    expect(error).toMatchObject({ message: 'Console listAccounts: no key. Give session.', hint: 'Give session.' });
  });
});

function refusal(construct: () => unknown): Error {
  try {
    construct();
  } catch (error) {
    return error as Error;
  }
  throw new Error('It was not refused.');
}
