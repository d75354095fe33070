/** The ways into somebody else's API: its security schemes, as far as a mock can see them, and what each operation asks for. */
import type { OwnPolicy, SecurityScheme } from '@chaveiro/openapi/policy';
import { followRecord, isRecord } from '../document/follow.ts';
import type { ForeignDocument } from './check.ts';

/** Alternatives; each names schemes that are needed together. An empty one lets anybody in. */
export type Security = Record<string, string[]>[];

export interface ForeignSecurity {
  /** By name, keys before tokens: the first is the one whose keys the console manages. */
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  /** What an operation asks for, in the document's words, without what no mock can check. */
  of(operation: Record<string, unknown>): Security;
  /** Scopes that operations or flows name, by scheme. */
  scopes(scheme: string): string[];
  /** Others that take the same keys: schemes of which an operation takes the one or the other, and none takes both. */
  sameKeys(scheme: string): string[];
}

/** Where a document names no scheme: a key may be sent, and one that is sent must be good. */
const STAND_IN: readonly [string, SecurityScheme] = ['mockKey', { type: 'http', scheme: 'bearer' }];

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

export function readSecurity(document: ForeignDocument, policy: OwnPolicy, notice: (text: string) => void): ForeignSecurity {
  const components = isRecord(document['components']) ? document['components'] : {};
  const described = isRecord(components['securitySchemes']) ? components['securitySchemes'] : {};
  const schemes = new Map<string, SecurityScheme>();
  const unseen = new Set<string>();
  for (const [name, value] of Object.entries(described)) {
    const scheme = toScheme(followRecord(document, value));
    if (scheme) schemes.set(name, scheme);
    else unseen.add(name);
  }
  for (const [name, scheme] of Object.entries(policy.security ?? {})) schemes.set(name, scheme);
  if (unseen.size > 0)
    notice(`${[...unseen].join(', ')}: not checked, since no HTTP request can show it (mutual TLS and the like).`);

  const operations = operationsOf(document);
  for (const name of namesIn([document['security'], ...operations.map((each) => each['security'])])) {
    if (schemes.has(name) || unseen.has(name)) continue;
    notice(`${name}: the document asks for this scheme without describing it; taken as a bearer token.`);
    schemes.set(name, { type: 'http', scheme: 'bearer' });
  }
  const byDefault = defaultSecurity(document, operations, schemes, policy, notice);
  const used = operations.map((each) => securityOf(each['security'] ?? byDefault, unseen));
  return {
    schemes: new Map([...schemes].sort(([, a], [, b]) => rank(a) - rank(b))),
    of: (operation) => securityOf(operation['security'] ?? byDefault, unseen),
    scopes: (scheme) => scopesOf(described[scheme], used, scheme),
    sameKeys: (scheme) => [...schemes.keys()].filter((other) => takeSameKeys(scheme, other, schemes, used)),
  };
}

function takeSameKeys(
  one: string,
  other: string,
  schemes: ReadonlyMap<string, SecurityScheme>,
  used: readonly Security[],
): boolean {
  if (one === other || [one, other].some((name) => isToken(schemes.get(name) ?? { type: 'http', scheme: 'bearer' })))
    return false;
  const both = (names: readonly string[]) => names.includes(one) && names.includes(other);
  if (used.some((security) => security.some((alternative) => both(Object.keys(alternative))))) return false;
  return used.some((security) => both(security.flatMap(Object.keys)));
}

/** What operations without a word of their own ask for. */
function defaultSecurity(
  document: ForeignDocument,
  operations: readonly Record<string, unknown>[],
  schemes: Map<string, SecurityScheme>,
  policy: OwnPolicy,
  notice: (text: string) => void,
): unknown {
  const own = Object.keys(policy.security ?? {});
  if (own.length > 0) return own.map((name) => ({ [name]: [] }));
  if (document['security'] !== undefined) return document['security'];
  if (namesIn(operations.map((each) => each['security'])).size > 0) return [];
  if (schemes.size === 0) {
    schemes.set(...STAND_IN);
    notice(
      'The document names no security scheme: every operation is open, and a bearer token that is sent must be a known key. Say more in a policy file (security).',
    );
  } else {
    notice('No operation of the document asks for a key: every one is open, and a key that is sent must be a known one.');
  }
  return [...[...schemes.keys()].map((name) => ({ [name]: [] })), {}];
}

function securityOf(value: unknown, unseen: ReadonlySet<string>): Security {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((alternative) => {
    const kept = Object.entries(alternative).filter(([name]) => !unseen.has(name));
    return Object.fromEntries(kept.map(([name, scopes]) => [name, Array.isArray(scopes) ? scopes.filter(isText) : []]));
  });
}

function toScheme(value: Record<string, unknown> | undefined): SecurityScheme | undefined {
  const { type, in: place, name, scheme } = value ?? {};
  const extensions = Object.fromEntries(Object.entries(value ?? {}).filter(([line]) => /^(x-|description$)/.test(line)));
  switch (type) {
    case 'apiKey':
      if (typeof name !== 'string' || !['header', 'query', 'cookie'].includes(String(place))) return undefined;
      if (place === 'header' && !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return undefined;
      return { ...extensions, type, in: place as 'header', name };
    case 'http':
      return { ...extensions, type, scheme: typeof scheme === 'string' ? scheme : 'bearer' };
    case 'oauth2':
    case 'openIdConnect':
      // The mock does not log anybody in: a token of it is a key that the console does not show.
      return { ...value, type } as unknown as SecurityScheme;
    default:
      return undefined;
  }
}

/** Whether tokens of this scheme come from a login rather than from a key screen. */
export function isToken(scheme: SecurityScheme): boolean {
  return !['apiKey', 'http'].includes(scheme.type);
}

function rank(scheme: SecurityScheme): number {
  if (isToken(scheme)) return 2;
  return scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic' ? 1 : 0;
}

function scopesOf(described: unknown, used: readonly Security[], scheme: string): string[] {
  const flows = isRecord(described) && isRecord(described['flows']) ? Object.values(described['flows']) : [];
  const offered = flows.flatMap((flow) => (isRecord(flow) && isRecord(flow['scopes']) ? Object.keys(flow['scopes']) : []));
  const asked = used.flatMap((security) =>
    security.flatMap((alternative) => (Object.hasOwn(alternative, scheme) ? (alternative[scheme] ?? []) : [])),
  );
  return [...new Set([...asked, ...offered])];
}

function operationsOf(document: ForeignDocument): Record<string, unknown>[] {
  return Object.values(document.paths).flatMap((value) => {
    const item = followRecord(document, value) ?? {};
    return METHODS.map((method) => followRecord(document, item[method])).filter((operation) => operation !== undefined);
  });
}

function namesIn(securities: readonly unknown[]): Set<string> {
  return new Set(
    securities.flatMap((security) => securityOf(security, new Set()).flatMap((alternative) => Object.keys(alternative))),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
