/** One platform's keys on trial: makes keys in the console, calls with them, and holds every answer to the document. */
import { ConflictError, Console, type BodyOf } from '@chaveiro/sdk';
import type { AuthMatrixCell } from '@chaveiro/openapi/auth-matrix';
import type { Expectations } from '../expectations.ts';
import { cellOf, differences, findCell, policyOf, type State } from './matrix.ts';
import { observe, observeRaw, type Observation, type Wire } from './observe.ts';
import type { Subject } from './subjects.ts';

/** A line of the table. */
export type Row =
  | { readonly situation: string; readonly wire: Wire | undefined; readonly error: Observation['error']; readonly held: boolean }
  | { readonly situation: string; readonly notApplicable: string; readonly held: boolean };

/** A key that the tour made. */
export interface TourKey {
  readonly id: string;
  readonly secret: string;
}

export class Trial {
  readonly subject: Subject;
  readonly policy: ReturnType<typeof policyOf>;
  readonly console: Console;
  readonly #baseUrl: string;
  readonly #session: string;
  readonly #expectations: Expectations;
  #keys = 0;

  /** @param session of a dashboard user who may manage keys */
  constructor(subject: Subject, baseUrl: string, session: string, expectations: Expectations) {
    this.subject = subject;
    this.policy = policyOf(subject.scheme);
    this.console = new Console({ session, baseUrl });
    this.#session = session;
    this.#baseUrl = baseUrl;
    this.#expectations = expectations;
  }

  expect(what: string, held: boolean, detail?: string | (() => string)): boolean {
    return this.#expectations.expect(`${this.subject.title}: ${what}`, held, detail);
  }

  /** Makes a key in the subject's account; with every scope unless told otherwise. */
  createKey(options: Pick<BodyOf<'createApiKey'>, 'scopes' | 'instances'> = {}): Promise<TourKey> {
    this.#keys += 1;
    const { accountId, scopes } = this.subject;
    return this.console.keys.create(accountId, {
      name: `Guided tour ${this.#keys}`,
      ...(scopes && { scopes: scopes.enough }),
      ...options,
    });
  }

  async deleteKey({ id }: TourKey): Promise<void> {
    await this.console.keys.delete(this.subject.accountId, id);
  }

  /** Calls with a key, through the SDK, sending what the cell of the matrix sends. */
  call(apiKey: string | undefined, { operationId, request: { body } }: AuthMatrixCell): Promise<Observation> {
    return observe((fetch) => this.subject.call({ operationId, body, apiKey, baseUrl: this.#baseUrl, fetch }));
  }

  /** Sends the request of a cell as it is: for those that the SDK refuses to send. */
  send({ request: { method, path, headers, body } }: AuthMatrixCell): Promise<Wire> {
    return observeRaw(
      new Request(this.#baseUrl + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }),
    );
  }

  /** A refusal as the document has it: the same answer, and an error that has the state among its candidates. */
  async refused(
    situation: string,
    state: Exclude<State, 'active'>,
    apiKey: string,
    operationId = this.subject.operationId,
  ): Promise<Row> {
    const cell = cellOf(this.subject.scheme, state, operationId);
    const { wire, error } = await this.call(apiKey, cell);
    const answered = this.#answerHolds(situation, wire, cell);
    const named = this.expect(
      `${situation}: the SDK's error has ${state} among its candidates`,
      error?.candidates.includes(state) === true,
      () => (error ? `${error.name} has ${error.candidates.join(', ') || 'none'}` : 'there was no error'),
    );
    return { situation, wire, error, held: answered && named };
  }

  /** What the SDK does not send at all, and what the platform would have answered. */
  async refusedUnsent(situation: string, cell: AuthMatrixCell, apiKey: string | undefined): Promise<Row> {
    const wire = await this.send(cell);
    const { wire: sent, error } = await this.call(apiKey, cell);
    const answered = this.#answerHolds(situation, wire, cell);
    const kept = this.expect(
      `${situation}: the SDK says so before it sends`,
      sent === undefined && error?.name === 'MissingKeyError',
      error?.name,
    );
    return { situation, wire, error, held: answered && kept };
  }

  /** A good key, or one that is good again. */
  async works(what: string, { secret }: TourKey): Promise<boolean> {
    const cell = cellOf(this.subject.scheme, 'active', this.subject.operationId);
    const { wire } = await this.call(secret, cell);
    return this.expect(what, differences(wire, cell).length === 0, () => differences(wire, cell).join('; '));
  }

  /** A situation that the platform does not know: then the document has no answer for it. */
  notApplicable(situation: string, state: State, reason: string): Row {
    const absent = findCell(this.subject.scheme, state) === undefined;
    const held = this.expect(`${situation}: the document knows no such case either`, absent, `it has ${state}`);
    return { situation, notApplicable: reason, held };
  }

  /** A step in the console, with its answer. */
  inConsole(step: (console: Console) => Promise<unknown>): Promise<Observation> {
    return observe((fetch) => step(new Console({ session: this.#session, baseUrl: this.#baseUrl, fetch })));
  }

  /** An action in the console that the policy does not know. */
  async forbidden(what: string, step: (console: Console) => Promise<unknown>): Promise<boolean> {
    const { error } = await this.inConsole(step);
    const refused = error instanceof ConflictError && error.platformCode === 'action_not_allowed';
    return this.expect(`${what} with action_not_allowed`, refused, error?.message ?? 'it was done');
  }

  #answerHolds(situation: string, wire: Wire | undefined, cell: AuthMatrixCell): boolean {
    const found = differences(wire, cell);
    return this.expect(`${situation}: the answer is that of ${cell.id}`, found.length === 0, found.join('; '));
  }
}
