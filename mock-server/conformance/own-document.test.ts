/** Somebody else's document, as a client of its API meets the mock: over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setupMockServer } from '../src/node.ts';
import { ACTIVE, correio, json, livraria, start, type Running } from './own-documents.ts';

let { mock, server, seen } = {} as Running;
const run = async (...parts: Parameters<typeof start>) => void ({ mock, server, seen } = await start(...parts));

describe('a document of one’s own (3.1)', () => {
  beforeAll(async () => run(await livraria()));
  afterAll(() => server.close());

  test('its example answers a good key, in the header or in the query', async () => {
    const expected = [
      expect.objectContaining({ titulo: 'Dom Casmurro' }),
      expect.objectContaining({ titulo: 'Vidas Secas' }),
    ] as unknown;
    expect(await seen('/livros', { headers: ACTIVE })).toMatchObject({ status: 200, decision: 'allowed', body: expected });
    expect(await seen('/livros?chave=chaveiro-livraria-active')).toMatchObject({ status: 200, body: expected });
  });

  test.each([
    ['no key', {}, 401, 'missing_key', { erro: 'sem_chave' }],
    ['an unknown key', { 'X-Chave': 'nobody' }, 401, 'unknown_key', { erro: 'chave_invalida' }],
    ['a disabled key', { 'X-Chave': 'chaveiro-livraria-disabled' }, 401, 'disabled_key', { erro: 'chave_desativada' }],
    ['a deleted key', { 'X-Chave': 'chaveiro-livraria-deleted' }, 401, 'deleted_key', { erro: 'chave_invalida' }],
    ['a used-up account', { 'X-Chave': 'chaveiro-livraria-rate-limited' }, 429, 'rate_limited', { erro: 'devagar' }],
  ])('%s is refused in the document’s own words', async (_, headers, status, decision, body) => {
    expect(await seen('/livros', { headers: headers as Record<string, string> })).toMatchObject({ status, decision, body });
  });

  test('an operation without words of its own for a bad key uses those of the document', async () => {
    expect(await seen('/livros/9788535914849.json')).toMatchObject({ status: 401, body: { erro: 'sem_chave' } });
  });

  test('scopes come from `security`', async () => {
    const book = { isbn: '9788535914849', titulo: 'x' };
    const send = (token: string) => seen('/livros', json(book, { authorization: `Bearer ${token}` }));
    expect(await send('chaveiro-livraria-login-active')).toMatchObject({ status: 201, decision: 'allowed' });
    expect(await send('chaveiro-livraria-login-no-scope')).toMatchObject({
      status: 403,
      decision: 'scope_missing',
      body: { erro: 'escopo' },
    });
    expect(await seen('/livros', json(book, ACTIVE))).toMatchObject({ status: 403, decision: 'wrong_endpoint' });
  });

  test('two keys of one account are needed where the document says so', async () => {
    const order = (headers: Record<string, string>) =>
      seen('/pedidos', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: 'isbn=9788535914849&quantidade=2',
      });
    expect(await order(ACTIVE)).toMatchObject({ status: 401, decision: 'missing_key' });
    expect(await order({ ...ACTIVE, cookie: 'a=b; caixa=chaveiro-livraria-caixa-active' })).toMatchObject({ status: 201 });
    expect(await order({ ...ACTIVE, cookie: 'caixa=chaveiro-livraria-caixa-disabled' })).toMatchObject({
      decision: 'disabled_key',
    });
    const stranger = mock.platform('livraria').accounts.create().keys.create({ scheme: 'caixa' });
    expect(await order({ ...ACTIVE, cookie: `caixa=${stranger.secret}` })).toMatchObject({ decision: 'unknown_key' });
  });

  test('an optional key may be left out, and must be good when it comes', async () => {
    expect(await seen('/vitrine')).toMatchObject({ status: 200, decision: 'public', body: 'Hoje, Machado de Assis.' });
    expect(await seen('/vitrine', { headers: ACTIVE })).toMatchObject({ status: 200, decision: 'allowed' });
    expect(await seen('/vitrine', { headers: { 'X-Chave': 'chaveiro-livraria-disabled' } })).toMatchObject({ status: 401 });
  });

  test('a request that does not fit is answered as the document says, and the trace tells why', async () => {
    const wrong = await seen('/livros', json({ isbn: 1 }, { authorization: 'Bearer chaveiro-livraria-login-active' }));
    expect(wrong).toMatchObject({ status: 422, decision: 'invalid_request', body: { erro: 'livro_invalido' } });
    const { steps } = mock.requests.get(wrong.headers.get('x-mock-request-id') ?? '') ?? {};
    expect(steps?.at(-1)).toMatchObject({
      step: 'request',
      outcome: 'refused',
      detail: expect.stringContaining('titulo') as string,
    });
    expect(await seen('/livros?page=0', { headers: ACTIVE })).toMatchObject({ decision: 'invalid_request' });
    expect(await seen('/livros/123.json', { headers: ACTIVE })).toMatchObject({ decision: 'invalid_request' });
  });

  test('what ends or hangs Prism’s own server is answered here', async () => {
    expect(await seen('/livros/%zz.json', { headers: ACTIVE })).toMatchObject({ status: 400, decision: 'bad_encoding' });
    const truncated = { ...json({}, { authorization: 'Bearer chaveiro-livraria-login-active' }), body: '{"isbn":' };
    expect(await seen('/livros', truncated)).toMatchObject({ status: 400, decision: 'malformed_json' });
    expect(await seen('/livros', { headers: { ...ACTIVE, accept: 'nonsense;;;, */' } })).toMatchObject({ status: 200 });
  });

  test('Prefer chooses another of the document’s answers', async () => {
    const book = '/livros/9788535914849.json';
    expect(await seen(book, { headers: { ...ACTIVE, prefer: 'code=404' } })).toMatchObject({
      status: 404,
      body: { erro: 'nao_encontrado' },
    });
    const made = await seen(book, { headers: { ...ACTIVE, prefer: 'dynamic=true, seed=1' } });
    expect(made).toMatchObject({ status: 200, body: { isbn: expect.any(String) as string } });
    expect(await seen(book, { headers: { ...ACTIVE, prefer: 'dynamic=true, seed=1' } })).toMatchObject({ body: made.body });
    expect(await seen(book, { headers: { ...ACTIVE, prefer: 'code=many' } })).toMatchObject({ status: 400, decision: 'allowed' });
  });

  test('keys live and die as the console says, from each next request on', async () => {
    const owner = { authorization: 'Bearer chaveiro-console-owner' };
    const created = await seen('/__console/accounts/acc_active/api-keys', json({ name: 'Loja' }, owner));
    expect(created.status).toBe(201);
    const { id, secret } = created.body as { id: string; secret: string };
    const use = () => seen('/livros', { headers: { 'X-Chave': secret } });
    expect((await use()).decision).toBe('allowed');
    const path = `/__console/accounts/acc_active/api-keys/${id}`;
    await seen(path, { ...json({ status: 'disabled' }, owner), method: 'PATCH' });
    expect((await use()).decision).toBe('disabled_key');
    expect((await seen(path, { method: 'DELETE', headers: owner })).status).toBe(204);
    expect((await use()).decision).toBe('deleted_key');
  });

  test('the controls know the platform, and no key stands in the journal', async () => {
    await seen('/livros?chave=chaveiro-livraria-active&page=2');
    expect(await seen('/__mock/state')).toMatchObject({
      body: { platforms: [{ id: 'livraria', server: 'https://api.livraria.example/v1' }, {}, {}] },
    });
    const entry = mock.requests.last();
    expect(entry).toMatchObject({ platform: 'livraria', operationId: 'listLivros', path: '/livros?chave=••••&page=2' });
    expect(JSON.stringify(mock.requests.list())).not.toContain('chaveiro-livraria-');
  });

  test('an operation with an id of the console’s keeps both', async () => {
    expect(await seen('/sobre')).toMatchObject({ status: 200, body: { nome: 'Livraria' } });
    expect(mock.requests.last()).toMatchObject({ operationId: 'GET /sobre', decision: 'public' });
    await seen('/vitrine');
    expect(mock.requests.last()).toMatchObject({ operationId: 'GET /vitrine' });
  });

  test('an unknown path is the platform’s, and recorded', async () => {
    expect(await seen('/revistas')).toMatchObject({ status: 404, decision: 'unknown_path' });
    expect(mock.requests.last()).toMatchObject({ platform: 'livraria', path: '/revistas' });
  });

  test('MSW answers for the real host, below its base path alone', async () => {
    const intercepted = setupMockServer(mock);
    intercepted.listen({ onUnhandledFrame: 'bypass' });
    const real = await fetch('https://api.livraria.example/v1/livros', { headers: ACTIVE });
    const outside = await fetch('https://api.livraria.example/livros', { headers: ACTIVE });
    intercepted.close();
    expect([real.status, outside.status]).toEqual([200, 404]);
  });
});

describe('a document of one’s own (3.0, in two files)', () => {
  const basic = (user: string, password: string) => ({ authorization: `Basic ${btoa(`${user}:${password}`)}` });
  beforeAll(async () => run(await correio(), { contract: true }));
  afterAll(() => server.close());

  test('the key is the password of Basic, or the user name where there is none', async () => {
    for (const headers of [basic('any', 'chaveiro-correio-active'), basic('chaveiro-correio-active', '')]) {
      expect(await seen('/cartas/7', { headers })).toMatchObject({ status: 200, decision: 'allowed' });
    }
    expect(await seen('/cartas/7', { headers: { authorization: 'Basic %%%' } })).toMatchObject({ decision: 'missing_key' });
  });

  test('a body made from the schema fits it: no write-only field, nothing endless', async () => {
    const { body } = await seen('/cartas/7', { headers: basic('', 'chaveiro-correio-active') });
    expect(body).toMatchObject({ id: 7, texto: 'Saudades.' });
    expect(body).not.toHaveProperty('segredo');
  });

  test('a refusal takes the shape of the document’s errors where it shows none', async () => {
    expect(await seen('/cartas/7')).toMatchObject({
      status: 401,
      body: {
        codigo: expect.any(Number) as number,
        mensagem: expect.any(String) as string,
        message: 'The request brings no credential.',
      },
    });
  });

  test('read-only fields are not asked of a request, and the words of 3.0 are understood', async () => {
    const put = (body: unknown) => seen('/cartas/7', { ...json(body, basic('', 'chaveiro-correio-active')), method: 'PUT' });
    expect(await put({ texto: 'Oi', segredo: 's', selo: null, peso: 1 })).toMatchObject({ status: 200 });
    expect(await put({ texto: 'Oi', segredo: 's', peso: 0 })).toMatchObject({ decision: 'invalid_request' });
    expect(await put({ texto: 'Oi', selo: null })).toMatchObject({ decision: 'invalid_request' });
  });

  test('XML comes to who takes nothing else', async () => {
    const headers = { ...basic('', 'chaveiro-correio-active'), accept: 'application/xml' };
    const answer = await seen('/cartas/7', { ...json({ texto: 'Oi', segredo: 's' }, headers), method: 'PUT' });
    expect(answer.headers.get('content-type')).toBe('application/xml');
    expect(answer.body).toContain('<texto>Saudades.</texto>');
  });

  test('any host serves it below the base path of its server, too', async () => {
    expect(await seen('/correio/v2/cartas/7', { headers: basic('', 'chaveiro-correio-active') })).toMatchObject({ status: 200 });
  });

  test('no answer of the mock violated the document', () => {
    expect(mock.contract.checked).toBeGreaterThan(8);
    expect(mock.contract.violations.filter(({ side }) => side === 'response')).toEqual([]);
  });
});
