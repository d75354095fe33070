import type { CommonErrorCode } from '../../errors/codes.ts';
import type { rdstation as refusals } from '../../generated/refusals/rdstation.ts';

/** What can go wrong with a call to this platform. */
export type RDStationErrorCode = CommonErrorCode | (typeof refusals)[number]['states'][number];
