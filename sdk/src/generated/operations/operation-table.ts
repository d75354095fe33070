// Generated from openapi.yaml by npm run generate. Do not edit.

/** Where a key travels. */
export interface Placement {
  readonly in: 'header' | 'query' | 'bearer';
  readonly name: string;
}

/** A key that an operation takes. */
export interface KeyRequirement {
  readonly scheme: string;
  readonly scopes: readonly string[];
}

export interface Operation {
  /** Method and path template: `GET /contacts/{email}`. */
  readonly on: string;
  /** Any one of these; none: no key is sent. */
  readonly security: readonly KeyRequirement[];
  /** The header by which the platform knows a repeated request, where it does. */
  readonly idempotencyHeader?: string;
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
  readonly operations: { readonly [operationId: string]: Operation };
}
