/** The way to a running mock: typed by the document, with refusals thrown as the in-process API throws them. */
import type { components, paths } from '@chaveiro/openapi/types';
import createClient, { type Client } from 'openapi-fetch';
import { KeyRuleError, type RuleCode } from '../core/outcome.ts';

export type Schemas = components['schemas'];

export interface Wire {
  readonly client: Client<paths>;
  /** Where the mock is, without a slash at its end. */
  readonly url: string;
  /** The session that requests are for; `undefined`: the default one, or that of a request's key. */
  readonly session: string | undefined;
  /** Sends a request to the mock itself. */
  fetch(this: void, request: Request): Promise<Response>;
}

export interface WireOptions {
  /** The session to work in; default: the default one. */
  readonly session?: string;
  /** The mock's control token, where it has one. */
  readonly token?: string;
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** A refusal that no rule about keys is behind: something that is not there, or a mock that is closed. */
export class MockControlError extends Error {
  override readonly name = 'MockControlError';
  readonly status: number;
  /** Stable: `account_not_found`, `control_token_required`, `session_expired`, … */
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A body that does not fit, with what is wrong, field by field. */
export class InvalidBodyError extends KeyRuleError {
  readonly issues: readonly Schemas['ProblemIssue'][];

  constructor(message: string, issues: readonly Schemas['ProblemIssue'][]) {
    super({ ok: false, code: 'invalid_request', message, facts: {} });
    this.issues = issues;
  }
}

const RULES: Readonly<Record<RuleCode, true>> = {
  key_limit_reached: true,
  key_name_taken: true,
  plan_required: true,
  action_not_allowed: true,
  secret_not_recoverable: true,
  key_not_found: true,
  invalid_request: true,
};

export function openWire(url: string, { session, token, fetch: given }: WireOptions): Wire {
  const base = url.replace(/\/+$/, '');
  if (!URL.canParse(base))
    throw new TypeError(`"${url}" is no URL. Give the one that the mock printed, such as http://localhost:4010.`);
  const send = async (request: Request) => {
    try {
      return await (given ?? globalThis.fetch)(request);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new Error(`No mock answers at ${base}. Start one with "chaveiro mock", or check the URL.`, { cause: error });
    }
  };
  const headers = {
    ...(session !== undefined && { 'x-mock-session': session }),
    ...(token !== undefined && { 'x-mock-control-token': token }),
  };
  return { client: createClient<paths>({ baseUrl: base, fetch: send, headers }), url: base, session, fetch: send };
}

interface Asked<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer. @throws {KeyRuleError | MockControlError} */
export async function answerOf<T>(asking: Promise<Asked<T>>): Promise<T> {
  const { data, error, response } = await asking;
  if (!response.ok) throw refusal(response.status, error);
  return data as T;
}

/** For commands that answer nothing. @throws {KeyRuleError | MockControlError} */
export async function done(asking: Promise<Asked<unknown>>): Promise<void> {
  await answerOf(asking);
}

/** Whether there was such a thing. @throws as {@link done}, but for what was not found. */
export async function found(asking: Promise<Asked<unknown>>): Promise<boolean> {
  const { error, response } = await asking;
  if (!response.ok && response.status !== 404) throw refusal(response.status, error);
  return response.ok;
}

function refusal(status: number, body: unknown): Error {
  const {
    code,
    detail,
    issues = [],
    facts = {},
  } = (typeof body === 'object' && body !== null ? body : {}) as Partial<Schemas['Problem']>;
  if (code === undefined) return new MockControlError(status, 'unknown', `The mock answered ${status}, and said no more.`);
  const message = issues.length > 0 ? issues.map((issue) => issue.message).join(' ') : (detail ?? code);
  if (code === 'invalid_request') return new InvalidBodyError(message, issues);
  if (!Object.hasOwn(RULES, code)) return new MockControlError(status, code, message);
  return new KeyRuleError({ ok: false, code: code as RuleCode, message, facts: facts as KeyRuleError['facts'] });
}
