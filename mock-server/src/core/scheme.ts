/** A key scheme of the document, as the core needs it: where the key travels and what rules it obeys. */
import type { AuthFailures, InstanceReference, KeyPolicy } from '@chaveiro/openapi/policy';

export interface Placement {
  readonly in: 'header' | 'query' | 'bearer';
  /** Header or query parameter; `authorization` for a bearer. */
  readonly name: string;
}

export interface KeyScheme {
  readonly name: string;
  readonly platform: string;
  readonly placement: Placement;
  readonly policy: KeyPolicy;
  readonly failures: AuthFailures;
}

/** What `authorize` asks of an operation. */
export interface GuardedOperation {
  readonly id: string;
  /** Schemes that open the operation, with the scopes each must bring. Empty: no key needed. */
  readonly security: readonly { readonly scheme: KeyScheme; readonly scopes: readonly string[] }[];
  /** The platform's schemes that do not open this operation. */
  readonly otherSchemes: readonly KeyScheme[];
  readonly instance?: InstanceReference;
}
