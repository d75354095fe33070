/** What the console offers to copy is the request that was recorded: the same call, the same answer, and code that compiles. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Console } from '@chaveiro/sdk/console';
import { Pingback } from '@chaveiro/sdk/pingback';
import { RDStation } from '@chaveiro/sdk/rdstation';
import { Zenvio } from '@chaveiro/sdk/zenvio';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveMock, type RunningMock } from '../../src/http.ts';
import { createMock, type Mock } from '../../src/index.ts';
import { operationsOf, type ApiDocument } from '../src/api/document.ts';
import { curlOf } from '../src/calls/curl.ts';
import { exchangeOf, keyPlace, type Exchange } from '../src/calls/exchange.ts';
import { sampleCalls } from '../src/calls/sample-call.ts';
import { sdkCodeOf } from '../src/calls/sdk-code.ts';
import { sourceOf } from '../src/calls/source.ts';

const run = promisify(execFile);
const mock: Mock = createMock({ now: '2026-02-03T12:00:00.000Z' });
const document = mock.document as unknown as ApiDocument;
const CLASSES = { Pingback, RDStation, Zenvio, Console };

/** Zero-setup keys that open everything there is for their scheme. */
const KEYS: Readonly<Record<string, string>> = {
  pingbackKey: 'chaveiro-pingback-active',
  rdstationKey: 'chaveiro-rdstation-active',
  rdstationOAuth: 'chaveiro-rdstation-token-active',
  zenvioKey: 'sk_live_chaveiro_active',
  consoleSession: 'chaveiro-console-owner',
};
const environment = Object.fromEntries(
  Object.entries(KEYS).map(([scheme, key]) => [keyPlace(scheme, document.components.securitySchemes[scheme]).variable, key]),
);

const operationIds = operationsOf(document).map(({ operation }) => operation.operationId);
let running: RunningMock;
beforeAll(async () => {
  running = await serveMock(mock, { port: 0, console: false });
});
afterAll(() => running.close());

/** Makes the request that the document's example describes, and takes it from the journal. */
async function recorded(operationId: string) {
  const sample = [...Object.keys(KEYS), '']
    .flatMap((scheme) => sampleCalls(document, scheme))
    .find((each) => each.operationId === operationId);
  const placed = operationsOf(document).find(({ operation }) => operation.operationId === operationId);
  if (!placed) throw new Error(`No operation ${operationId}.`);
  const call = sample ?? { ...sampleCalls({ ...document, paths: withKey(placed.path) }, 'any')[0], scheme: undefined };
  const url = new URL(call.path ?? '/', running.url);
  const headers: Record<string, string> = call.body ? { 'content-type': call.body.type } : {};
  if (call.scheme !== undefined) {
    const place = keyPlace(call.scheme, document.components.securitySchemes[call.scheme]);
    const key = KEYS[call.scheme] ?? '';
    if (place.in === 'query') url.searchParams.set(place.name, key);
    else headers[place.name] = place.in === 'bearer' ? `Bearer ${key}` : key;
  }
  await mock.fetch(url, {
    method: call.method ?? 'GET',
    headers,
    ...(call.body && { body: JSON.stringify(call.body.value) }),
  });
  // A key that is refused would be refused again, whatever is sent.
  expect(['allowed', 'public']).toContain(newest().decision);
  return newest();
}

/** The path item, as if it took a key: so that an operation without one is filled in from its examples too. */
function withKey(path: string): ApiDocument['paths'] {
  const item = document.paths[path] ?? {};
  const open = Object.entries(item).map(([method, operation]) => [method, { ...(operation as object), security: [{ any: [] }] }]);
  return { [path]: Object.fromEntries(open) as Record<string, unknown> };
}

function newest() {
  const entry = mock.requests.list()[0];
  if (!entry) throw new Error('The journal is empty.');
  return entry;
}

/** What has to be the same when it is sent again. */
function essence({ method, platform, operationId, status, decision, requestBody, keyId }: ReturnType<typeof newest>) {
  return { method, platform, operationId, status, decision, requestBody, keyId };
}

const exchange = (entry: ReturnType<typeof newest>): Exchange => exchangeOf(document, entry);

describe.each(operationIds)('%s', (operationId) => {
  test('as curl it gets the same answer, with the key from the environment', async () => {
    const before = mock.snapshot();
    const first = await recorded(operationId);
    mock.restore(before);
    const command = curlOf(exchange(first), running.url);
    for (const key of Object.values(KEYS)) expect(command).not.toContain(key);
    await run('sh', ['-c', `${command} --silent --output /dev/null`], { env: { ...process.env, ...environment } });
    expect(essence(newest())).toEqual(essence(first));
    mock.restore(before);
  });

  test('as SDK code it is the same call', async () => {
    const before = mock.snapshot();
    const first = await recorded(operationId);
    mock.restore(before);
    await runSdkCode(sdkCodeOf(exchange(first), running.url) ?? '');
    expect(essence(newest())).toEqual(essence(first));
    mock.restore(before);
  });
});

test('the SDK code of every operation compiles against the types of the SDK, as strict as can be', async () => {
  const codes: [string, string][] = [];
  for (const operationId of operationIds)
    codes.push([`${operationId}.ts`, sdkCodeOf(exchange(await recorded(operationId)), running.url) ?? 'no code']);
  expect(await compileErrors(codes)).toEqual([]);
  // And it would have noticed.
  expect(await compileErrors([['wrong.ts', codes[0]?.[1].replace('create(', 'creat(') ?? '']])).not.toEqual([]);
}, 120_000);

describe('what a shell or a compiler would take for something else', () => {
  const base = 'http://localhost:4010';
  const entry = {
    method: 'POST',
    path: '/platform/conversions?api_key=••••&x=$(id)%27',
    platform: 'rdstation',
    operationId: 'createConversion',
    decision: 'allowed',
    scheme: 'rdstationKey',
    requestBody: { text: `it's "$HOME" \`id\` \\ \u2028`, ['__proto__']: { a: 1 } },
  };

  test('stays text in curl', async () => {
    const command = curlOf(exchangeOf(document, entry), base).replace(/^curl/, 'printf "%s\\n"');
    const { stdout } = await run('sh', ['-c', command], {
      env: { RDSTATION_API_KEY: 'secret', PATH: process.env['PATH'] ?? '' },
    });
    expect(stdout).toContain('http://localhost:4010/platform/conversions?x=$(id)%27&api_key=secret');
    expect(stdout).toContain(JSON.stringify(entry.requestBody));
  });

  test('stays text in code', () => {
    const source = stripTypeScriptTypes(`(${sourceOf(entry.requestBody)})`);
    expect(JSON.stringify(globalThis.eval(source))).toBe(JSON.stringify(entry.requestBody));
  });
});

test('whoever sent no key sends none again', () => {
  const entry = { method: 'GET', path: '/v2/contacts', platform: 'pingback', operationId: 'listContacts', scheme: 'pingbackKey' };
  const without = curlOf(exchangeOf(document, { ...entry, decision: 'missing_key' }), 'http://localhost:4010');
  expect(without).toBe("curl 'http://localhost:4010/contacts'");
});

test('a scheme of somebody’s own has an environment variable of its name', () => {
  expect(keyPlace('acmeKey', { type: 'apiKey', in: 'header', name: 'x-acme' })).toEqual({
    in: 'header',
    name: 'x-acme',
    variable: 'ACME_KEY',
  });
  expect(keyPlace('acme-basic', { type: 'http', scheme: 'Basic' })).toMatchObject({ in: 'basic', variable: 'ACME_BASIC' });
});

test('there is no SDK code for what the SDK has no method for', () => {
  const entry = { method: 'GET', path: '/pets', platform: 'acme', operationId: 'listPets', decision: 'allowed', scheme: null };
  expect(sdkCodeOf(exchangeOf(document, entry), 'http://localhost:4010')).toBeUndefined();
});

/** Runs it here: imports are handed in, types taken out. A refusal is an answer like any other. */
async function runSdkCode(code: string): Promise<void> {
  const [, name = ''] = /^import \{ (\w+) \} from '@chaveiro\/sdk\/\w+';/.exec(code) ?? [];
  const body = stripTypeScriptTypes(code.replace(/^import .*\n/, ''));
  const AsyncFunction = (Object.getPrototypeOf(compileErrors) as object).constructor as FunctionConstructor;
  const call = Reflect.construct(AsyncFunction, [name, 'process', 'console', body]) as (...given: unknown[]) => Promise<void>;
  const inEnvironment = { ...process, env: environment };
  Object.assign(process.env, environment);
  try {
    await call(CLASSES[name as keyof typeof CLASSES], inEnvironment, { log: () => undefined });
  } catch (error) {
    // The platform's own refusal has a status; anything else is a mistake in the code.
    if (!(error instanceof Error && 'status' in error)) throw error;
  } finally {
    for (const variable of Object.keys(environment)) Reflect.deleteProperty(process.env, variable);
  }
}

async function compileErrors(files: readonly (readonly [name: string, code: string])[]): Promise<string[]> {
  const root = join(import.meta.dirname, '../../..');
  await mkdir(join(root, 'node_modules/.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, 'node_modules/.cache/chaveiro-sdk-code-'));
  try {
    const paths = files.map(([name]) => join(folder, name));
    await Promise.all(files.map(([, code], at) => writeFile(paths[at] ?? '', code)));
    const program = ts.createProgram(paths, {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleDetection: ts.ModuleDetectionKind.Force,
      customConditions: ['@chaveiro/source'],
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
      types: ['node'],
    });
    return paths.flatMap((path) =>
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(path))
        .map(({ messageText }) => `${path.slice(folder.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
