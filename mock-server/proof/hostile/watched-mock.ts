/**
 * A process with two mocks under watch, one of them with a control token. Tells its parent where they are, and on
 * request resets them, collects garbage, and says what it has seen. Run with `--expose-gc`.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMock } from '@chaveiro/mock-server';
import { serveMock } from '@chaveiro/mock-server/http';
import { CONTROL_TOKEN, type Ask, type Heap, type Ports, type Report } from './watch.ts';
import { Witness } from './witness.ts';

async function run(): Promise<void> {
  // Time stands still, so that nothing changes but by a request.
  const mocks = [undefined, CONTROL_TOKEN].map((controlToken) =>
    createMock({ now: '2026-03-02T12:00:00.000Z', sessions: { count: 20 }, ...(controlToken !== undefined && { controlToken }) }),
  );
  const witnesses = mocks.map((mock) => new Witness(mock));
  const console = builtConsole();
  const [open, guarded] = await Promise.all(
    mocks.map((mock, index) => serveMock({ ...mock, answer: witnesses[index]!.answer }, { port: 0, console })),
  );
  const unwatched = await serveMock(createMock(), { port: 0, console });
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();

  let longestDelay = 0;
  const noteDelay = () => {
    longestDelay = Math.max(longestDelay, delays.max / 1e6);
    delays.reset();
  };
  const answers: Record<Ask, () => unknown> = {
    reset: () => witnesses.forEach((witness) => witness.reset()),
    report: (): Report => {
      noteDelay();
      return { trespasses: witnesses.flatMap(({ trespasses }) => trespasses.splice(0)), longestDelay };
    },
    cpu: (): number => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    heap: (): Heap => {
      noteDelay();
      for (let n = 0; n < 3; n++) globalThis.gc?.();
      const { heapUsed, external, rss } = process.memoryUsage();
      // What the collection took is no fault of a request.
      setTimeout(() => delays.reset(), 50);
      return { heapUsed, external, rss };
    },
  };
  process.on('message', (ask: Ask) => process.send!({ answer: answers[ask]() ?? null }));
  process.on('disconnect', () => process.exit());
  process.send!({ open: open!.port, guarded: guarded!.port, unwatched: unwatched.port } satisfies Ports);
}

/** A console of one page, wherever the real one has not been built. */
function builtConsole(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chaveiro-hostile-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Console</title>');
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

await run();
