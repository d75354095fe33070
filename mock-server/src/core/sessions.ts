/** Many worlds behind one mock: each by its name, made when first used, dropped when idle, never more than a cap. */
import { createIds } from './ids.ts';
import { resume, type Keeper } from './keeper.ts';
import type { Session, SessionSettings } from './session.ts';
import { DEFAULT, type SavedSession, type SavedSessions } from './store.ts';

export interface SessionLimits {
  /** Milliseconds of real time without a request after which a session is dropped. */
  readonly idle: number;
  /** Sessions besides the default one. */
  readonly count: number;
}

export type SessionProblem = 'session_name_invalid' | 'session_expired' | 'session_limit_reached' | 'session_ambiguous';

export type Opened = { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly problem: SessionProblem };

/** What one session starts with instead of what the others start with. */
export interface SessionStart extends Partial<SessionSettings> {
  readonly seed?: number;
  /** Freezes its clock at these milliseconds since the epoch. */
  readonly now?: number;
}

interface Kept {
  readonly session: Session;
  usedAt: number;
}

/** Long enough for a test's full name, short enough for a URL. */
const NAME = /^[A-Za-z0-9][\w.-]{0,99}$/;
const REMEMBERED_NAMES = 10_000;

export class Sessions {
  readonly default: Session;
  readonly limits: SessionLimits;
  /** For answers that belong to no session, so that none of them moves the ids of one. */
  readonly ids = createIds(0x5e55_10d5);
  readonly #make: (name: string, start: SessionStart) => Session;
  readonly #now: () => number;
  readonly #keeper: Keeper | undefined;
  /** The longest unused one first. */
  readonly #kept = new Map<string, Kept>();
  /** Names whose session went idle: using one again must not quietly start from nothing. */
  readonly #expired = new Set<string>();

  /**
   * `now`: real time; sessions have clocks of their own, and idleness is not on them. `keeper`: follows every session,
   * and `saved` is what it has from an earlier process.
   */
  constructor(parts: {
    make: (name: string, start: SessionStart) => Session;
    now: () => number;
    limits: SessionLimits;
    keeper?: Keeper | undefined;
    saved?: SavedSessions | undefined;
  }) {
    this.#make = parts.make;
    this.#now = parts.now;
    this.limits = parts.limits;
    this.#keeper = parts.keeper;
    const { sessions = [], expired = [] } = parts.saved ?? {};
    const saved = sessions.find(({ name }) => name === DEFAULT);
    this.default = this.#begin(DEFAULT, {}, saved);
    for (const other of sessions) {
      if (other !== saved)
        this.#kept.set(other.name, { session: this.#begin(other.name, other.head.start, other), usedAt: this.#now() });
    }
    for (const name of expired) this.#expired.add(name);
  }

  /** How many there are besides the default one. */
  get count(): number {
    return this.#kept.size;
  }

  /** The session of this name; a new one when there is none. */
  open(name: string, start: SessionStart = {}): Opened {
    if (name === this.default.name) return { ok: true, session: this.default };
    if (!NAME.test(name)) return { ok: false, problem: 'session_name_invalid' };
    this.#dropIdle();
    const kept = this.#kept.get(name);
    if (kept) return { ok: true, session: this.#used(name, kept) };
    if (this.#expired.has(name)) return { ok: false, problem: 'session_expired' };
    if (this.#kept.size >= this.limits.count) return { ok: false, problem: 'session_limit_reached' };
    const session = this.#begin(name, start);
    this.#kept.set(name, { session, usedAt: this.#now() });
    return { ok: true, session };
  }

  /** As {@link open}, and a session that went idle starts anew. `start` is for a new one only. */
  create(name: string, start: SessionStart = {}): Opened {
    this.#dropIdle();
    this.#expired.delete(name);
    return this.open(name, start);
  }

  has(name: string): boolean {
    this.#dropIdle();
    return name === this.default.name || this.#kept.has(name);
  }

  /** Says that a session is in use by somebody who holds it and need not open it. */
  touch(session: Session): void {
    const kept = this.#kept.get(session.name);
    if (kept?.session === session) this.#used(session.name, kept);
  }

  /** What waits in it goes on at once. The default session cannot be dropped, only reset. @returns whether there was one. */
  drop(name: string): boolean {
    if (this.#expired.delete(name) || this.#kept.has(name)) this.#keeper?.drop(name, false);
    this.#kept.get(name)?.session.reset();
    return this.#kept.delete(name);
  }

  /** The default one, then the others by name. */
  list(): Session[] {
    this.#dropIdle();
    const named = [...this.#kept.values()].map(({ session }) => session);
    return [this.default, ...named.sort((one, other) => (one.name < other.name ? -1 : 1))];
  }

  /**
   * The session that has a credential; the default one before others, since every session has the zero-setup keys.
   * A secret that somebody chose may be in several, and then nobody can tell which one is meant.
   */
  owning(has: (session: Session) => boolean): Opened | undefined {
    this.#dropIdle();
    if (has(this.default)) return { ok: true, session: this.default };
    const owners = [...this.#kept.entries()].filter(([, { session }]) => has(session));
    const [owner, ...others] = owners;
    if (others.length > 0) return { ok: false, problem: 'session_ambiguous' };
    return owner && { ok: true, session: this.#used(...owner) };
  }

  /** Makes a session, or takes up one that was saved. */
  #begin(name: string, start: SessionStart, saved?: SavedSession): Session {
    const session = this.#make(name, start);
    if (saved) resume(session, saved);
    this.#keeper?.keep(session, start, saved);
    return session;
  }

  #used(name: string, kept: Kept): Session {
    kept.usedAt = this.#now();
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.session;
  }

  #dropIdle(): void {
    const limit = this.#now() - this.limits.idle;
    for (const [name, { session, usedAt }] of this.#kept) {
      if (usedAt > limit) return;
      this.#keeper?.drop(name, true);
      session.reset();
      this.#kept.delete(name);
      if (this.#expired.size >= REMEMBERED_NAMES) this.#expired.clear();
      this.#expired.add(name);
    }
  }
}
