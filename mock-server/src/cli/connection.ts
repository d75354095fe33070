/** Talks to a running mock, and says in words what went wrong when it cannot. */
import { Option, type Command } from 'commander';
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

export function connect({ url: text, session, token }: ConnectionFlags): Connection {
  const url = baseUrl(text);
  const own: Record<string, string> = {
    ...(session !== undefined && { 'x-mock-session': session }),
    ...(token !== undefined && { 'x-mock-control-token': token }),
  };

  async function send(method: string, path: string, { body, as, headers, signal }: Call = {}): Promise<Response> {
    try {
      return await fetch(url + path, {
        method,
        redirect: 'manual',
        headers: {
          ...own,
          ...headers,
          ...(as !== undefined && { authorization: `Bearer ${as}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: signal ?? AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw unreachable(url, error);
    }
  }

  return {
    url,
    send,
    async ask<T>(method: string, path: string, call?: Call) {
      const response = await send(method, path, call);
      const text = await response.text();
      if (!response.headers.has('x-mock-request-id')) {
        throw new CliError(
          `What answers at ${url} is no Chaveiro mock (status ${response.status}). Name the mock with --url.`,
          EXIT.unreachable,
        );
      }
      const json = text === '' ? undefined : (JSON.parse(text) as unknown);
      if (response.ok) return json as T;
      const problem = (json ?? {}) as Problem;
      throw new RefusedError(response.status, problem, inWords(response.status, problem, own));
    },
  };
}

/** @throws {CliError} for text that is no http(s) URL. */
export function baseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new CliError(`"${text}" is no URL. Write it as ${DEFAULT_URL}.`, EXIT.usage);
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

export function unreachable(url: string, error: unknown): CliError {
  const cause = error instanceof Error ? ((error.cause as { code?: string } | undefined)?.code ?? error.name) : String(error);
  const why = cause === 'TimeoutError' ? `within ${PATIENCE_MS / 1000} seconds` : `(${cause})`;
  return new CliError(
    `No mock answers at ${url} ${why}. Start one with "chaveiro mock", or name another with --url or CHAVEIRO_URL.`,
    EXIT.unreachable,
  );
}

function inWords(status: number, { title, detail, code, issues = [] }: Problem, own: Readonly<Record<string, string>>): string {
  const said = detail ?? title ?? `The mock answered with status ${status}.`;
  const wrong = issues.map(({ field, message }) => `\n  ${field || 'the body'}: ${message}`).join('');
  return said + wrong + adviceFor(status, code, own);
}

function adviceFor(status: number, code: string | undefined, own: Readonly<Record<string, string>>): string {
  if (code === 'session_required') return '\nGive the token of a dashboard session with --as, or leave --as out.';
  if (code === 'role_required') return '\nAct as somebody else with --as owner.';
  if (code === 'account_not_found' || code === 'key_not_found')
    return '\n"chaveiro keys list" shows the accounts and keys that there are.';
  if (status === 401 || status === 403) {
    return 'x-mock-control-token' in own
      ? '\nThe mock does not take this control token.'
      : '\nIf the mock was started with a control token, give it with --token or CHAVEIRO_CONTROL_TOKEN.';
  }
  return '';
}
