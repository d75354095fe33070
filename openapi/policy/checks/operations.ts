import type { AuthState } from '../auth-state.ts';
import { didYouMean } from '../nearest.ts';
import type { OpenApiDocument } from '../openapi-document.ts';
import {
  exampleBodyOf,
  examplesOf,
  operationsOf,
  parametersOf,
  requirementsOf,
  responseOf,
  type OperationEntry,
} from '../operations.ts';
import { canHappen } from '../possible-states.ts';
import type { JsonPath, Problem } from '../problem.ts';
import { atPointer } from '../references.ts';
import { oneOf, type KeyScheme } from './schemes.ts';

/** Checks each operation against the schemes and platforms that it names. */
export function checkOperations(document: OpenApiDocument, schemes: KeyScheme[]): Problem[] {
  const entries = operationsOf(document);
  return [
    ...duplicateIds(entries),
    ...entries.flatMap((entry) => [
      ...checkPlatform(document, entry),
      ...checkRequirements(document, entry, schemes),
      ...checkInstance(document, entry),
      ...schemes
        .filter(({ name }) => requirementsOf(entry.operation).some(({ scheme }) => scheme === name))
        .flatMap((scheme) => checkFailureExamples(document, entry, scheme)),
    ]),
  ];
}

function duplicateIds(entries: OperationEntry[]): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ operation, at }) => {
    const { operationId } = operation;
    if (operationId === undefined) return [{ path: [...at, 'operationId'], message: 'missing line' }];
    if (seen.has(operationId))
      return [{ path: [...at, 'operationId'], message: `${operationId} is already another operation's` }];
    seen.add(operationId);
    return [];
  });
}

function checkPlatform(document: OpenApiDocument, { operation, platform, at }: OperationEntry): Problem[] {
  if (platform !== '') return [];
  const tags = Object.values(document['x-platforms']).map(({ tag }) => tag);
  const tag = operation.tags?.[0];
  const message =
    tag === undefined
      ? 'missing line: the first tag names the platform'
      : `no platform in x-platforms has the tag ${tag}${didYouMean(tag, tags)}`;
  return [{ path: [...at, 'tags', ...(tag === undefined ? [] : [0])], message }];
}

function checkRequirements(document: OpenApiDocument, { operation, at }: OperationEntry, schemes: KeyScheme[]): Problem[] {
  const names = Object.keys(document.components.securitySchemes);
  if (operation.security === undefined) {
    return [{ path: [...at, 'security'], message: 'missing line: say which scheme, or [] for none' }];
  }
  return operation.security.flatMap((alternative, index) =>
    Object.entries(alternative).flatMap(([scheme, scopes]) => {
      const path = [...at, 'security', index, scheme];
      const vocabulary = schemes.find(({ name }) => name === scheme)?.policy?.scopes;
      return [
        ...oneOf(scheme, names, 'components.securitySchemes', path),
        ...(vocabulary === undefined
          ? []
          : scopes.flatMap((scope, i) => oneOf(scope, vocabulary, `scopes of ${scheme}`, [...path, i]))),
      ];
    }),
  );
}

function checkInstance(document: OpenApiDocument, entry: OperationEntry): Problem[] {
  const reference = entry.operation['x-instance'];
  const at = [...entry.at, 'x-instance'];
  const inPath = parametersOf(document, entry)
    .filter((parameter) => parameter.in === 'path')
    .map(({ name }) => name);
  switch (reference?.in) {
    case 'path':
      return oneOf(reference.name, inPath, 'the path parameters', [...at, 'name']);
    case 'resource':
      return oneOf(reference.by, inPath, 'the path parameters', [...at, 'by']);
    case 'body': {
      const body = exampleBodyOf(document, entry.operation);
      if (atPointer(body, reference.pointer ?? '') !== undefined) return [];
      return [{ path: [...at, 'pointer'], message: `the first request example has nothing at ${reference.pointer}` }];
    }
    default:
      return [];
  }
}

function checkFailureExamples(
  document: OpenApiDocument,
  entry: OperationEntry,
  { name, policy, failures = {} }: KeyScheme,
): Problem[] {
  return Object.entries(failures).flatMap(([key, failure]) => {
    const state = key as AuthState;
    // Where a limit counts is in the policy.
    if (policy === undefined && state.startsWith('rate_limited')) return [];
    if (!canHappen(document, entry, name, policy?.rateLimits ?? [], state)) return [];
    const answers = [
      { by: state as string, ...failure },
      ...Object.entries(failure.alternatives ?? {}).map(([alternative, answer]) => ({
        by: `${state}.alternatives.${alternative}`,
        ...answer,
      })),
    ];
    return answers.flatMap(({ by, status, example }) =>
      exampleExists(document, entry, status, example, `x-auth-failures.${by} of ${name} needs it`),
    );
  });
}

function exampleExists(
  document: OpenApiDocument,
  { operation, at }: OperationEntry,
  status: number,
  example: string,
  because: string,
): Problem[] {
  const path: JsonPath = [...at, 'responses', String(status)];
  const response = responseOf(document, operation, status);
  if (response === undefined) return [{ path, message: `missing response: ${because} with the example ${example}` }];
  const names = Object.keys(examplesOf(document, response));
  if (names.includes(example)) return [];
  return [{ path, message: `missing example ${example}: ${because}${didYouMean(example, names)}` }];
}
