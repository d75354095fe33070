/** A request as Prism takes it. It comes here only when its percent-encoding and its JSON have been found good. */
import type { IHttpRequest } from '@stoplight/prism-http';
import { readBody, type ReadBody } from '../exchange/body.ts';
import type { IncomingRequest } from '../exchange/request.ts';
import type { Operation } from '../document/operation.ts';

/** @param rawParams path parameters as they came, still percent-encoded. */
export function toPrismRequest(
  request: IncomingRequest,
  operation: Operation,
  rawParams: Readonly<Record<string, string>>,
): IHttpRequest {
  const body = sentBody(request, operation);
  return {
    method: operation.method.toLowerCase() as IHttpRequest['method'],
    url: { path: pathOf(operation, rawParams), query: queryOf(request.url) },
    headers: headersOf(request),
    ...(body !== undefined && { body }),
  };
}

/** The path as the document has it, without a server's base path. */
function pathOf(operation: Operation, rawParams: Readonly<Record<string, string>>): string {
  return operation.path.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => rawParams[name] ?? whole);
}

function queryOf(url: IncomingRequest['url']): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const sent = new URLSearchParams(url.search);
  for (const name of new Set(sent.keys())) {
    const values = sent.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return query;
}

function headersOf({ headers }: IncomingRequest): Record<string, string> {
  const kept = Object.fromEntries(headers);
  // Prism fails over one that it cannot read.
  if (!MEDIA_TYPE.test(kept['content-type'] ?? '')) delete kept['content-type'];
  const accept = acceptable(kept['accept']);
  delete kept['accept'];
  return accept === undefined ? kept : { ...kept, accept };
}

/** Whatever its parameters are: Prism passes over those that are none. */
const MEDIA_TYPE = /^\s*[\w!#$&^.+-]+\/[\w!#$&^.+-]+\s*(;|$)/;
const MEDIA_RANGE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;\s*[\w-]+=("[^"]*"|[\w.+-]+))*$/;

/** What Prism can read of an `Accept`; nothing when the client takes anything, so that JSON is preferred. */
function acceptable(accept: string | undefined): string | undefined {
  const ranges = (accept ?? '').split(',').map((range) => range.trim());
  const readable = ranges.filter((range) => MEDIA_RANGE.test(range));
  const first = readable[0];
  return first === undefined || first.startsWith('*/*') ? undefined : readable.join(', ');
}

function sentBody(request: IncomingRequest, operation: Operation): unknown {
  if (!operation.requestBody) return undefined;
  const read: ReadBody = readBody(request.body, request.headers.get('content-type'), operation.mediaTypes);
  if (read.kind === 'json') return read.value;
  return read.kind === 'text' ? read.text : undefined;
}
