// Whatever ends in whatever order: results in order, each row once, and a resumed run is the uninterrupted one.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { ServerError } from '../errors/index.ts';
import { createMany } from './create-many.ts';
import type { BulkRun } from './run.ts';
import type { Checkpoint } from './settled.ts';

vi.setConfig({ testTimeout: 60_000 });

const runs = {
  count: fc.integer({ min: 0, max: 60 }),
  concurrency: fc.integer({ min: 1, max: 7 }),
  failing: fc.uniqueArray(fc.integer({ min: 0, max: 59 })),
  isAsync: fc.boolean(),
};

/** Rows that count how often each was read and sent. */
function world(count: number, failing: readonly number[], isAsync: boolean) {
  const sent: number[] = [];
  const state = { underWay: 0, most: 0 };
  function* rows(): Generator<string> {
    for (let row = 0; row < count; row++) yield `row ${row}`;
  }
  async function* slowly(): AsyncGenerator<string> {
    for (const row of rows()) yield await Promise.resolve(row);
  }
  const send = (scheduler: fc.Scheduler) => async (row: string) => {
    const index = Number(row.slice(4));
    sent.push(index);
    state.most = Math.max(state.most, ++state.underWay);
    await scheduler.schedule(Promise.resolve(), row);
    state.underWay--;
    if (failing.includes(index)) throw new ServerError(`no ${index}`);
    return `did ${index}`;
  };
  return { sent, state, rows: () => (isAsync ? slowly() : rows()), send };
}

/** What came of the run so far, by row. */
async function collect(run: BulkRun<string, string>, into: [number, unknown][], stopAfter = Infinity): Promise<void> {
  for await (const { index, input, data, error } of run) {
    expect(input).toBe(`row ${index}`);
    into.push([index, data ?? error?.message]);
    if (into.length >= stopAfter) break;
  }
}

const expected = (count: number, failing: readonly number[]): [number, string][] =>
  Array.from({ length: count }, (_, index) => [index, failing.includes(index) ? `no ${index}` : `did ${index}`]);

test('results come in the order of the rows, each row is sent once, and no more are under way than may be', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.record(runs), async (scheduler, { count, concurrency, failing, isAsync }) => {
      const { sent, state, rows, send } = world(count, failing, isAsync);
      const outcomes: [number, unknown][] = [];
      const run = createMany(send(scheduler), rows(), { concurrency });
      await scheduler.waitFor(collect(run, outcomes));
      expect(outcomes).toEqual(expected(count, failing));
      expect(sent.toSorted((one, other) => one - other)).toEqual(expected(count, []).map(([index]) => index));
      expect(state.most).toBeLessThanOrEqual(concurrency);
      const refused = failing.filter((index) => index < count).length;
      expect(run.summary).toMatchObject({ state: 'finished', done: count - refused, failed: refused });
    }),
    { numRuns: 300 },
  );
});

test('a run that is stopped anywhere and resumed, any number of times, is the uninterrupted run', async () => {
  const stops = fc.array(fc.record({ after: fc.nat({ max: 15 }), how: fc.constantFrom('abort', 'break') }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.record(runs), stops, async (scheduler, { count, concurrency, failing, isAsync }, all) => {
      const { sent, rows, send } = world(count, failing, isAsync);
      const kept: [number, unknown][] = [];
      let resume: Checkpoint | undefined;
      for (const { after, how } of [...all, { after: Infinity, how: 'finish' }]) {
        const stop = new AbortController();
        const toSend = send(scheduler);
        const before = sent.length;
        const sending = (row: string): Promise<string> => {
          if (how === 'abort' && sent.length - before >= after) stop.abort();
          return toSend(row);
        };
        const options = {
          concurrency,
          signal: stop.signal,
          resume: resume && (JSON.parse(JSON.stringify(resume)) as Checkpoint),
        };
        const run = createMany(sending, rows(), options);
        const outcomes: [number, unknown][] = [];
        await scheduler.waitFor(collect(run, outcomes, how === 'break' ? after + 1 : Infinity));
        kept.push(...outcomes);
        expect(outcomes).toEqual(outcomes.toSorted(([one], [other]) => one - other));
        resume = run.summary.checkpoint;
        expect(run.summary.skipped + run.summary.done + run.summary.failed).toBe(sent.length);
      }
      expect(resume).toEqual({ next: count, later: [] });
      expect(sent.toSorted((one, other) => one - other)).toEqual(expected(count, []).map(([index]) => index));
      // Who leaves the loop does not see what had ended and was not yet delivered; nothing is seen twice.
      const seen = kept.toSorted(([one], [other]) => one - other);
      if (all.some(({ how }) => how === 'break')) expect(expected(count, failing)).toEqual(expect.arrayContaining(seen));
      else expect(seen).toEqual(expected(count, failing));
      expect(new Set(seen.map(([index]) => index)).size).toBe(seen.length);
    }),
    { numRuns: 300 },
  );
});

test('a checkpoint taken at any moment leaves out what is over then, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.record({ ...runs, count: fc.nat({ max: 25 }) }),
      async (scheduler, { count, concurrency, failing, isAsync }) => {
        const { sent, rows, send } = world(count, failing, isAsync);
        const checkpoints: [Checkpoint, number[]][] = [];
        const over: number[] = [];
        const ended = async (row: string): Promise<string> => {
          try {
            return await send(scheduler)(row);
          } finally {
            over.push(Number(row.slice(4)));
          }
        };
        const run = createMany(ended, rows(), {
          concurrency,
          onProgress: () => checkpoints.push([run.summary.checkpoint, [...over]]),
        });
        await scheduler.waitFor(collect(run, []));
        for (const [resume, then] of checkpoints) {
          sent.length = 0;
          const again = createMany((row: string) => Promise.resolve(sent.push(Number(row.slice(4)))), rows(), { resume });
          await again;
          // A row that has ended may not be counted yet; one that has not must be sent again.
          for (let row = 0; row < count; row++) if (!then.includes(row)) expect(sent).toContain(row);
          expect(sent.length).toBe(count - again.summary.skipped);
        }
      },
    ),
    { numRuns: 100 },
  );
});
