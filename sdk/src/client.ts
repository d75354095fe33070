import type { KeyInput } from './auth/index.ts';
import { connect, type Connection, type ConnectionOptions, type PlatformSchemas } from './http/index.ts';
import { overOpenapiFetch, type Route } from './openapi-fetch.ts';
import { consoleProfile } from './platforms/console/profile.ts';
import { pingbackProfile } from './platforms/pingback/profile.ts';
import type { Profile } from './platforms/profile.ts';
import { rdstationProfile } from './platforms/rdstation/profile.ts';
import { zenvioProfile } from './platforms/zenvio/profile.ts';
import type { ChaveiroClient } from './types.ts';

/**
 * One key a platform. A platform whose key is not here uses its environment variable.
 *
 * ```ts
 * const client = createClient({ keys: { pingback: 'my-pingback-key', zenvio: () => vault.read('zenvio') } });
 * ```
 */
export interface ClientKeys {
  /** `PINGBACK_API_KEY` by default. */
  readonly pingback?: KeyInput | undefined;
  /**
   * An API key, for conversions, or that and an OAuth access token, for events; `RDSTATION_API_KEY` and
   * `RDSTATION_ACCESS_TOKEN` by default.
   */
  readonly rdstation?:
    KeyInput | { readonly apiKey?: KeyInput | undefined; readonly accessToken?: KeyInput | undefined } | undefined;
  /** `ZENVIO_API_KEY` by default. */
  readonly zenvio?: KeyInput | undefined;
  /** The session of a dashboard user, on the mock server. */
  readonly console?: KeyInput | undefined;
}

/**
 * A platform of the document; `control` is the mock server's own.
 *
 * ```ts
 * const addresses: Partial<Record<PlatformId, string>> = { pingback: 'http://localhost:4010' };
 * ```
 */
export type PlatformId = keyof ClientKeys | 'control';

/**
 * What the typed client takes; the rest is as in every client.
 *
 * ```ts
 * const options: CreateClientOptions = { keys: { pingback: 'my-pingback-key' }, baseUrl: 'http://localhost:4010' };
 * ```
 */
export interface CreateClientOptions extends Omit<ConnectionOptions, 'baseUrl' | 'schemas'> {
  /** The keys, by platform; from the environment where they are not given. */
  readonly keys?: ClientKeys | undefined;
  /** One address for everything (the mock server), or one a platform; the real platforms by default. */
  readonly baseUrl?: string | Readonly<Partial<Record<PlatformId, string | undefined>>> | undefined;
  /** The schemas from `@chaveiro/sdk/schemas`, one a platform, for `validate`. */
  readonly schemas?: readonly PlatformSchemas[] | undefined;
}

/** The mock's own operations take no key, so no table places one. */
const control: Profile = {
  title: 'The mock server',
  platform: 'control',
  server: '',
  schemes: {},
  pace: [],
  operations: {},
  refusals: [],
  keys: {},
  hints: {},
  codes: [],
};

const PROFILES: Readonly<Record<PlatformId, Profile>> = {
  pingback: pingbackProfile,
  rdstation: rdstationProfile,
  zenvio: zenvioProfile,
  console: consoleProfile,
  control,
};

/**
 * The typed client over every operation of every platform. Each call goes to its own platform with that platform's key.
 *
 * ```ts
 * const client = createClient({ keys: { pingback: '…', rdstation: '…' } });
 * const { data, error } = await client.GET('/contacts/{email}', { params: { path: { email: 'ana@exemplo.com.br' } } });
 * ```
 *
 * An answer that is no success comes back as `error`. What has no answer is thrown: `MissingKeyError`, `TimeoutError`,
 * `ConnectionError`, `RedirectError`, `ParseError`.
 *
 * @throws InvalidKeyError for a malformed key, TypeError for an option that cannot be used
 */
export function createClient(options: CreateClientOptions = {}): ChaveiroClient {
  const { keys = {}, baseUrl, schemas = [], ...settings } = options;
  const connections = new Map<PlatformId, Connection>();
  const connectionTo = (platform: PlatformId): Connection => {
    const connection = connections.get(platform) ?? connectTo(platform);
    connections.set(platform, connection);
    return connection;
  };
  const connectTo = (platform: PlatformId): Connection => {
    const address = typeof baseUrl === 'object' ? baseUrl[platform] : baseUrl;
    const { given, nameOf } = keysOf(platform, keys);
    const own = schemas.find((one) => one.platform === platform);
    // What has no schemas is not checked: one client serves platforms with and without.
    const validate = own ? settings.validate : 'off';
    return connect(PROFILES[platform], { ...settings, baseUrl: address, schemas: own, validate }, given, nameOf);
  };
  // Given keys are checked at once; the environment is asked when a platform is first called.
  for (const [platform, key] of Object.entries(keys)) if (key !== undefined) connectionTo(platform as PlatformId);
  const routeTo = (methodAndPath: string): Route => {
    const [platform, operationId, operation] = find(methodAndPath);
    return { connection: connectionTo(platform), operationId, operation };
  };
  const routes = new Map<string, Route>();
  return overOpenapiFetch((methodAndPath) => {
    const route = routes.get(methodAndPath) ?? routeTo(methodAndPath);
    routes.set(methodAndPath, route);
    return route;
  });
}

function find(methodAndPath: string): readonly [PlatformId, string, Route['operation']] {
  for (const platform of Object.keys(PROFILES) as PlatformId[]) {
    const found = Object.entries(PROFILES[platform].operations).find(([, operation]) =>
      `${operation} `.startsWith(`${methodAndPath} `),
    );
    if (found) return [platform, ...found];
  }
  if (!methodAndPath.includes(' /__mock/')) throw new TypeError(`The document has no operation ${methodAndPath}.`);
  return ['control', methodAndPath, methodAndPath];
}

/** The keys of a platform by scheme, and how the caller gave them. */
function keysOf(platform: PlatformId, keys: ClientKeys): { given: Record<string, unknown>; nameOf: (option: string) => string } {
  const key: unknown = platform === 'control' ? undefined : keys[platform];
  const schemes = Object.entries(PROFILES[platform].keys);
  const [[, { option: main }] = ['', { option: '' }]] = schemes;
  const byOption = (schemes.length > 1 && typeof key === 'object' ? key : { [main]: key }) as Record<string, unknown>;
  return {
    given: Object.fromEntries(schemes.map(([scheme, { option }]) => [scheme, byOption[option]])),
    nameOf: (option) => `keys.${platform}${option === main ? '' : `.${option}`}`,
  };
}
