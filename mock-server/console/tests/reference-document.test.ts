/** The document as the reference shows it: what it says of every response and key, in each language, and where its requests go. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenApiDocument, Response } from '@chaveiro/openapi/policy';
import { describe, expect, test } from 'vitest';
import { documentFile } from '../../conformance/own-documents.ts';
import { createMock } from '../../src/index.ts';
import { serveMock } from '../../src/http.ts';
import { readDocument } from '../../src/own-document/read-document.ts';
import { credentialsOf } from '../src/pages/reference/keys.ts';
import { readable } from '../src/pages/reference/document/readable.ts';
import { LANGUAGES, languages, type Language } from './console.fixture.ts';

const ours = JSON.parse(
  await readFile(join(import.meta.dirname, '../../../openapi/generated/openapi.json'), 'utf8'),
) as OpenApiDocument;
const SERVER = 'http://127.0.0.1:4010/~checkout';

const reading = (language: Language) => ({
  t: LANGUAGES[language],
  server: SERVER,
  requestsOf: (decision: string) => `/requests/${decision}`,
});

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Every response of every operation and webhook, as it is found from there. */
function responsesOf({ paths, webhooks = {}, components }: OpenApiDocument): [where: string, response: Response][] {
  return Object.entries({ ...paths, ...webhooks }).flatMap(([path, item]) =>
    METHODS.flatMap((method) =>
      Object.entries(item[method]?.responses ?? {}).map(([status, response]): [string, Response] => {
        const found = '$ref' in response ? components.responses?.[response.$ref.split('/').at(-1) ?? ''] : response;
        if (!found) throw new Error(`${method} ${path} ${status} leads nowhere`);
        return [`${method} ${path} ${status}`, found];
      }),
    ),
  );
}

describe.each(languages)('%s', (language) => {
  const { evidence } = LANGUAGES[language].requests;
  const shown = readable(ours, reading(language));
  const described = new Map(responsesOf(shown).map(([where, { description }]) => [where, description]));

  test('every response begins with how sure it is, and leads to where that stands', () => {
    const found = responsesOf(ours);
    expect(found.length).toBeGreaterThan(300);
    for (const [where, response] of found) {
      const level = response['x-evidence'];
      if (!level) throw new Error(`${where} has no evidence`);
      expect(described.get(where), where).toMatch(new RegExp(`^\\*+\`${evidence.names[level]}\`\\*+ `));
      expect(described.get(where), where).toContain(
        `](${(response['x-source'] ?? '').replaceAll('(', '%28').replaceAll(')', '%29')})`,
      );
      if (response['x-note']) expect(described.get(where), where).toContain(response['x-note'].trim());
    }
  });

  test('a body that is less sure than its status says so', () => {
    // The status is documented, and no page shows the body.
    expect(described.get('get /contacts 403')).toMatch(
      new RegExp(
        `^\\*\\*\`${evidence.names.documented}\`[^]*\`disabled_key\`[^]*\\*\\*\\*\`${evidence.names.inferred}\`\\*\\*\\*`,
      ),
    );
  });

  test('a limit, and an operation, say it too', () => {
    const limit = shown.components.parameters?.['PingbackPageNumber']?.schema;
    expect(limit?.['description']).toContain(evidence.names.documented);
    expect(shown.paths['/contacts']?.get?.description).toContain(
      '](https://pingback.com/docs/pt-BR/api-reference/contacts/list-contacts)',
    );
  });

  test('each platform has the rules of its keys and its refusals, each with a way to such requests', () => {
    const { rule } = LANGUAGES[language].reference.document;
    for (const [id, { tag }] of Object.entries(ours['x-platforms'])) {
      const schemes = Object.values(ours.components.securitySchemes).filter((each) => each['x-key-policy']?.platform === id);
      const description = shown.tags?.find(({ name }) => name === tag)?.description ?? '';
      for (const scheme of schemes) {
        for (const name of Object.values(rule)) expect(description, `${id}: ${name}`).toContain(`**${name}**`);
        for (const scope of scheme['x-key-policy']?.scopes ?? []) expect(description).toContain(`\`${scope}\``);
        for (const state of Object.keys(scheme['x-auth-failures'] ?? {})) expect(description).toContain(`](/requests/${state})`);
      }
    }
    expect(shown.tags?.find(({ name }) => name === 'Zenvio')?.description).toContain('`whatsapp:send`');
  });
});

test('whatever is tried goes to the mock, in the session that is looked at, and not to the real platforms', () => {
  const shown = readable(ours, reading('en'));
  expect(shown.servers).toEqual([{ url: SERVER, description: LANGUAGES.en.reference.document.server }]);
  const items = Object.values(shown.paths);
  expect(items.flatMap((item) => [item, ...METHODS.map((method) => item[method])]).filter((each) => each?.servers)).toEqual([]);
});

test('what the mock runs is not touched', () => {
  const before = JSON.stringify(ours);
  readable(ours, reading('pt-BR'));
  expect(JSON.stringify(ours)).toBe(before);
});

test('every zero-setup key is offered, by platform, and the sessions of the dashboard', () => {
  const offered = credentialsOf(ours);
  expect(offered.map(({ id }) => id)).toEqual(['rdstation', 'pingback', 'zenvio', 'console']);
  const accounts = Object.values(ours['x-platforms']).flatMap(({ zeroSetup }) => zeroSetup?.accounts ?? []);
  const secrets = accounts.flatMap(({ keys }) => keys.map(({ secret }) => secret));
  expect(offered.flatMap(({ credentials }) => credentials.map(({ secret }) => secret))).toEqual([
    ...secrets,
    'chaveiro-console-owner',
    'chaveiro-console-manager',
    'chaveiro-console-member',
  ]);
});

test("somebody's own document is shown with its own operations, keys and refusals", async () => {
  const { document } = await readDocument(documentFile('livraria.yaml'));
  const server = await serveMock(createMock({ document }), { port: 0 });
  try {
    const answer = await fetch(`${server.url}/__mock/console/document.json`);
    const run = (await answer.json()) as OpenApiDocument;
    const shown = readable(run, reading('en'));
    expect(Object.keys(shown.paths)).toEqual(expect.arrayContaining(Object.keys(document.paths as object)));
    const [own] = credentialsOf(run);
    expect(own?.credentials.map(({ state }) => state)).toContain('disabled');
    const tag = run['x-platforms'][own?.id ?? '']?.tag;
    expect(shown.tags?.find(({ name }) => name === tag)?.description).toContain('](/requests/disabled_key)');
  } finally {
    await server.close();
  }
});
