import * as z from 'zod';
import { authFailuresSchema } from '../auth-failures.ts';
import { corsSchema } from '../cors.ts';
import { evidenceSchema, noteSchema, sourceSchema } from '../evidence.ts';
import { fillSchema } from '../fill.ts';
import { instanceReferenceSchema } from '../instance-reference.ts';
import { keyPolicySchema } from '../key-policy.ts';
import { didYouMean } from '../nearest.ts';
import { platformSchema } from '../platform.ts';
import { problemsOf, type JsonPath, type Problem } from '../problem.ts';
import { atPointer, isRecord } from '../references.ts';
import { zeroSetupSessionsSchema } from '../zero-setup.ts';

/** Every extension that the document may use, with what it may say. */
const extensions: Record<string, z.ZodType> = {
  'x-evidence': evidenceSchema,
  'x-source': sourceSchema,
  'x-note': noteSchema,
  'x-key-policy': keyPolicySchema,
  'x-auth-failures': authFailuresSchema,
  'x-fill': fillSchema,
  'x-instance': instanceReferenceSchema,
  'x-cors': corsSchema,
  'x-platforms': z.record(z.string(), platformSchema),
  'x-zero-setup-sessions': zeroSetupSessionsSchema,
  'x-tagGroups': z.unknown(),
};

/** Maps whose keys are names that people chose: a key that begins with `x-` is no extension there. */
const nameMaps = new Set([
  'paths',
  'webhooks',
  'properties',
  'patternProperties',
  '$defs',
  'headers',
  'responses',
  'content',
  'examples',
  'encoding',
  'callbacks',
  'links',
  'schemas',
  'securitySchemes',
  'requestBodies',
  'variables',
  'mapping',
]);

/** Data of the wire, not description. */
const data = new Set(['example', 'value', 'default', 'enum', 'const', 'security', 'required']);

/** Checks every extension in the document against its schema, and that every reference leads somewhere. */
export function checkExtensions(document: unknown): Problem[] {
  const problems: Problem[] = [];
  visit(document, []);
  return problems;

  function visit(node: unknown, path: JsonPath): void {
    if (Array.isArray(node)) node.forEach((item, index) => visit(item, [...path, index]));
    if (!isRecord(node)) return;
    if (typeof node['$ref'] === 'string') problems.push(...danglingReference(document, node['$ref'], path));
    if ('x-evidence' in node !== 'x-source' in node) {
      const missing = 'x-evidence' in node ? 'x-source' : 'x-evidence';
      problems.push({ path: [...path, missing], message: 'missing line: x-evidence and x-source stand together' });
    }
    for (const [key, value] of Object.entries(node)) {
      const at = [...path, key];
      if (key.startsWith('x-')) problems.push(...checkExtension(key, value, at));
      // Components of a kind, and parameters, are maps in one place and lists in another.
      else if (isRecord(value) && (nameMaps.has(key) || (path[0] === 'components' && path.length === 1))) visitNamed(value, at);
      else if (!data.has(key)) visit(value, at);
    }
  }

  function visitNamed(map: Record<string, unknown>, path: JsonPath): void {
    for (const [name, value] of Object.entries(map)) visit(value, [...path, name]);
  }
}

function checkExtension(name: string, value: unknown, at: JsonPath): Problem[] {
  const schema = extensions[name];
  return schema === undefined
    ? [{ path: at, message: `unknown extension${didYouMean(name, Object.keys(extensions))}` }]
    : problemsOf(schema, value, at);
}

function danglingReference(document: unknown, reference: string, path: JsonPath): Problem[] {
  if (reference.startsWith('#/') && atPointer(document, reference.slice(1)) !== undefined) return [];
  return [{ path: [...path, '$ref'], message: `${reference} leads nowhere` }];
}
