import { describe, expect, test } from 'vitest';
import { createMock } from '../mock.ts';
import { redactedBody, redactedPath, withoutSecrets } from './redact.ts';

describe('a path', () => {
  test.each([
    ['/a', '/a'],
    ['/a?page=1&size=2', '/a?page=1&size=2'],
    ['/a?api_key=CANARY&page=1', '/a?api_key=••••&page=1'],
    ['/a?page=1&API-Key=CANARY', '/a?page=1&API-Key=••••'],
    ['/a?api%5Fkey=CANARY', '/a?api%5Fkey=••••'],
    ['/a?api_key', '/a?api_key=••••'],
    ['/a?api_key=CANARY=CANARY', '/a?api_key=••••'],
    ['/a?%zz=CANARY', '/a?%zz=••••'],
    ['/a?&b=1', '/a?&b=1'],
    ['/a?chave=CANARY', '/a?chave=••••'],
  ])('%s is written down as %s', (path, shown) => {
    expect(redactedPath(new URL(path, 'http://localhost'), new Set(['chave']))).toBe(shown);
  });
});

describe('a body', () => {
  test('has every member with a secret’s name masked, however deep, and its order kept', () => {
    const body = { name: 'Ana', list: [{ token: 'CANARY' }], api_key: { deep: 'CANARY' }, last: null };
    expect(JSON.stringify(redactedBody(body))).toBe('{"name":"Ana","list":[{"token":"••••"}],"api_key":"••••","last":null}');
  });

  test('is a copy: what is written down does not change with the request', () => {
    const body = { tags: ['novo'] };
    const kept = redactedBody(body);
    body.tags.push('outro');
    expect(kept).toEqual({ tags: ['novo'] });
  });

  test('may have a member called __proto__, which is a member and nothing else', () => {
    const kept = redactedBody(JSON.parse('{"__proto__":{"token":"CANARY","polluted":true}}')) as { polluted?: unknown };
    expect(kept.polluted).toBeUndefined();
    expect(JSON.stringify(kept)).toBe('{"__proto__":{"token":"••••","polluted":true}}');
  });
});

describe('a key in the wrong place', () => {
  test('is masked wherever it stands, and nothing else is', () => {
    const isWord = (text: string, from: number, to: number) => text.slice(from, to) === 'sk_live_CANARY';
    const value = {
      text: 'key=sk_live_CANARY, really',
      list: ['sk_live_CANARY'],
      sk_live_CANARY: 1,
      other: 'sk_live_other_one',
      n: 5,
    };
    expect(withoutSecrets(value, { isWord })).toEqual({
      text: 'key=••••, really',
      list: ['••••'],
      '••••': 1,
      other: 'sk_live_other_one',
      n: 5,
    });
  });

  test.each(['chaveiro-pingback-active', 'chaveiro-rdstation-active', 'sk_live_chaveiro_active'])(
    '%s is not in the journal: not from the query, the path, a body or the user agent',
    async (secret) => {
      const mock = createMock();
      const base = 'http://localhost:4010';
      await mock.fetch(`${base}/contacts?key=${secret}`);
      await mock.fetch(`${base}/contacts/${secret}`);
      await mock.fetch(`https://connect.pingback.com/v2/no-such-path/${secret}`, { headers: { 'user-agent': `crm ${secret}` } });
      const body = JSON.stringify({ event_type: 'CONVERSION', note: `with ${secret}` });
      await mock.fetch(`${base}/platform/conversions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      expect(mock.requests.list()).toHaveLength(4);
      expect(JSON.stringify(mock.requests.list())).not.toContain(secret);
    },
  );

  test.each(['pingback', 'rdstation', 'zenvio'] as const)(
    'is masked also where somebody left the space out before it: a key of %s',
    async (platform) => {
      const mock = createMock();
      const { secret } = mock[platform].accounts.create().keys.create();
      const body = JSON.stringify({ note: `Bearer${secret}`, [`x${secret}`]: 1 });
      const headers = { 'content-type': 'application/json', 'user-agent': `crm_${secret}` };
      await mock.fetch(`http://localhost:4010/platform/conversions?q=_${secret}`, { method: 'POST', headers, body });
      await mock.fetch(`http://localhost:4010/contacts/x${secret}`);
      await mock.fetch(`http://localhost:4010/contacts?q=${'x'.repeat(500)}${secret}${'x'.repeat(500)}`);
      expect(mock.requests.list()).toHaveLength(3);
      expect(JSON.stringify(mock.requests.list())).not.toContain(secret);
    },
  );

  test('is masked also where a letter is written right behind it, as in a URL that was put together', async () => {
    const mock = createMock();
    const secret = mock.rdstation.accounts.create().keys.create().secret;
    const response = await mock.fetch(`http://localhost:4010/platform/${secret}a:b`);
    expect(response.status).toBe(404);
    const { headers } = response;
    expect(await response.text()).not.toContain(secret);
    expect(mock.requests.last()).toMatchObject({ path: '/platform/••••:b', requestId: headers.get('x-mock-request-id') });
    // What only begins as a key does is none.
    await mock.fetch(`http://localhost:4010/platform/${secret.slice(0, -1)}`);
    expect(mock.requests.last()?.path).toBe(`/platform/${secret.slice(0, -1)}`);
  });

  test.each([
    ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123_-x', 'dots'],
    ['loja/crm:secret.1', 'a slash and a colon'],
    ['minha+chave+secreta==', 'plus and equal signs'],
    ['s&gre do#1%', 'what URLs give a meaning'],
  ])('%s, which is more than a word, is masked wherever it stands', async (secret) => {
    const mock = createMock();
    mock.pingback.accounts.create().keys.create({ secret });
    mock.zenvio.accounts.create().keys.create({ secret: `sk.${secret}` });
    const headers = { 'content-type': 'application/json', 'user-agent': `crm (${secret.replaceAll(/[^!-~]/g, '_')})` };
    for (const one of [secret, `sk.${secret}`]) {
      const body = JSON.stringify({ note: `with ${one}`, [one]: [one] });
      await mock.fetch(`http://localhost/contacts/${encodeURIComponent(one)}?q=${encodeURIComponent(one)}x`, { headers });
      await mock.fetch(`https://connect.pingback.com/v2/no-such-path/${encodeURI(one)}`);
      await mock.fetch('http://localhost/platform/conversions', { method: 'POST', headers, body });
    }
    expect(mock.requests.list()).toHaveLength(6);
    const journal = JSON.stringify(mock.requests.list());
    for (const form of [secret, encodeURIComponent(secret), encodeURI(secret)]) expect(journal).not.toContain(form.slice(3));
  });

  test.each(['chaveiro%2Dpingback%2Dactive', 'chaveiro%252dpingback%252dactive', '%63haveiro-pingback-active'])(
    'is masked also where it is percent-encoded: %s',
    async (encoded) => {
      const mock = createMock();
      await mock.fetch(`http://localhost/contacts/${encoded}?q=${encoded}&page=1`);
      expect(mock.requests.last()?.path).toBe('/contacts/••••?q=••••&page=1');
      const { path } = (await (await mock.fetch(`http://localhost/nowhere/${encoded}`)).json()) as { path?: string };
      expect(path ?? '').not.toContain('pingback');
    },
  );
});
