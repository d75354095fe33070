/** An answer ready for any transport: bytes, and what is to go wrong on the way. */
import type { DecisionCode } from '../core/decision.ts';
import type { Answer } from '../document/examples.ts';

/** What a transport does to an answer instead of sending it whole. */
export type Breakage =
  /** Ends the connection without a byte. */
  | { readonly kind: 'drop' }
  /** Sends that many bytes of the body, then ends the connection. */
  | { readonly kind: 'truncate'; readonly after: number }
  /** Sends that many bytes of the body, then nothing, and keeps the connection. */
  | { readonly kind: 'stall'; readonly after: number };

export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined`: no body. */
  readonly body: string | undefined;
  /** Waits until the session's clock has moved on; absent: at once. */
  readonly wait?: () => Promise<void>;
  readonly breakage?: Breakage;
}

export function toOutgoing(answer: Answer, decision: DecisionCode, requestId: string): Outgoing {
  const headers: Record<string, string> = {
    ...answer.headers,
    'x-mock-request-id': requestId,
    'x-mock-decision': decision,
    ...(answer.evidence && { 'x-mock-evidence': answer.evidence }),
  };
  if (answer.body === undefined) return { status: answer.status, headers, body: undefined };
  headers['content-type'] = answer.contentType;
  return { status: answer.status, headers, body: JSON.stringify(answer.body) };
}
