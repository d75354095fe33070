import type { PlatformSchemas } from '../http/validation.ts';
import { enforce } from './enforce.ts';
import { driftOf } from './drift.ts';
import type { ShapeTable } from './shape-table.ts';

/** The checks of a platform's bodies, for a client's `schemas` option. */
/* @__NO_SIDE_EFFECTS__ */
export function platformSchemas(platform: string, { shared, operations }: ShapeTable): PlatformSchemas {
  // What the document does not speak of cannot drift from it.
  const check: PlatformSchemas['check'] = (operationId, part, body) =>
    driftOf(shared, own(own(operations, operationId), part) ?? 'unknown', body);
  return { platform, check, enforce: (call, part, body) => enforce(platform, call, part, check(call.operationId, part, body)) };
}

function own<T>(all: { readonly [name: string]: T } | undefined, name: string | number): T | undefined {
  return all && Object.hasOwn(all, name) ? all[name] : undefined;
}
