/** Sees what every single request does to what a mock holds: who was refused, or only looked, must have changed nothing. */
import type { Mock, SessionApi, Snapshot } from '../../src/index.ts';
import type { IncomingRequest } from '../../src/exchange/request.ts';
import type { Outgoing } from '../../src/exchange/outgoing.ts';

/** A change that ought not to be. */
export interface Trespass {
  /** The number of the case; absent: something that was no case of ours. */
  readonly caseNumber: string | undefined;
  readonly request: string;
  readonly status: number | undefined;
  readonly changed: readonly string[];
}

export const CASE_HEADER = 'x-case';

/** Says so of a request that is hidden in another one. */
export const SMUGGLED = 'smuggled';

/** What the mock notes about a request itself, refused or not: no state of a platform. */
const NOTES = new Set(['uses', 'meters']);
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
const MOST_KEPT = 20;

type State = ReadonlyMap<string, unknown>;

export class Witness {
  readonly trespasses: Trespass[] = [];
  readonly #mock: Mock;
  #last: State;
  /** Rows as they were when they were first seen. */
  #texts = new Map<unknown, string>();

  constructor(mock: Mock) {
    this.#mock = mock;
    this.#last = stateOf(mock);
  }

  /** In the mock's place: answers as the mock does, and looks before and after. */
  readonly answer = (request: IncomingRequest): Promise<Outgoing> => {
    const expected = this.#last;
    const before = this.#look();
    const described = {
      caseNumber: request.headers.get(CASE_HEADER) ?? undefined,
      request: `${request.method} ${request.url.href.slice(0, 300)}`,
    };
    if (described.caseNumber === SMUGGLED) this.#tell({ ...described, status: undefined, changed: [] });
    this.#compare(expected, before, { ...described, request: `before ${described.request}`, status: undefined });
    // The mock does all that it does at once; what comes later is the way out.
    const answered = this.#mock.answer(request);
    const after = this.#look();
    return Promise.resolve(answered).then((outgoing) => {
      if (outgoing.status >= 400 || SAFE.has(request.method))
        this.#compare(before, after, { ...described, status: outgoing.status });
      return outgoing;
    });
  };

  /** Back to the start, in every session. Before that, no row may be another than it was. */
  reset(): void {
    for (const [row, text] of this.#texts) {
      const now = JSON.stringify(row);
      if (now !== text)
        this.#tell({
          caseNumber: undefined,
          request: 'some request',
          status: undefined,
          changed: [`in place: ${text} -> ${now}`],
        });
    }
    this.#texts = new Map();
    for (const name of this.#mock.sessions.list()) {
      if (name !== this.#mock.name) this.#mock.sessions.drop(name);
    }
    this.#mock.reset();
    this.#last = stateOf(this.#mock);
  }

  #look(): State {
    const state = stateOf(this.#mock);
    for (const row of state.values()) if (!this.#texts.has(row)) this.#texts.set(row, JSON.stringify(row));
    return (this.#last = state);
  }

  #compare(before: State, after: State, found: Omit<Trespass, 'changed'>): void {
    const changed = differences(before, after);
    if (changed.length > 0) this.#tell({ ...found, changed: changed.slice(0, 5) });
  }

  #tell(trespass: Trespass): void {
    if (this.trespasses.length < MOST_KEPT) this.trespasses.push(trespass);
  }
}

/** Every row by its place; a row is never changed in place, so that equal rows are the same ones. */
function stateOf(mock: Mock): State {
  const state = new Map<string, unknown>();
  // A session is made when it is first named; what is in it is as at the start.
  for (const name of mock.sessions.list()) addSession(state, name, name === mock.name ? mock : mock.session(name));
  return state;
}

function addSession(state: Map<string, unknown>, name: string, session: Pick<SessionApi, 'snapshot'>): void {
  const { own, resources, settings }: Snapshot = session.snapshot();
  state.set(`${name} settings`, settings);
  for (const [table, rows] of own) {
    if (!NOTES.has(table)) for (const [id, row] of rows) state.set(`${name} ${table} ${id}`, row);
  }
  for (const [account, tables] of resources)
    for (const [table, rows] of tables) for (const [id, row] of rows) state.set(`${name} ${account} ${table} ${id}`, row);
}

function differences(before: State, after: State): string[] {
  const changed: string[] = [];
  const made = new Set([...before.keys()].map(sessionIn));
  for (const [place, row] of before) {
    if (!after.has(place)) changed.push(`gone: ${place}`);
    else if (after.get(place) !== row) changed.push(...ifOther(place, JSON.stringify(row), JSON.stringify(after.get(place))));
  }
  for (const [place, row] of after) {
    if (!before.has(place) && made.has(sessionIn(place))) changed.push(`new: ${place}: ${JSON.stringify(row)}`);
  }
  return changed.map((text) => text.slice(0, 500));
}

/** What was changed and put back is another row that says the same. */
function ifOther(place: string, before: string, after: string): string[] {
  return before === after ? [] : [`other: ${place}: ${before} -> ${after}`];
}

function sessionIn(place: string): string {
  return place.slice(0, place.indexOf(' '));
}
