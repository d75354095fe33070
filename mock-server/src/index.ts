/** The mock server: a stateful stand-in for Pingback, RD Station and Zenvio that knows what every key is. */
export type { AccountHandle, NewKeyOptions } from './api/account-handle.ts';
export type { KeyHandle, NewKeyHandle } from './api/key-handle.ts';
export type { NewAccount, PlatformHandle } from './api/platform-handle.ts';
export type { RateLimiting } from './core/account.ts';
export type { Clock, Duration } from './core/clock.ts';
export type { DecisionCode, TraceStep } from './core/decision.ts';
export type { JournalEntry } from './core/journal.ts';
export { KeyRuleError, type RuleCode } from './core/outcome.ts';
export type { Snapshot } from './core/session.ts';
export { createMock, type Mock, type MockOptions } from './mock.ts';
export type { ZeroSetupEntry } from './zero-setup.ts';
