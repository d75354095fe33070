/** Finds the operation of a path in time that depends on the path alone, however many operations there are. */
import type { Operation } from './operation.ts';
import { pathSegment, type PathSegment } from './path-segment.ts';

export interface Found {
  readonly operation: Operation;
  /** Path parameters as they came, still percent-encoded. */
  readonly rawParams: Readonly<Record<string, string>>;
}

export type RouteResult =
  | ({ readonly kind: 'found' } & Found)
  /** `operation`: one that the path does have. */
  | {
      readonly kind: 'wrong_method';
      readonly platform: string;
      readonly operation: Operation;
      readonly allowed: readonly string[];
    }
  /** `platform`: whose paths begin like this one, when only one platform's do. */
  | { readonly kind: 'unknown'; readonly platform: string | undefined };

export interface Router {
  match(method: string, path: string): RouteResult;
}

interface Node {
  readonly literals: Map<string, Node>;
  /** Parameters among letters, by their shape. */
  readonly mixed: Map<string, { readonly segment: PathSegment; readonly node: Node }>;
  parameter: Node | undefined;
  readonly operations: Map<string, Operation>;
  readonly platforms: Set<string>;
}

const NO_PARAMS: Found['rawParams'] = {};

function createNode(): Node {
  return { literals: new Map(), mixed: new Map(), parameter: undefined, operations: new Map(), platforms: new Set() };
}

export function createRouter(operations: readonly Operation[]): Router {
  const root = createNode();
  const plain = new Map<string, Node>();
  for (const operation of operations) {
    const node = addTo(root, operation);
    if (!operation.path.includes('{')) plain.set(`/${operation.path.split('/').slice(1).map(asOnTheWire).join('/')}`, node);
  }
  return {
    match(method, path) {
      // Nothing wins over a path without parameters.
      const known = plain.get(path)?.operations.get(method);
      if (known) return { kind: 'found', operation: known, rawParams: NO_PARAMS };
      const segments = path.split('/').slice(1);
      const node = descend(root, segments, 0);
      const operation = node?.operations.get(method);
      if (operation) return { kind: 'found', operation, rawParams: paramsOf(operation, segments) };
      const some = node?.operations.values().next().value;
      if (node && some)
        return { kind: 'wrong_method', platform: some.platform, operation: some, allowed: [...node.operations.keys()] };
      return { kind: 'unknown', platform: platformOf(root, segments) };
    },
  };
}

/** @returns where the operation's path ends. */
function addTo(root: Node, operation: Operation): Node {
  let node = root;
  for (const template of operation.path.split('/').slice(1)) {
    node = childFor(node, pathSegment(template), template);
    node.platforms.add(operation.platform);
  }
  // Of two operations with one method and paths of one shape the first is the one that can be reached.
  if (!node.operations.has(operation.method)) node.operations.set(operation.method, operation);
  return node;
}

/** A URL has percent-encoded what a document may write as it is: `pães` comes as `p%C3%A3es`. */
function asOnTheWire(literal: string): string {
  return new URL(`http://localhost/${literal}`).pathname.slice(1);
}

function childFor(node: Node, segment: PathSegment, template: string): Node {
  if (segment.kind === 'parameter') return (node.parameter ??= createNode());
  if (segment.kind === 'literal') {
    const literal = asOnTheWire(template);
    const known = node.literals.get(literal) ?? createNode();
    node.literals.set(literal, known);
    return known;
  }
  const known = node.mixed.get(segment.shape) ?? { segment, node: createNode() };
  node.mixed.set(segment.shape, known);
  return known.node;
}

/** A literal segment wins over a parameter, as OpenAPI asks, and letters around a parameter over a bare one. */
function descend(node: Node, segments: readonly string[], depth: number): Node | undefined {
  const segment = segments[depth];
  if (segment === undefined) return node.operations.size > 0 ? node : undefined;
  const literal = node.literals.get(segment);
  const found = literal && descend(literal, segments, depth + 1);
  if (found) return found;
  for (const { segment: mixed, node: next } of node.mixed.values()) {
    const deeper = mixed.read(segment) && descend(next, segments, depth + 1);
    if (deeper) return deeper;
  }
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

function paramsOf(operation: Operation, segments: readonly string[]): Found['rawParams'] {
  if (!operation.path.includes('{')) return NO_PARAMS;
  const templates = operation.path.split('/').slice(1);
  return Object.assign(
    {},
    ...templates.map((template, index) => pathSegment(template).read(segments[index] ?? '') ?? {}),
  ) as Record<string, string>;
}
