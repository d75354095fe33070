/** What the mock finds wrong with a field, in the language of the page. */
import { t } from './index.ts';

/** The mock begins with the name of the field, which stands above the message anyway. */
const KINDS = [
  ['required', /^\S+ is required\.$/],
  ['type', /^\S+ must be of type (.+)\.$/],
  ['oneOf', /^\S+ must be one of: (.+)\.$/],
  ['form', /^\S+ does not have the expected form\.$/],
  ['format', /^\S+ must be a valid (.+)\.$/],
  ['atLeast', /^\S+ must have at least (.+)\.$/],
  ['atMost', /^\S+ must have at most (.+)\.$/],
  ['unknown', /^\S+ is not known\.$/],
] as const;

/** A message of another kind stays as it is, in English. */
export function issueText(message: string): string {
  for (const [kind, pattern] of KINDS) {
    const found = pattern.exec(message);
    if (found) return t().errors.issues[kind](found[1] ?? '');
  }
  return message;
}
