/** What reached a platform of a running mock. */
import { resembles, type Arrivals } from '../api/arrivals.ts';
import type { Row } from '../core/table.ts';
import { everyPage } from './every-page.ts';
import { answerOf, type Wire } from './wire.ts';

/** As {@link Arrivals}, by and by. */
export type RemoteArrivals<R extends Row> = {
  [Name in keyof Arrivals<R>]: (...parameters: Parameters<Arrivals<R>[Name]>) => Promise<ReturnType<Arrivals<R>[Name]>>;
};

/** @param table as the in-process API names it */
export function arrivals<R extends Row>({ client }: Wire, platform: string, table: string): RemoteArrivals<R> {
  const pageOf = (query: { page?: number; limit?: number; order?: 'newest' }) =>
    answerOf(client.GET('/__mock/arrivals/{platform}/{table}', { params: { path: { platform, table }, query } }));
  // The document leaves the members of a row open: they are those of the platform's table.
  const list = async () =>
    (await everyPage(
      (page, limit) => pageOf({ page, limit }),
      ({ id }) => id,
    )) as unknown as R[];
  return {
    list,
    where: async (like) => (await list()).filter((row) => resembles(row, like)),
    last: async () => (await pageOf({ limit: 1, order: 'newest' })).items[0] as unknown as R | undefined,
    count: async () => (await pageOf({ limit: 1 })).total,
  };
}
