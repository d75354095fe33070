/** Whether an answer is what a cell of the auth matrix says. */
import type { AuthMatrixCell } from '@chaveiro/openapi/auth-matrix';
import { isDeepStrictEqual } from 'node:util';

/** What came back, as far as the matrix says something about it. */
export interface Answer {
  readonly status: number;
  /** Header `x-mock-decision`; `null` on servers that have none. */
  readonly decision: string | null;
  readonly text: string;
}

/** Everything that differs, in words; empty when all is as expected. */
export function differences({ expect }: Pick<AuthMatrixCell, 'expect'>, { status, decision, text }: Answer): string[] {
  const found: string[] = [];
  if (status !== expect.status) found.push(`status ${status} instead of ${expect.status}`);
  if (decision !== null && decision !== expect.decision) found.push(`decision ${decision} instead of ${expect.decision}`);
  if (expect.body !== undefined) {
    const body = parsed(text);
    if (body === undefined) found.push(`body is no JSON: ${shown(text)}`);
    else found.push(...bodyDifferences(expect.body, body, new Set(expect.varies), ''));
  }
  return found;
}

/** @param varies JSON pointers whose values differ from answer to answer: only their presence counts. */
function bodyDifferences(wanted: unknown, got: unknown, varies: ReadonlySet<string>, at: string): string[] {
  const place = at === '' ? 'body' : `body at ${at}`;
  if (varies.has(at)) return got === undefined ? [`${place}: nothing where there should be a value`] : [];
  if (!isObject(wanted) || !isObject(got) || Array.isArray(wanted) !== Array.isArray(got)) {
    return isDeepStrictEqual(wanted, got) ? [] : [`${place}: ${shown(got)} instead of ${shown(wanted)}`];
  }
  const names = new Set([...Object.keys(wanted), ...Object.keys(got)]);
  return [...names].flatMap((name) =>
    bodyDifferences(wanted[name], got[name], varies, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
