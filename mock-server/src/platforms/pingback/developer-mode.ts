/** Developer mode: answers as always, and nothing is changed. */
import { Table, type Row, type TableDefinition } from '../../core/table.ts';
import type { Behaviour, Context } from '../../exchange/behaviour.ts';

/**
 * Wraps behaviours so that a request with `x-developer-mode: true` works on copies of its account's tables, which
 * are thrown away after the answer. The provider says that what is returned is fake and production data is untouched;
 * how the fake data looks is not documented, so answers are those that the request would get without the header
 * (inferred). The key and the request are checked as always (inferred).
 *
 * @see https://developer.pingback.com/docs/api/introduction
 */
export function withDeveloperMode<B extends Readonly<Record<string, Behaviour<never>>>>(behaviours: B): B {
  const wrapped = Object.entries(behaviours).map(([id, behaviour]) => [
    id,
    (ctx: Context<never>) => behaviour(isDeveloperMode(ctx) ? onCopies(ctx) : ctx),
  ]);
  return Object.fromEntries(wrapped) as B;
}

function isDeveloperMode(ctx: Context<never>): boolean {
  return (ctx.header as Readonly<Record<string, unknown>>)['x-developer-mode'] === true;
}

function onCopies(ctx: Context<never>): Context<never> {
  const copies = new Map<string, Table<Row>>();
  const table = <R extends Row>(definition: TableDefinition<R>): Table<R> => {
    let copy = copies.get(definition.name) as Table<R> | undefined;
    if (!copy) {
      copy = new Table<R>(definition.indexes);
      copy.restore(ctx.table(definition).snapshot());
      copies.set(definition.name, copy as unknown as Table<Row>);
    }
    return copy;
  };
  return Object.create(ctx, { table: { value: table } }) as Context<never>;
}
