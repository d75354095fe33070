import * as z from 'zod';
import { lines } from './lines.ts';

/** `x-instance` of an operation: where the instance stands that a locked key must be allowed to use. */
export const instanceReferenceSchema = z.discriminatedUnion('in', [
  /** In the request body, at a JSON pointer. */
  lines({ in: z.literal('body'), pointer: z.string().startsWith('/') }),
  /** In the path, as this parameter. */
  lines({ in: z.literal('path'), name: z.string() }),
  /** In a field of the row that a path parameter names. */
  lines({ in: z.literal('resource'), collection: z.string(), by: z.string(), field: z.string() }),
  /** Nowhere: the operation lists, and shows only what the key may see. */
  lines({ in: z.literal('list') }),
]);

export type InstanceReference = z.infer<typeof instanceReferenceSchema>;
