import type { CommonErrorCode } from '../../errors/codes.ts';
import type { zenvio as refusals } from '../../generated/refusals/zenvio.ts';

/**
 * What can go wrong with a call to this platform: a closed list, so that a `switch` can be checked for being complete.
 *
 * ```ts
 * const messages: Partial<Record<ZenvioErrorCode, string>> = { instance_not_allowed: 'Esta chave é de outra instância.' };
 * ```
 */
export type ZenvioErrorCode = CommonErrorCode | (typeof refusals)[number]['states'][number];
