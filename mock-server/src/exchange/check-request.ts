/** Everything that can be wrong with a request apart from its key, found out once and only when asked. */
import { atPointer } from '@chaveiro/openapi/policy';
import type { RequestProblem } from '../core/decision.ts';
import type { Issue } from '../document/issue.ts';
import type { PlatformInfo } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import type { Validators } from '../document/validators.ts';
import { formFields, readBody, type ReadBody } from './body.ts';
import { decodePathParameters, readParameters, type Parameters } from './parameters.ts';
import type { IncomingRequest } from './request.ts';

export interface CheckedRequest {
  readonly path: Parameters;
  readonly query: Parameters;
  readonly header: Parameters;
  /** The parsed body (JSON, or the fields of a form), or `undefined` when there is none or it cannot be parsed. */
  body(this: void): unknown;
  bodyValue(this: void, pointer: string): unknown;
  /** The first thing wrong, in the order in which a server would notice it. */
  problem(this: void): RequestProblem | undefined;
  /** What the schema says, when the problem is `invalid_request`. */
  issues(this: void): readonly Issue[];
}

export function checkRequest(
  validators: Validators,
  platform: PlatformInfo,
  operation: Operation,
  rawParams: Readonly<Record<string, string>>,
  request: IncomingRequest,
): CheckedRequest {
  const decoded = decodePathParameters(rawParams);
  const path = readParameters(validators.parameterSchema(operation.id, 'path'), (name) => decoded?.[name] ?? null);
  const query = readParameters(validators.parameterSchema(operation.id, 'query'), (name) => request.url.searchParams.get(name));
  const header = readParameters(validators.parameterSchema(operation.id, 'header'), (name) => request.headers.get(name));

  const contentType = request.headers.get('content-type');
  const tooLarge = request.tooLarge || (request.body?.length ?? 0) > platform.limits.bodyBytes.value;
  let sent: ReadBody | undefined;
  // Nobody reads what nobody takes.
  const sentBody = () =>
    (sent ??=
      operation.requestBody && !tooLarge
        ? readBody(request.body, contentType, Object.keys(operation.requestBody.content))
        : { kind: 'none' });
  const body = () => {
    const read = sentBody();
    if (read.kind === 'json') return read.value;
    return read.kind === 'text' ? formFields(read.text, contentType) : undefined;
  };

  let found: readonly Issue[] | undefined;
  const issues = () =>
    (found ??= [
      ...validators.check(operation.id, 'path', path),
      ...validators.check(operation.id, 'query', query),
      ...validators.check(operation.id, 'header', header),
      ...(sentBody().kind === 'json' ? validators.check(operation.id, 'body', body()) : []),
    ]);

  function problem(): RequestProblem | undefined {
    if (!decoded) return 'bad_encoding';
    if (tooLarge) return 'payload_too_large';
    const read = sentBody();
    if (read.kind === 'malformed_json' || read.kind === 'unsupported_media_type') return read.kind;
    if (read.kind === 'none' && operation.requestBody?.required) return 'missing_body';
    return issues().length > 0 ? 'invalid_request' : undefined;
  }

  return { path, query, header, body, bodyValue: (pointer) => atPointer(body(), pointer), problem, issues };
}
