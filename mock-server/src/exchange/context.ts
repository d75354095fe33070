/** Puts together what a behaviour may use for one request. */
import { examplesOf, type Response } from '@chaveiro/openapi/policy';
import type { Verdict } from '../core/authorize/index.ts';
import type { Facts } from '../core/decision.ts';
import type { Account, DashboardUser } from '../core/account.ts';
import type { Key } from '../core/key.ts';
import type { Session } from '../core/session.ts';
import type { Row, TableDefinition } from '../core/table.ts';
import { answerFromExample, NO_HEADERS, type Answer } from '../document/examples.ts';
import { unimplemented } from '../document/failures.ts';
import type { Issue } from '../document/issue.ts';
import { schemesOf, type LoadedDocument } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import type { Context } from './behaviour.ts';
import type { CheckedRequest } from './check-request.ts';
import type { SessionEngine } from './handle.ts';
import type { Parameters } from './parameters.ts';
import { withoutSecrets } from './redact.ts';
import { secretsOf } from './secrets-of.ts';

type DashboardVerdict = Verdict & { readonly user?: DashboardUser };

export function createContext(
  engine: SessionEngine,
  operation: Operation,
  verdict: DashboardVerdict,
  checked: CheckedRequest,
  requestId: string,
): Context {
  return new RequestContext(engine, operation, verdict, checked, requestId) as unknown as Context;
}

/** The fields are {@link Context}'s, without the types that an operation gives them. */
class RequestContext {
  readonly engine: SessionEngine;
  readonly document: LoadedDocument;
  readonly session: Session;
  readonly operation: Operation;
  readonly requestId: string;
  readonly now: number;
  readonly path: Parameters;
  readonly query: Parameters;
  readonly header: Parameters;
  readonly body: unknown;
  readonly key: Key | undefined;
  readonly user: DashboardUser | undefined;
  readonly choices: Readonly<Record<string, string>>;
  readonly verdict: Verdict;

  constructor(
    engine: SessionEngine,
    operation: Operation,
    verdict: DashboardVerdict,
    checked: CheckedRequest,
    requestId: string,
  ) {
    this.engine = engine;
    this.document = engine.document;
    this.session = engine.session;
    this.operation = operation;
    this.requestId = requestId;
    this.now = engine.session.clock.now();
    this.path = checked.path;
    this.query = checked.query;
    this.header = checked.header;
    this.body = checked.body();
    this.key = verdict.key;
    this.user = verdict.user;
    this.choices = engine.session.settings.failures[operation.platform] ?? {};
    this.verdict = verdict;
  }

  get account(): Account {
    const { account } = this.verdict;
    if (!account) throw new Error(`${this.operation.id} takes no key, so it has no account.`);
    return account;
  }

  // Behaviours take these out of the context, so each is a function that does not depend on how it is called. Made when
  // asked for: most requests need one or two of them.

  get table() {
    return (definition: TableDefinition<Row>) => this.session.table(this.account.id, definition);
  }

  get example() {
    return (status: number, name: string, facts: Facts = {}) => exampleOf(this, status, name, facts);
  }

  get reply() {
    return (status: number, body: unknown) => replyOf(this, status, body);
  }

  get invalid() {
    return (found: readonly Issue[]) => invalidOf(this, found);
  }

  get schemesOf() {
    return (platform: string) => schemesOf(this.document, platform);
  }
}

function exampleOf(
  { document, operation, requestId, verdict }: RequestContext,
  status: number,
  name: string,
  facts: Facts,
): Answer {
  const known = { requestId, ...verdict.facts, ...facts };
  return answerFromExample(document.source, status, operation.responses[String(status)], name, known);
}

function replyOf({ operation }: RequestContext, status: number, body: unknown): Answer {
  const response = operation.responses[String(status)];
  return {
    status,
    body,
    contentType: response ? contentTypeOf(response) : JSON_TYPE,
    headers: NO_HEADERS,
    evidence: response?.['x-evidence'] ?? null,
    source: response?.['x-source'] ?? null,
  };
}

function invalidOf(context: RequestContext, found: readonly Issue[]): Answer {
  const { engine, document, operation, requestId, body, choices, example, reply } = context;
  // A complaint may name the value that it is about.
  const secrets = secretsOf(engine, {});
  const issues = found.map((issue) => ({ ...issue, message: withoutSecrets(issue.message, secrets) }));
  const module = engine.modules[operation.platform];
  if (module?.invalidRequest)
    return module.invalidRequest(issues, { document, operation, requestId, body, choices, example, reply });
  const shown = [400, 422].find((status) => examplesOf(document.source, operation.responses[status])['invalid_request']);
  return shown === undefined ? unimplemented(operation.id) : example(shown, 'invalid_request');
}

const JSON_TYPE = 'application/json';

/** The first media type that a response has. */
function contentTypeOf({ content }: Response): string {
  for (const type in content) return type;
  return JSON_TYPE;
}
