/** What an operation does once a request has been let in: the contract between the exchange and `platforms/`. */
import type { operations } from '@chaveiro/openapi/types';
import type { Account, DashboardUser } from '../core/account.ts';
import type { Facts } from '../core/decision.ts';
import type { Key } from '../core/key.ts';
import type { KeyScheme } from '../core/scheme.ts';
import type { Session } from '../core/session.ts';
import type { Row, Table, TableDefinition } from '../core/table.ts';
import type { Task } from '../core/tasks.ts';
import type { Answer } from '../document/examples.ts';
import type { Issue } from '../document/issue.ts';
import type { LoadedDocument } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import type { WebhookStyle } from '../webhooks/style.ts';
import type { SessionEngine } from './handle.ts';

export type OperationId = keyof operations;

type ParametersIn<Id extends OperationId, In extends 'path' | 'query' | 'header'> = [
  NonNullable<operations[Id]['parameters'][In]>,
] extends [never]
  ? Record<string, never>
  : NonNullable<operations[Id]['parameters'][In]>;

/** Header names come in lower case, however the document writes them. */
type LowerCased<T> = { readonly [Name in keyof T as Lowercase<string & Name>]: T[Name] };

export type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody?: { content: infer C } }
  ? C[keyof C]
  : undefined;

type ResponsesOf<Id extends OperationId> = operations[Id]['responses'];

/** Statuses that the document lists for an operation. */
export type StatusOf<Id extends OperationId> = keyof ResponsesOf<Id> & number;

export type AnswerBody<Id extends OperationId, S extends StatusOf<Id>> = ResponsesOf<Id>[S] extends { content: infer C }
  ? C[keyof C]
  : undefined;

/** Everything a behaviour may use. Its tables are those of the request's own account. */
export interface Context<Id extends OperationId = OperationId> {
  readonly operation: Operation;
  readonly document: LoadedDocument;
  readonly session: Session;
  /** Milliseconds since the epoch, on the session's clock. */
  readonly now: number;
  readonly requestId: string;
  /** Percent-decoded and of the document's types. */
  readonly path: ParametersIn<Id, 'path'>;
  readonly query: ParametersIn<Id, 'query'>;
  readonly header: LowerCased<ParametersIn<Id, 'header'>>;
  /** As it was sent, and valid by the document's schema. */
  readonly body: BodyOf<Id>;
  /** The key that opened the operation; none on public, console and control operations. */
  readonly key: Key | undefined;
  /** Who is signed in to the dashboard; only on console operations. */
  readonly user: DashboardUser | undefined;
  /** The account of the key. @throws {Error} on operations that take no key. */
  readonly account: Account;
  /** A table of the account of the key. */
  table<R extends Row>(definition: TableDefinition<R>): Table<R>;
  /** An answer whose body the behaviour makes, typed by the document. */
  reply<S extends StatusOf<Id>>(status: S, body: AnswerBody<Id, S>): Answer;
  /** An answer that the document holds as a named example, with `x-fill` taken from `facts`. */
  example(status: StatusOf<Id>, name: string, facts?: Facts): Answer;
  /** Which of the platform's `choices` the session made. */
  readonly choices: Readonly<Record<string, string>>;
  /** The platform's own answer to a request that does not fit, for rules that no schema can say. */
  invalid(issues: readonly Issue[]): Answer;
  schemesOf(platform: string): readonly KeyScheme[];
  /** All that the mock has: for its controls, which reach beyond one platform. */
  readonly engine: SessionEngine;
}

export type Behaviour<Id extends OperationId = OperationId> = (context: Context<Id>) => Answer;

/** Behaviours by operation; each typed by its own operation. */
export type Behaviours<Ids extends OperationId> = { readonly [Id in Ids]: Behaviour<Id> };

/** What a platform brings. */
export interface PlatformModule {
  readonly behaviours: Readonly<Record<string, Behaviour<never>>>;
  /** What the platform does at a moment of the clock, by the kind of task that it planned. */
  readonly tasks?: Readonly<Record<string, (session: Session, task: Task) => void>>;
  /** How it tells others what has happened; absent: it tells nobody. */
  readonly webhooks?: WebhookStyle;
  /** By operation: what is done with a request that does not fit, where part of it may be taken. */
  readonly partial?: Readonly<Record<string, (issues: readonly Issue[], context: Context<never>) => Answer | undefined>>;
  /**
   * Turns issues into the platform's own error body; `example` and `reply` as in {@link Context}. Absent: every one is
   * answered with the example `invalid_request` of the operation's 400 or 422.
   */
  invalidRequest?(issues: readonly Issue[], context: InvalidRequestContext): Answer;
}

export interface InvalidRequestContext {
  readonly document: LoadedDocument;
  readonly operation: Operation;
  readonly requestId: string;
  /** As it was sent. */
  readonly body: unknown;
  /** Which of the platform's `choices` the session made. */
  readonly choices: Readonly<Record<string, string>>;
  example(status: number, name: string, facts?: Facts): Answer;
  /** An answer with a body made from the issues; evidence is that of the response in the document, so of its status. */
  reply(status: number, body: unknown): Answer;
}
