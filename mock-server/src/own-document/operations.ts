/** The paths of somebody else's document, with every operation named, tagged and told how it refuses. */
import type { AuthState, Operation, PathItem, Response } from '@chaveiro/openapi/policy';
import { httpMethods } from '@chaveiro/openapi/policy';
import { followRecord, isRecord } from '../document/follow.ts';
import type { ForeignDocument } from './check.ts';
import type { Failures } from './failures.ts';
import type { ForeignSecurity } from './security.ts';

export interface OperationParts {
  readonly document: ForeignDocument;
  readonly security: ForeignSecurity;
  readonly tag: string;
  /** Ids that the console and the controls use. */
  readonly taken: ReadonlySet<string>;
  /** Beginnings of paths that are the mock's own. */
  readonly reserved: readonly string[];
  readonly notice: (text: string) => void;
}

/** An operation before its refusals have been added. */
export interface FoundOperation {
  readonly path: string;
  readonly method: (typeof httpMethods)[number];
  readonly item: Record<string, unknown>;
  readonly operation: Record<string, unknown>;
  readonly responses: Record<string, Record<string, unknown>>;
}

type Json = Record<string, unknown>;

/** Every operation that can be reached, in the document's order. */
export function findOperations({ document, reserved, notice }: OperationParts): FoundOperation[] {
  const found: FoundOperation[] = [];
  for (const [given, value] of Object.entries(document.paths)) {
    const item = followRecord(document, value);
    if (!item || given.startsWith('x-')) continue;
    const path = reachablePath(given);
    if (reserved.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) {
      notice(`${given}: left out, since the mock answers there itself.`);
      continue;
    }
    for (const method of httpMethods) {
      const operation = followRecord(document, item[method]);
      if (operation) found.push({ path, method, item, operation, responses: responsesOf(document, operation) });
    }
  }
  return found;
}

/** @param statesAt the states that the schemes of an operation make possible. */
export function adoptOperations(
  parts: OperationParts,
  operations: readonly FoundOperation[],
  failures: Failures,
  statesAt: (schemes: readonly string[]) => readonly AuthState[],
): Record<string, PathItem> {
  const { document, security, tag, taken } = parts;
  const paths: Record<string, PathItem> = {};
  const ids = new Set(taken);
  for (const { path, method, item, operation, responses } of operations) {
    const ways = security.of(operation);
    const adopted = (paths[path] ??= withoutMethods(item));
    if (adopted[method]) continue;
    const states = statesAt(ways.flatMap((way) => Object.keys(way)));
    adopted[method] = {
      ...operation,
      operationId: idOf(operation, method, path, ids),
      tags: [tag, ...textsOf(operation['tags'])],
      ...bodyOf(document, operation),
      responses: states.length === 0 ? (responses as unknown as Record<string, Response>) : failures.addTo(responses, states),
      security: ways,
    } as Operation;
  }
  return paths;
}

function responsesOf(document: ForeignDocument, operation: Json): Record<string, Json> {
  const listed = Object.entries(isRecord(operation['responses']) ? operation['responses'] : {}).flatMap(([status, value]) => {
    const response = followRecord(document, value);
    return response && !status.startsWith('x-') ? [[status, response] as const] : [];
  });
  // An operation that lists none still answers something.
  return listed.length > 0 ? Object.fromEntries(listed) : { '200': { description: 'OK' } };
}

function bodyOf(document: ForeignDocument, operation: Json): { requestBody?: Operation['requestBody'] } {
  const body = followRecord(document, operation['requestBody']);
  if (!body) return { requestBody: undefined };
  const content = isRecord(body['content']) ? body['content'] : {};
  return { requestBody: { ...body, required: body['required'] === true, content: content as never } };
}

/** The document's own id, or method and path where it has none, or one that stands for something else already. */
function idOf(operation: Json, method: string, path: string, ids: Set<string>): string {
  const given = operation['operationId'];
  const id = typeof given === 'string' && given !== '' && !ids.has(given) ? given : `${method.toUpperCase()} ${path}`;
  ids.add(id);
  return id;
}

/** A path as a request can have it: some documents put a query or a fragment there to tell operations apart. */
function reachablePath(given: string): string {
  const path = given.split(/[?#]/, 1)[0] ?? '';
  return path.startsWith('/') ? path : `/${path}`;
}

function withoutMethods(item: Json): PathItem {
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => !(httpMethods as readonly string[]).includes(name) && name !== '$ref'),
  );
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
