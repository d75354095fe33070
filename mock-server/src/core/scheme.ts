/** A key scheme of the document, as the core needs it: where the key travels and what rules it obeys. */
import type { AuthFailures, InstanceReference, KeyPolicy } from '@chaveiro/openapi/policy';

export interface Placement {
  /** `bearer`: after a word in the Authorization header. `basic`: the password there, or the user name where there is none. */
  readonly in: 'header' | 'query' | 'cookie' | 'bearer' | 'basic';
  /** Header, query parameter or cookie; `authorization` for what travels there. */
  readonly name: string;
  /** The word before the key in the Authorization header, in lower case; default: `bearer`. */
  readonly word?: string;
}

export interface KeyScheme {
  readonly name: string;
  readonly platform: string;
  readonly placement: Placement;
  readonly policy: KeyPolicy;
  readonly failures: AuthFailures;
  /** Further schemes whose keys are good here: one key that may travel in more than one place. */
  readonly alsoKeysOf?: readonly string[];
}

/** A key of this scheme, with these scopes. */
export interface Requirement {
  readonly scheme: KeyScheme;
  readonly scopes: readonly string[];
}

/** One way to open an operation: a key, and the further keys that must come with it. */
export interface WayIn extends Requirement {
  readonly also?: readonly Requirement[];
}

/** What `authorize` asks of an operation. */
export interface GuardedOperation {
  readonly id: string;
  /** Each of these opens the operation. Empty: no key needed. */
  readonly security: readonly WayIn[];
  /** A request without any key is let in too; one with a key must still bring a good one. */
  readonly anonymous?: boolean;
  /** The platform's schemes that do not open this operation. */
  readonly otherSchemes: readonly KeyScheme[];
  readonly instance?: InstanceReference;
}
