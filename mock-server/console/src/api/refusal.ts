/** What the mock refused, or that it did not answer, as one error. */
import type { components } from '@chaveiro/openapi/types';

type Problem = components['schemas']['Problem'];

/** `unreachable` and `unknown` are ours; the others are the stable codes of the document. */
export type RefusalCode = Problem['code'] | 'unreachable' | 'unknown';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  /** 0 when nobody answered. */
  readonly status: number;
  readonly problem: Partial<Problem>;

  constructor(code: RefusalCode, status: number, message: string, problem: Partial<Problem> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.problem = problem;
  }

  /** What is wrong with a field of a form, as a JSON pointer. */
  issueOf(field: string): string | undefined {
    return this.problem.issues?.find((issue) => issue.field === field)?.message;
  }
}

/** @param body of an answer that is no success, parsed where it was JSON. */
export function refusalOf(status: number, body: unknown): Refusal {
  const problem: Partial<Problem> = typeof body === 'object' && body !== null ? body : {};
  const issues = problem.issues?.map(({ message }) => message).join(' ');
  return new Refusal(problem.code ?? 'unknown', status, issues || problem.detail || `HTTP ${status}`, problem);
}
