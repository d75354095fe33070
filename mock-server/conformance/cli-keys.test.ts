/** `chaveiro keys`, `scenario` and `logs` against a running mock, as a person or a script uses them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chaveiro, finished, killAll, startedMock } from './run-chaveiro.ts';

let url: string;
beforeAll(async () => void ({ url } = await startedMock()), 30_000);
beforeEach(async () => void (await fetch(`${url}/__mock/reset`, { method: 'POST' })));
afterAll(killAll);

const run = (...words: string[]) => finished(words, { env: { CHAVEIRO_URL: url } });

async function json<T>(...words: string[]): Promise<T> {
  const { code, stdout, stderr } = await run(...words, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as T;
}

async function decisionFor(secret: string, session?: string): Promise<string | null> {
  const headers = { 'x-api-key': secret, ...(session !== undefined && { 'x-mock-session': session }) };
  return (await fetch(`${url}/contacts`, { headers })).headers.get('x-mock-decision');
}

interface Key {
  id: string;
  accountId: string;
  name: string;
  status: string;
  secret: string;
}

describe('chaveiro keys', { timeout: 60_000 }, () => {
  test('lists masked keys of every account, for people and for programs', async () => {
    const { code, stdout } = await run('keys', 'list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ACCOUNT +PLAN +KEY/);
    expect(stdout).toMatch(/acc_pingback_free +free +key_pingback_free_plan .*disabled \(plan\) /);
    expect(stdout).not.toContain('chaveiro-pingback-active');
    const { items, total } = await json<{ items: Key[]; total: number }>('keys', 'list', '--platform', 'zenvio');
    expect(total).toBe(items.length);
    expect(new Set(items.map(({ accountId }) => accountId.split('_')[1]))).toEqual(new Set(['zenvio']));
  });

  test('a key goes through its life, and each step is effective at once', async () => {
    const { secret, id } = await json<Key>('keys', 'create', 'acc_pingback_deleted', '--name', 'CRM');
    expect(await decisionFor(secret)).toBe('allowed');
    expect((await run('keys', 'disable', id)).stdout).toBe(
      `Disabled ${id} "CRM" of acc_pingback_deleted. The next request sees it.\n`,
    );
    expect(await decisionFor(secret)).toBe('disabled_key');
    expect(await json<Key>('keys', 'enable', id)).toMatchObject({ id, status: 'active' });
    expect(await decisionFor(secret)).toBe('allowed');
    expect(await json<Key>('keys', 'rename', id, 'Loja nova')).toMatchObject({ name: 'Loja nova' });
    expect((await run('keys', 'reveal', id)).stdout).toBe(`${secret}\n`);
    expect(await json<Key>('keys', 'delete', id, '--account', 'acc_pingback_deleted')).toMatchObject({ id, status: 'deleted' });
    expect(await decisionFor(secret)).toBe('deleted_key');
  });

  test('a downgrade disables the key, and says so', async () => {
    const { stdout } = await run('keys', 'plan', 'acc_pingback_pro', 'free');
    expect(stdout).toMatch(/is on free. Plans: free \(no API\), pro, ultra\./);
    expect(stdout).toMatch(/key_pingback_active .*disabled \(plan\)/);
    expect(await json('keys', 'plan', 'acc_pingback_pro')).toMatchObject({
      account: { plan: 'free' },
      keys: [{ status: 'disabled' }],
    });
  });

  test('scopes and instances of a new key are kept', async () => {
    const words = ['--name', 'x', '--scope', 'whatsapp:send', 'logs:read', '--instance', 'inst_farmacia_maria'];
    expect(await json('keys', 'create', 'acc_zenvio_demo', ...words)).toMatchObject({
      scopes: ['whatsapp:send', 'logs:read'],
      instances: ['inst_farmacia_maria'],
    });
  });

  test('acts in the session that is named, and in no other', async () => {
    const { stdout } = await run('keys', 'disable', 'key_pingback_active', '--session', 'cli-test');
    expect(stdout).toContain('Disabled');
    expect(await decisionFor('chaveiro-pingback-active', 'cli-test')).toBe('disabled_key');
    expect(await decisionFor('chaveiro-pingback-active')).toBe('allowed');
  });

  test.each([
    [
      ['keys', 'delete', 'key_rdstation_active'],
      4,
      /does not know the action delete\.\nIt knows for key_rdstation_active: rename, disable, enable\./,
    ],
    [['keys', 'disable', 'key_zenvio_active'], 4, /\nIt knows for key_zenvio_active: rename, delete\./],
    [['keys', 'create', 'acc_rdstation_full'], 4, /may have 5 API key/],
    [['keys', 'reveal', 'key_zenvio_active'], 4, /[Cc]reate a new key/],
    [['keys', 'disable', 'key_pingback_activ'], 4, /no key "key_pingback_activ"; did you mean key_pingback_active\?/],
    [['keys', 'list', 'acc_nope'], 4, /"chaveiro keys list" shows the accounts/],
    [['keys', 'plan', 'acc_pingback_pro', 'gold'], 4, /plan/],
    [['keys', 'create', 'acc_pingback_deleted', '--name', 'x', '--as', 'member'], 4, /--as owner/],
    [['keys', 'list', '--as', 'nobody'], 4, /token of a dashboard session/],
    [['keys', 'list', '--url', 'http://localhost:1'], 3, /No mock answers at http:\/\/localhost:1 .*chaveiro mock/],
    [['keys', 'list', '--url', 'localhost'], 2, /"localhost" is no URL/],
    [['keys', 'list', '--session', 'no/name'], 4, /session name/],
    [['keys', 'list', '--platform', 'pingbak'], 2, /no platform "pingbak"; did you mean pingback\?/],
    [['scenario', '--platform', 'bogus'], 2, /no platform "bogus"\. Choose from: .*zenvio/],
    [['logs', '--platform', 'bogus', '--follow'], 2, /no platform "bogus"\. Choose from: .*zenvio/],
    [['logs', '--decision', 'disabled-key'], 2, /no decision "disabled-key"; did you mean disabled_key\?/],
    [['keys', 'list', 'acc_zenvio_demo', '--platform', 'pingback'], 2, /an account of zenvio, not of pingback/],
    [['keys', 'disable'], 2, /missing required argument/],
    [['keys', 'remove'], 2, /unknown command/],
  ])('%j ends with %i and says what to do', async (words, exitCode, advice) => {
    const { code, stdout, stderr } = await run(...words);
    expect(stderr).toMatch(advice);
    expect(code).toBe(exitCode);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    [{ kind: 'drop' }, /The mock at \S+ is there, and GET \/accounts\/\S+ got no answer \(\S+\)/],
    [{ kind: 'malformed' }, /What the mock at \S+ answered to GET \/accounts\/\S+ is no JSON \(status 200\)/],
    [{ kind: 'html' }, /is no JSON \(status 502\)/],
    [{ kind: 'truncate', after: 3 }, /is not complete: /],
    [{ kind: 'status', status: 503 }, /503/],
  ])('a fault %j is told from a mock that is not there, with the way to end it', async (effect, told) => {
    const headers = { 'content-type': 'application/json', 'x-mock-session': 'cli-faults' };
    await fetch(`${url}/__mock/reset`, { method: 'POST', headers });
    const added = await fetch(`${url}/__mock/faults`, { method: 'POST', headers, body: JSON.stringify({ effect }) });
    expect(added.status).toBe(201);
    const { code, stderr } = await run('keys', 'list', '--session', 'cli-faults');
    expect([code, stderr]).toEqual([4, expect.stringMatching(told)]);
    expect(stderr).toContain(`curl -X DELETE ${url}/__mock/faults -H 'x-mock-session: cli-faults'`);
  });

  test.each([
    ['--session', ['logs', '--session', 'ç€x']],
    ['--token', ['logs', '--token', 'tok€n']],
    ['--as', ['keys', 'list', '--as', 'dono…']],
  ])('what %s says and no header can carry is wrong usage, and is not repeated', async (flag, words) => {
    const { code, stderr } = await run(...words);
    expect([code, stderr]).toEqual([2, expect.stringMatching(`^What ${flag} says has a character`)]);
    expect(stderr).not.toContain(words.at(-1));
  });

  test('a server that is no mock is recognised', async () => {
    const { createServer } = await import('node:http');
    const other = createServer((_, response) => response.end('<html>')).listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as { port: number };
    const { code, stderr } = await run('keys', 'list', '--url', `http://127.0.0.1:${port}`);
    other.close();
    expect([code, stderr]).toEqual([3, expect.stringMatching(/is no Chaveiro mock/)]);
  });
});

describe('chaveiro scenario', { timeout: 60_000 }, () => {
  test('lists what there is, and plays it', async () => {
    expect((await run('scenario')).stdout).toMatch(/^rotation +\S.*zenvio/m);
    const { items } = await json<{ items: { name: string }[] }>('scenario', '--platform', 'rdstation');
    expect(items.map(({ name }) => name)).not.toContain('deleted');
    const played = await json<{ keys: { key: Key } }>('scenario', 'disabled', '--platform', 'pingback');
    expect(await decisionFor(played.keys.key.secret)).toBe('disabled_key');
    expect((await run('scenario', 'rotation', '--platform', 'pingback')).stdout).toMatch(
      /rotation: old +deleted .*\n.*rotation: next +active/,
    );
  });

  test('what a platform cannot have is refused', async () => {
    const { code, stderr } = await run('scenario', 'deleted', '--platform', 'rdstation');
    expect([code, stderr]).toEqual([4, expect.stringMatching(/It exists on: pingback, zenvio\./)]);
  });
});

describe('chaveiro logs', { timeout: 60_000 }, () => {
  test('prints requests with decision, evidence and steps, oldest first', async () => {
    await decisionFor('chaveiro-pingback-active');
    await decisionFor('chaveiro-pingback-disabled');
    const { stdout } = await run('logs', '--platform', 'pingback', '--steps');
    expect(stdout).toMatch(/200 GET \/contacts +allowed +documented +key_pingback_active\n/);
    expect(stdout).toMatch(/403 GET \/contacts +disabled_key +inferred +key_pingback_disabled\n/);
    expect(stdout).toMatch(/ {4}x disabled: .*disabled/);
    expect(stdout.indexOf('key_pingback_active')).toBeLessThan(stdout.indexOf('key_pingback_disabled'));
    const refused = await json<{ items: object[] }>('logs', '--decision', 'disabled_key', '--limit', '1');
    expect(refused.items).toMatchObject([{ status: 403, keyId: 'key_pingback_disabled' }]);
  });

  test('--follow goes on as requests arrive, each once, until Ctrl-C', async () => {
    await decisionFor('chaveiro-pingback-active');
    const follow = chaveiro(['logs', '--follow', '--json'], { env: { CHAVEIRO_URL: url } });
    await follow.says(/key_pingback_active/);
    for (let count = 0; count < 3; count++) await decisionFor('chaveiro-pingback-disabled');
    await follow.says(/(key_pingback_disabled[^\n]*\n[^]*){3}/);
    follow.child.kill('SIGINT');
    expect(await follow.ended).toBe(0);
    const entries = follow
      .stdout()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { requestId: string });
    expect(new Set(entries.map(({ requestId }) => requestId)).size).toBe(entries.length);
    expect(entries).toHaveLength(4);
  });

  test('--follow ends with 3 when the mock stops', async () => {
    const other = await startedMock();
    const follow = chaveiro(['logs', '--follow', '--url', other.url]);
    await follow.says(/TIME/);
    await new Promise((done) => setTimeout(done, 300));
    other.run.child.kill('SIGKILL');
    expect(await follow.ended).toBe(3);
    expect(follow.stderr()).toContain(`The mock at ${other.url} has stopped.`);
  });

  test('a number that is none is wrong usage', async () => {
    const { code, stderr } = await run('logs', '--limit', 'many');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/whole number from 1 to 1000/)]);
  });
});
