import type { CommonErrorCode } from '../../errors/codes.ts';

/**
 * What can go wrong with a call to the console; `scope_missing` for a role that may not do this.
 *
 * ```ts
 * const isOfRole = (code: ConsoleErrorCode) => code === 'scope_missing';
 * ```
 */
export type ConsoleErrorCode = CommonErrorCode | 'scope_missing';
