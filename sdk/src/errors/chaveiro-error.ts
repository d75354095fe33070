import type { AuthState } from '../generated/refusals/refusal.ts';

/** One thing that is wrong with a request, read from any of the platforms' error shapes. */
export interface Issue {
  /** Where: `$.payload.tags`, `payload.message`, `email`, as the platform writes it. */
  readonly path?: string;
  /** The platform's own code, such as `INVALID_DATA_TYPE`. */
  readonly code?: string;
  readonly message: string;
}

/** What an error knows besides its message. Everything is optional, so that test doubles are easy to build. */
export interface ErrorFacts {
  readonly platform?: string | undefined;
  readonly operationId?: string | undefined;
  readonly url?: string | undefined;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  readonly issues?: readonly Issue[] | undefined;
  readonly candidates?: readonly AuthState[] | undefined;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
  /** `RateLimitError` */
  readonly retryAfter?: number | undefined;
  /** `ScopeMissingError` */
  readonly scopes?: readonly string[] | undefined;
  /** `TimeoutError` */
  readonly timeout?: number | undefined;
  /** `RedirectError` */
  readonly location?: string | undefined;
}

/**
 * The base of every error that the SDK throws; on its own, an answer that fits none of the more exact classes.
 *
 * No error holds a secret: texts that came from outside are scrubbed before they arrive here.
 */
export class ChaveiroError extends Error {
  // A getter on the prototype: already right while `stack` is being written, and safe from minifiers.
  override get name(): string {
    return 'ChaveiroError';
  }

  /** `pingback`, `rdstation`, `zenvio`, `console` or `control`. */
  declare readonly platform?: string;
  /** The operation of the document, such as `createConversion`. */
  declare readonly operationId?: string;
  /** The address called; a key in the query shows as `••••`. */
  declare readonly url?: string;
  /** The HTTP status; absent where no answer came. */
  declare readonly status?: number;
  /** The platform's own code, or the system's for a connection that failed (`ECONNREFUSED`). */
  declare readonly code?: string;
  /** The platform's name for this exchange, for its support. */
  declare readonly requestId?: string;
  /** What is wrong, one entry each; empty where the platform did not say. */
  declare readonly issues: readonly Issue[];
  /** The states of the key that this answer can stand for; more than one where the platform does not tell them apart. */
  declare readonly candidates: readonly AuthState[];
  /** What to do next. */
  declare readonly hint?: string;

  constructor(message: string, { cause, ...facts }: ErrorFacts = {}) {
    super(message, cause === undefined ? undefined : { cause });
    // Facts that are not known are no members at all, so that they do not fill a printed error.
    const known = Object.entries({ issues: [], candidates: [], ...facts }).filter(([, fact]) => fact !== undefined);
    Object.assign(this, Object.fromEntries(known));
  }

  /** The facts with name and message; neither stack nor cause. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}
