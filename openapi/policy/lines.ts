import * as z from 'zod';
import { didYouMean } from './nearest.ts';

/**
 * A strict object whose every key is a line that a person writes in YAML: a key that is not in
 * `shape` is reported with the line that was probably meant.
 */
export function lines<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      // One row per key, in the order of `issue.keys`: `issuesOf` gives each key its own problem.
      issue.code === 'unrecognized_keys' ? unknownLines(issue.keys, Object.keys(shape)).join('\n') : undefined,
  });
}

/** So many slips at once are no slips. */
const MOST_GUESSED = 100;

function unknownLines(keys: readonly string[], known: readonly string[]): string[] {
  return keys.map((key, index) => (index < MOST_GUESSED ? unknownLine(key, known) : 'unknown line'));
}

/** What to say about a line that nobody reads. */
export function unknownLine(key: string, known: Iterable<string>): string {
  return `unknown line${didYouMean(key, known)}`;
}
