/** What becomes of a key's secret: nobody sees it, no file keeps it where it was hashed, and no refusal tells of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killAll } from '../conformance/run-chaveiro.ts';
import { temporaryFolder, type TemporaryFolder } from '../src/durable/data-file.fixture.ts';
import { countedSteps } from './parts.ts';
import { canaryRun, type CanaryRun } from './secrets/canary-run.ts';
import { keptIn, shownIn } from './secrets/traces.ts';
import { serveProcess, type Server } from './wire/servers.ts';

describe('a canary in every key', { timeout: 240_000 }, () => {
  let folder: TemporaryFolder;
  let server: Server;
  let run: CanaryRun;
  beforeAll(async () => {
    folder = temporaryFolder();
    server = await serveProcess(folder.file());
    run = await canaryRun(server);
  }, 240_000);
  afterAll(() => {
    killAll();
    folder[Symbol.dispose]();
  });

  test('is shown by the answers that are for it, and by nothing else', () => {
    expect(run.shown.length).toBeGreaterThanOrEqual(6);
    expect(run.heard.length).toBeGreaterThan(100);
    expect(shownIn(run.heard, { ...run.hashed, ...run.revealable })).toEqual([]);
  });

  test('is in no file where its key is hashed, whether the mock runs, was killed, or goes on', async () => {
    expect(Object.keys(run.hashed).length).toBeGreaterThanOrEqual(2);
    const during = folder.contents();
    expect(Object.keys(during)).toContain('mock.db-wal');
    expect(keptIn(during, run.hashed)).toEqual([]);
    await server.restart!();
    expect(keptIn(folder.contents(), run.hashed)).toEqual([]);
    // Those that can be shown again are sealed there, not written down.
    expect(keptIn(during, run.revealable)).toEqual([]);
  });
});

test('a search that finds nothing would have found it', () => {
  const secrets = { key: 'sk_live_4fJ0aQm2Zx81Hq7LwPz9CanaryTail' };
  const files = (text: string) => ({ file: Buffer.from(text) });
  expect(keptIn(files(`{"secret":"${secrets.key}"}`), secrets)).toHaveLength(1);
  expect(keptIn(files('…aQm2Zx81Hq7LwPz9…'), secrets)).toHaveLength(1);
  for (const encoding of ['hex', 'base64', 'utf16le'] as const) {
    const bytes =
      encoding === 'utf16le'
        ? Buffer.from(secrets.key, encoding)
        : Buffer.from(Buffer.from(`x${secrets.key}`).toString(encoding));
    expect(keptIn({ file: bytes }, secrets)).toHaveLength(1);
  }
  expect(keptIn(files('sk_live_4fJ0••••'), secrets)).toEqual([]);
});

test('a refusal takes as many steps wherever the first wrong character is', { timeout: 240_000 }, () => {
  const cases = countedSteps(5);
  expect(cases.map(({ platform }) => platform)).toEqual(['pingback', 'rdstation', 'zenvio', 'zenvio']);
  for (const { platform, restarted, byPosition, leaking } of cases) {
    expect(byPosition.length).toBeGreaterThanOrEqual(7);
    const [least, most] = [Math.min(...byPosition), Math.max(...byPosition)];
    // A key found by its public beginning costs a handful more; a comparison that gives up early would cost ever more.
    expect(most / least, `${platform}${restarted ? ', restarted' : ''}: ${byPosition.join(' ')}`).toBeLessThan(1.01);
    expect(leaking.every((steps, at) => at === 0 || steps > leaking[at - 1]!)).toBe(true);
  }
});
