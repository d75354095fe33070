/** An answer ready for any transport: bytes, and what is to go wrong on the way. */
import type { Cors } from '@chaveiro/openapi/policy';
import type { DecisionCode } from '../core/decision.ts';
import type { BodyStream } from '../document/body-stream.ts';
import { NO_HEADERS, type Answer } from '../document/examples.ts';

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
  /** Waits until the session's clock has moved on; absent: at once. Rejects when `signal` aborts first. */
  readonly wait?: (signal?: AbortSignal) => Promise<void>;
  readonly breakage?: Breakage;
  /** Instead of `body`. */
  readonly stream?: BodyStream;
}

/** Statuses that never carry a body; a web `Response` refuses to be made with one. */
const NO_BODY = new Set([204, 205, 304]);

/** @param cors which other origins may read the answer, an error too; absent: none. */
export function toOutgoing(answer: Answer, decision: DecisionCode, requestId: string, cors?: Cors): Outgoing {
  const hasBody = answer.stream !== undefined || (answer.body !== undefined && !NO_BODY.has(answer.status));
  const headers = headersOf(answer, hasBody ? answer.contentType : undefined, decision, requestId, cors);
  const { stream, wait } = answer;
  if (stream) return { status: answer.status, headers, body: undefined, stream };
  if (!hasBody) return { status: answer.status, headers, body: undefined, ...(wait && { wait }) };
  return { status: answer.status, headers, body: textOf(answer) };
}

/** @param contentType of the body; `undefined`: there is none. */
function headersOf(
  { headers: own, evidence }: Answer,
  contentType: string | undefined,
  decision: DecisionCode,
  requestId: string,
  cors: Cors | undefined,
): Record<string, string> {
  // In this order, which is that of their names, an object is made in one step, and need not be put in order on the way out.
  if (own === NO_HEADERS && contentType !== undefined && evidence !== null) {
    const plain = {
      'content-type': contentType,
      'x-mock-decision': decision,
      'x-mock-evidence': evidence,
      'x-mock-request-id': requestId,
    };
    return cors ? { 'access-control-allow-origin': cors.origin, ...plain } : plain;
  }
  const headers: Record<string, string> = { ...(cors && { 'access-control-allow-origin': cors.origin }), ...own };
  // A fault may have brought a type of its own, in whatever case.
  if (contentType !== undefined && !has(headers, 'content-type')) headers['content-type'] = contentType;
  headers['x-mock-decision'] = decision;
  if (evidence) headers['x-mock-evidence'] = evidence;
  headers['x-mock-request-id'] = requestId;
  return headers;
}

function has(headers: Readonly<Record<string, string>>, wanted: string): boolean {
  for (const name in headers) if (name.toLowerCase() === wanted) return true;
  return false;
}

/** JSON, or a text of another media type as it is. */
function textOf({ contentType, body }: Answer): string {
  return typeof body === 'string' && !/[/+]json\b/i.test(contentType) ? body : JSON.stringify(body);
}
