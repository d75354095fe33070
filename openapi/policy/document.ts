import { checkEvidence } from './checks/evidence.ts';
import { checkExtensions } from './checks/extensions.ts';
import { checkFills } from './checks/fills.ts';
import { checkOperations } from './checks/operations.ts';
import { checkPlatforms } from './checks/platforms.ts';
import { checkSchemes, readKeySchemes } from './checks/schemes.ts';
import { checkWebhooks } from './checks/webhooks.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { describeProblems, DocumentError, type JsonPath, type Locate, type Problem } from './problem.ts';
import { atPointer, isRecord } from './references.ts';

/**
 * Checks a bundled document: every extension, and that policies, failures, examples and zero-setup
 * keys agree with each other.
 *
 * @param json the bundle, all references of the form `#/…`
 * @param options.locate names the source line of a path, for messages; without it they show the path
 * @throws {DocumentError} with every problem at once
 */
export function parseDocument(json: unknown, options: { locate?: Locate } = {}): OpenApiDocument {
  const problems = findProblems(json);
  if (problems.length > 0) {
    throw new DocumentError(describeProblems(problems, options.locate));
  }
  return json as OpenApiDocument;
}

function findProblems(json: unknown): Problem[] {
  const missing = missingParts(json);
  if (missing.length > 0) return missing;
  const document = json as OpenApiDocument;
  const broken = checkExtensions(document);
  // Where a reference leads nowhere, the checks that follow references cannot go on.
  if (broken.some(({ path }) => path.at(-1) === '$ref')) return broken;
  const schemes = readKeySchemes(document);
  return [
    ...broken,
    ...checkSchemes(document, schemes),
    ...checkPlatforms(document, schemes),
    ...checkOperations(document, schemes),
    ...checkWebhooks(document),
    ...checkEvidence(document),
    ...checkFills(document),
  ];
}

/** Without these parts there is nothing to check. */
function missingParts(json: unknown): Problem[] {
  if (!isRecord(json)) return [{ path: [], message: 'the document is not an object' }];
  const parts: JsonPath[] = [['paths'], ['components', 'securitySchemes'], ['x-platforms']];
  return parts
    .filter((path) => !isRecord(atPointer(json, `/${path.join('/')}`)))
    .map((path) => ({ path, message: 'missing line' }));
}
