/**
 * What a reference model remembers: accounts, keys, people, clock. Written from the platforms' pages and the
 * document's words; it shares no code with the mock that it is held against.
 */

export type Status = 'active' | 'disabled' | 'deleted';
export type Reason = 'by_user' | 'plan_downgraded' | null;
export type Role = 'owner' | 'manager' | 'member';

export interface Change {
  readonly at: number;
  readonly status: Status;
  readonly reason: Reason;
}

export interface ModelKey {
  readonly id: string;
  readonly accountId: string;
  readonly secret: string;
  name: string;
  /** Oldest first. */
  changes: Change[];
  readonly scopes: readonly string[];
  /** `null`: all. */
  readonly instances: readonly string[] | null;
  readonly createdAt: number;
  requests: number;
  lastUsedAt: number | null;
}

export interface ModelAccount {
  readonly id: string;
  plan: string;
  /** What integrations left there: contacts by e-mail, sends by idempotency key with time and answer. */
  readonly rows: Record<string, { readonly at: number; readonly body?: unknown }>;
}

export interface Person {
  readonly token: string;
  readonly role: Role;
  /** `null`: may enter every account. */
  readonly accountId: string | null;
}

/** All that a snapshot brings back; the clock and the journal are not in it. */
export interface State {
  readonly accounts: ModelAccount[];
  /** In the order of their creation, deleted ones too. */
  readonly keys: ModelKey[];
  readonly people: Person[];
  /** Requests counted by limit and subject. */
  readonly meters: Record<string, { at: number; amount: number }>;
  rateLimits: boolean;
  /** Milliseconds until a change of a key reaches the API. */
  delay: number;
}

/** One line of the audit log. */
export interface LogLine {
  readonly accountId: string;
  readonly keyId: string;
  readonly status: number;
  readonly decision: string;
  readonly method: string;
  readonly instanceId: string | null;
}

/** What the client remembers of things that may be gone by now. */
export interface Memory {
  readonly keys: { readonly id: string; readonly secret: string; readonly accountId: string }[];
  readonly tokens: string[];
  readonly snapshots: string[];
}

/** What is the same in every run: as a fresh session answers. */
export interface Start {
  readonly now: number;
  readonly state: State;
  /** How many rows each account has besides those that the model writes. */
  readonly rowsBefore: Readonly<Record<string, number>>;
  /** Instances by account, in the order of the list. */
  readonly instances: Readonly<Record<string, readonly string[]>>;
}

export class World {
  readonly start: Start;
  state: State;
  now: number;
  /** By request id: ids come again after a restore, and the later request is the one that counts. */
  readonly log = new Map<string, LogLine>();
  /** Kept snapshots, the one that was used longest ago first. */
  snapshots = new Map<string, State>();
  readonly memory: Memory;
  /** Whose session the console is used with. */
  actor: string;
  /** Whether the server may be killed once more. */
  readonly mayBeKilled: () => boolean;

  constructor(start: Start, mayBeKilled: () => boolean = () => false) {
    this.mayBeKilled = mayBeKilled;
    this.start = start;
    this.state = structuredClone(start.state);
    this.now = start.now;
    this.actor = this.state.people[0]!.token;
    this.memory = {
      keys: this.state.keys.map(({ id, secret, accountId }) => ({ id, secret, accountId })),
      tokens: this.state.people.map(({ token }) => token),
      snapshots: [],
    };
  }

  account(id: string): ModelAccount {
    return this.state.accounts.find((account) => account.id === id)!;
  }

  person(): Person | undefined {
    return this.state.people.find(({ token }) => token === this.actor);
  }

  keyWithSecret(secret: string): ModelKey | undefined {
    return this.state.keys.find((key) => key.secret === secret);
  }

  /** What the key screen of an account shows. */
  shownKeys(accountId: string): ModelKey[] {
    return this.state.keys.filter((key) => key.accountId === accountId && latest(key).status !== 'deleted');
  }

  change(key: ModelKey, status: Status, reason: Reason): void {
    key.changes.push({ at: this.now, status, reason });
  }

  /** What the API takes a key for: changes take a while to arrive where the platform lags. */
  arrived(key: ModelKey): Change {
    return key.changes.findLast((change, index) => index === 0 || change.at + this.state.delay <= this.now)!;
  }

  reset(): void {
    this.state = structuredClone(this.start.state);
    this.now = this.start.now;
    this.log.clear();
  }
}

export function latest(key: ModelKey): Change {
  return key.changes.at(-1)!;
}
