/** A request of the journal as it would be sent again: where to, with which key, with what. */
import { bodyOf, operationsOf, type ApiDocument, type Placed, type SecurityScheme } from '../api/document.ts';

/** What of a journal entry it takes. */
export interface Recorded {
  readonly method: string;
  /** Path and query, with `••••` for what was a secret. */
  readonly path: string;
  readonly platform: string | null;
  readonly operationId: string | null;
  readonly decision: string;
  readonly scheme: string | null;
  readonly requestBody?: unknown;
}

export interface Exchange {
  readonly method: string;
  /** On the mock: without what the platform's real address begins with. */
  readonly path: string;
  /** As it was sent, still encoded; the key is not among them. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly key: KeyPlace | undefined;
  readonly body: { readonly type: string; readonly value: unknown } | undefined;
  readonly platform: string | null;
  readonly placed: Placed | undefined;
  /** Decoded, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Where a key goes, and the environment variable that it is taken from. */
export interface KeyPlace {
  readonly in: 'header' | 'query' | 'cookie' | 'bearer' | 'basic';
  readonly name: string;
  readonly variable: string;
}

/** Those that the SDK reads by itself. */
const VARIABLES: Readonly<Record<string, string>> = {
  pingbackKey: 'PINGBACK_API_KEY',
  rdstationKey: 'RDSTATION_API_KEY',
  rdstationOAuth: 'RDSTATION_ACCESS_TOKEN',
  zenvioKey: 'ZENVIO_API_KEY',
  consoleSession: 'CHAVEIRO_SESSION',
};

export function exchangeOf(document: ApiDocument, request: Recorded): Exchange {
  const { method, platform, operationId } = request;
  const [fullPath = '', search = ''] = split(request.path, '?');
  const path = withoutServer(fullPath, document['x-platforms'][platform ?? '']?.server);
  const placed = operationsOf(document).find(({ operation }) => operation.operationId === operationId);
  const schemeName = request.scheme ?? Object.keys(placed?.operation.security?.[0] ?? {})[0];
  // Who sent no key has to see again what becomes of that.
  const named = request.decision === 'missing_key' || request.decision === 'session_required' ? undefined : schemeName;
  const key = named === undefined ? undefined : keyPlace(named, document.components.securitySchemes[named]);
  const query = search
    .split('&')
    .filter(Boolean)
    .map((pair) => split(pair, '='))
    .filter(([name]) => !(key?.in === 'query' && name === key.name));
  return {
    method,
    path,
    query,
    key,
    body:
      request.requestBody === undefined
        ? undefined
        : {
            type: (placed && bodyOf(document, placed.operation)?.type) ?? 'application/json',
            value: request.requestBody,
          },
    platform,
    placed,
    parameters: placed ? parametersIn(placed.path, path) : {},
  };
}

export function keyPlace(scheme: string, { type, in: place, name, scheme: kind }: SecurityScheme = { type: '' }): KeyPlace {
  const variable = VARIABLES[scheme] ?? scheme.replaceAll(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
  if (type === 'apiKey' && place && name !== undefined) return { in: place, name, variable };
  return { in: kind?.toLowerCase() === 'basic' ? 'basic' : 'bearer', name: 'authorization', variable };
}

function withoutServer(path: string, server: string | undefined): string {
  const base = server && URL.canParse(server) ? new URL(server).pathname.replace(/\/$/, '') : '';
  return base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}

function parametersIn(template: string, path: string): Record<string, string> {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = template.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{\w+\}/g, '([^/]+)');
  const values = new RegExp(`${pattern}$`).exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, at) => [name, decoded(values[at] ?? '')]));
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function split(text: string, at: string): [before: string, after: string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
