/** Answers that are the mock's own and no platform's: RFC 9457 problems that say what to do next. */
import type { Answer } from '../document/examples.ts';

export function mockProblem(status: number, code: string, title: string, detail: string): Answer {
  return {
    status,
    headers: {},
    contentType: 'application/problem+json',
    body: { type: `urn:chaveiro:problem:${code}`, title, status, detail, code },
    evidence: null,
    source: null,
  };
}
