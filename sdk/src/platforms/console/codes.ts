import type { CommonErrorCode } from '../../errors/codes.ts';

/** What can go wrong with a call to the console; `scope_missing` for a role that may not do this. */
export type ConsoleErrorCode = CommonErrorCode | 'scope_missing';
