/** The mock server: a stateful stand-in for Pingback, RD Station and Zenvio that knows what every key is. */
export type { AccountHandle, NewKeyOptions } from './api/account-handle.ts';
export type { KeyHandle, NewKeyHandle } from './api/key-handle.ts';
export type { WebhooksApi } from './api/webhooks-api.ts';
export type { NewAccount, PlatformHandle } from './api/platform-handle.ts';
export type { SessionApi } from './api/session-api.ts';
export type { RateLimiting } from './core/account.ts';
export type { Clock, Duration } from './core/clock.ts';
export type { DecisionCode, TraceStep } from './core/decision.ts';
export type { Fault, FaultEffect, FaultTarget, NewFault } from './core/fault.ts';
export type { JournalEntry } from './core/journal.ts';
export { KeyRuleError, type RuleCode } from './core/outcome.ts';
export type { Snapshot } from './core/session.ts';
export { createMock, type Mock, type MockOptions, type SessionOptions } from './mock.ts';
export type {
  Attempt as WebhookAttempt,
  CourierOptions as WebhookOptions,
  DeliveryStatus,
  NewWebhook,
  RegisteredWebhook,
  WebhookDelivery,
  WebhookRegistration,
} from './webhooks/index.ts';
export type { PlayedScenario, ScenarioEntry, ScenarioName, ScenarioOptions } from './scenarios/index.ts';
export { SeedError, type AppliedSeed, type Seed, type SeededAccount } from './seed/index.ts';
export { OwnDocumentError } from './own-document/index.ts';
export type { Contract, ContractOptions, ContractViolation } from './prism/contract-view.ts';
export { PrismUnavailableError } from './prism/load.ts';
export type { ZeroSetupEntry } from './zero-setup.ts';
