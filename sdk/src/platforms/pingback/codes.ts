import type { CommonErrorCode } from '../../errors/codes.ts';
import type { pingback as refusals } from '../../generated/refusals/pingback.ts';

/** What can go wrong with a call to this platform. */
export type PingbackErrorCode = CommonErrorCode | (typeof refusals)[number]['states'][number];
