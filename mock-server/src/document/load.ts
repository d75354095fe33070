/** Reads a bundled document once into what the mock looks up on every request. */
import {
  operationsOf,
  requirementsOf,
  resolve,
  type OpenApiDocument,
  type OperationEntry,
  type Platform,
  type Response,
  type SecurityScheme,
} from '@chaveiro/openapi/policy';
import type { KeyScheme, Placement } from '../core/scheme.ts';
import type { Operation } from './operation.ts';
import { createRouter, type Router } from './router.ts';

export interface PlatformInfo extends Platform {
  readonly id: string;
}

export interface LoadedDocument {
  readonly source: OpenApiDocument;
  readonly operations: readonly Operation[];
  readonly operationById: ReadonlyMap<string, Operation>;
  readonly platforms: ReadonlyMap<string, PlatformInfo>;
  readonly schemes: ReadonlyMap<string, KeyScheme>;
  readonly router: Router;
}

/** @throws {Error} when an operation belongs to no platform. */
export function loadDocument(source: OpenApiDocument): LoadedDocument {
  const schemes = new Map<string, KeyScheme>();
  for (const [name, scheme] of Object.entries(source.components.securitySchemes)) {
    const loaded = keyScheme(name, scheme);
    if (loaded) schemes.set(name, loaded);
  }
  const platforms = new Map<string, PlatformInfo>();
  for (const [id, platform] of Object.entries(source['x-platforms'])) platforms.set(id, { ...platform, id });

  const operations = operationsOf(source).map((entry) => loadOperation(source, entry, schemes));
  return {
    source,
    operations,
    operationById: new Map(operations.map((operation) => [operation.id, operation])),
    platforms,
    schemes,
    router: createRouter(operations),
  };
}

/** The key schemes of one platform; the first is the one that its key screen manages. */
export function schemesOf(document: LoadedDocument, platform: string): KeyScheme[] {
  return [...document.schemes.values()].filter((scheme) => scheme.platform === platform);
}

function keyScheme(name: string, scheme: SecurityScheme): KeyScheme | undefined {
  const policy = scheme['x-key-policy'];
  const failures = scheme['x-auth-failures'];
  if (!policy || !failures) return undefined;
  return { name, platform: policy.platform, placement: placementOf(scheme), policy, failures };
}

function placementOf(scheme: SecurityScheme): Placement {
  if (scheme.type === 'apiKey' && scheme.in === 'query') return { in: 'query', name: scheme.name };
  if (scheme.type === 'apiKey' && scheme.in === 'header') return { in: 'header', name: scheme.name.toLowerCase() };
  return { in: 'bearer', name: 'authorization' };
}

function loadOperation(source: OpenApiDocument, entry: OperationEntry, schemes: ReadonlyMap<string, KeyScheme>): Operation {
  const { operation, platform } = entry;
  if (!platform) throw new Error(`${operation.operationId} has no tag that names one of x-platforms.`);
  const requirements = requirementsOf(operation);
  const security = requirements.flatMap(({ scheme: name, scopes }) => {
    const scheme = schemes.get(name);
    return scheme ? [{ scheme, scopes }] : [];
  });
  const opening = new Set(security.map(({ scheme }) => scheme.name));
  const responses = Object.entries(operation.responses).map(([status, response]) => [status, resolve(source, response)]);
  return {
    id: operation.operationId,
    method: entry.method.toUpperCase(),
    path: entry.path,
    platform,
    security,
    otherSchemes: [...schemes.values()].filter((scheme) => scheme.platform === platform && !opening.has(scheme.name)),
    dashboard: requirements.length > security.length,
    responses: Object.fromEntries(responses) as Record<string, Response>,
    ...(operation.requestBody && { requestBody: resolve(source, operation.requestBody) }),
    ...(operation['x-instance'] && { instance: operation['x-instance'] }),
  };
}
