/** What reached a platform, as rows that a test can look at. */
import type { Session } from '../core/session.ts';
import type { Row, TableDefinition } from '../core/table.ts';

/** Rows of one kind over all accounts of a platform, oldest first. */
export interface Arrivals<R extends Row> {
  list(): R[];
  /** Rows whose fields equal those of `like`. */
  where(like: Partial<R>): R[];
  last(): R | undefined;
  count(): number;
}

export function arrivals<R extends Row>(session: Session, platform: string, table: TableDefinition<R>): Arrivals<R> {
  const list = () => session.accounts.find('platform', platform).flatMap(({ id }) => session.table(id, table).values());
  return {
    list,
    where: (like) => list().filter((row) => resembles(row, like)),
    last: () => list().at(-1),
    count: () => list().length,
  };
}

/** Whether every field that is given has the same value, compared as JSON. */
export function resembles<T extends object>(value: T, like: Partial<T>): boolean {
  return Object.entries(like).every(([name, wanted]) => JSON.stringify(value[name as keyof T]) === JSON.stringify(wanted));
}
