/** What reached a platform of a running mock. */
import { resembles, type Arrivals } from '../api/arrivals.ts';
import type { Row } from '../core/table.ts';
import { everyPage } from './every-page.ts';
import type { Remote } from './shape.ts';
import { answerOf, type Schemas, type Wire } from './wire.ts';

/** @param table as the in-process API names it */
export function arrivals<R extends Row>({ client }: Wire, platform: string, table: string): Remote<Arrivals<R>> {
  const pageOf = (query: { page?: number; limit?: number; order?: 'newest' }) =>
    answerOf(client.GET('/__mock/arrivals/{platform}/{table}', { params: { path: { platform, table }, query } }));
  const list = async () => {
    // An id is of its own in its account alone: every scenario brings the rows of the examples once more.
    const found = await everyPage(
      (page, limit) => pageOf({ page, limit }),
      ({ id, accountId }) => JSON.stringify([accountId, id]),
    );
    return found.map(rowOf<R>);
  };
  const api: Later<Arrivals<R>> = {
    list,
    where: async (like) => (await list()).filter((row) => resembles(row, like)),
    async last() {
      const [newest] = (await pageOf({ limit: 1, order: 'newest' })).items;
      return newest && rowOf<R>(newest);
    },
    count: async () => (await pageOf({ limit: 1 })).total,
  };
  // Rows are plain data, which a compiler that does not know them yet cannot see.
  return api as unknown as Remote<Arrivals<R>>;
}

/** Every method answering a promise. */
type Later<T> = {
  [Name in keyof T]: T[Name] extends (...parameters: infer P) => infer R ? (...parameters: P) => Promise<R> : never;
};

/** The document leaves the members of a row open: they are those of the platform's table. */
function rowOf<R extends Row>({ accountId: _, ...row }: Schemas['MockArrival']): R {
  return row as unknown as R;
}
