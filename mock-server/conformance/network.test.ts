/** No telemetry, no update check, no network but what is asked: the running mock talks to this machine alone. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { chaveiro, killAll } from './run-chaveiro.ts';

const watch = pathToFileURL(resolve(import.meta.dirname, 'network.fixture.ts')).href;
const watched = { env: { NODE_OPTIONS: `--import=${watch}` } };
afterEach(killAll);

describe('chaveiro', { timeout: 30_000 }, () => {
  test.each([[[]], [['--contract']], [['--static']]])(
    'mock %j starts, answers and ends without reaching beyond this machine',
    async (flags) => {
      const run = chaveiro(['mock', '--port', '0', ...flags], watched);
      const [, url = ''] = await run.says(/ready at (http:\/\/localhost:\d+)/);
      await fetch(`${url}/contacts`, { headers: { 'x-api-key': 'chaveiro-pingback-active' } });
      run.child.kill('SIGINT');
      expect(await run.ended).toBe(0);
      expect(run.stderr()).not.toContain('OUTBOUND');
    },
  );

  test('the watch sees what goes out, so that its silence means something', async () => {
    const run = chaveiro(['mock', '--port', '0', '--spec', 'https://nobody.invalid/openapi.yaml'], watched);
    expect(await run.ended).not.toBe(0);
    expect(run.stderr()).toContain('OUTBOUND');
    expect(run.stderr()).toContain('nobody.invalid');
  });
});
