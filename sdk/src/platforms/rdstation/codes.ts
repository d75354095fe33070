import type { CommonErrorCode } from '../../errors/codes.ts';
import type { rdstation as refusals } from '../../generated/refusals/rdstation.ts';

/**
 * What can go wrong with a call to this platform: a closed list, so that a `switch` can be checked for being complete.
 *
 * ```ts
 * const messages: Partial<Record<RDStationErrorCode, string>> = { wrong_endpoint: 'Eventos pedem um token OAuth.' };
 * ```
 */
export type RDStationErrorCode = CommonErrorCode | (typeof refusals)[number]['states'][number];
