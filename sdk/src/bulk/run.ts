import { ChaveiroError, type ErrorCode } from '../errors/index.ts';
import { systemClock } from '../http/clock.ts';
import type { CallOptions } from '../types.ts';
import { asError, ofEveryRow } from './row-error.ts';
import { Settled } from './settled.ts';
import type { Send } from './target.ts';
import type { BulkFailure, BulkOptions, BulkOutcome, BulkProgress, BulkSummary } from './types.ts';

/** A row that has begun, until it is delivered; one that ends without an outcome is not over. */
interface Begun<Row, Result, Code extends ErrorCode> {
  hasEnded: boolean;
  outcome?: BulkOutcome<Row, Result, Code>;
}

/** Rows that may have begun and wait to be delivered, for each one that may be under way: one slow row does not hold all. */
const AHEAD = 10;

/**
 * Rows being sent. Looping over it gives each row's outcome, in the order of the rows; awaiting it gives the summary, and
 * sends all rows where nobody loops.
 *
 * ```ts
 * const run = createMany(pingback.contacts, contacts, { concurrency: 2 });
 * for await (const { index, error } of run) if (error?.code === 'conflict') console.log(`row ${index} exists`);
 * console.log(run.summary.done, run.summary.failed);
 * ```
 */
export class BulkRun<Row, Result, Code extends ErrorCode = ErrorCode>
  implements AsyncIterable<BulkOutcome<Row, Result, Code>>, PromiseLike<BulkSummary<Row, Code>>
{
  readonly #send: Send<Row, PromiseLike<Result>>;
  readonly #options: BulkOptions<Row>;
  readonly #source: Iterator<Row, unknown> | AsyncIterator<Row, unknown>;
  readonly #concurrency: number;
  readonly #total: number | undefined;
  readonly #settled: Settled;
  readonly #skipped: number;
  readonly #failures: BulkFailure<Row, Code>[] = [];
  /** In the order of the rows. */
  readonly #begun: Begun<Row, Result, Code>[] = [];
  readonly #over: Promise<BulkSummary<Row, Code>>;
  #resolveOver!: (summary: BulkSummary<Row, Code> | Promise<never>) => void;
  #state: BulkSummary<Row>['state'] = 'running';
  #startedAt: number | undefined;
  #done = 0;
  #failed = 0;
  #read = 0;
  #underWay = 0;
  #isReading = false;
  /** No further row begins. */
  #isClosed = false;
  #isExhausted = false;
  #failure: { readonly reason: Error } | undefined;
  #wake = (): void => {};

  constructor(send: Send<Row, PromiseLike<Result>>, rows: Iterable<Row> | AsyncIterable<Row>, options: BulkOptions<Row>) {
    const { concurrency = 8, resume, total } = options;
    if (!(Number.isInteger(concurrency) && concurrency > 0)) throw new TypeError('concurrency must be a whole number from 1.');
    this.#send = send;
    this.#options = options;
    this.#source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
    this.#concurrency = concurrency;
    const { length, size } = rows as { length?: number; size?: number };
    this.#total = total ?? length ?? size;
    this.#settled = new Settled(resume);
    this.#skipped = this.#settled.size;
    this.#over = new Promise((resolve) => (this.#resolveOver = resolve));
    // Whoever loops gets the error there.
    this.#over.catch(() => {});
  }

  /** Where the run stands now. */
  get summary(): BulkSummary<Row, Code> {
    const checkpoint = this.#settled.toCheckpoint();
    return { ...this.#progress(), state: this.#state, failures: [...this.#failures], checkpoint };
  }

  /**
   * Sends the rows, and gives what became of each.
   *
   * ```ts
   * for await (const { index, data, error } of createMany(rd.conversions, leads)) console.log(index, data ?? error);
   * ```
   *
   * @throws TypeError when it is looped over again: its rows are gone
   */
  [Symbol.asyncIterator](): AsyncGenerator<BulkOutcome<Row, Result, Code>, void, undefined> {
    if (this.#startedAt !== undefined) throw new TypeError('This run has begun already; call createMany again.');
    this.#startedAt = this.#now();
    const outcomes = this.#deliver();
    // Only a generator that has begun ends the run when it is left: it stops before the first row.
    void outcomes.next();
    return outcomes;
  }

  /**
   * Waits for the end of the run; begins it where nobody has.
   *
   * ```ts
   * const { done, failed } = await createMany(rd.conversions, leads);
   * ```
   */
  then<Kept = BulkSummary<Row, Code>, Caught = never>(
    kept?: ((summary: BulkSummary<Row, Code>) => Kept | PromiseLike<Kept>) | null,
    caught?: ((reason: unknown) => Caught | PromiseLike<Caught>) | null,
  ): Promise<Kept | Caught> {
    if (this.#startedAt === undefined) void this.#drain().catch(() => {});
    return this.#over.then(kept, caught);
  }

  async #drain(): Promise<void> {
    for await (const _ of this);
  }

  async *#deliver(): AsyncGenerator<BulkOutcome<Row, Result, Code>, void, undefined> {
    const { signal } = this.#options;
    const close = (): void => this.#close();
    if (signal?.aborted) close();
    signal?.addEventListener('abort', close);
    try {
      yield undefined as never;
      for (void this.#readOn(); ;) {
        const [first] = this.#begun;
        if (first?.hasEnded) {
          this.#begun.shift();
          void this.#readOn();
          if (first.outcome) yield first.outcome;
        } else if (!first && (this.#isClosed || this.#isExhausted)) break;
        else await new Promise<void>((wake) => (this.#wake = wake));
      }
    } finally {
      this.#isClosed = true;
      // Left early, or thrown into: what is under way is still brought to its end.
      while (this.#underWay) await new Promise<void>((wake) => (this.#wake = wake));
      signal?.removeEventListener('abort', close);
      await this.#leaveSource();
      const isComplete = this.#isExhausted && this.#settled.size === this.#read;
      this.#state = isComplete && !this.#failure ? 'finished' : 'stopped';
      this.#resolveOver(this.#failure ? Promise.reject(this.#failure.reason) : this.summary);
    }
    if (this.#failure) throw this.#failure.reason;
  }

  /** Begins rows as long as there is room for them. */
  async #readOn(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#hasRoom()) {
        const next = await this.#next();
        const row = next.done ? undefined : await next.value;
        if (this.#isClosed) break;
        if (!next.done) this.#begin(row as Row, this.#read++);
        else if (this.#read < this.#settled.end) {
          throw new TypeError(`There are ${this.#read} rows, and the checkpoint has more: are they the same rows?`);
        }
      }
    } catch (reason) {
      this.#fail(reason as Error);
    }
    this.#isReading = false;
    this.#wake();
  }

  /** A source that throws has ended, and one that gives a promise that is rejected has not. */
  async #next(): Promise<IteratorResult<Row, unknown>> {
    let isExhausted = true;
    try {
      const next = await this.#source.next();
      isExhausted = !!next.done;
      return next;
    } finally {
      this.#isExhausted = isExhausted;
    }
  }

  #hasRoom(): boolean {
    const isOpen = !this.#isClosed && !this.#isExhausted;
    return isOpen && this.#underWay < this.#concurrency && this.#begun.length < this.#concurrency * AHEAD;
  }

  #begin(row: Row, index: number): void {
    if (this.#settled.has(index)) return;
    const begun: Begun<Row, Result, Code> = { hasEnded: false };
    this.#begun.push(begun);
    this.#underWay++;
    const sent = this.#sendRow(row, index).catch((reason: Error) => this.#fail(reason));
    void sent.then((outcome) => {
      begun.hasEnded = true;
      if (outcome) this.#settle((begun.outcome = outcome));
      this.#underWay--;
      void this.#readOn();
      this.#wake();
    });
  }

  /**
   * @returns undefined for a row that is not over
   * @throws what ends the run
   */
  async #sendRow(row: Row, index: number): Promise<BulkOutcome<Row, Result, Code> | undefined> {
    const { signal, onAbort, callOptions, stopOn = ofEveryRow } = this.#options;
    const ends = onAbort === 'cancel' ? signal : undefined;
    let options: CallOptions = { signal: ends };
    try {
      options = { ...options, ...callOptions?.(row, index) };
      return { index, input: row, data: await this.#send(row, options) };
    } catch (thrown) {
      // A function that sends rows may end one with an error of its own; only one of ours says what the platform did.
      if (signal?.aborted && (thrown === signal.reason || (ends && !(thrown instanceof ChaveiroError)))) return undefined;
      const error = asError(thrown, index, options.signal);
      if (stopOn(error)) throw error;
      return { index, input: row, error: error as BulkFailure<Row, Code>['error'] };
    }
  }

  #settle(outcome: BulkOutcome<Row, Result, Code>): void {
    this.#settled.add(outcome.index);
    if (outcome.error) {
      this.#failed++;
      if (this.#failures.length < (this.#options.keepFailures ?? 1000)) this.#failures.push(outcome);
    } else this.#done++;
    // What looks on must not break what it looks at; it may be an async function, and a promise takes both.
    new Promise((resolve) => resolve(this.#options.onProgress?.(this.#progress()))).catch(() => {});
  }

  #progress(): BulkProgress {
    const elapsed = this.#now() - (this.#startedAt ?? this.#now());
    const rate = elapsed ? ((this.#done + this.#failed) / elapsed) * 1000 : 0;
    return { done: this.#done, failed: this.#failed, skipped: this.#skipped, total: this.#total, rate, elapsed };
  }

  /** The run itself cannot go on. */
  #fail(reason: Error): void {
    this.#failure ??= { reason };
    this.#close();
  }

  #close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  /** Lets the source clean up. One that is still being asked may never answer, and is not waited for. */
  async #leaveSource(): Promise<void> {
    if (this.#isExhausted) return;
    try {
      const left = this.#source.return?.();
      if (this.#isReading) void Promise.resolve(left).catch(() => {});
      else await left;
    } catch {
      // The rows that were sent are what counts.
    }
  }

  #now(): number {
    return (this.#options.clock ?? systemClock).now();
  }
}
