/** Writes what changes in the sessions of one mock to a store: at once for a request, else when the code at work ends. */
import { ChangeLog } from './changes.ts';
import type { JournalEntry } from './journal.ts';
import type { Session, SessionSettings, Snapshot } from './session.ts';
import type { SessionStart } from './sessions.ts';
import { DEFAULT, type SavedSession, type SavedSessions, type SessionHead, type SessionStore } from './store.ts';
import type { Row } from './table.ts';

interface Kept {
  readonly session: Session;
  readonly start: SessionStart;
  readonly log: ChangeLog;
  readonly end: () => void;
  version: number;
  /** The head as it was last written, as JSON. */
  head: string;
}

export class Keeper {
  readonly #store: SessionStore;
  readonly #onFailure: (error: unknown) => void;
  readonly #kept = new Map<string, Kept>();
  readonly #changed = new Set<Kept>();
  /** Names of dropped sessions, and whether each is to be remembered as that of an idle one. */
  readonly #dropped = new Map<string, boolean>();
  #scheduled = false;

  /** @param onFailure told when a change outside of requests could not be written; it is tried again with the next one. */
  constructor(store: SessionStore, onFailure: (error: unknown) => void) {
    this.#store = store;
    this.#onFailure = onFailure;
    store.onClose(() => this.commit());
  }

  /**
   * What an earlier process left.
   *
   * @param settings win over those that it left.
   */
  load(settings: Partial<SessionSettings>): SavedSessions & { readonly seed: number | undefined } {
    const { sessions, expired } = this.#store.load();
    return {
      seed: sessions.find(({ name }) => name === DEFAULT)?.head.seed,
      sessions: sessions.map((saved) => {
        const head = { ...saved.head, settings: { ...saved.head.settings, ...settings } };
        return { ...saved, head };
      }),
      expired,
    };
  }

  /** Follows a session from now on. `saved`: what the store has of it; without, all of it is new. */
  keep(session: Session, start: SessionStart, saved?: SavedSession): void {
    const log = new ChangeLog(() => this.#noteChange(session.name));
    const kept: Kept = {
      session,
      start,
      log,
      end: session.record(log, saved !== undefined),
      version: saved?.version ?? 0,
      head: JSON.stringify(saved?.head),
    };
    this.#kept.set(session.name, kept);
    this.#noteChange(session.name);
  }

  /** Ends a session for good, and forgets its name unless that has `expired`. */
  drop(name: string, expired: boolean): void {
    const kept = this.#kept.get(name);
    kept?.end();
    this.#kept.delete(name);
    if (kept) this.#changed.delete(kept);
    this.#dropped.set(name, expired);
    this.#schedule();
  }

  /**
   * Writes everything that is not written yet, and looks at `session` whether or not it told of a change.
   * @throws whatever the store does; nothing is lost then, and the next call tries again.
   */
  commit(session?: Session): void {
    const current = session && this.#kept.get(session.name);
    if (current && current.session === session) this.#changed.add(current);
    for (const [name, expired] of this.#dropped) {
      this.#store.drop(name, expired);
      this.#dropped.delete(name);
    }
    const failures: unknown[] = [];
    for (const kept of this.#changed) {
      try {
        this.#write(kept);
        this.#changed.delete(kept);
      } catch (error) {
        // One session that cannot be written must not keep the others from it.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #write(kept: Kept): void {
    const { session, log } = kept;
    const tables = log.pending();
    const head = headOf(kept);
    const text = JSON.stringify(head);
    if (tables.length === 0 && text === kept.head) return;
    kept.version = this.#store.commit(session.name, kept.version, { head, tables });
    kept.head = text;
    log.settle();
  }

  #noteChange(name: string): void {
    const kept = this.#kept.get(name);
    if (!kept) return;
    this.#changed.add(kept);
    this.#schedule();
  }

  /** A microtask: what one piece of code changes goes together, and is written before anything else happens. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      try {
        this.commit();
      } catch (error) {
        this.#onFailure(error);
      }
    });
  }
}

function headOf({ session, start }: Kept): SessionHead {
  return {
    seed: session.seed,
    start,
    settings: session.settings,
    ids: session.ids.state(),
    clockOffset: session.clockOffset,
    requests: session.journal.count,
  };
}

/** Puts what a store has of a session into one that was just made. */
export function resume(session: Session, { head, tables }: SavedSession): void {
  const own = new Map<string, Map<string, Row>>();
  const resources = new Map<string, Map<string, Map<string, Row>>>();
  let entries: JournalEntry[] = [];
  for (const { account, table, rows } of tables) {
    if (account === null && table === 'journal') entries = rows.map(([, entry]) => entry as JournalEntry);
    else if (account === null) own.set(table, new Map(rows as [string, Row][]));
    else {
      const ofAccount = resources.get(account) ?? new Map<string, Map<string, Row>>();
      resources.set(account, ofAccount.set(table, new Map(rows as [string, Row][])));
    }
  }
  const snapshot: Snapshot = { own, resources, settings: head.settings, ids: head.ids };
  session.resume(snapshot, head.clockOffset, { entries, count: head.requests });
}
