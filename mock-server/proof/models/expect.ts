/** How an answer is held against what a model expects of it. */
import { isDeepStrictEqual } from 'node:util';
import type { Got, Sent } from '../wire/wire.ts';
import type { Expected, Refusal } from './platform.ts';

/** The mock and the model say different things. */
export class Divergence extends Error {
  override readonly name = 'Divergence';
}

/** What is wrong, or `undefined` where both are the same. */
export function equal(what: string, got: unknown, expected: unknown): string | undefined {
  if (isDeepStrictEqual(got, expected)) return undefined;
  return `${what} is ${JSON.stringify(got)}; the model says ${JSON.stringify(expected)}`;
}

/** @throws {Divergence} where `wrong` says something. */
export function insist(sent: Sent, got: Got, wrong: string | undefined): void {
  if (wrong === undefined) return;
  throw new Divergence(
    `${sent.method} ${sent.path}: ${wrong}\n  answered ${got.status} ${got.decision}: ${got.text.slice(0, 600)}`,
  );
}

/** Status and decision, and the body where the model knows it. */
export function wrongAnswer(got: Got, { status, decision, body, check }: Expected): string | undefined {
  return (
    equal('status and decision', [got.status, got.decision], [status, decision]) ??
    (body === undefined ? undefined : equal('the body', got.json, body)) ??
    check?.(got)
  );
}

/** A problem of the dashboard, by its code. */
export function wrongProblem(got: Got, [status, code]: Refusal): string | undefined {
  const seen = (got.json as { code?: unknown } | undefined)?.code;
  return (
    equal('status and code', [got.status, seen], [status, code]) ??
    equal('content type', got.headers['content-type'], 'application/problem+json')
  );
}
