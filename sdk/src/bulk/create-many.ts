import { BulkRun } from './run.ts';
import { sendOf, type BulkTarget, type CodeOf } from './target.ts';
import type { BulkOptions } from './types.ts';

/**
 * Sends many rows, a few at a time, at the pace that the platform allows. Await it for the summary, or loop over it for what
 * became of each row, in the order of the rows; nothing is sent before one of the two.
 *
 * ```ts
 * const { done, failures } = await createMany(rd.conversions, leads);
 * for (const { index, error } of failures) console.warn(`row ${index}: ${error.message}`);
 * ```
 *
 * Rows are read as they are needed, so a file, a query or a generator of any length takes little memory. A failed row does
 * not end the run; an error that concerns every row does, and so does one that the source of the rows throws: the run throws
 * it when the rows under way have ended. After an abort it ends without an error, and `summary.state` is `stopped`.
 *
 * ```ts
 * const run = createMany(rd.conversions, readLeads('leads.csv'), { signal, resume: checkpoint });
 * for await (const { index, input, error } of run) if (error) await report(index, input, error);
 * await save(run.summary.checkpoint); // go on from here another time
 * ```
 *
 * Each row is sent once; a row that was under way when the process died may be sent again by the run that resumes. Where the
 * platform knows idempotency keys, `callOptions: (row) => ({ idempotencyKey: row.id })` makes that harmless.
 *
 * @param target a resource with `create` or `send`, or a function that sends one row
 * @param rows anything that can be looped over
 * @throws TypeError for an option that cannot be used
 */
export function createMany<Row, Sent extends PromiseLike<unknown>>(
  target: BulkTarget<Row, Sent>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  options: BulkOptions<Row> = {},
): BulkRun<Row, Awaited<Sent>, CodeOf<Sent>> {
  return new BulkRun(sendOf(target) as never, rows, options);
}
