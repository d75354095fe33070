import { describe, expect, test } from 'vitest';
import { redactedBody, redactedPath } from './redact.ts';

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
