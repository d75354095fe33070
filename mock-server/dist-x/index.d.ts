export { A as AccountHandle, a as AppliedSeed, C as Clock, b as Contract, c as ContractOptions, d as ContractViolation, D as DecisionCode, e as DeliveryStatus, f as Duration, F as Fault, g as FaultEffect, h as FaultTarget, J as JournalEntry, K as KeyHandle, i as KeyRuleError, M as Mock, j as MockOptions, N as NewAccount, k as NewFault, l as NewKeyHandle, m as NewKeyOptions, n as NewWebhook, P as PlatformHandle, o as PlayedScenario, R as RegisteredWebhook, p as RuleCode, S as ScenarioEntry, q as ScenarioName, r as ScenarioOptions, s as Seed, t as SeededAccount, u as SessionApi, v as SessionOptions, T as TraceStep, w as WebhookAttempt, W as WebhookDelivery, x as WebhookOptions, y as WebhookRegistration, z as WebhooksApi, Z as ZeroSetupEntry, B as createMock } from './mock-C3YniEEL.js';
export { R as RateLimiting, h as Snapshot } from './sessions-DgKM0GCW.js';
import { Problem } from '@chaveiro/openapi/policy';
import 'zod';
import '@chaveiro/openapi/types';

/** What is wrong with a seed, all at once. */

/** Nothing of the seed has been applied when this is thrown. */
declare class SeedError extends Error {
    readonly name = "SeedError";
    /** Each with its path in the seed: `['accounts', 0, 'plan']`. */
    readonly problems: readonly Problem[];
    /** @param where how a path is shown: `seed.yaml:12:5 accounts[0].plan`. */
    constructor(problems: readonly Problem[], where?: (path: Problem['path']) => string);
}

/** A document, a policy or a file that cannot be used; the message says what it is instead, and what to do. */
declare class OwnDocumentError extends Error {
    readonly name = "OwnDocumentError";
}

/** Loads Prism when it is first needed: it takes half a second, and a newer Node than the rest of the mock. */

/** Prism cannot be had here; the message says what to do. */
declare class PrismUnavailableError extends Error {
    readonly name = "PrismUnavailableError";
}

export { OwnDocumentError, PrismUnavailableError, SeedError };
