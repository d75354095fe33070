/** Requests that do not fit, as problem details; also those of the mock's controls. */
import type { components } from '@chaveiro/openapi/types';
import type { Answer } from '../../document/examples.ts';
import type { Issue } from '../../document/issue.ts';
import type { InvalidRequestContext } from '../../exchange/behaviour.ts';

type Problem = components['schemas']['Problem'];

/** The document's `invalid_request` with one sentence for each issue. What it says of an absent field are the words for that. */
export function invalidRequest(issues: readonly Issue[], ctx: InvalidRequestContext): Answer {
  const answer = ctx.example(400, 'invalid_request');
  const body = answer.body as Problem;
  const documented = new Map(body.issues?.map(({ field, message }) => [field, message]));
  const described = issues.map((issue) => {
    const field = fieldOf(issue);
    const absent = issue.rule === 'missing' || issue.rule === 'min_length';
    return { field, message: (absent ? documented.get(field) : undefined) ?? sentence(issue) };
  });
  return { ...answer, body: { ...body, issues: described } };
}

/** A JSON pointer into the body, or the name of a parameter. */
function fieldOf(issue: Issue): string {
  if (issue.in !== 'body') return issue.path.join('.');
  return issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Issues complain without naming what they are about; broken rules are whole sentences. */
function sentence({ path, message }: Issue): string {
  if (!/^[a-z]/.test(message)) return message;
  const subject = path.findLast((part) => typeof part === 'string') ?? 'The body';
  return `${subject} ${message}.`;
}
