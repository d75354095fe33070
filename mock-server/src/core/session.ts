/** One isolated world: accounts, keys, resources, limits, journal, clock and ids. A reset or a snapshot is of all of it. */
import type { Account, DashboardUser, RateLimiting } from './account.ts';
import { AccountTables, rowsOf, type Rows } from './account-tables.ts';
import type { ChangeLog } from './changes.ts';
import { milliseconds, type VirtualClock } from './clock.ts';
import type { Fault } from './fault.ts';
import { createIds, type Ids } from './ids.ts';
import { createJournal, type Journal, type JournalEntry } from './journal.ts';
import type { Key, KeyUse } from './key.ts';
import { KnownSecrets, secretIndexes, shapeOfKey, shapeOfSession } from './known-secrets.ts';
import type { Meter } from './rate-limit.ts';
import { Table, type Row, type TableDefinition } from './table.ts';
import { Tasks, type Task } from './tasks.ts';
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
  /** The session's own tables by name. */
  readonly own: ReadonlyMap<string, Rows>;
  /** The accounts' tables by account and name. */
  readonly resources: ReadonlyMap<string, ReadonlyMap<string, Rows>>;
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
    kind: (key) => key.sealed.kind,
    ...secretIndexes(shapeOfKey),
  });
  readonly users = new Table<DashboardUser>({
    account: (user) => user.accountId ?? undefined,
    shapeless: (user) => (user.shape ? undefined : 'yes'),
    ...secretIndexes(shapeOfSession),
  });
  readonly faults = new Table<Fault>();
  readonly tasks = new Tasks();
  readonly meters = new Table<Meter>();
  readonly journal: Journal = createJournal();
  readonly #uses = new Table<KeyUse>();
  /** By the names under which they are saved: a table that is not here is in no snapshot and in no store. */
  readonly #own = new Map(
    Object.entries({
      accounts: this.accounts,
      keys: this.keys,
      users: this.users,
      uses: this.#uses,
      meters: this.meters,
      faults: this.faults,
      tasks: this.tasks,
    } as unknown as Record<string, Table<Row>>),
  );
  #initial: Snapshot | undefined;
  /** How far the clock was moved by then. */
  #initialOffset = 0;
  #log: ChangeLog | undefined;
  #settings: SessionSettings;
  readonly #resources = new AccountTables();

  readonly name: string;
  /** Ids and generated secrets follow from it. */
  readonly seed: number;
  /** Its `advance` also runs what falls due on the way. */
  readonly clock: VirtualClock;
  readonly ids: Ids;
  readonly vault: Vault;
  /** Of keys and of sessions of the console, for whoever shows a text. */
  readonly secrets: KnownSecrets;
  readonly #clock: VirtualClock;
  readonly #run: (session: Session, task: Task) => void;

  constructor(parts: {
    name: string;
    seed: number;
    /** As of {@link createIds}: sessions of one seed make different secrets, so that a key belongs to one of them. */
    stream?: number;
    clock: VirtualClock;
    vault: Vault;
    settings: SessionSettings;
    /** Does what a task says, at its moment; default: nothing. */
    run?: (session: Session, task: Task) => void;
  }) {
    this.name = parts.name;
    this.seed = parts.seed;
    this.#clock = parts.clock;
    this.clock = {
      ...parts.clock,
      advance: (by) => this.#advance(parts.clock, milliseconds(by)),
      set: (instant) => {
        parts.clock.set(instant);
        this.#log?.touch();
      },
      reset: () => {
        parts.clock.reset();
        if (this.#initialOffset !== 0) parts.clock.moveTo(this.#initialOffset);
        this.#log?.touch();
      },
    };
    this.#run = parts.run ?? (() => undefined);
    this.ids = createIds(parts.seed, parts.stream);
    this.vault = parts.vault;
    this.secrets = new KnownSecrets(this.keys, this.users, parts.vault);
    this.#settings = parts.settings;
  }

  get settings(): SessionSettings {
    return this.#settings;
  }

  set settings(settings: SessionSettings) {
    this.#settings = settings;
    this.#log?.touch();
  }

  /** A platform's table of one account: no behaviour can reach another account's rows through it. */
  table<R extends Row>(accountId: string, definition: TableDefinition<R>): Table<R> {
    return this.#resources.table(accountId, definition);
  }

  /** A row by the name of its table, for references that the document makes. */
  rowOf(accountId: string, table: string, id: string): Row | undefined {
    return this.#resources.row(accountId, table, id);
  }

  /** All rows of an account's table by its name; none where the platform keeps no such table. */
  rowsOf(accountId: string, table: string): Row[] {
    return this.#resources.rows(accountId, table);
  }

  /**
   * The key with this secret, whatever its status.
   * @param print the secret's fingerprint, from who has it already
   */
  findKey(secret: string, print = this.vault.fingerprint(secret)): Key | undefined {
    const sealed = this.keys.first('fingerprint', print);
    if (sealed && this.vault.matches(sealed.sealed, secret, print)) return sealed;
    const isIt = (key: Key) => this.vault.matches(key.sealed, secret, print);
    // A secret that begins like none is compared with one all the same: how long a refusal takes tells nobody how keys begin.
    const some = this.keys.first('kind', 'bcrypt');
    const alike = this.keys.find('hashedStart', startOf(secret));
    const compared = alike.length === 0 && some ? [some] : alike;
    const hashed = compared.find(isIt);
    if (!hashed) {
      const inVain = compared.map((key) => key.sealed);
      this.vault.compareInVain(secret, print, inVain);
    }
    return hashed;
  }

  keysOf(accountId: string): Key[] {
    return this.keys.find('account', accountId);
  }

  useOf(keyId: string): KeyUse {
    return this.#uses.get(keyId) ?? { id: keyId, lastUsedAt: null, requests: 0 };
  }

  countUse(keyId: string, now: number): void {
    this.#uses.put({ id: keyId, lastUsedAt: now, requests: this.useOf(keyId).requests + 1 });
  }

  snapshot(): Snapshot {
    const resources = this.#resources.snapshot();
    return { own: rowsOf(this.#own), resources, settings: this.settings, ids: this.ids.state() };
  }

  /** From now on {@link reset} comes back to this moment. */
  markInitial(): void {
    this.#initial = this.snapshot();
    this.#initialOffset = this.#clock.offset();
  }

  /** Starts as another session started, with ids of its own, and these settings. */
  startAs(other: Session, own: Partial<SessionSettings> = {}): void {
    if (!other.#initial) throw new Error(`The session ${other.name} has no initial state yet.`);
    this.restore({ ...other.#initial, ids: this.ids.state(), settings: { ...other.#initial.settings, ...own } });
    this.#clock.moveTo(other.#initialOffset);
    this.markInitial();
  }

  /** Plans a task; it runs when the clock gets there. */
  plan(task: Omit<Task, 'id'>): Task {
    return this.tasks.insert({ ...task, id: this.ids.id('task') });
  }

  /** Runs what has fallen due by itself, because real time went by. */
  runDueTasks(): void {
    if (this.tasks.size === 0) return;
    for (let task = this.tasks.next(this.clock.now()); task; task = this.tasks.next(this.clock.now())) {
      this.tasks.delete(task.id);
      this.#run(this, task);
    }
  }

  /** Goes from task to task, so that each sees its own moment on the clock. */
  #advance(clock: VirtualClock, by: number): number {
    const target = clock.now() + by;
    for (let task = this.tasks.next(target); task; task = this.tasks.next(target)) {
      this.tasks.delete(task.id);
      if (task.at > clock.now()) clock.advance(task.at - clock.now());
      this.#run(this, task);
    }
    this.#log?.touch();
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
    for (const [name, table] of this.#own) table.restore(snapshot.own.get(name) ?? new Map());
    this.settings = snapshot.settings;
    this.ids.restore(snapshot.ids);
    this.journal.expectRepeats();
    this.#resources.restore(snapshot.resources);
  }

  /** Milliseconds that the clock was moved forward. */
  get clockOffset(): number {
    return this.#clock.offset();
  }

  /** Goes on where a session of an earlier process was. */
  resume(snapshot: Snapshot, clockOffset: number, requests: { entries: readonly JournalEntry[]; count: number }): void {
    this.restore(snapshot);
    this.#clock.moveTo(clockOffset);
    this.journal.restore(requests.entries, requests.count);
  }

  /** Lets `log` follow everything that is to be kept, `known` if it is kept already. @returns how to end it. */
  record(log: ChangeLog, known: boolean): () => void {
    this.#log = log;
    for (const [name, table] of this.#own) log.follow(null, name, table, known);
    this.#resources.record(log, known);
    log.follow(null, 'journal', this.journal, known);
    return () => {
      this.#log = undefined;
      this.#resources.record(undefined, known);
      log.end();
    };
  }
}
