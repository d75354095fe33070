/** What the in-process API throws, as the answer of the controls: the same code and the same words. */
import { KeyRuleError } from '../../core/outcome.ts';
import type { Answer } from '../../document/examples.ts';
import type { Issue } from '../../document/issue.ts';
import type { Context } from '../../exchange/behaviour.ts';
import { problem, statusOfExample } from '../console/problem.ts';

export type Problems = Pick<Context, 'operation' | 'example' | 'invalid'>;

/** Runs a command; a rule that forbids it, or a value that cannot be, is answered instead of thrown. */
export function underRules(ctx: Problems, act: () => Answer): Answer {
  try {
    return act();
  } catch (error) {
    if (error instanceof KeyRuleError) return ruleProblem(ctx, error);
    // A value that the schema lets through and the core does not.
    if (error instanceof RangeError) return ctx.invalid([issue([], error.message)]);
    throw error;
  }
}

/** A problem of the controls alone, by its code. `detail`: what happened, where the request has something to say to it. */
export function controlProblem(ctx: Problems, code: string, detail?: string): Answer {
  const answer = ctx.example(statusOfExample(ctx.operation, code) as never, code);
  return detail === undefined ? answer : { ...answer, body: { ...(answer.body as object), detail } };
}

/** A complaint about a member of the body. */
export function issue(path: Issue['path'], message: string): Issue {
  return { in: 'body', path, rule: 'other', message };
}

function ruleProblem(ctx: Problems, { code, message, facts }: KeyRuleError): Answer {
  if (code === 'invalid_request') return ctx.invalid([issue([], message)]);
  const answer = problem(ctx, code, facts);
  return { ...answer, body: { ...(answer.body as object), detail: message, facts } };
}
