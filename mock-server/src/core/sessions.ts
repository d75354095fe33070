/** Many worlds behind one mock: each by its name, made when first used, dropped when idle, never more than a cap. */
import type { Session } from './session.ts';

export interface SessionLimits {
  /** Milliseconds of real time without a request after which a session is dropped. */
  readonly idle: number;
  /** Sessions besides the default one. */
  readonly count: number;
}

export type SessionProblem = 'session_name_invalid' | 'session_expired' | 'session_limit_reached';

export type Opened = { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly problem: SessionProblem };

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
  readonly #make: (name: string) => Session;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  /** Names whose session went idle: using one again must not quietly start from nothing. */
  readonly #expired = new Set<string>();

  /** @param now real time; sessions have clocks of their own, and idleness is not on them. */
  constructor(parts: { make: (name: string) => Session; now: () => number; limits: SessionLimits }) {
    this.#make = parts.make;
    this.#now = parts.now;
    this.limits = parts.limits;
    this.default = parts.make('default');
  }

  get count(): number {
    return this.#kept.size;
  }

  /** The session of this name; a new one when there is none. */
  open(name: string): Opened {
    if (name === this.default.name) return { ok: true, session: this.default };
    if (!NAME.test(name)) return { ok: false, problem: 'session_name_invalid' };
    this.#dropIdle();
    const kept = this.#kept.get(name);
    if (kept) {
      kept.usedAt = this.#now();
      return { ok: true, session: kept.session };
    }
    if (this.#expired.has(name)) return { ok: false, problem: 'session_expired' };
    if (this.#kept.size >= this.limits.count) return { ok: false, problem: 'session_limit_reached' };
    const session = this.#make(name);
    this.#kept.set(name, { session, usedAt: this.#now() });
    return { ok: true, session };
  }

  /** As {@link open}, and a session that went idle starts anew. */
  create(name: string): Opened {
    this.#expired.delete(name);
    return this.open(name);
  }

  /** @returns whether there was one. The default session cannot be dropped, only reset. */
  drop(name: string): boolean {
    this.#expired.delete(name);
    return this.#kept.delete(name);
  }

  list(): Session[] {
    this.#dropIdle();
    return [this.default, ...[...this.#kept.values()].map(({ session }) => session)];
  }

  /** The session that has a credential: the default one first, since every session has the zero-setup keys. */
  owning(has: (session: Session) => boolean): Session | undefined {
    if (has(this.default)) return this.default;
    for (const kept of this.#kept.values()) {
      if (!has(kept.session)) continue;
      kept.usedAt = this.#now();
      return kept.session;
    }
    return undefined;
  }

  #dropIdle(): void {
    const limit = this.#now() - this.limits.idle;
    for (const [name, { usedAt }] of this.#kept) {
      if (usedAt > limit) continue;
      this.#kept.delete(name);
      if (this.#expired.size >= REMEMBERED_NAMES) this.#expired.clear();
      this.#expired.add(name);
    }
  }
}
