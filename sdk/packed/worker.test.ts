// The packed SDK where there is nothing of Node: the runtime of edge workers.
import { EdgeVM } from '@edge-runtime/vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installSdk, type Installed } from './install.ts';

let installed: Installed;

beforeAll(async () => {
  installed = await installSdk();
}, 120_000);

afterAll(() => installed?.remove());

const WORKER = `
  import { createClient, Pingback, Zenvio } from '@chaveiro/sdk';
  globalThis.worker = async () => {
    const seen = [];
    const fetch = async (url, { method, headers }) => {
      seen.push([method, url, headers['x-api-key'] ?? headers.authorization ?? null, 'idempotency-key' in headers]);
      return Response.json({ message_ids: ['m1'] }, { status: url.includes('segments') ? 403 : 200 });
    };
    const pingback = new Pingback({ apiKey: 'k1', fetch });
    await pingback.contacts.get('a@b.c');
    const { error } = await pingback.segments.list().safe();
    await new Zenvio({ apiKey: 'k2', fetch }).messages.send({});
    const { response } = await createClient({ keys: { pingback: 'k3' }, fetch }).GET('/contacts');
    const missing = await new Zenvio().logs.list().safe();
    return JSON.stringify({ seen, code: error.code, status: response.status, missing: missing.error.code, node: typeof process + typeof Buffer });
  };
`;

test('calls, typed errors and idempotency keys without any of Node', async () => {
  const { outputFiles } = await build({
    stdin: { contents: WORKER, resolveDir: installed.folder },
    bundle: true,
    format: 'iife',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['worker'],
    write: false,
  });
  const vm = new EdgeVM();
  vm.evaluate(outputFiles[0]?.text ?? '');
  const result = JSON.parse(await vm.evaluate<Promise<string>>('globalThis.worker()')) as unknown;
  expect(result).toEqual({
    seen: [
      ['GET', 'https://connect.pingback.com/v2/contacts/a%40b.c', 'k1', false],
      ['GET', 'https://connect.pingback.com/v2/segments', 'k1', false],
      ['POST', 'https://api.zenvio.com/v1/whatsapp/messages', 'Bearer k2', true],
      ['GET', 'https://connect.pingback.com/v2/contacts', 'k3', false],
    ],
    code: 'key_refused',
    status: 200,
    missing: 'missing_key',
    node: 'undefinedundefined',
  });
});
