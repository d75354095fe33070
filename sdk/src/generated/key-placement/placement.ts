// Generated from openapi.yaml by npm run generate. Do not edit.

/** Where a key travels. */
export interface Placement {
  readonly in: 'header' | 'query' | 'bearer';
  readonly name: string;
}

/** The operations of one platform, by method and path template, with the keys that they take. */
export interface KeyPlacement {
  readonly platform: string;
  /** The real base URL; empty where there is only the mock. */
  readonly server: string;
  readonly schemes: { readonly [scheme: string]: Placement };
  readonly operations: {
    readonly [methodAndPath: string]: {
      readonly operationId: string;
      /** Any one of these; none: no key is sent. */
      readonly security: readonly { readonly scheme: string; readonly scopes: readonly string[] }[];
    };
  };
}
