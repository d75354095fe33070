import type { CommonErrorCode } from '../../errors/codes.ts';
import type { pingback as refusals } from '../../generated/refusals/pingback.ts';

/**
 * What can go wrong with a call to this platform: a closed list, so that a `switch` can be checked for being complete.
 *
 * ```ts
 * const messages: Partial<Record<PingbackErrorCode, string>> = { conflict: 'Este contato já existe.' };
 * ```
 */
export type PingbackErrorCode = CommonErrorCode | (typeof refusals)[number]['states'][number];
