/** How a platform sends webhooks; each platform's module brings its own. */
import type { Duration } from '../core/clock.ts';

export interface WebhookStyle {
  /** Names of the events that one can register for. */
  readonly events: readonly string[];
  /** Parts of a payload that are sent where a registration asks for them alone; absent: a payload has one form. */
  readonly parts?: readonly string[];
  /** How long a receiver may take to answer, in real time. */
  readonly timeout: Duration;
  /** Waits before each further attempt, on the session's clock; after the last one the delivery is given up. */
  readonly retries: readonly Duration[];
  /** Prefix of signing secrets that the platform makes; absent: it signs nothing and there is no secret. */
  readonly secretPrefix?: string;
  /** Headers of one attempt besides the content type. */
  headers?(this: void, attempt: SignedAttempt): Record<string, string>;
}

/** What the headers of an attempt may be made from. */
export interface SignedAttempt {
  /** The bytes that are sent, as text. */
  readonly body: string;
  readonly secret: string;
  readonly accountId: string;
  /** When the event happened, and when this attempt is made: milliseconds since the epoch on the session's clock. */
  readonly eventAt: number;
  readonly attemptAt: number;
  /** Which of the platform's `choices` the session made. */
  readonly choices: Readonly<Record<string, string>>;
}
