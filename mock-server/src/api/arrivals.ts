/** What reached a platform, as rows that a test can look at. */
import type { Session } from '../core/session.ts';
import type { Row, TableDefinition } from '../core/table.ts';

/** Rows of one kind over all accounts of a platform, oldest first. */
export interface Arrivals<R extends Row> {
  list(): R[];
  /** Rows that have what `like` has, objects within them too: `where({ payload: { email: 'ana@exemplo.com.br' } })`. */
  where(like: Like<R>): R[];
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

/** Some of an object's fields, and of the objects in it some of theirs; arrays whole. */
export type Like<T> = {
  readonly [Name in keyof T]?: T[Name] extends readonly unknown[] ? T[Name] : T[Name] extends object ? Like<T[Name]> : T[Name];
};

/** Whether `value` has what `like` has. Members that are no objects are compared as JSON. */
export function resembles<T extends object>(value: T, like: Like<T>): boolean {
  return Object.entries(like).every(([name, wanted]) => has(value[name as keyof T], wanted));
}

function has(value: unknown, wanted: unknown): boolean {
  return isObject(value) && isObject(wanted) ? resembles(value, wanted) : JSON.stringify(value) === JSON.stringify(wanted);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
