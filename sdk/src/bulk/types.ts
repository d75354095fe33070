import type { ChaveiroError, ErrorCode } from '../errors/index.ts';
import type { Clock } from '../http/index.ts';
import type { CallOptions } from '../types.ts';
import type { Checkpoint } from './settled.ts';

/**
 * How many rows are over, and how fast.
 *
 * ```ts
 * const onProgress = ({ done, failed, total = 0, rate }: BulkProgress) => console.log(`${done + failed}/${total}, ${rate}/s`);
 * ```
 */
export interface BulkProgress {
  /** Rows that the platform took. */
  readonly done: number;
  /** Rows that it refused, or that could not be sent. */
  readonly failed: number;
  /** Rows that were over before, by the checkpoint. */
  readonly skipped: number;
  /** All rows, where that is known: the length of a list, the size of a set or map, or the option. */
  readonly total: number | undefined;
  /** Rows a second in this run, done and failed. */
  readonly rate: number;
  /** Milliseconds since this run began. */
  readonly elapsed: number;
}

/**
 * A row that failed, and why.
 *
 * ```ts
 * const { failures } = await createMany(pingback.contacts, contacts);
 * const again = failures.filter(({ error }) => error.isRetryable).map(({ input }) => input);
 * ```
 */
export interface BulkFailure<Row, Code extends ErrorCode = ErrorCode> {
  /** Its place among the rows, from 0. */
  readonly index: number;
  /** The row itself. */
  readonly input: Row;
  /** There is none. */
  readonly data?: undefined;
  /**
   * A row that cannot be made into JSON is a `ValidationError` with the reason as its `cause`. One that a signal from
   * `callOptions` ended is a `TimeoutError`, or where that was no time-out, a `ConnectionError`.
   */
  readonly error: ChaveiroError & { readonly code: Code };
}

/**
 * What became of one row: `data`, or an `error`.
 *
 * ```ts
 * for await (const { index, input, error } of createMany(rd.conversions, leads)) {
 *   if (error) console.warn(index, input.email, error.code);
 * }
 * ```
 */
export type BulkOutcome<Row, Result, Code extends ErrorCode = ErrorCode> =
  { readonly index: number; readonly input: Row; readonly data: Result; readonly error?: undefined } | BulkFailure<Row, Code>;

/**
 * Where a run stands, and at its end what became of it.
 *
 * ```ts
 * const { done, failed, failures, checkpoint } = await createMany(rd.conversions, leads);
 * ```
 */
export interface BulkSummary<Row, Code extends ErrorCode = ErrorCode> extends BulkProgress {
  /** `stopped`: by the signal, by leaving the loop or by an error that concerns every row, with rows left. */
  readonly state: 'running' | 'finished' | 'stopped';
  /** The first failures, as many as `keepFailures`; `failed` counts them all. In the order in which they happened. */
  readonly failures: readonly BulkFailure<Row, Code>[];
  /** Give it as `resume`, with the same rows, to go on. */
  readonly checkpoint: Checkpoint;
}

/**
 * How rows are sent.
 *
 * ```ts
 * const options: BulkOptions<Lead> = { concurrency: 4, signal: controller.signal, onProgress: ({ rate }) => show(rate) };
 * ```
 */
export interface BulkOptions<Row> {
  /** How many rows are under way at once; 8 by default. The client's pace holds whatever it is. */
  readonly concurrency?: number | undefined;
  /** Stops the run: no further row begins. The rows that are under way end first, so that it is known what became of them. */
  readonly signal?: AbortSignal | undefined;
  /**
   * `cancel`: an abort also ends the rows that are under way. Whether the platform took them is then unknown, and a run that
   * resumes sends them again. `finish` by default.
   */
  readonly onAbort?: 'finish' | 'cancel' | undefined;
  /** Told after every row. What it throws, or rejects with, breaks nothing. */
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined;
  /** How many rows there are, where the rows do not tell. */
  readonly total?: number | undefined;
  /** The checkpoint of an earlier run over the same rows: those that it has are left out. */
  readonly resume?: Checkpoint | undefined;
  /** What each call takes beside its row, such as an idempotency key that outlives the process. */
  readonly callOptions?: ((row: Row, index: number) => CallOptions) | undefined;
  /**
   * Whether an error concerns all rows: then the run stops and throws it, and the row counts as not sent. By default what is
   * wrong with key, plan or scope. What it throws itself stops the run, too.
   */
  readonly stopOn?: ((error: ChaveiroError) => boolean) | undefined;
  /** How many failures the summary holds; 1000 by default. */
  readonly keepFailures?: number | undefined;
  /** Time, for `rate` and `elapsed`; the runtime's own by default. */
  readonly clock?: Clock | undefined;
}
