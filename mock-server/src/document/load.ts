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
import type { KeyScheme, Placement, WayIn } from '../core/scheme.ts';
import type { Operation } from './operation.ts';
import { createRouter, type Router } from './router.ts';

export interface PlatformInfo extends Platform {
  readonly id: string;
  readonly bases: readonly Base[];
}

/** Where a platform's paths begin. */
export interface Base {
  /** `undefined`: any host that is no platform's real one. */
  readonly host: string | undefined;
  /** Without a slash at the end; empty for the root. */
  readonly path: string;
}

export interface RealHost {
  readonly platform: PlatformInfo;
  readonly bases: readonly Base[];
}

export interface LoadedDocument {
  readonly source: OpenApiDocument;
  readonly operations: readonly Operation[];
  readonly operationById: ReadonlyMap<string, Operation>;
  readonly platforms: ReadonlyMap<string, PlatformInfo>;
  /** By real host, whose it is and where its paths begin there. */
  readonly realHosts: ReadonlyMap<string, RealHost>;
  /** The only platform with keys, whose style an unknown path is answered in; `undefined` where there are several. */
  readonly home: string | undefined;
  readonly schemes: ReadonlyMap<string, KeyScheme>;
  /** Query parameters that carry keys: nothing may write their values down. */
  readonly secretParameters: ReadonlySet<string>;
  readonly router: Router;
}

/** On a scheme of an adopted document: names of others that take the same keys. */
export const SAME_KEYS = 'x-same-keys';

/** @throws {Error} when an operation belongs to no platform. */
export function loadDocument(source: OpenApiDocument): LoadedDocument {
  const schemes = new Map<string, KeyScheme>();
  for (const [name, scheme] of Object.entries(source.components.securitySchemes)) {
    const loaded = keyScheme(name, scheme);
    if (loaded) schemes.set(name, loaded);
  }
  const platforms = new Map<string, PlatformInfo>();
  for (const [id, platform] of Object.entries(source['x-platforms']))
    platforms.set(id, { ...platform, id, bases: basesOf(platform) });

  const operations = operationsOf(source).map((entry) => loadOperation(source, entry, schemes));
  return {
    source,
    operations,
    operationById: new Map(operations.map((operation) => [operation.id, operation])),
    platforms,
    realHosts: realHostsOf(platforms.values()),
    home: onlyOne(new Set([...schemes.values()].map(({ platform }) => platform))),
    schemes,
    secretParameters: new Set(
      [...schemes.values()].flatMap(({ placement }) => (placement.in === 'query' ? [placement.name] : [])),
    ),
    router: createRouter(operations),
  };
}

function basesOf({ server, otherServers = [] }: Platform): Base[] {
  return [...(server === undefined ? [] : [server]), ...otherServers].map((url) => {
    if (url.startsWith('/')) return { host: undefined, path: url };
    const { host, pathname } = new URL(url);
    return { host, path: pathname.replace(/\/$/, '') };
  });
}

/** A host that two platforms name is the first one's. */
function realHostsOf(platforms: Iterable<PlatformInfo>): Map<string, RealHost> {
  const hosts = new Map<string, RealHost>();
  for (const platform of platforms) {
    for (const { host } of platform.bases) {
      if (host === undefined || hosts.has(host)) continue;
      hosts.set(host, { platform, bases: platform.bases.filter((base) => base.host === host) });
    }
  }
  return hosts;
}

function onlyOne(names: ReadonlySet<string>): string | undefined {
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

/** The key schemes of one platform; the first is the one that its key screen manages. */
export function schemesOf(document: LoadedDocument, platform: string): KeyScheme[] {
  return [...document.schemes.values()].filter((scheme) => scheme.platform === platform);
}

function keyScheme(name: string, scheme: SecurityScheme): KeyScheme | undefined {
  const policy = scheme['x-key-policy'];
  const failures = scheme['x-auth-failures'];
  if (!policy || !failures) return undefined;
  const alsoKeysOf = (scheme as { [SAME_KEYS]?: readonly string[] })[SAME_KEYS];
  return { name, platform: policy.platform, placement: placementOf(scheme), policy, failures, ...(alsoKeysOf && { alsoKeysOf }) };
}

function placementOf(scheme: SecurityScheme): Placement {
  if (scheme.type === 'apiKey') return { in: scheme.in, name: scheme.in === 'header' ? scheme.name.toLowerCase() : scheme.name };
  const word = scheme.type === 'http' ? scheme.scheme.toLowerCase() : 'bearer';
  if (word === 'basic') return { in: 'basic', name: 'authorization' };
  return { in: 'bearer', name: 'authorization', ...(word !== 'bearer' && { word }) };
}

/** The schemes of one alternative are needed together. */
function wayIn(alternative: Record<string, string[]>, schemes: ReadonlyMap<string, KeyScheme>): WayIn[] {
  const needed = Object.entries(alternative).flatMap(([name, scopes]) => {
    const scheme = schemes.get(name);
    return scheme ? [{ scheme, scopes }] : [];
  });
  const [first, ...also] = needed;
  return first ? [{ ...first, ...(also.length > 0 && { also }) }] : [];
}

function loadOperation(source: OpenApiDocument, entry: OperationEntry, schemes: ReadonlyMap<string, KeyScheme>): Operation {
  const { operation, platform } = entry;
  if (!platform) throw new Error(`${operation.operationId} has no tag that names one of x-platforms.`);
  const security = (operation.security ?? []).flatMap((alternative) => wayIn(alternative, schemes));
  const opening = new Set(requirementsOf(operation).map(({ scheme }) => scheme));
  const responses = Object.entries(operation.responses).map(([status, response]) => [status, resolve(source, response)]);
  const requestBody = operation.requestBody && resolve(source, operation.requestBody);
  return {
    id: operation.operationId,
    method: entry.method.toUpperCase(),
    path: entry.path,
    platform,
    security,
    otherSchemes: [...schemes.values()].filter((scheme) => scheme.platform === platform && !opening.has(scheme.name)),
    ...(operation.security?.some((alternative) => Object.keys(alternative).length === 0) && { anonymous: true }),
    dashboard: [...opening].some((name) => !schemes.has(name)),
    responses: Object.fromEntries(responses) as Record<string, Response>,
    ...(requestBody && { requestBody }),
    mediaTypes: Object.keys(requestBody?.content ?? {}),
    ...(operation['x-instance'] && { instance: operation['x-instance'] }),
    ...(operation['x-cors'] && { cors: operation['x-cors'] }),
  };
}
