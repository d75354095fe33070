import type { AuthState } from '../generated/refusals/refusal.ts';
import type { ErrorCode } from './codes.ts';
import { known } from './known.ts';

/**
 * One thing that is wrong with a request, read from any of the platforms' error shapes.
 *
 * ```ts
 * const { path, code, message } = error.issues[0]; // $.payload.tags, INVALID_DATA_TYPE, Must be of type 'SET'.
 * ```
 */
export interface Issue {
  /** Where: `$.payload.tags`, `payload.message`, `email`, as the platform writes it. */
  readonly path?: string;
  /** The platform's own code, such as `INVALID_DATA_TYPE`. */
  readonly code?: string;
  /** What is wrong, in words. */
  readonly message: string;
}

/**
 * What an error knows besides its message. Everything is optional, so that test doubles are easy to build.
 *
 * ```ts
 * const double = new RateLimitError('slow down', { status: 429, retryAfter: 1000 });
 * ```
 */
export interface ErrorFacts {
  /** What happened, in a word that does not change. */
  readonly code?: ErrorCode | undefined;
  /** Which platform it was. */
  readonly platform?: string | undefined;
  /** Which operation. */
  readonly operationId?: string | undefined;
  /** The address, with `••••` for a key. */
  readonly url?: string | undefined;
  /** The HTTP status. */
  readonly status?: number | undefined;
  /** The platform's own word. */
  readonly platformCode?: string | undefined;
  /** The platform's name for the exchange. */
  readonly requestId?: string | undefined;
  /** What is wrong, one entry each. */
  readonly issues?: readonly Issue[] | undefined;
  /** The states of the key that the answer can stand for. */
  readonly candidates?: readonly AuthState[] | undefined;
  /** What to do next. */
  readonly hint?: string | undefined;
  /** Whether the same call may be sent again. */
  readonly isRetryable?: boolean | undefined;
  /** Milliseconds that the platform asks to wait. */
  readonly retryAfter?: number | undefined;
  /** What lies behind it, scrubbed. */
  readonly cause?: unknown;
  /** `ConnectionError` */
  readonly systemCode?: string | undefined;
  /** `ScopeMissingError` */
  readonly scopes?: readonly string[] | undefined;
  /** `TimeoutError` */
  readonly timeout?: number | undefined;
  /** `RedirectError` */
  readonly location?: string | undefined;
}

/** Marks errors of every copy of the SDK: an application may hold its ESM and its CommonJS form at once. */
const KIND: unique symbol = Symbol.for('@chaveiro/sdk.error') as never;

/**
 * The base of every error that the SDK throws; on its own, an answer that fits none of the more exact classes.
 *
 * No error holds a secret: texts that came from outside are scrubbed before they arrive here.
 *
 * ```ts
 * if (error instanceof ChaveiroError) console.log(error.code, error.hint, error.requestId);
 * ```
 */
export class ChaveiroError extends Error {
  /** The name of the class, safe from minifiers; the name of its errors. */
  static readonly kind: string = 'ChaveiroError';
  /** The code of an error that is given none. */
  static readonly code: ErrorCode = 'request_refused';

  /** Also true for an error from another copy of the SDK. */
  static override [Symbol.hasInstance](this: { readonly prototype: Error; readonly kind: string }, value: unknown): boolean {
    const kinds = (value as { [KIND]?: readonly string[] } | null | undefined)?.[KIND];
    return super[Symbol.hasInstance](value) || (Object.hasOwn(this, 'kind') && !!kinds?.includes(this.kind));
  }

  /** The name of its class. */
  // An accessor of the prototype: already right while `stack` is being written.
  override get name(): string {
    return (this.constructor as typeof ChaveiroError).kind;
  }

  /** A class of one's own may name its errors. */
  override set name(name: string) {
    Object.defineProperty(this, 'name', { value: name, writable: true });
  }

  /** What happened, in a word that does not change: `disabled_key`, `rate_limited`, `timeout`. */
  declare readonly code: ErrorCode;
  /** `pingback`, `rdstation`, `zenvio`, `console` or `control`. */
  declare readonly platform?: string;
  /** The operation of the document, such as `createConversion`. */
  declare readonly operationId?: string;
  /** The address called; a key in the query shows as `••••`. */
  declare readonly url?: string;
  /** The HTTP status; absent where no answer came. */
  declare readonly status?: number;
  /** The platform's own word, such as `INVALID_DATA_TYPE`. */
  declare readonly platformCode?: string;
  /** The platform's name for this exchange, for its support. */
  declare readonly requestId?: string;
  /** What is wrong, one entry each; empty where the platform did not say. */
  declare readonly issues: readonly Issue[];
  /** The states of the key that this answer can stand for; more than one where the platform does not tell them apart. */
  declare readonly candidates: readonly AuthState[];
  /** What to do next. */
  declare readonly hint?: string;
  /** Whether the same call may be sent again: the cause may pass, and nothing happens twice. */
  declare readonly isRetryable: boolean;
  /** Milliseconds that the platform asks to wait, where it says. */
  declare readonly retryAfter?: number;

  constructor(message: string, { cause, ...facts }: ErrorFacts = {}) {
    super(message, known({ cause }));
    // Facts that are not known are no members at all, so that they do not fill a printed error.
    Object.assign(this, { code: new.target.code, issues: [], candidates: [], isRetryable: false }, known(facts));
  }

  get [KIND](): readonly string[] {
    return [(this.constructor as typeof ChaveiroError).kind, 'ChaveiroError'];
  }

  /**
   * The facts with name and message; neither stack nor cause.
   *
   * ```ts
   * log(JSON.stringify(error));
   * ```
   */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}
