import type { ChaveiroError } from '../errors/chaveiro-error.ts';
import type { Drift } from './validation.ts';

/**
 * One attempt to send a call. The key is nowhere in it.
 *
 * ```ts
 * const hooks: Hooks = { request: ({ headers }) => void (headers['x-correlation-id'] = currentRequestId()) };
 * ```
 */
export interface RequestEvent {
  /** Which platform. */
  readonly platform: string;
  /** Which operation of the document. */
  readonly operationId: string;
  /** `POST`. */
  readonly method: string;
  /** The path without its values: `/contacts/{email}`. What to group by. */
  readonly template: string;
  /** A key in the query shows as `••••`. */
  readonly url: string;
  /** 1 for the first attempt of a call. */
  readonly attempt: number;
  /** What will be sent, without the key; a hook may add to it, a trace id for example, but no other key. Names in lower case. */
  readonly headers: Record<string, string>;
}

/**
 * How an attempt ended: with an answer, or with an error that has no status.
 *
 * ```ts
 * const hooks: Hooks = { response: ({ request, status, duration }) => metrics.observe(request.template, status, duration) };
 * ```
 */
export interface ResponseEvent {
  /** The very object that the `request` hook got. */
  readonly request: RequestEvent;
  /** Milliseconds. */
  readonly duration: number;
  /** The HTTP status, where an answer came. */
  readonly status?: number | undefined;
  /** The platform's name for the exchange, where it gave one. */
  readonly requestId?: string | undefined;
  /** What went wrong, where no answer came. */
  readonly error?: unknown;
}

/**
 * A call that will be sent again.
 *
 * ```ts
 * const hooks: Hooks = { retry: ({ error, delay }) => console.log(`${error.code}: again in ${delay} ms`) };
 * ```
 */
export interface RetryEvent {
  /** The attempt that failed. */
  readonly request: RequestEvent;
  /** Why. */
  readonly error: ChaveiroError;
  /** Milliseconds until then, at least: it also waits for its turn. */
  readonly delay: number;
}

/**
 * A call that the platform refused because of its key, plan, scope or limit.
 *
 * ```ts
 * const hooks: Hooks = { refusal: ({ error }) => alert(`key refused: ${error.candidates}`) };
 * ```
 */
export interface RefusalEvent {
  /** The attempt that was refused. */
  readonly request: RequestEvent;
  /** Why; `candidates` has the states of the key. */
  readonly error: ChaveiroError;
}

/**
 * A body that is not as the document says.
 *
 * ```ts
 * const hooks: Hooks = { drift: ({ operationId, drift }) => report(operationId, drift) };
 * ```
 */
export interface DriftEvent {
  /** Which platform. */
  readonly platform: string;
  /** Which operation of the document. */
  readonly operationId: string;
  /** `request`, or the status of the answer. */
  readonly part: 'request' | number;
  /** Where, what was expected and what kind of thing was there; never a value. */
  readonly drift: readonly Drift[];
}

/**
 * Looks on at the calls of a client. No event holds a secret, and a hook that throws breaks no call. For each attempt
 * `request`, then `response`, then perhaps `refusal`, then perhaps `retry`. Ready-made: `debugLog`, and `openTelemetry` of
 * `@chaveiro/sdk/opentelemetry`.
 *
 * ```ts
 * const rd = new RDStation({ hooks: { response: ({ request, status, duration }) => log(request.operationId, status, duration) } });
 * ```
 */
export interface Hooks {
  /** Before each attempt. */
  request?(event: RequestEvent): void;
  /** When an attempt has ended. */
  response?(event: ResponseEvent): void;
  /** Before the wait for another attempt. */
  retry?(event: RetryEvent): void;
  /** When the platform refused the key, the plan, the scope or the number of requests. */
  refusal?(event: RefusalEvent): void;
  /** When a body is not as the document says, with `validate`. */
  drift?(event: DriftEvent): void;
}

/** Tells every hook, whatever the others do. What looks on must not break what it looks at. */
export function tell<Name extends keyof Hooks>(
  all: readonly Hooks[],
  name: Name,
  event: Parameters<NonNullable<Hooks[Name]>>[0],
): void {
  // A hook may throw, and it may be an async function: a promise takes both.
  for (const hooks of all) new Promise((resolve) => resolve(hooks[name]?.(event as never))).catch(() => {});
}
