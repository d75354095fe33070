/** A call that shows what a key can do: an operation of its scheme, filled in with the examples of the document. */
import { bodyOf, operationsOf, type ApiDocument, type Placed } from '../api/document.ts';

export interface SampleCall {
  readonly operationId: string;
  readonly method: string;
  /** With a query where one is required; without the key. */
  readonly path: string;
  readonly scheme: string;
  readonly body: { readonly type: string; readonly value: unknown } | undefined;
}

/** Every operation that takes keys of this scheme; those that only read, and need no id, first. */
export function sampleCalls(document: ApiDocument, scheme: string): SampleCall[] {
  return operationsOf(document)
    .filter(({ operation }) => operation.security?.some((way) => scheme in way))
    .sort((a, b) => effort(a) - effort(b))
    .map((placed) => sampleOf(document, scheme, placed));
}

function effort({ method, path }: Placed): number {
  return (method === 'GET' ? 0 : 2) + (path.includes('{') ? 1 : 0);
}

function sampleOf(document: ApiDocument, scheme: string, { method, path, operation }: Placed): SampleCall {
  const { operationId, parameters = [] } = operation;
  const example = (name: string) => textOf(parameters.find((each) => each.name === name)?.example);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(example(name)));
  const search = parameters
    .filter(({ in: place, required }) => place === 'query' && required)
    .map(({ name }) => `${encodeURIComponent(name)}=${encodeURIComponent(example(name))}`)
    .join('&');
  const body = bodyOf(document, operation);
  return {
    operationId,
    method,
    path: search === '' ? filled : `${filled}?${search}`,
    scheme,
    body: body && { type: body.type, value: body.example },
  };
}

function textOf(example: unknown): string {
  if (example === undefined) return 'example';
  return typeof example === 'string' ? example : JSON.stringify(example);
}
