import type { MatrixRequest } from '../auth-matrix.ts';
import { exampleBodyOf, parametersOf, type OpenApiDocument, type OperationEntry } from '../policy/index.ts';
import type { Placement } from './placement.ts';

/** A key on its way. */
export interface SentKey {
  placement: Placement;
  secret: string;
}

/** The request that an operation's own examples describe, with a key or without. */
export function exampleRequest(document: OpenApiDocument, entry: OperationEntry, key?: SentKey): MatrixRequest {
  const parameters = parametersOf(document, entry);
  const body = exampleBodyOf(document, entry.operation);
  const path = entry.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const parameter = parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
    return encodeURIComponent(text(parameter?.example ?? ''));
  });
  const query: [name: string, value: string][] = [];
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  for (const { in: place, name, required, example } of parameters) {
    if (required !== true || example === undefined) continue;
    if (place === 'query') query.push([name, text(example)]);
    if (place === 'header') headers[name.toLowerCase()] = text(example);
  }
  if (key?.placement.in === 'query') query.push([key.placement.name, key.secret]);
  if (key?.placement.in === 'header') headers[key.placement.name.toLowerCase()] = key.secret;
  if (key?.placement.in === 'bearer') headers[key.placement.name] = `Bearer ${key.secret}`;
  return {
    method: entry.method.toUpperCase(),
    path: query.length === 0 ? path : `${path}?${query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`,
    headers,
    ...(body !== undefined && { body }),
  };
}

/** A parameter as it travels. */
function text(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example);
}
