import { operationsOf, parametersOf, requirementsOf } from '../policy/index.ts';
import type { KeyPolicy, OpenApiDocument, OperationEntry } from '../policy/index.ts';
import { generatedHeader } from './header.ts';
import { placementOf } from './placement.ts';

const folder = 'sdk/src/generated/operations';

const typesModule = `${generatedHeader}

/** Where a key travels. */
export interface Placement {
  readonly in: 'header' | 'query' | 'bearer';
  readonly name: string;
}

/** How many requests an account may make. */
export interface Pace {
  readonly requests: number;
  /** Milliseconds. */
  readonly window: number;
  /** How many at once, where the platform refills a bucket; absent: it counts in windows. */
  readonly burst?: number;
}

/** The operations of one platform, by \`operationId\`, with the keys that they take. */
export interface OperationTable {
  readonly platform: string;
  /** The real base URL; empty where there is only the mock. */
  readonly server: string;
  readonly schemes: { readonly [scheme: string]: Placement };
  readonly pace: readonly Pace[];
  /**
   * Method and path template of each operation, then the scheme of the key that it takes, where it takes one, and the
   * scopes that the key needs: \`GET /logs zenvioKey logs:read\`.
   */
  readonly operations: { readonly [operationId: string]: string };
  /** The header by which the platform knows a repeated request, in lower case, for the operations that have one. */
  readonly idempotencyHeaders?: { readonly [operationId: string]: string };
}
`;

/** The modules that tell the SDK how each operation is called: one a platform, so that unused ones fall away. */
export function operationTables(document: OpenApiDocument): Map<string, string> {
  const files = new Map([[`${folder}/operation-table.ts`, typesModule]]);
  const platforms = Object.keys(document['x-platforms']).filter((id) => tableOf(document, id) !== undefined);
  for (const id of platforms) {
    files.set(
      `${folder}/${id}.ts`,
      `${generatedHeader}
import type { OperationTable } from './operation-table.ts';

export const ${id} = ${JSON.stringify(tableOf(document, id), null, 2)} as const satisfies OperationTable;
`,
    );
  }
  files.set(
    `${folder}/index.ts`,
    `${generatedHeader}
export type * from './operation-table.ts';
${platforms.map((id) => `export { ${id} } from './${id}.ts';`).join('\n')}
`,
  );
  return files;
}

/** Undefined for a platform whose operations take no key at all. */
function tableOf(document: OpenApiDocument, platform: string) {
  const entries = operationsOf(document).filter((entry) => entry.platform === platform);
  const names = [...new Set(entries.flatMap(({ operation }) => requirementsOf(operation).map(({ scheme }) => scheme)))];
  if (names.length === 0) return undefined;
  const { securitySchemes } = document.components;
  const idempotent = entries.flatMap((entry) =>
    parametersOf(document, entry)
      .filter((parameter) => parameter.in === 'header' && parameter.name === 'Idempotency-Key')
      .map(({ name }): [string, string] => [entry.operation.operationId, name.toLowerCase()]),
  );
  const schemes = names.flatMap((name) => (securitySchemes[name] ? [{ name, scheme: securitySchemes[name] }] : []));
  return {
    platform,
    server: document['x-platforms'][platform]?.server ?? '',
    schemes: Object.fromEntries(schemes.map(({ name, scheme }) => [name, placementOf(name, scheme)])),
    pace: paceOf(schemes.flatMap(({ scheme }) => scheme['x-key-policy'] ?? [])),
    operations: Object.fromEntries(entries.map((entry) => [entry.operation.operationId, rowOf(entry)])),
    ...(idempotent.length > 0 && { idempotencyHeaders: Object.fromEntries(idempotent) }),
  };
}

/** @throws for an operation that takes one of several keys: nobody has needed that yet */
function rowOf({ method, path, operation }: OperationEntry): string {
  const [requirement, other] = requirementsOf(operation);
  if (other) throw new Error(`${operation.operationId} takes keys of several schemes: the SDK sends one kind.`);
  return [method.toUpperCase(), path, ...(requirement ? [requirement.scheme, ...requirement.scopes] : [])].join(' ');
}

/**
 * The limits that a client can keep to by waiting: those of an account of the default plan. Those of one lead are for a
 * day; nobody waits for that.
 */
function paceOf(policies: readonly KeyPolicy[]) {
  const limits = policies.flatMap(({ rateLimits, plans }) =>
    rateLimits.filter((limit) => limit.per === 'account' && (limit.plans?.includes(plans.default) ?? true)),
  );
  const distinct = new Map(limits.map((limit) => [limit.id, limit]));
  return [...distinct.values()].map(({ requests, window, burst }) => ({
    requests,
    window: millisecondsOf(window),
    ...(burst && { burst }),
  }));
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

function millisecondsOf(window: string): number {
  const unit = UNITS[window.slice(-1)];
  if (!unit) throw new Error(`The window ${window} of a rate limit has no unit that is known here: s, m or h.`);
  return Number(window.slice(0, -1)) * unit;
}
