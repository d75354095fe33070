/** Who may use the mock's controls: whoever has the token; without one this machine alone, and never a foreign web page. */
import type { DecisionCode } from '../core/decision.ts';
import type { Session } from '../core/session.ts';
import { answerFromExample, type Answer } from '../document/examples.ts';
import type { Operation } from '../document/operation.ts';
import type { SessionEngine } from './handle.ts';
import type { IncomingHeaders, IncomingRequest } from './request.ts';

export const CONTROL_TOKEN_HEADER = 'x-mock-control-token';

/** @throws {RangeError} for what no header can carry. */
export function checkedToken(token: string | undefined): string | undefined {
  if (token === undefined || /^[\x21-\x7e]+$/.test(token)) return token;
  throw new RangeError('A control token has visible ASCII characters alone, and at least one. Leave it out for none.');
}

/** What anybody may ask of a mock that other machines can reach: whether it is there. */
const READ_ONLY_STATE = 'getMockState';
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** The answer to whoever may not use the controls, or `undefined`. */
export function controlRefusal(
  { document, session, controlToken }: SessionEngine,
  operation: Operation,
  request: IncomingRequest,
  requestId: string,
): { readonly answer: Answer; readonly decision: DecisionCode } | undefined {
  const refuse = (status: number, decision: DecisionCode, example: string = decision) => ({
    answer: answerFromExample(document.source, status, operation.responses[String(status)], example, { requestId }),
    decision,
  });
  if (isForeignPage(request)) return refuse(403, 'control_forbidden', 'foreign_origin');
  const { door } = request;
  const token = door?.controlToken ?? controlToken;
  if (token !== undefined)
    return bringsToken(session, request.headers, token) ? undefined : refuse(401, 'control_token_required');
  return door?.exposed && operation.id !== READ_ONLY_STATE ? refuse(403, 'control_forbidden') : undefined;
}

/** Digests are compared, so that the time taken tells nothing about the token. */
function bringsToken({ vault }: Session, headers: IncomingHeaders, token: string): boolean {
  const bearer = /^bearer +(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1];
  const wanted = vault.fingerprint(token);
  return [headers.get(CONTROL_TOKEN_HEADER), bearer].some((given) => !!given && vault.fingerprint(given) === wanted);
}

/** A page on this machine, or one that this very server gave out, may ask; what is no page sends no Origin. */
function isForeignPage({ headers, url }: IncomingRequest): boolean {
  const origin = headers.get('origin');
  if (origin === null) return false;
  if (!URL.canParse(origin)) return true;
  const { hostname, host } = new URL(origin);
  return !LOOPBACK.test(hostname) && host !== url.host;
}
