import type { PlatformSchemas } from '../http/validation.ts';
import { enforce } from './enforce.ts';
import { driftOf } from './drift.ts';
import type { ShapeTable } from './shape-table.ts';

/** The checks of a platform's bodies, for a client's `schemas` option. */
/* @__NO_SIDE_EFFECTS__ */
export function platformSchemas(platform: string, { shared, operations }: ShapeTable): PlatformSchemas {
  const check: PlatformSchemas['check'] = (operationId, part, body) => {
    // What the document does not speak of cannot drift from it.
    const parts = Object.hasOwn(operations, operationId) ? operations[operationId] : undefined;
    const shape = parts && Object.hasOwn(parts, part) ? parts[part] : undefined;
    return shape === undefined ? [] : driftOf(shared, shape, body);
  };
  return { platform, check, enforce: (call, part, body) => enforce(platform, call, part, check(call.operationId, part, body)) };
}
