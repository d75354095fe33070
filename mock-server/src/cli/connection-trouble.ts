/** What went wrong between the command line and a mock, in words, with what to do next. */
import type { Problem } from './connection.ts';
import { CliError, EXIT } from './exit.ts';

interface Exchange {
  readonly url: string;
  readonly session: string | undefined;
  /** `GET /accounts/acc_loja`. */
  readonly what: string;
}

/** Nobody is there. */
export function unreachable(url: string, why: string): CliError {
  return new CliError(
    `No mock answers at ${url} (${why}). Start one with "chaveiro mock", or name another with --url or CHAVEIRO_URL.`,
    EXIT.unreachable,
  );
}

/** The mock is there, and does not answer this. */
export function unanswered({ why, ...exchange }: Exchange & { readonly why: string }): CliError {
  const { url, what } = exchange;
  return new CliError(`The mock at ${url} is there, and ${what} got no answer (${why}).${endFaults(exchange)}`, EXIT.refused);
}

/** An answer came that nothing can be made of. */
export function unreadable({ isFault, ...exchange }: Exchange & { readonly isFault: boolean }, why: string): CliError {
  const said = `What the mock at ${exchange.url} answered to ${exchange.what} ${why}.`;
  return isFault
    ? new CliError(said + endFaults(exchange), EXIT.refused)
    : new CliError(`${said} Look whether it is still running.`, EXIT.unreachable);
}

export function endFaults({ url, session }: Pick<Exchange, 'url' | 'session'>): string {
  const header = session === undefined ? '' : ` -H 'x-mock-session: ${session}'`;
  return `\nThat is what a fault does. This ends all that are set: curl -X DELETE ${url}/__mock/faults${header}`;
}

/** Of a `fetch` that failed: `ECONNREFUSED`, or how long nothing came. */
export function reasonOf(error: unknown, patience: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `nothing within ${patience / 1000} seconds`;
  const { code, message } = (error.cause ?? {}) as { code?: string; message?: string };
  return code ?? message ?? error.message;
}

export function inWords(status: number, { title, detail, issues = [] }: Problem): string {
  const said = detail ?? title ?? `The mock answered with status ${status}.`;
  return said + issues.map(({ field, message }) => `\n  ${field || 'the body'}: ${message}`).join('');
}

/** @param own headers that the flags brought. */
export function adviceFor(status: number, code: string | undefined, own: Readonly<Record<string, string>>): string {
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
