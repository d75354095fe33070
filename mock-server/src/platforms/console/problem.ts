/** Refusals of the console: each is the document's example of that name. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import type { Facts, RuleDecision } from '../../core/decision.ts';
import type { Broken } from '../../core/outcome.ts';
import type { Answer } from '../../document/examples.ts';
import type { Operation } from '../../document/operation.ts';
import type { Context } from '../../exchange/behaviour.ts';

type ProblemContext = Pick<Context, 'operation' | 'example' | 'invalid'>;

/** The problem with this name; the document also says with which status. `example`: where several word it. */
export function problem(ctx: ProblemContext, name: RuleDecision, facts: Facts = {}, example: string = name): Answer {
  return { ...ctx.example(statusOfExample(ctx.operation, example) as never, example, facts), decision: name };
}

/**
 * The problem that a broken rule is.
 * @param field what the request asked for, where the rule says that it does not fit.
 */
export function brokenRule(ctx: ProblemContext, policy: KeyPolicy, rule: Broken, field?: string): Answer {
  if (rule.code === 'invalid_request') {
    return ctx.invalid([{ in: 'body', path: field === undefined ? [] : [field], rule: 'other', message: rule.message }]);
  }
  // The way out of a full account depends on whether a key can make room.
  const stuck = rule.code === 'key_limit_reached' && !policy.actions.delete;
  return problem(ctx, rule.code, rule.facts, stuck ? 'key_limit_reached_no_delete' : rule.code);
}

/** @throws {Error} when none of the operation's answers has an example of this name. */
export function statusOfExample(operation: Operation, name: string): number {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (Object.values(response.content ?? {}).some((media) => media.examples?.[name])) return Number(status);
  }
  throw new Error(`No answer of ${operation.id} has an example "${name}". Add it to the document.`);
}
