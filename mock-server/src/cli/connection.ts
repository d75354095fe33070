/** Talks to a running mock, and says in words what went wrong when it cannot. */
import { Option, type Command } from 'commander';
import { adviceFor, endFaults, inWords, reasonOf, unanswered, unreachable, unreadable } from './connection-trouble.ts';
import { CliError, EXIT } from './exit.ts';

export interface ConnectionFlags {
  readonly url: string;
  readonly session?: string;
  readonly token?: string;
  readonly json?: boolean;
}

interface Call {
  readonly body?: unknown;
  /** Bearer of a dashboard session. */
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Connection {
  readonly url: string;
  /** @returns the JSON of the answer. @throws {CliError} unless it is a success. */
  ask<T>(method: string, path: string, call?: Call): Promise<T>;
  /** @returns the answer, whatever its status. @throws {CliError} when nobody answers. */
  send(method: string, path: string, call?: Call): Promise<Response>;
}

/** Problem details, as console and control answer them (RFC 9457). */
export interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly issues?: readonly { readonly field: string; readonly message: string }[];
}

/** The mock said no. */
export class RefusedError extends CliError {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem, message: string) {
    super(message, EXIT.refused);
    this.status = status;
    this.problem = problem;
  }
}

const DEFAULT_URL = 'http://localhost:4010';
const PATIENCE_MS = 30_000;
/** Whoever has waited already does not wait as long again. */
const PROBE_MS = 3_000;

/** Options of every command that talks to a running mock. */
export function withConnection(command: Command): Command {
  return command
    .addOption(new Option('--url <url>', 'the running mock').env('CHAVEIRO_URL').default(DEFAULT_URL))
    .option('--session <name>', 'act in this session of the mock; default: the default one')
    .addOption(
      new Option('--token <token>', "the mock's control token, if it was started with one").env('CHAVEIRO_CONTROL_TOKEN'),
    )
    .option('--json', 'print JSON on standard output, and nothing else');
}

/** @param patience milliseconds to wait for an answer. */
export function connect({ url: text, session, token }: ConnectionFlags, patience = PATIENCE_MS): Connection {
  const url = baseUrl(text);
  const own: Record<string, string> = {
    ...(session !== undefined && { 'x-mock-session': sendable('--session', session) }),
    ...(token !== undefined && { 'x-mock-control-token': sendable('--token', token) }),
  };

  function request(method: string, path: string, { body, as, headers, signal }: Call): Promise<Response> {
    return fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...own,
        ...headers,
        ...(as !== undefined && { authorization: `Bearer ${as}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal ?? AbortSignal.timeout(patience),
    });
  }

  async function send(method: string, path: string, call: Call = {}): Promise<Response> {
    try {
      return await request(method, path, call);
    } catch (error) {
      if (call.signal?.aborted) throw error;
      const why = reasonOf(error, patience);
      throw (await isThereAllTheSame(path))
        ? unanswered({ url, session, what: `${method} ${path}`, why })
        : unreachable(url, why);
    }
  }

  /** Faults keep answers back, but never those of the controls. */
  async function isThereAllTheSame(path: string): Promise<boolean> {
    if (path.startsWith('/__mock/')) return false;
    try {
      const response = await request('GET', '/__mock/state', { signal: AbortSignal.timeout(Math.min(patience, PROBE_MS)) });
      await response.body?.cancel();
      return comesFromMock(response);
    } catch {
      return false;
    }
  }

  return {
    url,
    send,
    async ask<T>(method: string, path: string, call?: Call) {
      const response = await send(method, path, call);
      const { status, ok, headers } = response;
      if (!comesFromMock(response)) {
        void response.body?.cancel();
        throw new CliError(
          `What answers at ${url} is no Chaveiro mock (status ${status}). Name the mock with --url.`,
          EXIT.unreachable,
        );
      }
      const exchange = { url, session, what: `${method} ${path}`, isFault: headers.has('x-mock-fault') };
      const json = await jsonOf(response, exchange, patience);
      if (ok) return json as T;
      const problem = (json ?? {}) as Problem;
      const advice = headers.get('x-mock-decision') === 'fault' ? endFaults(exchange) : adviceFor(status, problem.code, own);
      throw new RefusedError(status, problem, inWords(status, problem) + advice);
    },
  };
}

/** What never reached the mock's operations has a decision alone. */
function comesFromMock({ headers }: Response): boolean {
  return headers.has('x-mock-request-id') || headers.has('x-mock-decision');
}

async function jsonOf(response: Response, exchange: Parameters<typeof unreadable>[0], patience: number): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw unreadable(exchange, `is not complete: ${reasonOf(error, patience)}`);
  }
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    throw unreadable(exchange, `is no JSON (status ${response.status})`);
  }
}

/** @throws {CliError} for what no header can carry; the value may be a secret, and is not shown. */
export function sendable(flag: string, value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  throw new CliError(
    `What ${flag} says has a character that no header can carry. It may have letters without accents, digits and signs of ASCII.`,
    EXIT.usage,
  );
}

/** @throws {CliError} for text that is no http(s) URL. */
export function baseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new CliError(`"${text}" is no URL. Write it as ${DEFAULT_URL}.`, EXIT.usage);
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
