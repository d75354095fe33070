/** A document is read with what it refers to, from nowhere else than where it is, and what is wrong with it has file and line. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OwnDocumentError } from './check.ts';
import { readDocument } from './read-document.ts';

const referringTo = (reference: string) => ({
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1' },
  paths: { '/pets': { get: { responses: { 200: { $ref: reference } } } } },
});
const PETS = { description: 'Pets' };

let folder: string;
beforeEach(() => void (folder = realpathSync(mkdtempSync(join(tmpdir(), 'chaveiro-document-')))));
afterEach(() => rmSync(folder, { recursive: true }));

function written(name: string, content: unknown): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function refusal(location: string): Promise<string> {
  const error: unknown = await readDocument(location).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OwnDocumentError);
  return (error as Error).message;
}

describe('files', () => {
  test.each(['pets.json', 'below/pets.json', './below/../pets.json', 'linked.json'])('%s comes in', async (reference) => {
    written('zoo/pets.json', PETS);
    written('zoo/below/pets.json', PETS);
    symlinkSync('below/pets.json', join(folder, 'zoo/linked.json'));
    const { document } = await readDocument(written('zoo/api.json', referringTo(reference)));
    expect(document['x-documents']).toEqual([PETS]);
  });

  test('files refer to each other wherever they are below the folder, and each comes in once', async () => {
    written('zoo/responses/pets.json', { ...PETS, headers: { 'x-a': { $ref: '../headers.json#/a' } } });
    written('zoo/headers.json', { a: { description: 'A' }, b: { $ref: 'api.json#/info' } });
    const { document } = await readDocument(written('zoo/api.json', referringTo('responses/pets.json')));
    expect(document['x-documents']).toEqual([
      { ...PETS, headers: { 'x-a': { $ref: '#/x-documents/1/a' } } },
      { a: { description: 'A' }, b: { $ref: '#/info' } },
    ]);
  });

  test('a folder that is reached by a link is the folder that it leads to', async () => {
    written('zoo/pets.json', PETS);
    written('zoo/api.json', referringTo(join(folder, 'zoo/pets.json')));
    symlinkSync('zoo', join(folder, 'link'));
    const { document } = await readDocument(join(folder, 'link/api.json'));
    expect(document['x-documents']).toEqual([PETS]);
    written('zoo/api.json', referringTo('none.json'));
    expect(await refusal(join(folder, 'link/api.json'))).toContain('cannot be read: there is no such file');
  });

  test.each(['../outside/secret.json', '/absolute', 'link.json', 'linked/secret.json', '../zoo-2/secret.json', '../none.json'])(
    '%s is outside of the folder, and is not read',
    async (reference) => {
      // Whoever parsed it would fail otherwise.
      const secret = written('outside/secret.json', '{"top secret');
      written('zoo-2/secret.json', '{"top secret');
      const path = written('zoo/api.json', referringTo(reference === '/absolute' ? secret : reference));
      symlinkSync(secret, join(folder, 'zoo/link.json'));
      symlinkSync(dirname(secret), join(folder, 'zoo/linked'));
      const message = await refusal(path);
      expect(message).toContain(`is outside of ${join(folder, 'zoo')}, the document's own folder`);
      expect(message).toContain(`${path} refers to`);
      expect(message).toContain('bundle');
      if (reference.startsWith('link')) expect(message).toContain(`is ${secret}`);
    },
  );

  test('a reference is told as the document was named', async () => {
    const path = relative('', written('zoo/api.json', referringTo('none.json')));
    expect(await refusal(path)).toBe(
      `${join(dirname(path), 'none.json')}, which ${path} refers to, cannot be read: there is no such file.`,
    );
  });
});

describe('addresses', () => {
  const servers: Server[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close()));

  async function served(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((done) => server.once('listening', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** A path answers with a value, or redirects to a text. */
  const site = (answers: Record<string, unknown>, asked: string[] = []) =>
    served((request, response) => {
      const path = request.url ?? '';
      asked.push(path);
      const answer = answers[path];
      if (typeof answer === 'string') response.writeHead(302, { location: answer }).end();
      else response.writeHead(answer ? 200 : 404).end(JSON.stringify(answer));
    });

  test.each(['/api.json', '/pets.json'])('a redirect of %s to another host is told and not followed', async (redirected) => {
    const asked: string[] = [];
    const other = await site({ '/there.json': PETS }, asked);
    const answers = { '/api.json': referringTo('pets.json'), [redirected]: `${other}/there.json?token=secret` };
    const here = await site(answers);
    const message = await refusal(`${here}/api.json`);
    expect(message).toContain(`${here}${redirected}`);
    expect(message).toContain(`redirects to ${other}/there.json, and the mock asks ${here} alone`);
    expect(message).not.toContain('secret');
    expect(asked).toEqual([]);
  });

  test('a redirect on the same host is followed, and what is there refers from there', async () => {
    const answers = {
      '/latest': '/v2/api.json',
      '/v2/api.json': referringTo('pets'),
      '/v2/pets': 'parts/pets.json',
      '/v2/parts/pets.json': { ...PETS, headers: { 'x-a': { $ref: '#/a' }, 'x-b': { $ref: 'b.json' } }, a: { description: 'A' } },
      '/v2/parts/b.json': { description: 'B' },
    };
    const url = await site(answers);
    const { document, source } = await readDocument(`${url}/latest`);
    expect(source).toBe(`${url}/v2/api.json`);
    expect(document['x-documents']).toEqual([
      { ...PETS, headers: { 'x-a': { $ref: '#/x-documents/0/a' }, 'x-b': { $ref: '#/x-documents/1' } }, a: { description: 'A' } },
      { description: 'B' },
    ]);
  });

  test('a redirect without an end is given up', async () => {
    const asked: string[] = [];
    expect(await refusal(`${await site({ '/api.json': '/api.json' }, asked)}/api.json`)).toContain('redirects more than 5 times');
    expect(asked).toHaveLength(6);
  });

  test('an answer that breaks off is told by its address', async () => {
    const url = await served((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{');
      setImmediate(() => response.destroy());
    });
    expect(await refusal(`${url}/api.json`)).toContain(`${url}/api.json cannot be fetched: `);
  });
});

describe('slips have file and line', () => {
  const SCHEME = ['components:', '  securitySchemes:', '    k:', '      type: apiKey'];
  const head = 'openapi: 3.1.0\npaths: { /pets: { get: {} } }\n';

  test.each([
    [[...SCHEME, '      x-key-policy:', '        keysPerAcount: 2'], 8, 'x-key-policy.keysPerAcount: unknown line; did you mean'],
    [[...SCHEME, '      x-auth-failures:', '        unknown_key: { status: 42 }'], 8, 'x-auth-failures.unknown_key.status: '],
    [['x-p: &p', '  actions: { delete: false }', ...SCHEME, '      x-key-policy: *p'], 4, 'x-key-policy.actions.rename: missing'],
    [['x-a: &a', '  self: *a'], 4, 'cannot be read as YAML: *a stands inside of &a itself'],
    [['---', 'a: 1'], 3, 'cannot be read as YAML: a second YAML document begins here'],
  ])('%j', async (lines, line, message) => {
    const path = written('api.yaml', head + lines.join('\n'));
    expect(await refusal(path)).toContain(`${path}:${line} ${message}`);
  });

  test('in JSON, and in a file that is referred to, too', async () => {
    const schemes = { k: { $ref: 'parts.json#/schemes/k' } };
    const path = written('api.json', { ...referringTo('#/x'), components: { securitySchemes: schemes } });
    const parts = written(
      'parts.json',
      '{\n  "schemes": {\n    "k": {\n      "type": "http",\n      "x-key-policy": { "secrett": "revealable" }\n    }\n  }\n}',
    );
    expect(await refusal(path)).toBe(
      `The document has slips:\n${parts}:5 x-key-policy.secrett: unknown line; did you mean secret?`,
    );
    written('parts.json', '{ "schemes": }');
    expect(await refusal(path)).toContain(`${parts} is not valid JSON`);
  });

  test('an alias that holds a reference is followed once, wherever it stands', async () => {
    written('parts.yaml', 'a: &r { $ref: "more.yaml#/b" }\nb: *r\nc: [*r, *r]');
    written('more.yaml', 'b: { description: B }');
    const { document } = await readDocument(written('api.json', referringTo('parts.yaml#/c/1')));
    const reference = { $ref: '#/x-documents/1/b' };
    expect(document['x-documents']).toMatchObject([{ a: reference, b: reference, c: [reference, reference] }, {}]);
  });
});
