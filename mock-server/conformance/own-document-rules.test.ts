/** The rules for the keys of somebody else's document, and what cannot be adopted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, OwnDocumentError } from '../src/index.ts';
import { readPolicy } from '../src/own-document/read-policy.ts';
import { ACTIVE, documentFile, json, livraria, start, type Running } from './own-documents.ts';

let { mock, server, seen } = {} as Running;
const run = async (...parts: Parameters<typeof start>) => void ({ mock, server, seen } = await start(...parts));

describe('a policy', () => {
  beforeAll(async () =>
    run(await livraria(), { policy: await readPolicy(documentFile('livraria.policy.yaml')), rateLimits: 'on' }),
  );
  afterAll(() => server.close());

  test('gives the keys plans, limits and a life of their own', async () => {
    const account = mock.platform('livros').accounts.create({ plan: 'loja' });
    const key = account.keys.create({ name: 'a' });
    const use = () => seen('/livros/9788535914849.json', { headers: { 'X-Chave': key.secret } });
    expect([(await use()).decision, (await use()).decision, (await use()).decision]).toEqual([
      'allowed',
      'allowed',
      'rate_limited',
    ]);
    expect(Number((await use()).headers.get('retry-after'))).toBeGreaterThan(0);
    account.changePlan('gratis');
    expect(await use()).toMatchObject({ status: 402, decision: 'plan_not_allowed', body: { erro: 'plano_insuficiente' } });
    expect(() => key.delete()).toThrow(expect.objectContaining({ code: 'action_not_allowed' }) as Error);
    expect(() => key.reveal()).toThrow(expect.objectContaining({ code: 'secret_not_recoverable' }) as Error);
    account.changePlan('loja');
    account.keys.create({ name: 'b' });
    expect(() => account.keys.create({ name: 'c' })).toThrow(expect.objectContaining({ code: 'key_limit_reached' }) as Error);
  });

  test('a line for one scheme is for that alone', async () => {
    const token = mock.platform('livros').accounts.create().keys.create({ scheme: 'login' });
    mock.clock.advance('61m');
    const book = json({ isbn: '1', titulo: 'x' }, { authorization: `Bearer ${token.secret}` });
    expect(await seen('/livros', book)).toMatchObject({ decision: 'expired_key' });
  });

  test('a slip in it is told, also in process', async () => {
    const document = await livraria();
    expect(() => createMock({ document, policy: { keysPerAcount: 1 } as never })).toThrow(
      /keysPerAcount: unknown line; did you mean keysPerAccount/,
    );
    expect(() => createMock({ document, policy: { schemes: { chavee: {} } } })).toThrow(
      /scheme "chavee", and the document has: chave/,
    );
  });
});

describe('what cannot be adopted', () => {
  test.each([
    [{}, /no line "openapi"/],
    [{ swagger: '2.0', paths: {} }, /Swagger "2.0" document. Convert it/],
    [{ openapi: '2.5', paths: { '/': {} } }, /takes 3.0 and 3.1/],
    [{ openapi: '3.1.0' }, /has no paths/],
    [[], /this is a list/],
  ])('%j is refused with what it lacks', (document, message) => {
    expect(() => createMock({ document })).toThrow(OwnDocumentError);
    expect(() => createMock({ document })).toThrow(message);
  });

  test('a document without security is open, and a key that comes must be good', async () => {
    await run({ openapi: '3.0.0', info: { title: 'Aberta' }, paths: { '/x': { get: {} } } });
    expect(mock.notices.join()).toMatch(/names no security scheme/);
    expect((await seen('/x')).decision).toBe('public');
    expect((await seen('/x', { headers: { authorization: 'Bearer chaveiro-aberta-active' } })).decision).toBe('allowed');
    expect(await seen('/x', { headers: { authorization: 'Bearer nobody' } })).toMatchObject({
      status: 401,
      decision: 'unknown_key',
    });
    await server.close();
  });

  test('without a responder an operation is 501, never something that looks like the platform', async () => {
    await run(await livraria(), { responder: 'none' });
    const answer = await seen('/livros', { headers: ACTIVE });
    expect([answer.status, answer.headers.get('x-mock-unimplemented')]).toEqual([501, 'listLivros']);
    await server.close();
  });

  test('our platforms are not in it', async () => {
    const own = createMock({ document: await livraria() });
    expect(() => own.pingback).toThrow(/no platform "pingback". It has: livraria/);
    expect((await own.fetch('http://localhost/contacts', { headers: { 'x-api-key': 'chaveiro-pingback-active' } })).status).toBe(
      404,
    );
  });
});
