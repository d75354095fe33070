/** What the platforms keep of each account, in tables that they declare. */
import type { ChangeLog } from './changes.ts';
import { defineTable, Table, type Row, type TableDefinition } from './table.ts';

export type Rows = ReadonlyMap<string, Row>;

export class AccountTables {
  /** By account, then by the table's name. */
  readonly #tables = new Map<string, Map<string, Table<Row>>>();
  #last: { readonly accountId: string; readonly tables: Map<string, Table<Row>> } | undefined;
  #log: ChangeLog | undefined;

  /** The table of one account; an empty one when first asked for. */
  table<R extends Row>(accountId: string, definition: TableDefinition<R>): Table<R> {
    const tables = this.#tablesOf(accountId);
    let table = tables.get(definition.name) as Table<R> | undefined;
    if (!table) {
      table = new Table<R>();
      tables.set(definition.name, table as unknown as Table<Row>);
      this.#log?.follow(accountId, definition.name, table, false);
    }
    return table.declare(definition.indexes);
  }

  /** A request asks for several tables of one account. */
  #tablesOf(accountId: string): Map<string, Table<Row>> {
    if (this.#last?.accountId === accountId) return this.#last.tables;
    const tables = this.#tables.get(accountId) ?? new Map<string, Table<Row>>();
    this.#tables.set(accountId, tables);
    this.#last = { accountId, tables };
    return tables;
  }

  row(accountId: string, table: string, id: string): Row | undefined {
    return this.#tables.get(accountId)?.get(table)?.get(id);
  }

  rows(accountId: string, table: string): Row[] {
    return this.#tables.get(accountId)?.get(table)?.values() ?? [];
  }

  snapshot(): ReadonlyMap<string, ReadonlyMap<string, Rows>> {
    return new Map([...this.#tables].map(([accountId, tables]) => [accountId, rowsOf(tables)]));
  }

  /** Puts every table back, and gives up those of accounts that the snapshot does not have. */
  restore(snapshot: ReadonlyMap<string, ReadonlyMap<string, Rows>>): void {
    this.#last = undefined;
    for (const [accountId, tables] of this.#tables) {
      if (snapshot.has(accountId)) continue;
      for (const table of tables.values()) {
        table.restore(new Map());
        this.#log?.unfollow(table);
      }
      this.#tables.delete(accountId);
    }
    for (const [accountId, saved] of snapshot) {
      for (const name of new Set([...saved.keys(), ...(this.#tables.get(accountId)?.keys() ?? [])]))
        this.table(accountId, defineTable(name)).restore(saved.get(name) ?? new Map());
    }
  }

  /** Lets `log` follow every table, those that come later too; `undefined`: none. */
  record(log: ChangeLog | undefined, known: boolean): void {
    this.#log = log;
    for (const [accountId, tables] of this.#tables) {
      for (const [name, table] of tables) log?.follow(accountId, name, table, known);
    }
  }
}

export function rowsOf(tables: ReadonlyMap<string, Table<Row>>): ReadonlyMap<string, Rows> {
  return new Map([...tables].map(([name, table]) => [name, table.snapshot()]));
}
