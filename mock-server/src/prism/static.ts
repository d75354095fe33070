/** Prism alone: no state, no keys that are checked, only the document. Behind our own listener, which Prism's could not replace. */
import type { RequestFailureKind } from '@chaveiro/openapi/policy';
import { createIds } from '../core/ids.ts';
import { answerToProblem } from '../document/failures.ts';
import type { LoadedDocument } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import { readBody } from '../exchange/body.ts';
import { toOutgoing, type Outgoing } from '../exchange/outgoing.ts';
import { decodePathParameters } from '../exchange/parameters.ts';
import type { IncomingRequest } from '../exchange/request.ts';
import { findRoute } from '../exchange/route.ts';
import { assertNodeRunsPrism } from './load.ts';
import { createPrismResponder } from './responder.ts';

/** Just enough of a mock to be served. */
export interface StaticMock {
  answer(this: void, request: IncomingRequest): Promise<Outgoing>;
  tick(): void;
}

/** @throws {PrismUnavailableError} where Node is too old for Prism. */
export function createStaticMock(document: LoadedDocument, { seed = 1 }: { readonly seed?: number } = {}): StaticMock {
  assertNodeRunsPrism();
  const respond = createPrismResponder(document, { checkSecurity: true });
  const ids = createIds(seed);

  async function answer(request: IncomingRequest): Promise<Outgoing> {
    const requestId = ids.id('req');
    const { platform, route } = findRoute(document, request.url, request.method);
    const facts = { requestId, path: request.url.pathname };
    const refuse = (problem: RequestFailureKind, more: Record<string, string> = {}) =>
      toOutgoing(answerToProblem(document, platform, problem, { ...facts, ...more }), problem, requestId);

    if (request.url.pathname.length + request.url.search.length > platform.limits.urlBytes.value) return refuse('uri_too_long');
    if (route.kind === 'unknown') return refuse('unknown_path');
    if (route.kind === 'wrong_method') return refuse('method_not_allowed', { allowedMethods: route.allowed.join(', ') });
    const { operation, rawParams } = route;
    const unreadable = problemOf(request, operation, rawParams, platform.limits.bodyBytes.value);
    if (unreadable) return refuse(unreadable);
    try {
      const given = await respond({ operation, request, rawParams, seed: `${seed} ${requestId}` });
      return toOutgoing(given.answer, given.wrong.length > 0 ? 'invalid_request' : 'public', requestId);
    } catch (error) {
      console.error(`Prism failed in ${operation.id}.`, error);
      return refuse('server_error');
    }
  }

  return { answer, tick: () => undefined };
}

/** What Prism must not see: it would end the process, or never answer. */
function problemOf(
  request: IncomingRequest,
  { requestBody, mediaTypes }: Operation,
  rawParams: Readonly<Record<string, string>>,
  bodyBytes: number,
): RequestFailureKind | undefined {
  if (!decodePathParameters(rawParams)) return 'bad_encoding';
  if (request.tooLarge || (request.body?.length ?? 0) > bodyBytes) return 'payload_too_large';
  if (!requestBody) return undefined;
  const read = readBody(request.body, request.headers.get('content-type'), mediaTypes);
  return read.kind === 'malformed_json' || read.kind === 'unsupported_media_type' ? read.kind : undefined;
}
