/** Requests that do not fit, in Zenvio's envelope. */
import { atPointer } from '@chaveiro/openapi/policy';
import type { Answer } from '../../document/examples.ts';
import type { Issue } from '../../document/issue.ts';
import type { AnswerBody, InvalidRequestContext } from '../../exchange/behaviour.ts';

type ValidationError = AnswerBody<'sendMessage', 400>;

/**
 * The operation's `validation_error` of the document, with one detail for each issue. Where the document words the
 * complaint about a field, those are the words; the others are ours (Zenvio documents none), and so inferred.
 */
export function invalidRequest(issues: readonly Issue[], ctx: InvalidRequestContext): Answer {
  const { validation_error: chosen } = ctx.choices;
  if (chosen === 'stub') return asStub(issues, ctx);
  const answer = ctx.example(400, 'validation_error');
  const body = answer.body as ValidationError;
  const shown = new Map(body.details?.map(({ field, message }) => [field, message]));
  const details = issues.map((issue) => {
    const field = issue.path.join('.') || 'body';
    return { field, message: shown.get(field) ?? `${field} ${issue.message}` };
  });
  const isOurs = details.some(({ field }) => !shown.has(field));
  const code = chosen === 'bad_request' ? { code: 'BAD_REQUEST' } : {};
  return { ...answer, ...(isOurs && { evidence: 'inferred' }), body: { ...body, ...code, details } };
}

/** In the words of Zenvio's stub of its server where it has some: it has a few, about sends. */
function asStub(issues: readonly Issue[], ctx: InvalidRequestContext): Answer {
  const [first] = issues;
  const said = ctx.operation.id === 'sendMessage' && first ? saidByStub(first, ctx) : undefined;
  const ours = first ? `${first.path.join('.') || 'body'} ${first.message}` : 'Invalid request';
  const answer = ctx.reply(400, { success: false, error: said ?? ours });
  return { ...answer, evidence: said === undefined ? 'inferred' : 'sdk' };
}

function saidByStub({ rule, path }: Issue, ctx: InvalidRequestContext): string | undefined {
  if (rule !== 'missing') return undefined;
  const said = (name: string) => (ctx.example(400, name).body as { readonly error: string }).error;
  if (path.length === 1) return said('stub_missing_fields');
  const [holder, field] = path;
  if (holder !== 'payload' || path.length > 2) return undefined;
  if (field === 'message') return said('stub_text_without_message');
  // The document shows it for an image without its URL.
  return said('stub_media_without_url')
    .replace('image', String(atPointer(ctx.body, '/type')))
    .replace('media_url', String(field));
}
