/** Rows of a seed: what each platform keeps, and what a row gets when it leaves it out. */
import type { World } from '../api/world.ts';
import { pingbackRows } from '../platforms/pingback/rows.ts';
import { rdstationRows } from '../platforms/rdstation/rows.ts';
import type { Fresh, RowSchemas } from '../platforms/rows.ts';
import { zenvioRows } from '../platforms/zenvio/rows.ts';

const ROWS: ReadonlyMap<string, (fresh: Fresh) => RowSchemas> = new Map(
  Object.entries({ pingback: pingbackRows, rdstation: rdstationRows, zenvio: zenvioRows }),
);

/** By collection; none for a platform that is not ours. */
export function rowSchemasOf({ session }: World, platform: string): RowSchemas {
  const { ids, clock } = session;
  return (
    ROWS.get(platform)?.({
      uuid: () => ids.uuid(),
      id: (prefix) => ids.id(prefix),
      now: () => new Date(clock.now()).toISOString(),
    }) ?? {}
  );
}
