/** What the document offers to be misused: every operation with a good request, its schema, its parameters and its keys. */
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import {
  jsonContent,
  operationsOf,
  parametersOf,
  resolve,
  type JsonSchema,
  type OpenApiDocument,
  type OperationEntry,
  type Parameter,
  type RequestBody,
} from '@chaveiro/openapi/policy';
import { exampleRequestOf } from '../../conformance/example-request.ts';
import { treeOf, type Tree } from './json-tree.ts';
import type { Field } from './shot.ts';

export interface Target {
  readonly id: string;
  readonly platform: string;
  readonly method: string;
  /** Path and query of good requests, each with its headers: with a key that is good, and with others. */
  readonly requests: readonly { readonly path: string; readonly headers: readonly Field[] }[];
  readonly bodies: readonly Tree[];
  readonly schema: JsonSchema | undefined;
  readonly parameters: readonly Parameter[];
  /** Bytes of a body that its platform takes. */
  readonly bodyLimit: number;
}

export interface Targets {
  readonly document: OpenApiDocument;
  readonly all: readonly Target[];
  /** Ids and secrets that every fresh mock has. */
  readonly words: readonly string[];
  readonly secrets: readonly string[];
  /** Sentences of the document's answers that have one of the secrets in them. */
  readonly told: readonly string[];
  readonly controlToken: string;
}

/** @param controlToken what opens the controls of a mock that has one. */
export function targetsOf(document: OpenApiDocument, controlToken: string): Targets {
  const secrets = [...secretsOf(document), controlToken];
  const ids = Object.values(document['x-platforms']).flatMap(({ zeroSetup }) =>
    (zeroSetup?.accounts ?? []).flatMap((account) => [account.id, ...account.keys.map(({ id }) => id)]),
  );
  const plain = [
    'default',
    'outra',
    'pingback',
    'rdstation',
    'zenvio',
    'contacts',
    'messages',
    'key_limit',
    'req_1',
    'snapshot_1',
    'inst_demo',
  ];
  const all = operationsOf(document).map((entry) => targetOf(document, entry));
  return {
    document,
    all,
    words: [...secrets, ...ids, ...plain],
    secrets,
    told: sentencesWith(secrets, document.components.examples),
    controlToken,
  };
}

function targetOf(document: OpenApiDocument, entry: OperationEntry): Target {
  const { operation, platform, method } = entry;
  const cells = authMatrix.cells.filter(({ operationId }) => operationId === operation.operationId);
  const requests = [exampleRequestOf(document, entry), ...cells.map(({ request }) => request)];
  const requestBody = operation.requestBody && resolve<RequestBody>(document, operation.requestBody);
  const media = jsonContent(requestBody);
  const examples = Object.values(media?.examples ?? {}).map((example) => resolve<{ value?: unknown }>(document, example).value);
  return {
    id: operation.operationId,
    platform,
    method: method.toUpperCase(),
    requests: requests.map(({ path, headers = {} }) => ({ path, headers: Object.entries(headers) })),
    bodies: examples.map(treeOf),
    schema: media?.schema,
    parameters: parametersOf(document, entry),
    bodyLimit: document['x-platforms'][platform]!.limits.bodyBytes.value,
  };
}

/** Keys and console sessions of a fresh mock. */
function secretsOf(document: OpenApiDocument): string[] {
  const keys = Object.values(document['x-platforms']).flatMap(({ zeroSetup }) =>
    (zeroSetup?.accounts ?? []).flatMap((account) => account.keys.map(({ secret }) => secret)),
  );
  const sessions = Object.values(document.components.securitySchemes).flatMap((scheme) =>
    (scheme['x-zero-setup-sessions'] ?? []).map(({ token }) => token),
  );
  return [...keys, ...sessions];
}

/** The longest first. */
function sentencesWith(secrets: readonly string[], value: unknown): string[] {
  if (typeof value === 'string') return secrets.some((secret) => value.includes(secret)) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .flatMap((inner) => sentencesWith(secrets, inner))
    .sort((one, other) => other.length - one.length);
}
