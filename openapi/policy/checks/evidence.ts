import type { OpenApiDocument } from '../openapi-document.ts';
import { operationsOf, webhooksOf } from '../operations.ts';
import type { JsonPath, Problem } from '../problem.ts';
import { atPointer, isRecord, isReference, pointerSteps, resolve } from '../references.ts';

/** Keywords by which a schema says what a platform takes at most or at least. */
const limits = ['minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minItems', 'maxItems'];

/** Data of the wire, and references that are not schemas. */
const notSchemas = new Set(['example', 'examples', 'default', 'enum', 'const', 'mapping']);

/**
 * Checks that operations, responses, and the limits of real platforms say how sure they are.
 * A tag that is there but incomplete is `checkExtensions`' business.
 */
export function checkEvidence(document: OpenApiDocument): Problem[] {
  const seen = new Set<string>();
  return [...operationsOf(document), ...webhooksOf(document)].flatMap(({ operation, platform, at }) => [
    ...untagged(operation, at[0] === 'webhooks' ? 'webhook' : 'operation', at),
    ...Object.entries(operation.responses).flatMap(([status, response]) =>
      untagged(resolve(document, response), 'response', [...at, 'responses', status]),
    ),
    // The console and the control interface are ours: their limits are facts.
    ...(document['x-platforms'][platform]?.server === undefined ? [] : untaggedLimits(document, operation, at, seen)),
  ]);
}

function untagged(tagged: object, kind: string, at: JsonPath): Problem[] {
  if ('x-evidence' in tagged || 'x-source' in tagged) return [];
  return [{ path: [...at, 'x-evidence'], message: `missing line: every ${kind} says x-evidence and x-source` }];
}

/** The limits below a node that neither they nor anything around them gives evidence for. */
function untaggedLimits(document: OpenApiDocument, node: unknown, at: JsonPath, seen: Set<string>): Problem[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => untaggedLimits(document, item, [...at, index], seen));
  if (!isRecord(node)) return [];
  if (isReference(node)) {
    if (seen.has(node.$ref)) return [];
    seen.add(node.$ref);
    const pointer = node.$ref.slice(1);
    return untaggedLimits(document, atPointer(document, pointer), pointerSteps(pointer), seen);
  }
  // Evidence of an operation or response speaks of that, not of the fields in it.
  const isSchema = !('responses' in node) && !('content' in node);
  const tagged = isSchema && 'x-evidence' in node;
  const limit = limits.find((keyword) => keyword in node);
  return [
    ...(limit !== undefined && !tagged
      ? [{ path: [...at, limit], message: 'a limit of a platform needs x-evidence and x-source beside it' }]
      : []),
    ...Object.entries(node)
      .filter(([key]) => !notSchemas.has(key) && !key.startsWith('x-'))
      .flatMap(([key, value]) => (tagged ? [] : untaggedLimits(document, value, [...at, key], seen))),
  ];
}
