import type { DocumentSchemas } from '../schemas.ts';
import type { Locate, OpenApiDocument } from '../policy/index.ts';
import { generatedHeader } from './header.ts';
import { platformShapes, type OperationShapes, type PlatformShapes } from './platform-shapes.ts';
import type { Shape } from './shape.ts';
import { shapeTable } from './shape-table.ts';
import { zodSource } from './zod-source.ts';

/**
 * The SDK's validation of bodies, one pair of modules a platform: zod schemas for its users, and the same rules as a small
 * table for the clients' own checks.
 * @throws {DocumentError} when a schema says something that neither would check
 */
export function zodModules(document: OpenApiDocument, schemas: DocumentSchemas, locate?: Locate): Map<string, string> {
  const files = new Map<string, string>();
  /** The module of a component: the first platform that uses it. */
  const homes = new Map<string, string>();
  for (const shapes of platformShapes(document, schemas, locate)) {
    for (const { name } of shapes.components) if (!homes.has(name)) homes.set(name, shapes.platform);
    files.set(`sdk/src/generated/schemas/${shapes.platform}.ts`, schemasModule(shapes, homes));
    files.set(`sdk/src/generated/shapes/${shapes.platform}.ts`, shapeTable(shapes));
  }
  return files;
}

function schemasModule(shapes: PlatformShapes, homes: ReadonlyMap<string, string>): string {
  const { platform } = shapes;
  const own = shapes.components.filter(({ name }) => homes.get(name) === platform);
  const borrowed = shapes.components.filter(({ name }) => homes.get(name) !== platform);
  const written = new Set(borrowed.map(({ name }) => name));
  const reference = (name: string) => (written.has(name) ? constantOf(name) : `/* @__PURE__ */ s.later(() => ${constantOf(name)})`);
  const components = own.map(({ name, description, shape, recursive }) => {
    const type = recursive ? `: s.SchemaFor<SchemaOf<'${name}'>>` : '';
    const source = `${comment(description ?? `\`${name}\` of the document.`)}
export const ${constantOf(name)}${type} = ${zodSource(shape, reference)};`;
    written.add(name);
    return source;
  });
  const operations = shapes.operations.map((operation) => operationSource(operation, reference));
  const needsTypes = own.some(({ recursive }) => recursive);
  return [
    generatedHeader,
    "import * as s from '../../schemas/build.ts';",
    ...(needsTypes ? ["import type { SchemaOf } from '../../types.ts';"] : []),
    ...borrowed.map(({ name }) => `import { ${constantOf(name)} } from './${homes.get(name)}.ts';`),
    '',
    ...components,
    ...operations,
    ...webhooksSource(shapes, reference),
    '',
  ].join('\n');
}

/** `createContactRequest`, `createContactResponse`, `createContactResponses`. */
function operationSource({ operationId, request, responses }: OperationShapes, reference: (name: string) => string): string {
  const lines: string[] = [];
  if (request) lines.push(`/** The body that \`${operationId}\` takes. */`, constant(`${operationId}Request`, zodSource(request, reference)));
  const successes = distinct(responses.filter(({ status }) => status.startsWith('2')).map(({ shape }) => shape));
  const [first] = successes;
  if (first) {
    const shape: Shape = successes.length === 1 ? first : { kind: 'anyOf', parts: successes };
    lines.push(`/** What \`${operationId}\` answers when it succeeds. */`, constant(`${operationId}Response`, zodSource(shape, reference)));
  }
  const byStatus = responses.map(({ status, shape }) => `${status}: ${zodSource(shape, reference)}`).join(', ');
  lines.push(`/** What \`${operationId}\` answers, by status. */`, constant(`${operationId}Responses`, `{ ${byStatus} }`));
  return lines.join('\n');
}

/** `zenvioWebhook`, `zenvioWebhooks`. */
function webhooksSource({ platform, webhooks, webhook }: PlatformShapes, reference: (name: string) => string): string[] {
  if (!webhook) return [];
  const byEvent = webhooks.map(({ event, shape }) => `${JSON.stringify(event)}: ${zodSource(shape, reference)}`).join(', ');
  return [
    '/** The body of any webhook of the platform. */',
    constant(`${platform}Webhook`, zodSource(webhook, reference)),
    "/** The bodies of the platform's webhooks, by event. */",
    constant(`${platform}Webhooks`, `{ ${byEvent} }`),
  ];
}

function constant(name: string, source: string): string {
  return `export const ${name} = ${source};`;
}

function constantOf(component: string): string {
  return component.charAt(0).toLowerCase() + component.slice(1);
}

function comment(text: string): string {
  return `/** ${text.trim().replace(/\s+/g, ' ').replaceAll('*/', '* /')} */`;
}

function distinct(shapes: Shape[]): Shape[] {
  return [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()];
}
