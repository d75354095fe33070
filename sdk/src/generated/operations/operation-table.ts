// Generated from openapi.yaml by npm run generate. Do not edit.

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

/** The operations of one platform, by `operationId`, with the keys that they take. */
export interface OperationTable {
  readonly platform: string;
  /** The real base URL; empty where there is only the mock. */
  readonly server: string;
  readonly schemes: { readonly [scheme: string]: Placement };
  readonly pace: readonly Pace[];
  /**
   * Method and path template of each operation, then the scheme of the key that it takes, where it takes one, and the
   * scopes that the key needs: `GET /logs zenvioKey logs:read`.
   */
  readonly operations: { readonly [operationId: string]: string };
  /** The header by which the platform knows a repeated request, in lower case, for the operations that have one. */
  readonly idempotencyHeaders?: { readonly [operationId: string]: string };
}
