/** What changed in a session since it was last written: which rows, not what they were before. */
import type { Stored, TableChanges } from './store.ts';
import type { TableListener } from './table.ts';

/** Something with entries by id that tells of its changes: a table, or the journal. */
export interface Followed {
  get(id: string): object | undefined;
  /** In the order of insertion. */
  ids(): Iterable<string>;
  listen(listener: TableListener | undefined): void;
}

export class ChangeLog {
  readonly #onChange: () => void;
  readonly #followed = new Map<Followed, TableLog>();
  readonly #changed = new Set<TableLog>();

  /** @param onChange called at every change, also at the first of many. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Notes what changes in a table from now on; what it has already counts as a change, unless it is `known`. */
  follow(account: string | null, table: string, source: Followed, known: boolean): void {
    const log: TableLog = new TableLog(account, table, source, () => {
      this.#changed.add(log);
      this.#onChange();
    });
    this.#followed.set(source, log);
    if (!known) for (const id of source.ids()) log.inserted(id);
    source.listen(log);
  }

  /** Notes nothing more of a table that is given up; what it told before stays noted. */
  unfollow(source: Followed): void {
    source.listen(undefined);
    this.#followed.delete(source);
  }

  /** Something that is in no table changed. */
  touch(): void {
    this.#onChange();
  }

  /** What is not written yet. */
  pending(): TableChanges[] {
    return [...this.#changed].map((log) => log.pending());
  }

  /** Everything that {@link pending} told is written. */
  settle(): void {
    for (const log of this.#changed) log.settle();
    this.#changed.clear();
  }

  /** Notes nothing from now on. */
  end(): void {
    for (const source of this.#followed.keys()) this.unfollow(source);
    this.settle();
  }
}

class TableLog implements TableListener {
  readonly source: Followed;
  readonly #account: string | null;
  readonly #table: string;
  readonly #onChange: () => void;
  /** Changed ids, new ones in the order of insertion, each with whether it was deleted on the way. */
  readonly #ids = new Map<string, boolean>();

  constructor(account: string | null, table: string, source: Followed, onChange: () => void) {
    this.#account = account;
    this.#table = table;
    this.source = source;
    this.#onChange = onChange;
  }

  inserted(id: string): void {
    const wasDeleted = this.#ids.get(id) ?? false;
    // Taken out first, since a map keeps the place of a key that it knows, and a new row is the last.
    this.#ids.delete(id);
    this.#ids.set(id, wasDeleted);
    this.#onChange();
  }

  updated(id: string): void {
    if (!this.#ids.has(id)) this.#ids.set(id, false);
    this.#onChange();
  }

  deleted(id: string): void {
    this.#ids.set(id, true);
    this.#onChange();
  }

  pending(): TableChanges {
    const deleted: string[] = [];
    const put: Stored[] = [];
    for (const [id, wasDeleted] of this.#ids) {
      if (wasDeleted) deleted.push(id);
      const value = this.source.get(id);
      if (value) put.push([id, value]);
    }
    return { account: this.#account, table: this.#table, deleted, put };
  }

  settle(): void {
    this.#ids.clear();
  }
}
