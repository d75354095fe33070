/** Rows by id with unique or shared indexes. Rows are never changed in place, so a snapshot is a shallow copy. */

export interface Row {
  readonly id: string;
}

/** Names of a table's indexes and the value each takes from a row (`undefined`: the row is not in it). */
export type Indexes<R extends Row> = Record<string, (row: R) => string | undefined>;

/** What a platform keeps in one table of each account. */
export interface TableDefinition<R extends Row> {
  readonly name: string;
  readonly indexes: Indexes<R>;
}

/** Declares a table; `indexes` serve {@link Table.find}. */
export function defineTable<R extends Row>(name: string, indexes: Indexes<R> = {}): TableDefinition<R> {
  return { name, indexes };
}

/** Hears which rows of a table change; their values are the table's. */
export interface TableListener {
  /** A row is new, and the last one. */
  inserted(id: string): void;
  /** A row has another value and keeps its place. */
  updated(id: string): void;
  deleted(id: string): void;
}

const NONE: readonly string[] = [];

/** An index that somebody asked for: ids by value. */
interface Lookup<R extends Row> {
  readonly valueOf: (row: R) => string | undefined;
  readonly ids: Map<string, Set<string>>;
}

export class Table<R extends Row> {
  #rows = new Map<string, R>();
  #indexes: Indexes<R>;
  #listener: TableListener | undefined;
  readonly #lookups = new Map<string, Lookup<R>>();
  /** The one that was asked for last: most tables are asked for one thing again and again. */
  #last: { readonly index: string; readonly ids: Lookup<R>['ids'] } | undefined;

  constructor(indexes: Indexes<R> = {}) {
    this.#indexes = indexes;
  }

  /** Names the indexes; a table filled from a snapshot learns them when it is first used. */
  declare(indexes: Indexes<R>): this {
    this.#indexes = indexes;
    return this;
  }

  /** Tells `listener`, and nobody else, of what changes from now on; `undefined`: nobody. */
  listen(listener: TableListener | undefined): void {
    this.#listener = listener;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): R | undefined {
    return this.#rows.get(id);
  }

  ids(): Iterable<string> {
    return this.#rows.keys();
  }

  /** Rows in the order they were inserted. */
  values(): R[] {
    return [...this.#rows.values()];
  }

  /** @throws {Error} when a row with this id exists. */
  insert(row: R): R {
    if (this.#rows.has(row.id)) throw new Error(`a row with the id ${row.id} exists`);
    this.#rows.set(row.id, row);
    this.#addToLookups(row);
    this.#listener?.inserted(row.id);
    return row;
  }

  /** Inserts the row, or replaces the one with its id. */
  put(row: R): R {
    const old = this.#rows.get(row.id);
    return old ? this.#replace(old, row) : this.insert(row);
  }

  /** Puts `changes` over the row and returns the new one. @throws {Error} when there is no such row. */
  update(id: string, changes: Partial<R>): R {
    const old = this.#rows.get(id);
    if (!old) throw new Error(`no row with the id ${id}`);
    return this.#replace(old, { ...old, ...changes, id });
  }

  delete(id: string): boolean {
    const old = this.#rows.get(id);
    if (!old) return false;
    this.#removeFromLookups(old);
    this.#listener?.deleted(id);
    return this.#rows.delete(id);
  }

  /** Rows whose index has this value, in constant time. @throws {Error} for an index that was not declared. */
  find(index: string, value: string): R[] {
    const found: R[] = [];
    const ids = this.#lookup(index).get(value);
    if (!ids) return found;
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (row) found.push(row);
    }
    return found;
  }

  /** The first of those that {@link find} finds. */
  first(index: string, value: string): R | undefined {
    for (const id of this.#lookup(index).get(value) ?? NONE) return this.#rows.get(id);
    return undefined;
  }

  /** Whether {@link find} finds any. */
  has(index: string, value: string): boolean {
    return this.#lookup(index).has(value);
  }

  /** How many values an index has. */
  distinct(index: string): number {
    return this.#lookup(index).size;
  }

  /** Every value that an index has. */
  valuesOf(index: string): Iterable<string> {
    return this.#lookup(index).keys();
  }

  /** The rows as they are now; valid for ever, since rows never change in place. */
  snapshot(): ReadonlyMap<string, R> {
    return new Map(this.#rows);
  }

  restore(rows: ReadonlyMap<string, R>): void {
    const old = this.#rows;
    this.#rows = new Map(rows);
    this.#lookups.clear();
    this.#last = undefined;
    if (this.#listener) tellDifference(this.#listener, old, this.#rows);
  }

  #replace(old: R, row: R): R {
    this.#rows.set(row.id, row);
    for (const { valueOf, ids } of this.#lookups.values()) move(ids, valueOf(old), valueOf(row), row.id);
    this.#listener?.updated(row.id);
    return row;
  }

  /** Built when first asked for, so that a restored table pays only for the indexes it uses. */
  #lookup(index: string): Map<string, Set<string>> {
    if (this.#last?.index === index) return this.#last.ids;
    const { ids } = this.#lookups.get(index) ?? this.#built(index);
    this.#last = { index, ids };
    return ids;
  }

  #built(index: string): Lookup<R> {
    const valueOf = this.#indexes[index];
    if (!valueOf) throw new Error(`no index named ${index}`);
    const lookup: Lookup<R> = { valueOf, ids: new Map() };
    this.#lookups.set(index, lookup);
    for (const row of this.#rows.values()) addTo(lookup.ids, valueOf(row), row.id);
    return lookup;
  }

  #addToLookups(row: R): void {
    for (const { valueOf, ids } of this.#lookups.values()) addTo(ids, valueOf(row), row.id);
  }

  #removeFromLookups(row: R): void {
    for (const { valueOf, ids } of this.#lookups.values()) removeFrom(ids, valueOf(row), row.id);
  }
}

/** Rows never change in place, so those that two tables begin with in common are the very same objects. */
function tellDifference(listener: TableListener, before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>): void {
  const [old, wanted] = [[...before.values()], [...after.values()]];
  let same = 0;
  while (same < old.length && old[same] === wanted[same]) same += 1;
  for (const { id } of old.slice(same)) listener.deleted(id);
  for (const { id } of wanted.slice(same)) listener.inserted(id);
}

function addTo(lookup: Map<string, Set<string>>, value: string | undefined, id: string): void {
  if (value === undefined) return;
  const ids = lookup.get(value);
  if (ids) ids.add(id);
  else lookup.set(value, new Set([id]));
}

/** A row whose value stays keeps its place, so that rows are found in the order they were inserted. */
function move(lookup: Map<string, Set<string>>, before: string | undefined, after: string | undefined, id: string): void {
  if (before === after) return;
  removeFrom(lookup, before, id);
  addTo(lookup, after, id);
}

function removeFrom(lookup: Map<string, Set<string>>, value: string | undefined, id: string): void {
  if (value === undefined) return;
  const ids = lookup.get(value);
  ids?.delete(id);
  if (ids?.size === 0) lookup.delete(value);
}
