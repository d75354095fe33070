// Rows go through once, in order, with back-pressure, whatever finishes when.
import { getEventListeners } from 'node:events';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { answering, json, thrown } from '../../test/observed-fetch.ts';
import { VirtualClock } from '../../test/virtual-clock.ts';
import { ChaveiroError, ConnectionError, InvalidKeyError, ServerError, TimeoutError, ValidationError } from '../errors/index.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';
import { createMany } from './create-many.ts';
import type { BulkOutcome, BulkProgress } from './types.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** A target whose rows end when the test says so. */
function controlled() {
  const open = new Map<number, { resolve: (data: string) => void; reject: (error: unknown) => void }>();
  const sent: number[] = [];
  const send = (row: number): Promise<string> => {
    sent.push(row);
    return new Promise((resolve, reject) => open.set(row, { resolve, reject }));
  };
  const end = (row: number, error?: unknown): void => {
    const begun = open.get(row);
    if (!begun) throw new Error(`Row ${row} is not under way.`);
    open.delete(row);
    if (error === undefined) begun.resolve(`did ${row}`);
    else begun.reject(error);
  };
  return { send, sent, end, open };
}

const echo = <Row>(row: Row): Promise<Row> => Promise.resolve(row);
const keepIn =
  <Row>(sent: Row[]) =>
  (row: Row): Promise<number> =>
    Promise.resolve(sent.push(row));

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function all<Row, Result>(run: AsyncIterable<BulkOutcome<Row, Result>>): Promise<BulkOutcome<Row, Result>[]> {
  const outcomes = [];
  for await (const outcome of run) outcomes.push(outcome);
  return outcomes;
}

describe('what is awaited', () => {
  test('is the summary, and every row is sent', async () => {
    const sent: number[] = [];
    const summary = await createMany(keepIn(sent), numbers(20));
    expect(sent).toEqual(numbers(20));
    expect(summary).toMatchObject({ done: 20, failed: 0, skipped: 0, total: 20, state: 'finished', failures: [] });
    expect(summary.checkpoint).toEqual({ next: 20, later: [] });
  });

  test('nothing is sent before', async () => {
    const sent: number[] = [];
    const run = createMany(keepIn(sent), numbers(3));
    await later();
    expect(sent).toEqual([]);
    expect((await run).done).toBe(3);
    expect((await run).done).toBe(3);
    expect(sent).toEqual([0, 1, 2]);
  });

  test('zero rows', async () => {
    expect(await createMany(() => Promise.resolve(), [])).toMatchObject({ done: 0, total: 0, rate: 0, state: 'finished' });
  });

  test('a loop may be awaited beside, and is gone through once', async () => {
    const run = createMany(echo<number>, numbers(5));
    const [outcomes, summary] = await Promise.all([all(run), run]);
    expect(outcomes.map(({ data }) => data)).toEqual([0, 1, 2, 3, 4]);
    expect(summary.done).toBe(5);
    await expect(all(run)).rejects.toThrow(TypeError);
  });
});

test.each([
  ['a resource with create', (): AsyncIterable<BulkOutcome<unknown, unknown>> => createMany(rd.conversions, [lead])],
  ['another one', () => createMany(pingback.contacts, [{ email: 'ana@exemplo.com.br' }])],
  ['a resource with send', () => createMany(zenvio.messages, [message])],
  ['a function', () => createMany((id: string, options) => zenvio.messages.cancel(id, options), ['msg_1'])],
])('rows go to %s', async (_what, begin) => {
  expect(await all(begin())).toMatchObject([{ index: 0, data: { taken: true } }]);
});
const fetch = answering(json({ taken: true }));
const rd = new RDStation({ apiKey: 'key-1', fetch });
const pingback = new Pingback({ apiKey: 'key-1', pace: false, fetch });
const zenvio = new Zenvio({ apiKey: 'key-1', fetch });
const lead = { conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' };
const message = { instance_id: 'i', to: ['5511999999999'], type: 'text', payload: { message: 'Olá' } } as const;

describe('rows', () => {
  test('are read as they are needed, and no more are under way than may be', async () => {
    const { send, sent, end } = controlled();
    let read = 0;
    const run = createMany(send, counted(), { concurrency: 3 });
    function* counted(): Generator<number> {
      for (;;) yield read++;
    }
    const outcomes = run[Symbol.asyncIterator]();
    const first = outcomes.next();
    await later();
    expect([sent, read]).toEqual([[0, 1, 2], 3]);
    end(1);
    await later();
    expect(sent).toEqual([0, 1, 2, 3]);
    // The first row holds the others back, but not for ever: so many may wait to be delivered.
    for (let row = 2; sent.length < 30; row++) {
      end(row);
      await later();
    }
    for (const row of sent.slice(28)) end(row);
    await later();
    expect(read).toBe(30);
    end(0);
    expect((await first).value).toMatchObject({ index: 0, data: 'did 0' });
    await later();
    // A place is free when the loop has come for the row.
    expect(read).toBe(31);
    const left = outcomes.return?.(undefined);
    end(30);
    await left;
    expect(run.summary).toMatchObject({ state: 'stopped', done: 31, total: undefined });
  });

  test('come in order, with what became of each', async () => {
    const { send, end } = controlled();
    const outcomes = all(createMany(send, numbers(3)));
    await later();
    end(2);
    end(0, new ServerError('it failed'));
    await later();
    end(1);
    expect(await outcomes).toEqual([
      { index: 0, input: 0, error: expect.any(ServerError) as unknown },
      { index: 1, input: 1, data: 'did 1' },
      { index: 2, input: 2, data: 'did 2' },
    ]);
  });

  test('may come from an asynchronous source, and be promises', async () => {
    async function* source(): AsyncGenerator<string> {
      yield 'a';
      await later();
      yield 'b';
    }
    expect((await all(createMany(echo<string>, source()))).map(({ data }) => data)).toEqual(['a', 'b']);
    const promised = [Promise.resolve('c')] as unknown as string[];
    expect((await all(createMany(echo<string>, promised))).map(({ input }) => input)).toEqual(['c']);
  });

  test('a source that never answers holds back no row that has ended', async () => {
    async function* source(): AsyncGenerator<number> {
      yield 1;
      await new Promise(() => {});
    }
    const outcomes = createMany(echo<number>, source())[Symbol.asyncIterator]();
    expect((await outcomes.next()).value).toMatchObject({ data: 1 });
  });

  test.each([
    ['a number that JSON does not know', { email: 'a@b.c', n: 1n }],
    [
      'a toJSON that throws',
      Object.assign(
        { email: 'a@b.c' },
        {
          toJSON: () => {
            throw new Error('not me');
          },
        },
      ),
    ],
  ])('%s fails alone, with a typed error', async (_what, row) => {
    const outcomes = await all(createMany(pingback.contacts, [{ email: 'x@y.z' }, row as never, { email: 'x@y.z' }]));
    expect(outcomes.map(({ error }) => error?.code)).toEqual([undefined, 'invalid_request', undefined]);
    expect(outcomes[1]?.error).toBeInstanceOf(ValidationError);
    expect(outcomes[1]?.error?.cause).toBeInstanceOf(Error);
  });

  test('equal rows are rows of their own', async () => {
    const sent: object[] = [];
    await createMany(keepIn(sent), [lead, lead, lead]);
    expect(sent).toEqual([lead, lead, lead]);
  });

  test('one at a time', async () => {
    let underWay = 0;
    let most = 0;
    await createMany(
      async () => {
        most = Math.max(most, ++underWay);
        await later();
        underWay--;
      },
      numbers(10),
      { concurrency: 1 },
    );
    expect(most).toBe(1);
  });
});

describe('an abort', () => {
  test('begins no further row, waits for those under way, and is no error', async () => {
    const { send, sent, end } = controlled();
    const stop = new AbortController();
    let left = false;
    function* source(): Generator<number> {
      try {
        for (let row = 0; ; row++) yield row;
      } finally {
        left = true;
      }
    }
    const run = createMany(send, source(), { concurrency: 2, signal: stop.signal });
    const outcomes = all(run);
    await later();
    end(0);
    await later();
    stop.abort(new Error('enough'));
    await later();
    expect(sent).toEqual([0, 1, 2]);
    end(2);
    await later();
    expect(run.summary).toMatchObject({ state: 'running', checkpoint: { next: 1, later: [2] } });
    end(1);
    expect((await outcomes).map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(await run).toMatchObject({ state: 'stopped', done: 3, checkpoint: { next: 3, later: [] } });
    expect(left).toBe(true);
  });

  test('with cancel ends those under way, which are then not over', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const send = (row: number, { signal }: { signal?: AbortSignal | undefined }): Promise<number> =>
      row === 0
        ? Promise.resolve(row)
        : new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    const run = createMany(send, numbers(9), { concurrency: 3, signal: stop.signal, onAbort: 'cancel' });
    const outcomes = all(run);
    await later();
    stop.abort(reason);
    expect((await outcomes).map(({ index }) => index)).toEqual([0]);
    expect(await run).toMatchObject({ state: 'stopped', done: 1, failed: 0, checkpoint: { next: 1, later: [] } });
  });

  test.each([
    ['an error of their own', () => new DOMException('aborted', 'AbortError')],
    ['its reason, though one of ours', (reason: Error) => reason],
  ])('with cancel, whose rows end with %s: they are not over, and a run that resumes sends them', async (_what, endOf) => {
    const stop = new AbortController();
    const send = (_row: number, { signal }: { signal?: AbortSignal | undefined }): Promise<number> =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(endOf(signal.reason as Error))));
    const run = createMany(send, numbers(3), { concurrency: 2, signal: stop.signal, onAbort: 'cancel' });
    const outcomes = all(run);
    await later();
    stop.abort(new ServerError('enough'));
    expect(await outcomes).toEqual([]);
    const { state, failed, checkpoint } = await run;
    expect([state, failed, checkpoint]).toEqual(['stopped', 0, { next: 0, later: [] }]);
    const again: number[] = [];
    await createMany(keepIn(again), numbers(3), { resume: checkpoint });
    expect(again).toEqual([0, 1, 2]);
  });

  test('with cancel leaves what the platform answered as it is', async () => {
    const { send, end } = controlled();
    const stop = new AbortController();
    const run = createMany(send, numbers(2), { signal: stop.signal, onAbort: 'cancel' });
    const outcomes = all(run);
    await later();
    stop.abort();
    end(0, new ValidationError('no address', { status: 422 }));
    end(1);
    expect((await outcomes).map(({ error }) => error?.code)).toEqual(['invalid_request', undefined]);
    expect((await run).checkpoint).toEqual({ next: 2, later: [] });
  });

  test.each([
    ['a time-out', new DOMException('time is up', 'TimeoutError'), TimeoutError],
    ['anything else', new DOMException('enough', 'AbortError'), ConnectionError],
    ['no error at all', 'enough', ConnectionError],
  ])('of a signal that is one row’s own fails that row: %s', async (_what, reason, Class) => {
    const stop = new AbortController();
    const hanging = answering(
      (_request, signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    );
    const { contacts } = new Pingback({ apiKey: 'key-1', pace: false, fetch: hanging });
    const run = all(createMany(contacts, [{ email: 'a@b.c' }], { callOptions: () => ({ signal: stop.signal }) }));
    await later();
    stop.abort(reason);
    const [{ error } = {}] = await run;
    expect(error).toBeInstanceOf(Class);
    expect(error).toMatchObject({ isRetryable: false, message: expect.stringContaining('row 0') as unknown, cause: reason });
  });

  test('before the beginning: nothing is sent', async () => {
    const sent: number[] = [];
    const summary = await createMany(keepIn(sent), numbers(3), { signal: AbortSignal.abort() });
    expect([sent, summary.state]).toEqual([[], 'stopped']);
  });

  test('is not held up by a source that hangs', async () => {
    const stop = new AbortController();
    async function* source(): AsyncGenerator<number> {
      yield 1;
      await new Promise(() => {});
    }
    const run = createMany(echo<number>, source(), { signal: stop.signal });
    const outcomes = all(run);
    await later();
    stop.abort();
    expect((await outcomes).length).toBe(1);
    expect((await run).state).toBe('stopped');
  });

  test('leaving the loop is one, too', async () => {
    const run = createMany(echo<number>, numbers(100), { concurrency: 2 });
    for await (const { index } of run) if (index === 10) break;
    const { state, done, checkpoint } = await run;
    expect(state).toBe('stopped');
    expect(checkpoint).toEqual({ next: done, later: [] });
    expect(done).toBeGreaterThan(10);
    expect(done).toBeLessThan(100);
  });

  test('and so is leaving it before its first row: nothing is sent', async () => {
    const sent: number[] = [];
    const run = createMany(keepIn(sent), numbers(3));
    await run[Symbol.asyncIterator]().return(undefined);
    expect(await run).toMatchObject({ state: 'stopped', done: 0, checkpoint: { next: 0, later: [] } });
    expect(sent).toEqual([]);
  });
});

describe('the run ends with an error', () => {
  test('of the source, after the rows under way', async () => {
    const broken = new Error('line 3 is broken');
    function* source(): Generator<number> {
      yield 0;
      yield 1;
      throw broken;
    }
    const run = createMany(echo<number>, source());
    const outcomes: number[] = [];
    const failure = await thrown(
      (async () => {
        for await (const { index } of run) outcomes.push(index);
      })(),
    );
    expect(failure).toBe(broken);
    expect(outcomes).toEqual([0, 1]);
    expect(await thrown(Promise.resolve(run))).toBe(broken);
    expect(run.summary).toMatchObject({ state: 'stopped', done: 2, checkpoint: { next: 2, later: [] } });
  });

  test('of a row that is a promise; the source is left as it would be by a loop', async () => {
    const broken = new Error('line 2 is broken');
    let left = false;
    function* source(): Generator<number | Promise<number>> {
      try {
        yield 0;
        yield Promise.reject(broken);
      } finally {
        left = true;
      }
    }
    expect(await thrown(Promise.resolve(createMany(echo<number>, source() as Iterable<number>)))).toBe(broken);
    expect(left).toBe(true);
  });

  test('of stopOn itself, and the row that it was asked about is not over', async () => {
    const bug = new Error('stopOn is broken');
    const send = (row: number): Promise<number> => (row === 1 ? Promise.reject(new ServerError('down')) : Promise.resolve(row));
    const stopOn = (): never => {
      throw bug;
    };
    const run = createMany(send, numbers(100), { concurrency: 2, stopOn });
    expect(await thrown(Promise.resolve(run))).toBe(bug);
    const { state, failed, checkpoint } = run.summary;
    expect([state, failed, checkpoint.next]).toEqual(['stopped', 0, 1]);
  });

  test('that concerns every row, which is not over then', async () => {
    const refused = new InvalidKeyError('the key was refused');
    const sent: number[] = [];
    const send = async (row: number): Promise<void> => {
      sent.push(row);
      await later();
      if (row === 4) throw refused;
    };
    const run = createMany(send, numbers(1000), { concurrency: 2 });
    expect(await thrown(Promise.resolve(run))).toBe(refused);
    expect(sent.length).toBeLessThan(10);
    const { checkpoint, failed } = run.summary;
    expect(failed).toBe(0);
    expect(checkpoint.next).toBe(4);
    const again: number[] = [];
    await createMany(keepIn(again), numbers(1000), { resume: checkpoint });
    expect([...sent.filter((row) => row !== 4), ...again].sort((a, b) => a - b)).toEqual(numbers(1000));
  });

  test('that the caller chose, or none', async () => {
    const send = (): Promise<void> => Promise.reject(new InvalidKeyError('no'));
    expect(await createMany(send, numbers(3), { stopOn: () => false })).toMatchObject({ failed: 3, state: 'finished' });
    const failure = new ServerError('down');
    const down = createMany(() => Promise.reject<void>(failure), numbers(3), { stopOn: ({ code }) => code === 'server_error' });
    expect(await thrown(Promise.resolve(down))).toBe(failure);
  });
});

describe('progress', () => {
  test('counts, knows the total where there is one, and measures the rate', async () => {
    const clock = new VirtualClock();
    const seen: BulkProgress[] = [];
    const send = async (row: number): Promise<void> => {
      await clock.advance(500);
      if (row === 1) throw new ServerError('down');
    };
    await createMany(send, new Set([0, 1, 2]), { concurrency: 1, clock, onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { done: 1, failed: 0, skipped: 0, total: 3, rate: 2, elapsed: 500 },
      { done: 1, failed: 1, skipped: 0, total: 3, rate: 2, elapsed: 1000 },
      { done: 2, failed: 1, skipped: 0, total: 3, rate: 2, elapsed: 1500 },
    ]);
  });

  test.each<[what: string, onProgress: () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('of no concern');
      },
    ],
    ['is rejected', () => Promise.reject(new Error('of no concern'))],
  ])('what looks on breaks nothing where it %s', async (_what, onProgress) => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    onTestFinished(() => void process.off('unhandledRejection', unhandled));
    expect(await createMany(() => Promise.resolve(), numbers(3), { onProgress })).toMatchObject({ done: 3 });
    await later();
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('the summary holds as many failures as it is told, and counts all', async () => {
    const send = (): Promise<void> => Promise.reject(new ChaveiroError('no'));
    const { failed, failures } = await createMany(send, numbers(10), { keepFailures: 2 });
    expect(failed).toBe(10);
    expect(failures.map(({ index, input, error }) => [index, input, error.message])).toEqual([
      [0, 0, 'no'],
      [1, 1, 'no'],
    ]);
  });
});

test('a run leaves nothing behind: no listener on the signal, and a source that has ended is left alone', async () => {
  const { signal } = new AbortController();
  let left = 0;
  const source = {
    [Symbol.iterator]: () => ({ next: counter(3), return: () => (left++, { done: true, value: 0 }) }),
  } as unknown as Iterable<number>;
  const run = createMany(echo<number>, source, { signal });
  const outcomes = all(run);
  await later();
  expect(await outcomes).toHaveLength(3);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(left).toBe(0);
});

/** The `next` of an iterator over so many numbers. */
function counter(count: number): () => IteratorResult<number> {
  let row = 0;
  return () => (row < count ? { done: false, value: row++ } : { done: true, value: undefined });
}

test('each call takes what its row says', async () => {
  const keys: unknown[] = [];
  const send = (_row: number, options: object): Promise<number> => Promise.resolve(keys.push(options));
  await createMany(send, [7, 8], { callOptions: (row, index) => ({ idempotencyKey: `${row}-${index}` }) });
  expect(keys).toEqual([{ idempotencyKey: '7-0' }, { idempotencyKey: '8-1' }]);
});

describe('what cannot be used is refused at once', () => {
  test.each([0, -1, 1.5, NaN, '2'])('a concurrency of %j', (concurrency) => {
    expect(() => createMany(() => Promise.resolve(), [], { concurrency: concurrency as number })).toThrow(TypeError);
  });

  test.each([null, 'next', [], { next: -1, later: [] }, { next: 3, later: [1] }, { next: 0 }, { next: 0, later: ['1'] }])(
    'a checkpoint like %j',
    (resume) => {
      expect(() => createMany(() => Promise.resolve(), [], { resume: resume as never })).toThrow(TypeError);
    },
  );

  test('a checkpoint of more rows than there are', async () => {
    const sent: number[] = [];
    const run = createMany(keepIn(sent), numbers(3), { resume: { next: 2, later: [5] } });
    expect((await thrown(Promise.resolve(run))).message).toMatch(/3 rows/);
  });
});
