/** `chaveiro mock --spec`: a document of one's own at the terminal. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { finished, killAll, startedMock } from './run-chaveiro.ts';

const documents = resolve(import.meta.dirname, 'documents');
const file = (name: string) => join(documents, name);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'chaveiro-'))));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(killAll);

const written = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('chaveiro mock --spec', { timeout: 30_000 }, () => {
  test('runs a document with a policy, prints its keys and where the console is, and ends with 0', async () => {
    const { run, url } = await startedMock('--spec', file('livraria.yaml'), '--policy', file('livraria.policy.yaml'));
    await run.says(/Ctrl-C/);
    expect(run.stdout()).toContain('chaveiro-livros-active');
    expect(run.stdout()).toContain(`${url}/__console`);
    expect(run.stdout()).not.toContain('chaveiro-pingback');
    const answer = await fetch(`${url}/livros`, { headers: { 'X-Chave': 'chaveiro-livros-plan-without-access' } });
    expect([answer.status, answer.headers.get('x-mock-decision')]).toEqual([402, 'plan_not_allowed']);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
  });

  test('takes a document from a URL, with the files that it refers to', async () => {
    const asked: string[] = [];
    const files = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(readFileSync(join(documents, request.url ?? '')));
    }).listen(0, '127.0.0.1');
    const { port } = await new Promise<AddressInfo>((done) =>
      files.once('listening', () => done(files.address() as AddressInfo)),
    );
    const { url } = await startedMock('--spec', `http://127.0.0.1:${port}/correio.yaml`);
    const answer = await fetch(`${url}/cartas/7`, { headers: { authorization: `Basic ${btoa(':chaveiro-correio-active')}` } });
    expect(await answer.json()).toMatchObject({ id: 7, texto: 'Saudades.' });
    expect(asked).toEqual(['/correio.yaml', '/correio/parts.yaml']);
    files.close();
  });

  test.each([
    [() => ['--spec', join(folder, 'none.yaml')], 1, /none\.yaml cannot be read: there is no such file/],
    [() => ['--spec', folder], 1, /cannot be read: it is a folder/],
    [() => ['--spec', written('bad.json', '{"openapi": "3.1.0",')], 1, /bad\.json is not valid JSON/],
    [() => ['--spec', written('bad.yaml', 'openapi: 3.1.0\npaths: [1')], 1, /bad\.yaml:2 cannot be read as YAML: /],
    [
      () => ['--spec', written('round.yaml', 'openapi: 3.1.0\nx-a: &a { self: *a }')],
      1,
      /round\.yaml:2 cannot be read as YAML: \*a/,
    ],
    [() => ['--spec', written('list.yaml', '- a')], 1, /holds no object/],
    [() => ['--spec', written('other.yaml', 'name: x\nversion: 1')], 1, /no line "openapi"; it begins with name, version/],
    [() => ['--spec', written('old.yaml', 'swagger: "2.0"\npaths: { /a: {} }')], 1, /Swagger "2.0" document/],
    [
      () => ['--spec', written('far.yaml', 'openapi: 3.1.0\npaths: { /a: { $ref: "https://example.com/a.yaml" } }')],
      1,
      /another host/,
    ],
    [() => ['--spec', 'http://127.0.0.1:9/x.yaml'], 1, /cannot be fetched: /],
    [() => ['--policy', file('livraria.policy.yaml')], 2, /Name that with --spec/],
    [
      () => [
        '--spec',
        file('livraria.yaml'),
        '--policy',
        written('slip.yaml', '# mine\nplatform: livros\nkeysPerAcount: 2\nexpires: soon'),
      ],
      1,
      /slip\.yaml:3 keysPerAcount: unknown line; did you mean keysPerAccount\?\n|slip\.yaml:4 expires: must be never/,
    ],
    [() => ['--spec', file('livraria.yaml'), '--responder', 'prsm'], 2, /Allowed choices are prism, none/],
  ])('tells what is wrong (%#), and nothing of its insides', async (words, code, message) => {
    const run = await finished(['mock', '--port', '0', ...words()]);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.code).toBe(code);
  });

  test('a policy misspelt is told by file and line, every slip at once', async () => {
    const policy = written(
      'two.yaml',
      'platform: livros\nschemes:\n  chave:\n    secrett: revealable\nactions: { rename: true, disable: true }',
    );
    const { stderr } = await finished(['mock', '--spec', file('livraria.yaml'), '--policy', policy]);
    expect(stderr).toContain(`${policy}:4 schemes.chave.secrett: unknown line; did you mean secret?`);
    expect(stderr).toContain(`${policy}:5 actions.delete: missing line`);
  });
});
