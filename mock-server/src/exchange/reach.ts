/** From a URL and a method to an operation; or to an answer, before anybody asks for a key. */
import type { RequestFailureKind } from '@chaveiro/openapi/policy';
import type { Facts } from '../core/decision.ts';
import { answerToProblem } from '../document/failures.ts';
import type { Found } from '../document/router.ts';
import { controlRefusal } from './control-guard.ts';
import { corsOf, preflight } from './cors.ts';
import { NO_FAULTS, type Handled, type SessionEngine } from './handle.ts';
import { urlWithoutSecrets } from './redact.ts';
import type { IncomingRequest } from './request.ts';
import { NEUTRAL, type Route } from './route.ts';
import { secretsOf } from './secrets-of.ts';

/**
 * The operation that a request is for, or the answer to one that reaches none: its URL is too long, there is no such path
 * or method, the controls are closed to whoever asks.
 */
export function reach(
  engine: SessionEngine,
  request: IncomingRequest,
  requestId: string,
  { platform, route }: Route,
): Found | Handled {
  const { pathname, search } = request.url;
  const isTooLong = pathname.length + search.length > platform.limits.urlBytes.value;
  if (!isTooLong && route.kind === 'found' && route.operation.platform !== NEUTRAL) return route;

  const cors = corsOf(route);
  const untouched = {
    verdict: undefined,
    platform: platform.id,
    operation: undefined,
    checked: undefined,
    faults: NO_FAULTS,
    cors,
  };
  const failed = (problem: RequestFailureKind, facts: Facts = {}): Handled => {
    const answer = answerToProblem(engine.document, platform, problem, { requestId, ...facts });
    return { ...untouched, answer, decision: problem };
  };

  if (isTooLong) return failed('uri_too_long');
  if (route.kind === 'unknown') return failed('unknown_path', { path: urlWithoutSecrets(pathname, secretsOf(engine, request)) });
  if (route.kind === 'wrong_method' && cors && request.method === 'OPTIONS')
    return { ...untouched, answer: preflight(cors, route.allowed), decision: 'preflight' };
  if (route.kind === 'wrong_method') return failed('method_not_allowed', { allowedMethods: route.allowed.join(', ') });
  const closed = controlRefusal(engine, route.operation, request, requestId);
  return closed ? { ...untouched, ...closed, operation: route.operation } : route;
}
