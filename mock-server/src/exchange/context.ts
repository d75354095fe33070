/** Puts together what a behaviour may use for one request. */
import type { Verdict } from '../core/authorize/index.ts';
import type { Facts } from '../core/decision.ts';
import type { DashboardUser } from '../core/account.ts';
import { answerFromExample, type Answer } from '../document/examples.ts';
import type { Issue } from '../document/issue.ts';
import { schemesOf } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import type { Context } from './behaviour.ts';
import type { CheckedRequest } from './check-request.ts';
import type { SessionEngine } from './handle.ts';

export function createContext(
  engine: SessionEngine,
  operation: Operation,
  verdict: Verdict & { readonly user?: DashboardUser },
  checked: CheckedRequest,
  requestId: string,
): Context {
  const { document, session } = engine;
  const choices = session.settings.failures[operation.platform] ?? {};

  function example(status: number, name: string, facts: Facts = {}): Answer {
    return answerFromExample(document.source, status, operation.responses[String(status)], name, {
      requestId,
      ...verdict.facts,
      ...facts,
    });
  }

  function reply(status: number, body: unknown): Answer {
    const response = operation.responses[String(status)];
    const [contentType = 'application/json'] = Object.keys(response?.content ?? {});
    return {
      status,
      body,
      contentType,
      headers: {},
      evidence: response?.['x-evidence'] ?? null,
      source: response?.['x-source'] ?? null,
    };
  }

  function invalid(issues: readonly Issue[]): Answer {
    const module = engine.modules[operation.platform];
    if (!module) throw new Error(`No module for ${operation.platform}: nobody can word its validation errors.`);
    return module.invalidRequest(issues, { operation, requestId, choices, example, reply });
  }

  const context = {
    operation,
    document,
    session,
    now: session.clock.now(),
    requestId,
    path: checked.path,
    query: checked.query,
    header: checked.header,
    body: checked.body(),
    key: verdict.key,
    user: verdict.user,
    get account() {
      if (!verdict.account) throw new Error(`${operation.id} takes no key, so it has no account.`);
      return verdict.account;
    },
    table: (definition: Parameters<Context['table']>[0]) => session.table(context.account.id, definition),
    reply,
    example,
    choices,
    invalid,
    schemesOf: (platform: string) => schemesOf(document, platform),
    engine,
  };
  return context as unknown as Context;
}
