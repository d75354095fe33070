/** Names that somebody gives are names that the document has; otherwise somebody is told which ones there are. */
import { didYouMean, type JsonPath } from '@chaveiro/openapi/policy';

/** What is noted down while something is looked through. */
export type Note = (path: JsonPath, message: string) => void;

/** Whether `value` is known; if not, says so, with what was probably meant. */
export function isOne(value: string, known: Iterable<string>, what: string, path: JsonPath, note: Note, list = true): boolean {
  const names = [...new Set(known)];
  if (names.includes(value)) return true;
  const guess = didYouMean(value, names);
  const choice = guess || !list ? '' : names.length > 0 ? `; choose from: ${names.join(', ')}` : '; there are none';
  note(path, `"${value}" is ${what}${guess}${choice}`);
  return false;
}
