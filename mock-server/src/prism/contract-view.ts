/** What a contract check has found, as a test or a command asks for it. */
import type { Session } from '../core/session.ts';
import type { Inspector, Violation } from '../exchange/responder.ts';

/** A violation with the exchange that it was found in. */
export interface ContractViolation extends Violation {
  readonly requestId: string;
  readonly session: string;
  readonly operationId: string;
  readonly method: string;
  /** Path and query; credentials in the query are masked. */
  readonly path: string;
  readonly status: number;
}

export interface ContractOptions {
  /** Which side of an exchange is checked; default: both. */
  readonly side?: Violation['side'] | undefined;
  /** Told of each violation as it is found. */
  readonly onViolation?: (violation: ContractViolation) => void;
}

/** `mock.contract`. Asking throws when the mock was made without `contract`: an empty list would be no proof. */
export interface Contract {
  readonly side: Violation['side'] | undefined;
  /** Newest first, over all sessions; a session's `reset()` takes its own away. */
  readonly violations: readonly ContractViolation[];
  /** Exchanges that were checked, since the last reset: none at all is no proof either. */
  readonly checked: number;
  /** Violations since the mock was made, whatever was reset. */
  readonly found: number;
}

export interface ContractCheck {
  readonly inspect: Inspector;
  readonly side: Violation['side'] | undefined;
  readonly found: number;
}

/** The journals have it all; they are also what a reset clears. */
export function contractOver(check: ContractCheck | undefined, sessions: () => readonly Session[]): Contract {
  const on = () => {
    if (check) return check;
    throw new Error('This mock checks no contract. Make it with createMock({ contract: true }), or start it with --contract.');
  };
  const entries = () => sessions().flatMap(({ name, journal }) => journal.list().map((entry) => ({ ...entry, session: name })));
  return {
    get side() {
      return on().side;
    },
    get found() {
      return on().found;
    },
    get checked() {
      on();
      return entries().filter(({ violations }) => violations !== undefined).length;
    },
    get violations() {
      on();
      return entries().flatMap(({ violations = [], requestId, session, operationId, method, path, status }) =>
        violations.map((violation) => ({
          ...violation,
          requestId,
          session,
          operationId: operationId ?? '',
          method,
          path,
          status,
        })),
      );
    },
  };
}

/** One line for a log. */
export function describeViolation({ side, operationId, method, path, status, place, message }: ContractViolation): string {
  const where = place === '' || message.includes(place.split('.').at(-1) ?? '') ? '' : `${place}: `;
  const what = side === 'request' ? 'request' : `answer ${status}`;
  return `${method} ${path} (${operationId}), ${what}: ${where}${message}`;
}
