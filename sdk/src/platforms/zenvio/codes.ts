import type { CommonErrorCode } from '../../errors/codes.ts';
import type { zenvio as refusals } from '../../generated/refusals/zenvio.ts';

/** What can go wrong with a call to this platform. */
export type ZenvioErrorCode = CommonErrorCode | (typeof refusals)[number]['states'][number];
