/** The whole tour, as `npm start` runs it: in a process of its own, with the mock in another. */
import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

/** The first run may have to build the packages. */
const PATIENCE = 120_000;
const START = fileURLToPath(new URL('start.ts', import.meta.url));

const running = new Set<ChildProcessByStdio<null, Readable, Readable>>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** `npm start -- …`; what it writes can be waited for while it runs. */
function start(...options: string[]) {
  const child = spawn(process.execPath, [START, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const waiting: (() => void)[] = [];
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const look of waiting) look();
    });
  }
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return {
    exit,
    output: () => output,
    interrupt: () => child.kill('SIGINT'),
    /** Resolves when the text is there; rejects when the process ends without it. */
    until: (text: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => void (output.includes(text) && resolve());
        waiting.push(look);
        look();
        void exit.then(() => reject(new Error(`It ended without saying "${text}". It said:\n${output}`)));
      }),
    url: () => /The mock is ready at (http:\S+)/.exec(output)?.[1] ?? '',
  };
}

/** Whether nothing listens there. */
async function isGone(url: string): Promise<boolean> {
  expect(url).toMatch(/^http:/);
  return fetch(url).then(
    () => false,
    () => true,
  );
}

describe('npm start -- --once', () => {
  it('runs the whole tour, holds every expectation, and ends with its mock', { timeout: PATIENCE }, async () => {
    const tour = start('--once', '--port', '0');
    expect(await tour.exit, tour.output()).toBe(0);
    const output = tour.output();
    expect(output).toMatch(/185 accepted, 15 refused/);
    for (const platform of ['Pingback', 'RD Station', 'Zenvio']) expect(output).toContain(`\n  ${platform}\n┌`);
    expect(output).toMatch(/✓ (\d+) of \1 expectations held\n$/);
    expect(await isGone(tour.url())).toBe(true);
    // It wrote to a pipe: no colours, and no line that a wide terminal would break.
    expect(output).not.toContain('\u001b');
    expect(output.split('\n').filter((line) => [...line].length > 120)).toEqual([]);
  });

  it('says that its port is taken, and takes a free one', { timeout: PATIENCE }, async () => {
    await using other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const tour = start('--once', '--port', String(port));
    expect(await tour.exit, tour.output()).toBe(0);
    expect(tour.output()).toContain(`Port ${port} is taken by another program. The mock takes a free one instead`);
    expect(tour.url()).not.toBe(`http://localhost:${port}`);
  });
});

describe('npm start', () => {
  it('leaves the mock running with lines to paste that work, until Ctrl-C', { timeout: PATIENCE }, async () => {
    const tour = start('--port', '0');
    await tour.until('Stop it with Ctrl-C');
    const commands = commandsIn(tour.output());
    const answers = await Promise.all(commands.map(async (command) => (await promisify(execFile)('sh', ['-c', command])).stdout));
    expect(answers).toHaveLength(5);
    const [active, disabled, decision, conversion, keys] = answers;
    expect(active).toContain('"message":"Contacts found"');
    expect(disabled).toMatch(/^HTTP\/1\.1 403 [^]*x-mock-decision: disabled_key/);
    expect(decision).toContain('"step":"disabled","outcome":"refused"');
    expect(conversion).toContain('"event_uuid"');
    expect(keys).toContain('chaveiro-pingback-disabled');

    tour.interrupt();
    expect(await tour.exit).toBe(0);
    expect(tour.output()).toMatch(/The mock has stopped\.\n$/);
    expect(await isGone(tour.url())).toBe(true);
  });

  it('takes its mock along when it is interrupted during the tour', { timeout: PATIENCE }, async () => {
    const tour = start('--port', '0');
    await tour.until('1. RD Station');
    tour.interrupt();
    expect(await tour.exit).toBe(130);
    expect(await isGone(tour.url())).toBe(true);
  });

  it.each([['--port', 'many'], ['--port', '65536'], ['--twice']])(
    'explains its options when it does not know one: %s %s',
    { timeout: PATIENCE },
    async (...options) => {
      const tour = start(...options);
      expect(await tour.exit).toBe(2);
      expect(tour.output()).toContain('Usage: npm start -- [options]');
    },
  );
});

/** The suggested lines, as somebody copies them: a line that ends in a backslash goes on. */
function commandsIn(output: string): string[] {
  const [, suggested = ''] = output.split('Try it');
  return [...suggested.matchAll(/^ {2}(curl (?:.*\\\n)*.*)$/gm)].map(([, command = '']) => command);
}
