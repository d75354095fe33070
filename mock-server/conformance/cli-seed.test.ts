/** `chaveiro seed`, and a mock that starts from a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chaveiro, finished, killAll, startedMock } from './run-chaveiro.ts';

const SEED = `
accounts:
  - platform: pingback
    id: acc_loja
    keys: [{ name: CRM, secret: loja-crm-secret, state: disabled }]
scenarios: [{ name: rotation, platform: zenvio, secrets: { next: sk_live_loja_next } }]
`;

const folder = mkdtempSync(join(tmpdir(), 'chaveiro-'));
const fileWith = (text: string, name = 'seed.yaml') => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

let url: string;
beforeAll(async () => void ({ url } = await startedMock()), 30_000);
beforeEach(async () => void (await fetch(`${url}/__mock/reset`, { method: 'POST' })));
afterAll(() => {
  killAll();
  rmSync(folder, { recursive: true });
});

const run = (...words: string[]) => finished(words, { env: { CHAVEIRO_URL: url } });

async function decisionFor(secret: string, base = url): Promise<string | null> {
  const response = await fetch(`${base}/contacts`, { headers: { 'x-api-key': secret } });
  return response.headers.get('x-mock-decision');
}

describe('chaveiro seed', { timeout: 60_000 }, () => {
  test('makes what the file says, and prints every secret', async () => {
    const { code, stdout } = await run('seed', fileWith(SEED));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Applied: 1 account, 1 scenario, 0 faults\./);
    expect(stdout).toMatch(/pingback +acc_loja +pro +CRM +disabled +loja-crm-secret/);
    expect(stdout).toMatch(/zenvio .* rotation: next +active +sk_live_loja_next/);
    expect(await decisionFor('loja-crm-secret')).toBe('disabled_key');
  });

  test('reads JSON from standard input, and prints JSON', async () => {
    const input = JSON.stringify({ accounts: [{ platform: 'pingback', keys: [{ name: 'CRM' }] }] });
    const { code, stdout, stderr } = await finished(['seed', '-', '--json', '--url', url], { input });
    expect([code, stderr]).toEqual([0, '']);
    const applied = JSON.parse(stdout) as { accounts: [{ keys: [{ secret: string }] }] };
    expect(await decisionFor(applied.accounts[0].keys[0].secret)).toBe('allowed');
  });

  test('what the mock has against it is told by line and column, and nothing is applied', async () => {
    const file = fileWith(`${SEED}faults:\n  - effect: { kind: drop }\n    on: { platform: zenvoi }\n`);
    const { code, stdout, stderr } = await run('seed', file);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      new RegExp(`${file}:\\d+:11 faults\\[0\\]\\.on\\.platform: "zenvoi" is no platform; did you mean zenvio\\?`),
    );
    expect(await decisionFor('loja-crm-secret')).toBe('unknown_key');
  });

  test('loading the same accounts twice is refused, unless the mock is reset first', async () => {
    const file = fileWith(SEED);
    await run('seed', file);
    const again = await run('seed', file);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('the account acc_loja exists already')]);
    expect((await run('seed', file, '--reset')).code).toBe(0);
  });

  test('with --reset, a seed that is refused leaves everything as it was', async () => {
    await run('seed', fileWith(SEED));
    await fetch(`${url}/__mock/clock/advance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"by":"90d"}',
    });
    expect(await decisionFor('loja-crm-secret')).toBe('disabled_key');
    const seen = async () => {
      const parts = ['accounts', 'faults', 'requests', 'settings'];
      return Promise.all(parts.map(async (part) => (await fetch(`${url}/__mock/${part}`)).text()));
    };
    const before = await seen();
    const slip = await run('seed', fileWith(`${SEED}faults: [{ effect: { kind: drop }, on: { platform: zenvoi } }]`), '--reset');
    expect([slip.code, slip.stderr]).toEqual([1, expect.stringMatching(/nothing of it was applied:\n.*did you mean zenvio/)]);
    expect(await seen()).toEqual(before);
    expect(await (await fetch(`${url}/__mock/sessions`)).text()).not.toContain('seed-');
    const { now } = (await (await fetch(`${url}/__mock/clock`)).json()) as { now: string };
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(80 * 86_400_000);
  });

  test('with --reset, a mock without room to try the seed is left as it was', async () => {
    const full = await startedMock('--session-limit', '0');
    const words = ['seed', fileWith(SEED), '--url', full.url];
    expect((await finished(words)).code).toBe(0);
    const { code, stderr } = await finished([...words, '--reset']);
    expect([code, stderr]).toEqual([4, expect.stringMatching(/nothing was reset or applied\.\n.*--session-limit/)]);
    expect(await decisionFor('loja-crm-secret', full.url)).toBe('disabled_key');
  });

  test('one that is too large for a mock that runs is told by its file, with the way out', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `        - { email: ana${i}@exemplo.com.br, attributes: { name: Ana } }`,
    );
    const accounts = `accounts:\n  - platform: pingback\n    resources:\n      contacts:\n${rows.join('\n')}\n`;
    const file = fileWith(accounts, 'large.yaml');
    const { code, stderr } = await run('seed', file, '--reset');
    expect([code, stderr]).toEqual([4, expect.stringMatching(/large\.yaml has \d+ bytes.*1048576/)]);
    expect(stderr).toContain(`chaveiro mock --seed-file ${file}`);
  });

  test('--check takes the document of one’s own that the seed is for', async () => {
    const documents = resolve(import.meta.dirname, 'documents');
    const own = ['--spec', join(documents, 'livraria.yaml'), '--policy', join(documents, 'livraria.policy.yaml')];
    const file = fileWith('accounts: [{ platform: livros, keys: [{ name: Caixa }] }]', 'livros.yaml');
    const refused = await finished(['seed', file, '--check']);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/"livros" is no platform.*\n.*--spec/)]);
    const { code, stdout } = await finished(['seed', file, '--check', ...own]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('is a good seed: 1 account')]);
    const running = await run('seed', file, ...own);
    expect([running.code, running.stderr]).toEqual([2, expect.stringMatching(/--spec and --policy are for --check/)]);
  });

  test('--check needs no mock', async () => {
    const offline = (file: string) => finished(['seed', file, '--check', '--url', 'http://localhost:1']);
    expect((await offline(fileWith(SEED))).stdout).toMatch(/is a good seed: 1 account, 1 scenario, 0 faults\./);
    const bad = await offline(fileWith('accounts:\n  - platform: pingback\n    plan: por'));
    expect([bad.code, bad.stderr]).toEqual([
      1,
      expect.stringContaining('seed.yaml:3:5 accounts[0].plan: "por" is no plan of pingback; did you mean pro?'),
    ]);
  });

  test('--schema is a JSON Schema that knows every part', async () => {
    const { stdout } = await finished(['seed', '--schema']);
    const { properties } = JSON.parse(stdout) as { properties: Record<string, { items?: { anyOf?: unknown[] } }> };
    expect(Object.keys(properties)).toEqual(['$schema', 'clock', 'settings', 'accounts', 'scenarios', 'faults']);
    expect(properties['scenarios']?.items?.anyOf).toHaveLength(2);
  });

  test.each([
    [['seed'], 2, /Name a seed file/],
    [['seed', '/no/such/file.yaml'], 1, /cannot be read: there is no such file/],
    [['seed', tmpdir()], 1, /it is a folder/],
    [['mock', '--seed-file', '/no/such/file.yaml'], 1, /there is no such file/],
    [['mock', '--scenario', 'rotaton'], 1, /did you mean rotation\?/],
  ])('%j ends with %i and says why', async (words, exitCode, why) => {
    const { code, stdout, stderr } = await run(...words);
    expect([code, stdout]).toEqual([exitCode, '']);
    expect(stderr).toMatch(why);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('chaveiro mock --seed-file', { timeout: 60_000 }, () => {
  test('starts with what it says, in every session, and a reset comes back to it', async () => {
    const other = await startedMock('--seed-file', fileWith(SEED), '--scenario', 'send-only', 'outage@rdstation');
    await other.run.says(/send-only: key/);
    expect(other.run.stdout()).toContain('Applied: 1 account, 3 scenarios, 1 fault.');
    expect(await decisionFor('loja-crm-secret', other.url)).toBe('disabled_key');
    await fetch(`${other.url}/__mock/reset`, { method: 'POST' });
    expect(await decisionFor('loja-crm-secret', other.url)).toBe('disabled_key');
    expect(await decisionFor('loja-crm-secret', `${other.url}/~another`)).toBe('disabled_key');
  });

  test('--json prints one object with the URL and the keys', async () => {
    const mock = chaveiro(['mock', '--port', '0', '--json', '--seed-file', fileWith(SEED)]);
    await mock.says(/\n}\n$/);
    const ready = JSON.parse(mock.stdout()) as { url: string; keys: object[]; accounts: object[] };
    expect([ready.accounts.length, ready.keys.length > 20]).toEqual([1, true]);
    expect((await fetch(`${ready.url}/__mock/state`)).status).toBe(200);
    mock.child.kill('SIGTERM');
    expect(await mock.ended).toBe(0);
    expect(() => void JSON.parse(mock.stdout())).not.toThrow();
  });
});
