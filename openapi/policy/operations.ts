import { httpMethods } from './openapi-document.ts';
import type {
  Example,
  HttpMethod,
  MediaType,
  OpenApiDocument,
  Operation,
  Parameter,
  PathItem,
  Response,
} from './openapi-document.ts';
import type { JsonPath } from './problem.ts';
import { resolve } from './references.ts';

/** An operation with its place. */
export interface OperationEntry {
  /** Key in `x-platforms`, by the operation's first tag; empty when no platform has the tag. */
  platform: string;
  method: HttpMethod;
  path: string;
  item: PathItem;
  operation: Operation;
  /** Where it stands in the document. */
  at: JsonPath;
}

/** Every operation of the document, in its order. */
export function operationsOf(document: OpenApiDocument): OperationEntry[] {
  const platformOf = platformByTag(document);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      return [{ platform: platformOf(operation), method, path, item, operation, at: ['paths', path, method] }];
    }),
  );
}

function platformByTag(document: OpenApiDocument): (operation: Operation) => string {
  const byTag = new Map(Object.entries(document['x-platforms']).map(([id, { tag }]) => [tag, id]));
  return ({ tags }) => byTag.get(tags?.[0] ?? '') ?? '';
}

/** A webhook with its place: an operation that the platform calls. */
export interface WebhookEntry extends Omit<OperationEntry, 'path'> {
  /** The name of the event, as it stands in the body. */
  event: string;
}

/** Every webhook of the document, in its order. */
export function webhooksOf(document: OpenApiDocument): WebhookEntry[] {
  const platformOf = platformByTag(document);
  return Object.entries(document.webhooks ?? {}).flatMap(([event, item]) =>
    httpMethods.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      return [{ platform: platformOf(operation), method, event, item, operation, at: ['webhooks', event, method] }];
    }),
  );
}

/** The schemes that an operation takes, each with the scopes that it asks for; none where it can be called without. */
export function requirementsOf(operation: Operation): { scheme: string; scopes: string[] }[] {
  if (operation.security?.some((alternative) => Object.keys(alternative).length === 0)) return [];
  return (operation.security ?? []).flatMap((alternative) =>
    Object.entries(alternative).map(([scheme, scopes]) => ({ scheme, scopes })),
  );
}

/** The parameters of an operation with those of its path; its own win. */
export function parametersOf(
  document: OpenApiDocument,
  { item, operation }: Pick<OperationEntry, 'item' | 'operation'>,
): Parameter[] {
  const byPlace = new Map<string, Parameter>();
  for (const given of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve(document, given);
    byPlace.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...byPlace.values()];
}

/** The JSON of a response or request: `application/json`, or another type that ends in `+json`. */
export function jsonContent(holder: { content?: Record<string, MediaType> } | undefined): MediaType | undefined {
  const content = holder?.content ?? {};
  const type =
    Object.keys(content).find((name) => name === 'application/json') ??
    Object.keys(content).find((name) => name.endsWith('+json'));
  return type === undefined ? undefined : content[type];
}

/** The response of a status, references followed. */
export function responseOf(document: OpenApiDocument, operation: Operation, status: number | string): Response | undefined {
  const response = operation.responses[String(status)];
  return response === undefined ? undefined : resolve(document, response);
}

/** The named examples of a response or request body, references followed. */
export function examplesOf(
  document: OpenApiDocument,
  holder: { content?: Record<string, MediaType> } | undefined,
): Record<string, Example> {
  const examples = jsonContent(holder)?.examples ?? {};
  return Object.fromEntries(Object.entries(examples).map(([name, example]) => [name, resolve(document, example)]));
}

/** The first named example of the request body, or undefined when there is no body. */
export function exampleBodyOf(document: OpenApiDocument, operation: Operation): unknown {
  if (operation.requestBody === undefined) return undefined;
  return Object.values(examplesOf(document, resolve(document, operation.requestBody)))[0]?.value;
}
