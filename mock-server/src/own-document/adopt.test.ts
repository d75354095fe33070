/** Somebody else's document works whatever it calls things, and the rules of its keys cannot be got round. */
import { describe, expect, test } from 'vitest';
import { createMock, OwnDocumentError, type MockOptions } from '../index.ts';

type Place = readonly [place: 'header' | 'query', name: string];
const HEADER: Place = ['header', 'x-key'];

/** Each path asks for its schemes, either of which will do. */
function documentOf(paths: Record<string, readonly string[]>, schemes: Record<string, Place>, more: object = {}) {
  const asked = Object.entries(paths).map(([path, names]) => [
    path,
    {
      get: {
        operationId: 'list',
        parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
        security: names.map((name) => Object.fromEntries([[name, []]])),
        responses: { 200: { description: 'Pets', content: { 'application/json': { example: ['Rex'] } } } },
        ...more,
      },
    },
  ]);
  const described = Object.entries(schemes).map(([name, [place, where]]) => [name, { type: 'apiKey', in: place, name: where }]);
  return {
    openapi: '3.1.0',
    info: { title: 'Zoo', version: '1' },
    paths: Object.fromEntries(asked) as object,
    components: { securitySchemes: Object.fromEntries(described) as object },
  };
}

async function statuses(options: MockOptions & { document: object }, path = '/pets') {
  const mock = createMock(options);
  const secret = mock.zeroSetupKeys.find(({ state }) => state === 'active')?.secret ?? '';
  const ask = async (headers: Record<string, string>) => (await mock.fetch(`http://localhost${path}`, { headers })).status;
  return { mock, seen: [await ask({ 'x-key': secret }), await ask({})] };
}

describe('names that JavaScript or the mock has uses for', () => {
  test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])('an operation is called %s', async (operationId) => {
    const { mock, seen } = await statuses({ document: documentOf({ '/pets': ['k'] }, { k: HEADER }, { operationId }) });
    expect(seen).toEqual([200, 401]);
    expect(mock.requests.last()?.operationId).toBe(operationId);
  });

  test.each(['constructor', '__proto__'])('a scheme is called %s', async (name) => {
    const { mock, seen } = await statuses({ document: documentOf({ '/pets': [name] }, Object.fromEntries([[name, HEADER]])) });
    expect(seen).toEqual([200, 401]);
    expect(mock.platform('zoo').accounts.create().keys.create().scopes).toEqual([]);
  });

  test.each(['constructor', '__proto__'])('of two schemes one is called %s', async (name) => {
    const schemes = Object.fromEntries<Place>([
      ['k', HEADER],
      [name, ['header', 'x-other']],
    ]);
    const decisions = async (paths: Record<string, readonly string[]>) => {
      const { mock } = await statuses({ document: documentOf(paths, schemes) });
      const key = mock.platform('zoo').accounts.create().keys.create({ scheme: 'k' });
      const other = await mock.fetch('http://localhost/stars', { headers: { 'x-other': key.secret } });
      expect(mock.zeroSetupKeys.filter(({ state }) => state === 'no_scope')).toEqual([]);
      return other.headers.get('x-mock-decision');
    };
    expect(await decisions({ '/pets': ['k'], '/stars': [name] })).toBe('wrong_endpoint');
    // Two places for one key.
    expect(await decisions({ '/pets': ['k'], '/stars': ['k', name] })).toBe('allowed');
  });

  test.each([
    ['Constructor API', 'constructor'],
    ['Console API', 'console-api'],
    ['Control API', 'control-api'],
  ])('the document is called %s, and its platform %s', async (title, platform) => {
    for (const responder of ['prism', 'none'] as const) {
      const document = { ...documentOf({ '/pets': ['k'] }, { k: HEADER }), info: { title, version: '1' } };
      const { mock, seen } = await statuses({ document, responder });
      expect(seen).toEqual([responder === 'prism' ? 200 : 501, 401]);
      expect(mock.platform(platform).title).toBe(title);
      const about = mock.notices.filter((notice) => notice.startsWith(title));
      expect(about).toEqual(platform.endsWith('-api') ? [expect.stringContaining(`"${platform}"`)] : []);
      // The mock's own platforms are all there.
      expect((await mock.fetch('http://localhost/__mock/clock')).status).toBe(200);
    }
  });

  test('a policy cannot choose a name of the mock’s own', () => {
    const document = documentOf({ '/pets': ['k'] }, { k: HEADER });
    expect(() => createMock({ document, policy: { platform: 'control' } })).toThrow(OwnDocumentError);
    expect(() => createMock({ document, policy: { platform: 'control' } })).toThrow(/platform: control.*Choose another/);
  });

  test('a fault asks for an answer by a name that no example has', async () => {
    const mock = createMock({ document: documentOf({ '/pets': ['k'] }, { k: HEADER }) });
    mock.faults.add({ effect: { kind: 'rate_limited', example: 'constructor' } });
    const answer = await mock.fetch('http://localhost/pets');
    expect([answer.status, await answer.json()]).toMatchObject([429, { code: 'rate_limited' }]);
  });
});

describe('zero-setup keys', () => {
  const active = (schemes: readonly string[]) => {
    const paths = Object.fromEntries(schemes.map((name, index) => [`/${index}`, [name]]));
    const places = Object.fromEntries(schemes.map((name, index) => [name, ['header', `x-${index}`] as const]));
    const mock = createMock({
      document: documentOf(paths, places),
      policy: { plans: { all: ['a', 'b'], withApiAccess: ['a'] } },
    });
    const keys = mock.zeroSetupKeys.filter(({ state }) => state === 'active');
    return { mock, keys, parts: keys.map(({ secret }) => /^chaveiro-zoo-(.*?)-?active$/.exec(secret)?.[1]) };
  };

  test('of two schemes never have one secret, and each opens what is its own', async () => {
    const { mock, keys, parts } = active(['k', 'partnerAccessTokenRead', 'partnerAccessTokenWrite', 'partner']);
    expect(parts).toEqual(['', 'partner-access-t', 'partner-access-2', 'partner']);
    for (const [index, { secret }] of keys.entries()) {
      const response = await mock.fetch(`http://localhost/${index}`, { headers: { [`x-${index}`]: secret } });
      expect(response.status).toBe(200);
    }
    const secrets = mock.zeroSetupKeys.map(({ secret }) => secret);
    expect(new Set(secrets).size).toBe(secrets.length);
    // What bcrypt reads of a secret.
    for (const secret of secrets) expect(secret.length).toBeLessThanOrEqual(72);
  });

  test.each([
    [
      ['k', 'forno', 'forno_2', 'Forno', 'FORNO'],
      ['', 'forno', 'forno-2', 'forno-3', 'forno-4'],
    ],
    [
      ['k', 'Forno', 'forno', 'forno_2'],
      ['', 'forno', 'forno-3', 'forno-2'],
    ],
    [
      ['k', '日本', '中国'],
      ['', '', '-2'],
    ],
  ])('of %j are told apart by %j: a name that is nobody else’s stays as it is', (schemes, expected) => {
    expect(active(schemes).parts).toEqual(expected);
  });
});

test('two places for one key share its limit and its names', () => {
  const places = { h: HEADER, q: ['query', 'key'] } as const;
  const document = documentOf({ '/pets': ['h', 'q'] }, places);
  const account = (policy: MockOptions['policy']) =>
    createMock({ document, policy: policy ?? {} })
      .platform('zoo')
      .accounts.create();
  const one = account({ keysPerAccount: 1 });
  one.keys.create({ scheme: 'h' });
  expect(() => one.keys.create({ scheme: 'q' })).toThrow(expect.objectContaining({ code: 'key_limit_reached' }) as Error);
  const named = account({ names: { required: true, unique: true } });
  named.keys.create({ scheme: 'q', name: 'CRM' });
  expect(() => named.keys.create({ scheme: 'h', name: 'CRM' })).toThrow(
    expect.objectContaining({ code: 'key_name_taken' }) as Error,
  );
});

test('keys of both places are on the key screen', async () => {
  const document = documentOf({ '/pets': ['h', 'q'] }, { h: HEADER, q: ['query', 'key'] });
  const mock = createMock({ document, policy: { keysPerAccount: 2 } });
  const account = mock.platform('zoo').accounts.create();
  const ids = ['h', 'q'].map((scheme) => account.keys.create({ scheme }).id);
  const headers = { authorization: `Bearer ${account.signIn('owner')}` };
  const shown = await mock.fetch(`http://localhost/__console/accounts/${account.id}/api-keys`, { headers });
  expect(await shown.json()).toMatchObject({ items: ids.map((id) => ({ id })), total: 2 });
});

test('a policy that contains itself is refused with the path of where it does', () => {
  const actions: Record<string, unknown> = { rename: true };
  actions['delete'] = actions;
  const policy = { actions } as unknown as NonNullable<MockOptions['policy']>;
  const document = documentOf({ '/pets': ['h'] }, { h: HEADER });
  expect(() => createMock({ document, policy })).toThrow('The policy has slips:\nactions.delete: contains itself here');
});
