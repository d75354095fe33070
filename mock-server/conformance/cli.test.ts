/** `chaveiro` as a person at a terminal meets it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { document } from '@chaveiro/openapi';
import { afterEach, describe, expect, test } from 'vitest';

const entry = resolve(import.meta.dirname, '../src/cli.ts');
const script = `import { main } from ${JSON.stringify(entry)}; process.exitCode = await main(process.argv.slice(1));`;
const children: ChildProcess[] = [];

function chaveiro(...words: string[]) {
  const child = spawn(process.execPath, ['--conditions=@chaveiro/source', '--input-type=module', '-e', script, '--', ...words], {
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
  });
  children.push(child);
  let output = '';
  const hear = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  /** Resolves as soon as the output matches; rejects when the program ends without it. */
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, fail) => {
      const look = () => {
        const found = pattern.exec(output);
        if (found) done(found);
      };
      child.stdout.on('data', look);
      void ended.then(() => fail(new Error(`ended without ${String(pattern)}:\n${output}`)));
      look();
    });
  return { child, ended, says, output: () => output };
}

afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

describe('chaveiro mock', { timeout: 30_000 }, () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('prints URL and keys, answers, and ends cleanly on %s', async (signal) => {
    const run = chaveiro('mock', '--port', '0');
    const [, url = ''] = await run.says(/ready at (http:\/\/localhost:\d+)/);
    await run.says(/Ctrl-C/);
    for (const { zeroSetup } of Object.values(document['x-platforms'])) {
      for (const key of (zeroSetup?.accounts ?? []).flatMap(({ keys }) => keys)) expect(run.output()).toContain(key.secret);
    }
    const response = await fetch(`${url}/contacts`, { headers: { 'x-api-key': 'chaveiro-pingback-disabled' } });
    expect([response.status, response.headers.get('x-mock-decision')]).toEqual([403, 'disabled_key']);
    run.child.kill(signal);
    expect(await run.ended).toBe(0);
    expect(run.output()).toContain('The mock has stopped.');
  });

  test('with one seed gives the same generated secrets', async () => {
    const created = async () => {
      const run = chaveiro('mock', '--port', '0', '--seed', '42');
      const [, url = ''] = await run.says(/ready at (http:\/\/localhost:\d+)/);
      const response = await fetch(`${url}/accounts/acc_zenvio_demo/api-keys`, {
        method: 'POST',
        headers: { authorization: 'Bearer chaveiro-console-owner', 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'x', scopes: ['whatsapp:send'] }),
      });
      expect(response.status).toBe(201);
      run.child.kill('SIGTERM');
      await run.ended;
      return ((await response.json()) as { secret: string }).secret;
    };
    expect(await created()).toBe(await created());
  });

  test('a taken port is told with the way out, and the exit code is 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as { port: number };
    const run = chaveiro('mock', '--port', String(port));
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(new RegExp(`Port ${port} is in use.*--port`));
    expect(run.output()).not.toMatch(/\n\s+at /);
    other.close();
  });

  test.each([
    ['nonsense.invalid', /"nonsense\.invalid" to listen on has no address\. Name one with --host, such as 127\.0\.0\.1/],
    ['192.0.2.1', /"192\.0\.2\.1" to listen on is no address of this machine\. Name one with --host/],
  ])('a host %s that nobody can listen on is told with the way out, and the exit code is 1', async (host, told) => {
    const run = chaveiro('mock', '--port', '0', '--host', host);
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(told);
    expect(run.output()).not.toMatch(/\n\s+at /);
  });

  test.each([
    [['mock', '--host', ''], /Give an address, such as 127\.0\.0\.1/],
    [['mock', '--port', '99999'], /whole number from 0 to 65535/],
    [['mock', '--port', 'x'], /whole number/],
    [['mock', '--colour'], /unknown option/],
    [['serve'], /unknown command/],
  ])('%j is wrong usage: advice and exit code 2', async (words, advice) => {
    const run = chaveiro(...words);
    expect(await run.ended).toBe(2);
    expect(run.output()).toMatch(advice);
  });

  test.each([
    [['--help'], /Start the mock server/],
    [['mock', '--help'], /Examples:/],
    [['mock', '--help'], /--host [^-]*under the\s+names\s+of --allow-host/],
    [['--version'], /^\d+\.\d+\.\d+/],
  ])('%j helps and exits with 0', async (words, help) => {
    const run = chaveiro(...words);
    expect(await run.ended).toBe(0);
    expect(run.output()).toMatch(help);
  });
});
