import type { DocumentSchemas } from '../schemas.ts';
import {
  describeProblems,
  DocumentError,
  operationsOf,
  requirementsOf,
  webhooksOf,
  type JsonSchema,
  type Locate,
  type OpenApiDocument,
  type OperationEntry,
  type Problem,
} from '../policy/index.ts';
import { referencesOf, shapeOf, type Shape } from './shape.ts';

export interface ComponentShape {
  name: string;
  description?: string;
  shape: Shape;
  /** Whether it refers to itself, straight or through others. */
  recursive: boolean;
}

export interface OperationShapes {
  operationId: string;
  request?: Shape;
  responses: { status: string; shape: Shape }[];
}

/** All bodies of a platform. */
export interface PlatformShapes {
  platform: string;
  /** Each stands after those that it refers to, as far as none of them refers back. */
  components: ComponentShape[];
  operations: OperationShapes[];
  webhooks: { event: string; shape: Shape }[];
  /** Any one of them: undefined where the platform sends none. */
  webhook?: Shape;
}

/** The shape of a component, by name. */
type ReadComponent = (name: string) => Shape;

/**
 * The bodies of every platform that has keys, read strictly.
 * @param schemas what `documentSchemas` makes of the document
 * @throws {DocumentError} when a schema says something that the SDK's schemas would not check
 */
export function platformShapes(document: OpenApiDocument, schemas: DocumentSchemas, locate?: Locate): PlatformShapes[] {
  const problems: Problem[] = [];
  const { $defs } = schemas;
  const read = new Map<string, Shape>();
  const component: ReadComponent = (name) => {
    const shape = read.get(name) ?? shapeOf($defs[name] ?? {}, ['components', 'schemas', name], $defs, problems);
    read.set(name, shape);
    return shape;
  };
  const operations = operationsOf(document);
  const platforms = Object.keys(document['x-platforms']).filter((id) =>
    operations.some(({ platform, operation }) => platform === id && requirementsOf(operation).length > 0),
  );
  const shapes = platforms.map((platform): PlatformShapes => {
    const own = operations
      .filter((entry) => entry.platform === platform)
      .map((entry) => operationShapes(entry, schemas, problems));
    const webhooks = webhooksOf(document).filter((entry) => entry.platform === platform);
    const payloads = webhooks.map(({ event, at }) => {
      const payload = schemas.webhooks[event]?.payload ?? {};
      return { event, payload, shape: shapeOf(payload, [...at, 'requestBody'], $defs, problems) };
    });
    const bodies = own.flatMap(({ request, responses }) => [
      ...(request ? [request] : []),
      ...responses.map(({ shape }) => shape),
    ]);
    return {
      platform,
      components: inOrder(document, component, [...bodies, ...payloads.map(({ shape }) => shape)]),
      operations: own,
      webhooks: payloads.map(({ event, shape }) => ({ event, shape })),
      ...(payloads.length > 0 && {
        webhook: anyOne(
          payloads.map(({ payload }) => payload),
          $defs,
        ),
      }),
    };
  });
  if (problems.length > 0) throw new DocumentError(describeProblems(problems, locate));
  return shapes;
}

function operationShapes({ operation, at }: OperationEntry, schemas: DocumentSchemas, problems: Problem[]): OperationShapes {
  const { operationId } = operation;
  const own = schemas.operations[operationId];
  const read = (schema: JsonSchema, ...place: string[]) => shapeOf(schema, [...at, ...place], schemas.$defs, problems);
  return {
    operationId,
    ...(own?.request && { request: read(own.request, 'requestBody') }),
    responses: Object.entries(own?.responses ?? {}).map(([status, schema]) => {
      const shape = read(schema, 'responses', status);
      if (!/^\d{3}$/.test(status))
        problems.push({ path: [...at, 'responses', status], message: 'nothing checks a range of statuses' });
      return { status, shape };
    }),
  };
}

/** By its constants where they tell the alternatives apart, otherwise by trying them. */
function anyOne(schemas: JsonSchema[], definitions: DocumentSchemas['$defs']): Shape {
  const problems: Problem[] = [];
  const tagged = shapeOf({ oneOf: schemas }, [], definitions, problems);
  return problems.length === 0 ? tagged : shapeOf({ anyOf: schemas }, [], definitions, []);
}

/** What the roots need, the needed before the needing. */
function inOrder(document: OpenApiDocument, component: ReadComponent, roots: Shape[]): ComponentShape[] {
  const ordered = new Map<string, ComponentShape>();
  const open: string[] = [];
  const visit = (name: string): void => {
    if (ordered.has(name) || open.includes(name)) return;
    const shape = component(name);
    open.push(name);
    referencesOf(shape).forEach(visit);
    open.pop();
    const { description } = document.components.schemas?.[name] ?? {};
    ordered.set(name, {
      name,
      ...(typeof description === 'string' && { description }),
      shape,
      recursive: reaches(component, shape, name),
    });
  };
  roots.flatMap(referencesOf).forEach(visit);
  return [...ordered.values()];
}

function reaches(component: ReadComponent, from: Shape, name: string): boolean {
  const reached = new Set(referencesOf(from));
  // A set is walked to its end, also where that moves.
  for (const next of reached) for (const further of referencesOf(component(next))) reached.add(further);
  return reached.has(name);
}
