/** One isolated world: accounts, keys, resources, limits, journal, clock and ids. A reset or a snapshot is of all of it. */
import type { Account, DashboardUser, RateLimiting } from './account.ts';
import { milliseconds, type Clock } from './clock.ts';
import type { Fault } from './fault.ts';
import { createIds, type Ids } from './ids.ts';
import { createJournal, type Journal } from './journal.ts';
import type { Key, KeyUse } from './key.ts';
import type { Meters } from './rate-limit.ts';
import { Table, type Row, type TableDefinition } from './table.ts';
import { nextTask, type Task } from './tasks.ts';
import { startOf, type Vault } from './vault.ts';

export interface SessionSettings {
  /** Whether the policies' rate limits count; an account may say otherwise. Off by default: a fast suite is not a burst of traffic. */
  rateLimits: RateLimiting;
  /** Milliseconds until a change of a key reaches the API. */
  propagationDelay: number;
  /** Which documented alternative answers a state: `{ pingback: { missing_key: 'gateway_401' } }`. */
  failures: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface SessionState {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly keys: ReadonlyMap<string, Key>;
  readonly users: ReadonlyMap<string, DashboardUser>;
  readonly uses: ReadonlyMap<string, KeyUse>;
  readonly resources: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Row>>>;
  readonly meters: ReadonlyMap<string, { at: number; amount: number }>;
  readonly faults: ReadonlyMap<string, Fault>;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly settings: SessionSettings;
  readonly ids: number;
}

/** The state of a session at one moment; opaque, cheap, and valid for ever. */
export type Snapshot = SessionState & { readonly __snapshot?: never };

export class Session {
  readonly accounts = new Table<Account>({ platform: (account) => account.platform });
  readonly keys = new Table<Key>({
    account: (key) => key.accountId,
    fingerprint: (key) => (key.sealed.kind === 'bcrypt' ? undefined : key.sealed.fingerprint),
    hashedStart: (key) => (key.sealed.kind === 'bcrypt' ? key.sealed.start : undefined),
  });
  readonly users = new Table<DashboardUser>({ account: (user) => user.accountId ?? undefined });
  readonly faults = new Table<Fault>();
  readonly tasks = new Table<Task>();
  readonly meters: Meters = new Map();
  readonly journal: Journal = createJournal();
  readonly #uses = new Map<string, KeyUse>();
  #initial: Snapshot | undefined;
  readonly #resources = new Map<string, Map<string, Table<Row>>>();

  readonly name: string;
  /** Ids and generated secrets follow from it. */
  readonly seed: number;
  /** Its `advance` also runs what falls due on the way. */
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  settings: SessionSettings;
  readonly #run: (session: Session, task: Task) => void;

  constructor(parts: {
    name: string;
    seed: number;
    clock: Clock;
    vault: Vault;
    settings: SessionSettings;
    /** Does what a task says, at its moment; default: nothing. */
    run?: (session: Session, task: Task) => void;
  }) {
    this.name = parts.name;
    this.seed = parts.seed;
    this.clock = { ...parts.clock, advance: (by) => this.#advance(parts.clock, milliseconds(by)) };
    this.#run = parts.run ?? (() => undefined);
    this.ids = createIds(parts.seed);
    this.vault = parts.vault;
    this.settings = parts.settings;
  }

  /** A platform's table of one account: no behaviour can reach another account's rows through it. */
  table<R extends Row>(accountId: string, definition: TableDefinition<R>): Table<R> {
    let tables = this.#resources.get(accountId);
    if (!tables) this.#resources.set(accountId, (tables = new Map<string, Table<Row>>()));
    let table = tables.get(definition.name) as Table<R> | undefined;
    if (!table) {
      table = new Table<R>();
      tables.set(definition.name, table as unknown as Table<Row>);
    }
    return table.declare(definition.indexes);
  }

  /** A row by the name of its table, for references that the document makes. */
  rowOf(accountId: string, table: string, id: string): Row | undefined {
    return this.#resources.get(accountId)?.get(table)?.get(id);
  }

  /** The key with this secret, whatever its status. */
  findKey(secret: string): Key | undefined {
    const candidates = [
      ...this.keys.find('fingerprint', this.vault.fingerprint(secret)),
      ...this.keys.find('hashedStart', startOf(secret)),
    ];
    return candidates.find((key) => this.vault.matches(key.sealed, secret));
  }

  keysOf(accountId: string): Key[] {
    return this.keys.find('account', accountId);
  }

  useOf(keyId: string): Readonly<KeyUse> {
    return this.#uses.get(keyId) ?? { lastUsedAt: null, requests: 0 };
  }

  countUse(keyId: string, now: number): void {
    const use = this.#uses.get(keyId);
    if (use) {
      use.lastUsedAt = now;
      use.requests += 1;
    } else this.#uses.set(keyId, { lastUsedAt: now, requests: 1 });
  }

  snapshot(): Snapshot {
    const resources = new Map<string, Map<string, ReadonlyMap<string, Row>>>();
    for (const [accountId, tables] of this.#resources) {
      const rows = new Map<string, ReadonlyMap<string, Row>>();
      for (const [name, table] of tables) rows.set(name, table.snapshot());
      resources.set(accountId, rows);
    }
    return {
      accounts: this.accounts.snapshot(),
      keys: this.keys.snapshot(),
      users: this.users.snapshot(),
      uses: copyValues(this.#uses),
      resources,
      meters: copyValues(this.meters),
      faults: this.faults.snapshot(),
      tasks: this.tasks.snapshot(),
      settings: this.settings,
      ids: this.ids.state(),
    };
  }

  /** From now on {@link reset} comes back to this moment. */
  markInitial(): void {
    this.#initial = this.snapshot();
  }

  /** Starts as another session started, with ids of its own. */
  startAs(other: Session): void {
    if (!other.#initial) throw new Error(`The session ${other.name} has no initial state yet.`);
    const ownIds = this.ids.state();
    this.restore(other.#initial);
    this.ids.restore(ownIds);
    this.markInitial();
  }

  /** Plans a task; it runs when the clock gets there. */
  plan(task: Omit<Task, 'id'>): Task {
    return this.tasks.insert({ ...task, id: this.ids.id('task') });
  }

  /** Runs what has fallen due by itself, because real time went by. */
  runDueTasks(): void {
    for (let task = nextTask(this.tasks, this.clock.now()); task; task = nextTask(this.tasks, this.clock.now())) {
      this.tasks.delete(task.id);
      this.#run(this, task);
    }
  }

  /** Goes from task to task, so that each sees its own moment on the clock. */
  #advance(clock: Clock, by: number): number {
    const target = clock.now() + by;
    for (let task = nextTask(this.tasks, target); task; task = nextTask(this.tasks, target)) {
      this.tasks.delete(task.id);
      if (task.at > clock.now()) clock.advance(task.at - clock.now());
      this.#run(this, task);
    }
    return clock.advance(Math.max(0, target - clock.now()));
  }

  /** As new: state, limits, ids, journal and clock. */
  reset(): void {
    if (this.#initial) this.restore(this.#initial);
    this.journal.clear();
    this.clock.reset();
  }

  /** Puts the session back to a snapshot. The journal and the clock stay as they are. */
  restore(snapshot: Snapshot): void {
    this.accounts.restore(snapshot.accounts);
    this.keys.restore(snapshot.keys);
    this.users.restore(snapshot.users);
    replaceAll(this.#uses, copyValues(snapshot.uses));
    replaceAll(this.meters, copyValues(snapshot.meters));
    this.faults.restore(snapshot.faults);
    this.tasks.restore(snapshot.tasks);
    this.settings = snapshot.settings;
    this.ids.restore(snapshot.ids);
    this.#resources.clear();
    for (const [accountId, saved] of snapshot.resources) {
      const tables = new Map<string, Table<Row>>();
      for (const [name, rows] of saved) {
        const table = new Table<Row>();
        table.restore(rows);
        tables.set(name, table);
      }
      this.#resources.set(accountId, tables);
    }
  }
}

function copyValues<V extends object>(map: ReadonlyMap<string, V>): Map<string, V> {
  return new Map([...map].map(([id, value]) => [id, { ...value }]));
}

function replaceAll<V>(target: Map<string, V>, source: ReadonlyMap<string, V>): void {
  target.clear();
  for (const [id, value] of source) target.set(id, value);
}
