/** One operation of the document, resolved: what the router finds and the exchange works with. */
import type { Cors, RequestBody, Response } from '@chaveiro/openapi/policy';
import type { GuardedOperation } from '../core/scheme.ts';

export interface Operation extends GuardedOperation {
  readonly method: string;
  /** Path template: `/contacts/{email}`. */
  readonly path: string;
  readonly platform: string;
  readonly requestBody?: RequestBody;
  /** Media types and ranges that its request may have; none where it takes no body. */
  readonly mediaTypes: readonly string[];
  /** By status. */
  readonly responses: Readonly<Record<string, Response>>;
  /** Opened by somebody's dashboard session rather than by a key. */
  readonly dashboard: boolean;
  /** Pages of other origins may call it; absent: they may not. */
  readonly cors?: Cors;
}
