import json from './generated/auth-matrix.json' with { type: 'json' };
import type { AuthState, Decision, Evidence } from './policy/index.ts';

/** What every key, in every state, gets from every operation: the content of generated/auth-matrix.json. */
export interface AuthMatrix {
  cells: AuthMatrixCell[];
  /** What no zero-setup key shows by itself. */
  needsSetup: MissingCell[];
}

/** One request with its answer. Any server that has the zero-setup accounts can be checked with it. */
export interface AuthMatrixCell {
  /** `pingbackKey/disabled_key/listContacts`. */
  id: string;
  platform: string;
  scheme: string;
  state: AuthState | 'active';
  operationId: string;
  /** The zero-setup account and key; absent where no key, or an invented one, is sent. */
  account?: string;
  keyId?: string;
  request: MatrixRequest;
  expect: MatrixAnswer;
}

export interface MatrixRequest {
  method: string;
  /** Path and query, ready to send: a key that travels in the query is in it. */
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface MatrixAnswer {
  status: number;
  /** Name of the example in the operation's response; absent for `active`. */
  example?: string;
  /** The exact body; absent for `active`. */
  body?: unknown;
  /** JSON pointers into `body` whose values differ from answer to answer, such as a request id. */
  varies?: string[];
  decision: Decision;
  evidence: Evidence;
  source: string;
}

/** A cell that cannot be asked for on a fresh server. */
export interface MissingCell {
  scheme: string;
  state: AuthState;
  operationId: string;
  reason: string;
}

/** The matrix of the bundled document. */
export const authMatrix: AuthMatrix = json as unknown as AuthMatrix;
