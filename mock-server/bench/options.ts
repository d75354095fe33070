/** What the command line of the bench says. */
import { parseArgs } from 'node:util';

export const PARTS = ['http', 'start', 'in-process', 'state', 'memory'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  /** Seconds instead of minutes: shows that the bench works, and no more. */
  readonly quick: boolean;
  readonly parts: readonly Part[];
}

/** @throws {Error} for an unknown flag or part. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true, default: [] } },
  });
  const unknown = values.only.find((name) => !(PARTS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`The bench has no part "${unknown}". Choose from: ${PARTS.join(', ')}.`);
  return { quick: values.quick, parts: values.only.length > 0 ? (values.only as Part[]) : PARTS };
}
