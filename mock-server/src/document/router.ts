/** Finds the operation of a path in time that depends on the path alone, however many operations there are. */
import type { Operation } from './operation.ts';

export interface Found {
  readonly operation: Operation;
  /** Path parameters as they came, still percent-encoded. */
  readonly rawParams: Readonly<Record<string, string>>;
}

export type RouteResult =
  | ({ readonly kind: 'found' } & Found)
  | { readonly kind: 'wrong_method'; readonly platform: string; readonly allowed: readonly string[] }
  /** `platform`: whose paths begin like this one, when only one platform's do. */
  | { readonly kind: 'unknown'; readonly platform: string | undefined };

export interface Router {
  match(method: string, path: string): RouteResult;
}

interface Node {
  readonly literals: Map<string, Node>;
  parameter: Node | undefined;
  readonly operations: Map<string, Operation>;
  readonly platforms: Set<string>;
}

function createNode(): Node {
  return { literals: new Map(), parameter: undefined, operations: new Map(), platforms: new Set() };
}

export function createRouter(operations: readonly Operation[]): Router {
  const root = createNode();
  for (const operation of operations) addTo(root, operation);
  return {
    match(method, path) {
      const segments = path.split('/').slice(1);
      const node = descend(root, segments, 0);
      const operation = node?.operations.get(method);
      if (operation) return { kind: 'found', operation, rawParams: paramsOf(operation, segments) };
      const some = node?.operations.values().next().value;
      if (node && some) return { kind: 'wrong_method', platform: some.platform, allowed: [...node.operations.keys()] };
      return { kind: 'unknown', platform: platformOf(root, segments) };
    },
  };
}

function addTo(root: Node, operation: Operation): void {
  let node = root;
  for (const segment of operation.path.split('/').slice(1)) {
    let next = isParameter(segment) ? node.parameter : node.literals.get(segment);
    if (!next) {
      next = createNode();
      if (isParameter(segment)) node.parameter = next;
      else node.literals.set(segment, next);
    }
    next.platforms.add(operation.platform);
    node = next;
  }
  node.operations.set(operation.method, operation);
}

/** A literal segment wins over a parameter, as OpenAPI asks. */
function descend(node: Node, segments: readonly string[], depth: number): Node | undefined {
  const segment = segments[depth];
  if (segment === undefined) return node.operations.size > 0 ? node : undefined;
  const literal = node.literals.get(segment);
  const found = literal && descend(literal, segments, depth + 1);
  if (found) return found;
  return segment !== '' && node.parameter ? descend(node.parameter, segments, depth + 1) : undefined;
}

function platformOf(root: Node, segments: readonly string[]): string | undefined {
  let node = root;
  for (const segment of segments) {
    const next = node.literals.get(segment);
    if (!next) break;
    node = next;
  }
  const [only, ...others] = node.platforms;
  return others.length === 0 ? only : undefined;
}

function paramsOf(operation: Operation, segments: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  operation.path
    .split('/')
    .slice(1)
    .forEach((part, index) => {
      if (isParameter(part)) params[part.slice(1, -1)] = segments[index] ?? '';
    });
  return params;
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}');
}
