/** Requests that do not fit, in Zenvio's envelope. */
import type { Answer } from '../../document/examples.ts';
import type { Issue } from '../../document/issue.ts';
import type { AnswerBody, InvalidRequestContext } from '../../exchange/behaviour.ts';

type ValidationError = AnswerBody<'sendMessage', 400>;

/**
 * The operation's `validation_error` of the document, with one detail for each issue. Where the document words the
 * complaint about a field, those are the words; the others are ours (Zenvio documents none).
 */
export function invalidRequest(issues: readonly Issue[], ctx: InvalidRequestContext): Answer {
  const answer = ctx.example(400, 'validation_error');
  const body = answer.body as ValidationError;
  const documented = new Map(body.details?.map(({ field, message }) => [field, message]));
  const details = issues.map((issue) => {
    const field = issue.path.join('.') || 'body';
    return { field, message: documented.get(field) ?? `${field} ${issue.message}` };
  });
  return { ...answer, body: { ...body, details } };
}
