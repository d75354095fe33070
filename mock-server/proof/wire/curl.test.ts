/** What a failure prints can be pasted: a shell makes of each line the request that was sent. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { curlLines } from './curl.ts';
import type { Line } from './wire.ts';

const sent = { method: 'POST', path: '/accounts/a/api-keys?x=1&y=2', body: { name: "Ana's $HOME `id`" } };

/** The words that a shell would hand to `curl`. */
function wordsOf(line: string): string[] {
  const { stdout } = spawnSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${line}`], { encoding: 'utf8' });
  return stdout.trimEnd().split('\n');
}

describe('curl lines', () => {
  test('say method, address, headers and body, whatever is in them', () => {
    const line = curlLines({ lines: [{ at: 1, sent }], common: { 'x-mock-session': 'um dois' } }).at(-1)!;
    expect(wordsOf(line)).toEqual([
      '-sS',
      '-X',
      'POST',
      'http://localhost:4010/accounts/a/api-keys?x=1&y=2',
      '-H',
      'x-mock-session: um dois',
      '-H',
      'content-type: application/json',
      '-d',
      JSON.stringify(sent.body),
    ]);
  });

  test('go out together where the requests did, and only there', () => {
    const lines: Line[] = [1, 2, 2, 3].map((at) => ({ at, sent: { method: 'GET', path: `/${at}` } }));
    const printed = curlLines({ lines, common: {} }).slice(1);
    expect(printed.map((line) => / & #/.test(line))).toEqual([false, true, true, false, false]);
    expect(printed[3]).toMatch(/^wait /);
  });

  test('kill the server where it was killed, and start it on its file', () => {
    const [start, , kill, again] = curlLines(
      {
        lines: [
          { at: 1, sent },
          { at: 2, restart: true },
        ],
        common: {},
      },
      7,
    );
    expect(start).toContain('npx chaveiro mock --port 4010 --seed 7 --data proof.db &');
    expect(kill).toMatch(/^kill -9 /);
    expect(again).toBe(start);
  });
});
