/** Makes somebody else's OpenAPI document one that the mock can run: with accounts, keys and their rules, console and control. */
import {
  describeProblems,
  ownFailuresSchema,
  problemsOf,
  type AuthState,
  type KeyPolicy,
  type OpenApiDocument,
  type OwnFailures,
  type OwnPolicy,
  type Platform,
  type SecurityScheme,
} from '@chaveiro/openapi/policy';
import { isRecord } from '../document/follow.ts';
import { SAME_KEYS } from '../document/load.ts';
import { assertOpenApi, OwnDocumentError, type ForeignDocument } from './check.ts';
import { CONSOLE_PREFIX, CONTROL_PREFIX, takeOwnParts } from './console.ts';
import { createFailures } from './failures.ts';
import { OF_THE_MOCK, platformName } from './names.ts';
import { adoptOperations, findOperations } from './operations.ts';
import { policyOf } from './policy.ts';
import { readSecurity } from './security.ts';
import { readServers } from './servers.ts';
import { statesOf } from './states.ts';
import { zeroSetupAccounts } from './zero-setup.ts';

export interface AdoptOptions {
  readonly policy?: OwnPolicy;
  /** Where the document was read from. */
  readonly source?: string;
}

export interface Adopted {
  readonly document: OpenApiDocument;
  /** Name of its platform: `mock.platform(name)`. */
  readonly platform: string;
  /** What was taken otherwise than the document says it, for a person to read. */
  readonly notices: readonly string[];
}

/** Requests of other people's APIs may be long, and answers too. */
const LIMITS = { bodyBytes: 10_485_760, urlBytes: 16_384 };
/** What OpenAPI itself says is the source of what nobody else says. */
const SPECIFICATION = 'https://spec.openapis.org/oas/latest.html';

/**
 * @param ours the mock's own document, for console and control.
 * @throws {OwnDocumentError} when the value is no OpenAPI document of version 3.
 */
export function adopt(value: unknown, ours: OpenApiDocument, { policy = {}, source }: AdoptOptions = {}): Adopted {
  assertOpenApi(value);
  const document = value;
  const notices: string[] = [];
  const notice = (text: string) => void notices.push(text);
  const title = policy.title ?? titleOf(document);
  const platform = policy.platform === undefined ? freeName(title, notice) : chosenName(policy.platform);
  const tag = `${title} (${platform})`;
  const origin = source?.startsWith('http') ? source : SPECIFICATION;

  const components = componentsOf(document);
  const own = takeOwnParts(ours, (kind, name) => Object.hasOwn(components[kind] ?? {}, name));
  const security = readSecurity(document, policy, notice);
  warnOfStrangers(policy, [...security.schemes.keys()]);
  const policies = new Map<string, KeyPolicy>();
  for (const [name, scheme] of security.schemes) {
    policies.set(name, policyOf(name, scheme, { platform, policy, scopes: security.scopes(name), source: origin }));
  }
  // Schemes that take the same keys are one kind of key, which may travel in several places.
  const kinds = [...security.schemes.keys()].filter(
    (name, at, all) => !security.sameKeys(name).some((other) => all.indexOf(other) < at),
  );
  const states = new Map([...policies].map(([name, each]) => [name, statesOf(each, kinds.length)]));

  const parts = { document, security, tag, taken: own.operationIds, reserved: [CONSOLE_PREFIX, CONTROL_PREFIX], notice };
  const operations = findOperations(parts);
  const failures = createFailures({
    document,
    operations: operations.filter(({ operation }) => security.of(operation).length > 0).map(({ responses }) => responses),
    own: { ...failuresOf(security.schemes), ...policy.failures },
    source: origin,
    challenge: challengeOf([...security.schemes.values()]),
  });
  const statesAt = (schemes: readonly string[]): AuthState[] => [...new Set(schemes.flatMap((name) => states.get(name) ?? []))];
  const adoptedSchemes = [...security.schemes].map(([name, scheme]) => [
    name,
    {
      ...scheme,
      'x-key-policy': policies.get(name),
      'x-auth-failures': failures.of(states.get(name) ?? []),
      [SAME_KEYS]: security.sameKeys(name),
    },
  ]);

  const entry: Platform = {
    ...(own.platforms['control'] as Platform),
    title,
    tag,
    summary: `Adopted from an OpenAPI ${document.openapi} document.`,
    limits: {
      bodyBytes: { value: LIMITS.bodyBytes, evidence: 'inferred', source: origin },
      urlBytes: { value: LIMITS.urlBytes, evidence: 'inferred', source: origin },
    },
    ...readServers(document, policy, source),
    zeroSetup: {
      accounts: zeroSetupAccounts(
        platform,
        kinds.flatMap((name) => {
          const each = policies.get(name);
          const places = [name, ...security.sameKeys(name)].map((scheme) => travelsIn(security.schemes.get(scheme)));
          return each ? [{ name, policy: each, travelsIn: places.join(', or ') }] : [];
        }),
      ),
    },
  };
  const merged = mergeComponents(components, own.components as unknown as Record<string, Record<string, unknown>>);
  return {
    platform,
    notices,
    document: {
      ...document,
      info: { title, version: '0', ...(isRecord(document['info']) && document['info']) },
      paths: { ...adoptOperations(parts, operations, failures, statesAt), ...own.paths },
      components: {
        ...merged,
        securitySchemes: {
          ...(Object.fromEntries(adoptedSchemes) as Record<string, SecurityScheme>),
          ...own.components.securitySchemes,
        },
      },
      'x-platforms': { [platform]: entry, ...own.platforms },
    },
  };
}

/** The console and the controls are platforms of this mock, too. */
function freeName(title: string, notice: (text: string) => void): string {
  const name = platformName(title);
  if (!OF_THE_MOCK.includes(name)) return name;
  notice(`${title}: the mock has a platform "${name}" itself; this one is called "${name}-api".`);
  return `${name}-api`;
}

function chosenName(name: string): string {
  if (!OF_THE_MOCK.includes(name)) return name;
  throw new OwnDocumentError(`The policy says platform: ${name}, and the mock has one of that name itself. Choose another one.`);
}

function titleOf(document: ForeignDocument): string {
  const info = isRecord(document['info']) ? document['info'] : {};
  return typeof info['title'] === 'string' && info['title'].trim() !== '' ? info['title'].trim() : 'API';
}

function componentsOf(document: ForeignDocument): Record<string, Record<string, unknown>> {
  const components = isRecord(document['components']) ? document['components'] : {};
  return Object.fromEntries(Object.entries(components).filter(([, group]) => isRecord(group))) as Record<
    string,
    Record<string, unknown>
  >;
}

function mergeComponents(theirs: Record<string, Record<string, unknown>>, ours: Record<string, Record<string, unknown>>) {
  const kinds = new Set([...Object.keys(theirs), ...Object.keys(ours)]);
  return Object.fromEntries([...kinds].map((kind) => [kind, { ...theirs[kind], ...ours[kind] }]));
}

function warnOfStrangers({ schemes = {} }: OwnPolicy, known: readonly string[]): void {
  const stranger = Object.keys(schemes).find((name) => !known.includes(name));
  if (stranger === undefined) return;
  throw new OwnDocumentError(`The policy has lines for the scheme "${stranger}", and the document has: ${known.join(', ')}.`);
}

/** `x-auth-failures` that the document brings itself. */
function failuresOf(schemes: ReadonlyMap<string, SecurityScheme>): OwnFailures {
  const all = [...schemes].map(([name, scheme]) => {
    const value: unknown = scheme['x-auth-failures'];
    if (value === undefined) return {};
    const problems = problemsOf(ownFailuresSchema, value, ['components', 'securitySchemes', name, 'x-auth-failures']);
    if (problems.length > 0) throw new OwnDocumentError(describeProblems(problems).join('\n'));
    return value as OwnFailures;
  });
  return Object.assign({}, ...all) as OwnFailures;
}

function challengeOf(schemes: readonly SecurityScheme[]): string {
  const words = schemes.map((scheme) =>
    scheme.type === 'http' ? scheme.scheme : scheme.type === 'apiKey' ? 'ApiKey' : 'Bearer',
  );
  return [...new Set(words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`))].join(', ') || 'Bearer';
}

function travelsIn(scheme: SecurityScheme | undefined): string {
  if (!scheme) return '';
  if (scheme.type === 'apiKey') return `${scheme.in} ${scheme.name}`;
  if (scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic')
    return 'password of Authorization: Basic (user name where there is no password)';
  return `Authorization: ${scheme.type === 'http' ? `${scheme.scheme[0]?.toUpperCase()}${scheme.scheme.slice(1)}` : 'Bearer'} …`;
}
