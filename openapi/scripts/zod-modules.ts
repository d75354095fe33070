import type { DocumentSchemas } from '../schemas.ts';
import type { Locate, OpenApiDocument } from '../policy/index.ts';
import { generatedHeader } from './header.ts';
import { platformShapes, type ComponentShape, type OperationShapes, type PlatformShapes } from './platform-shapes.ts';
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
  const own = shapes.components.filter(({ name }) => homes.get(name) === shapes.platform);
  const borrowed = shapes.components.filter(({ name }) => homes.get(name) !== shapes.platform);
  const writer = new Writer(borrowed.map(({ name }) => name));
  own.forEach((component) => writer.component(component));
  shapes.operations.forEach((operation) => writer.operation(operation));
  writer.webhooks(shapes);
  return [
    generatedHeader,
    "import * as s from '../../schemas/build.ts';",
    ...(own.some(({ recursive }) => recursive) ? ["import type { SchemaOf } from '../../types.ts';"] : []),
    ...borrowed.map(({ name }) => `import { ${constantOf(name)} } from './${homes.get(name)}.ts';`),
    ...writer.lines,
    '',
  ].join('\n');
}

/** Writes the constants of a module, what is referred to before what refers. */
class Writer {
  readonly lines: string[] = [];
  private readonly written: Set<string>;
  /** Bodies that have no name in the document, by source: many operations answer alike. */
  private readonly unnamed = new Map<string, string>();

  constructor(borrowed: readonly string[]) {
    this.written = new Set(borrowed);
  }

  component({ name, description, shape, recursive }: ComponentShape): void {
    const type = recursive ? `s.SchemaFor<SchemaOf<'${name}'>>` : undefined;
    this.constant(constantOf(name), this.source(shape), description ?? `\`${name}\` of the document.`, type);
    this.written.add(name);
  }

  /** `createContactRequest`, `createContactResponse`, `createContactResponses`. */
  operation({ operationId, request, responses }: OperationShapes): void {
    if (request) this.body(`${operationId}Request`, request, `The body that \`${operationId}\` takes.`);
    const successes = distinct(responses.filter(({ status }) => status.startsWith('2')).map(({ shape }) => shape));
    const [first] = successes;
    const success: Shape | undefined = successes.length > 1 ? { kind: 'anyOf', parts: successes } : first;
    if (success) this.body(`${operationId}Response`, success, `What \`${operationId}\` answers when it succeeds.`);
    const byStatus = responses.map(({ status, shape }) => [status, this.named(shape, `${operationId}${status}`)] as const);
    this.map(`${operationId}Responses`, byStatus, `What \`${operationId}\` answers, by status.`);
  }

  /** `zenvioWebhook`, `zenvioWebhooks`. */
  webhooks({ platform, webhooks, webhook }: PlatformShapes): void {
    if (!webhook) return;
    this.body(`${platform}Webhook`, webhook, 'The body of any webhook of the platform.');
    const byEvent = webhooks.map(
      ({ event, shape }, index) => [JSON.stringify(event), this.named(shape, `${platform}Webhook${index}`)] as const,
    );
    this.map(`${platform}Webhooks`, byEvent, "The bodies of the platform's webhooks, by event.");
  }

  private source(shape: Shape): string {
    return zodSource(shape, (name) =>
      this.written.has(name) ? constantOf(name) : `/* @__PURE__ */ s.later(() => ${constantOf(name)})`,
    );
  }

  private body(name: string, shape: Shape, description: string): void {
    const source = this.source(shape);
    const alias = shape.kind === 'reference';
    if (!alias) this.unnamed.set(source, name);
    this.constant(name, source, description, alias ? `typeof ${source}` : undefined);
  }

  /** The name of a constant that has the shape; a body without one gets it here, not for export. */
  private named(shape: Shape, name: string): string {
    const source = this.source(shape);
    if (shape.kind === 'reference') return source;
    const known = this.unnamed.get(source);
    if (known === undefined) this.lines.push(`const ${name} = ${source};`);
    this.unnamed.set(source, known ?? name);
    return known ?? name;
  }

  /** The type is written with names: spelled out, the declarations would repeat every body for every status. */
  private map(name: string, entries: (readonly [key: string, constant: string])[], description: string): void {
    if (entries.length === 0) return;
    const type = `{ ${entries.map(([key, constant]) => `readonly ${key}: typeof ${constant}`).join('; ')} }`;
    this.constant(name, `{ ${entries.map((entry) => entry.join(': ')).join(', ')} }`, description, type);
  }

  private constant(name: string, source: string, description: string, type?: string): void {
    this.lines.push(comment(description), `export const ${name}${type === undefined ? '' : `: ${type}`} = ${source};`);
  }
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
