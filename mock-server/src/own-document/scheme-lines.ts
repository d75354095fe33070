/** Finds the line of what is wrong in the rules that a document's security schemes bring themselves. */
import {
  describeProblems,
  ownFailuresSchema,
  pointerSteps,
  problemsOf,
  schemePolicySchema,
  type JsonPath,
  type Locate,
} from '@chaveiro/openapi/policy';
import { atLocalPointer, isRecord, localPointer } from '../document/follow.ts';
import { OwnDocumentError } from './check.ts';

const EXTENSIONS = { 'x-key-policy': schemePolicySchema, 'x-auth-failures': ownFailuresSchema };
/** References may go round in a circle. */
const MOST_HOPS = 32;

/**
 * @param lineOf file and line of a path of the document.
 * @throws {OwnDocumentError} with every slip. Without a file at hand, `adopt` tells them by path.
 */
export function assertSchemeLines(document: Record<string, unknown>, lineOf: Locate): void {
  const components = isRecord(document['components']) ? document['components'] : {};
  const schemes = isRecord(components['securitySchemes']) ? components['securitySchemes'] : {};
  const slips = Object.keys(schemes).flatMap((name) => {
    const path = ['components', 'securitySchemes', name];
    const { scheme, at } = found(document, schemes[name], path);
    return Object.entries(EXTENSIONS).flatMap(([extension, schema]) => {
      const value = scheme[extension];
      if (value === undefined) return [];
      const problems = problemsOf(schema, value, [...path, extension]);
      return describeProblems(problems, (problem) => lineOf([...at, ...problem.slice(path.length)]));
    });
  });
  if (slips.length > 0) throw new OwnDocumentError(`The document has slips:\n${slips.join('\n')}`);
}

/** A scheme may stand in another file, or under another name. */
function found(document: object, scheme: unknown, path: JsonPath): { scheme: Record<string, unknown>; at: JsonPath } {
  let [value, at] = [scheme, path];
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const pointer = localPointer(value);
    if (pointer === undefined) break;
    [value, at] = [atLocalPointer(document, pointer), pointerSteps(pointer)];
  }
  return { scheme: isRecord(value) ? value : {}, at };
}
