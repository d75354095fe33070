import type { AuthState, Refusal } from '../generated/refusals/refusal.ts';
import { classOfStates } from './causes.ts';
import { InvalidKeyError } from './invalid-key-error.ts';
import type { Problem } from './problem.ts';

/** Statuses that speak of the credential whatever the body says. */
const OF_THE_KEY = [401, 402, 403, 429];

/**
 * The states that an answer to a request with a key can stand for.
 *
 * Codes decide: a row whose code contradicts the answer's is out. Sentences choose between kinds of error (a missing scope
 * or a locked instance) and between limits, but not between the states of a key: platforms reword them, and whether a key
 * is unknown or revoked is nothing to guess.
 *
 * @param refusals the platform's answers to refused keys
 * @param scheme the kind of key that was sent
 */
export function candidates(refusals: readonly Refusal[], scheme: string, status: number, problem: Problem): readonly AuthState[] {
  const rows = refusals
    .filter((row) => row.status === status && (row.scheme ?? scheme) === scheme)
    .map((row) => ({ ...row, kind: classOfStates(row.states), score: score(row, problem) }))
    .filter(({ score }) => score >= (OF_THE_KEY.includes(status) ? 0 : 1));
  const best = Math.max(...rows.map(({ score }) => score));
  const ofTheKey = rows.some(({ kind, score }) => score === best && kind === InvalidKeyError);
  const fitting = rows.filter(({ kind, score }) => score === best || (ofTheKey && kind === InvalidKeyError));
  return [...new Set(fitting.flatMap(({ states }) => states))];
}

/** How well an answer fits a row; negative where its code contradicts it. */
function score(row: Refusal, { code, message }: Problem): number {
  if (row.code && code && row.code !== code) return -1;
  return (row.code && code ? 2 : 0) + (row.message && message?.startsWith(row.message) ? 1 : 0);
}
