// Generated from openapi.yaml by npm run generate. Do not edit.

/** What a platform sends by itself, and how a receiver can tell that it was the platform. */
export interface WebhookTable {
  readonly platform: string;
  /** The field of the body that names the event. */
  readonly eventField: string;
  readonly events: readonly string[];
  /** Absent: nothing is signed. */
  readonly signature?: SignatureScheme;
}

/** A header of `name=value` pairs, one of which is an HMAC-SHA256 in lower-case hexadecimal digits. */
export interface SignatureScheme {
  readonly header: string;
  /** The names of the pairs. */
  readonly fields: { readonly timestamp: string; readonly hash: string };
  /** The texts that may be what is signed, the likeliest first. */
  readonly signed: readonly string[];
  readonly timestamp: 'seconds' | 'milliseconds';
}
