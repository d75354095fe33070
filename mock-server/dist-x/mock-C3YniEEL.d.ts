import { AuthState, Evidence, KeyPolicy, AuthFailures, Role, OwnPolicy, ZeroSetupKey, ZeroSetupAccount, OpenApiDocument } from '@chaveiro/openapi/policy';
import { i as Row, j as SessionProblem, R as RateLimiting, k as SessionSettings, h as Snapshot, S as SessionStore } from './sessions-DgKM0GCW.js';
import * as z from 'zod';
import { components } from '@chaveiro/openapi/types';

/** Time as the mock sees it: real time plus an offset, or frozen at an instant; it moves on demand. */
/** A duration: milliseconds, or a number with a unit (`250ms`, `61s`, `15m`, `24h`, `30d`). */
type Duration = number | string;
interface Clock {
    /** Milliseconds since the epoch. */
    now(): number;
    /** Moves time forward and returns the new instant. */
    advance(by: Duration): number;
    /** Jumps to an instant, also back; what falls due on the way does so with the next request. */
    set(instant: number): void;
    /**
     * Resolves when the clock has moved on by `duration`, whether by itself or by {@link Clock.advance}, and when it is
     * reset. Rejects with the reason of `signal` when that aborts first; nothing waits on after either.
     */
    sleep(duration: Duration, signal?: AbortSignal): Promise<void>;
    /** Forgets every advance, and ends every sleep. */
    reset(): void;
}

/** `after` counts the bytes of the body that still come through; default: half of it. */
type FaultEffect = 
/** An answer of this status. Without a `body` it is the document's own for this status, where it has one. */
{
    readonly kind: 'status';
    readonly status: number;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
}
/** The right answer, later, on the session's clock. `jitter` adds up to that much, by the seed. */
 | {
    readonly kind: 'latency';
    readonly delay: Duration;
    readonly jitter?: Duration;
}
/** The connection ends. `after` an answer was made: the request took effect, and nobody learns of it. */
 | {
    readonly kind: 'drop';
    readonly when?: 'before' | 'after';
}
/** The body stops coming, and the connection stays open. */
 | {
    readonly kind: 'stall';
    readonly after?: number;
}
/** The body ends too early, and so does the connection. */
 | {
    readonly kind: 'truncate';
    readonly after?: number;
}
/** A complete answer whose body is no JSON. */
 | {
    readonly kind: 'malformed';
}
/** A gateway's HTML page. Default status: 502. */
 | {
    readonly kind: 'html';
    readonly status?: number;
} | {
    readonly kind: 'content_type';
    readonly contentType: string;
}
/** 429 in the platform's own words; `example`: another of its 429 answers, by its name in the document. */
 | {
    readonly kind: 'rate_limited';
    readonly example?: string;
};
/** Which requests a fault hits; what is left out matches everything. */
interface FaultTarget {
    readonly platform?: string;
    readonly operationId?: string;
    readonly method?: string;
    readonly keyId?: string;
    readonly accountId?: string;
}
interface NewFault {
    readonly effect: FaultEffect;
    readonly on?: FaultTarget;
    /** How many requests it hits before it is used up; default: all. */
    readonly times?: number;
    /** Of matching requests, the share that it hits, from 0 to 1; default 1. */
    readonly probability?: number;
    /** Which of the matching requests it hits follows from it, and so does jitter; default: from the session's seed. */
    readonly seed?: number;
}
interface Fault extends Row {
    readonly effect: FaultEffect;
    readonly on: FaultTarget;
    /** Hits that are left; `null`: no end. */
    readonly left: number | null;
    readonly probability: number;
    readonly seed: number;
    /** Matching requests, hit or not. */
    readonly seen: number;
    readonly hits: number;
}

/** The result of a command on an account or a key: its value, or the rule that forbids it. */

/** Stable codes of the rules; the console answers with the same ones. */
type RuleCode = 'key_limit_reached' | 'key_name_taken' | 'plan_required' | 'action_not_allowed' | 'secret_not_recoverable' | 'key_not_found' | 'invalid_request';
interface Broken {
    readonly ok: false;
    readonly code: RuleCode;
    /** What happened and what to do next, for a person. */
    readonly message: string;
    readonly facts: Facts;
}
/** Thrown by the in-process API where the console would answer with a problem. */
declare class KeyRuleError extends Error {
    readonly name = "KeyRuleError";
    readonly code: RuleCode;
    readonly facts: Facts;
    constructor(rule: Broken);
}

/** An API key (or access token) and what it was at any moment. */

type KeyStatus = 'active' | 'disabled' | 'deleted';
type DisabledReason = 'by_user' | 'plan_downgraded';

/** Why a request was let in or refused: every step that looked at it, in order. */

type StepName = 'locate' | 'identify' | 'deleted' | 'disabled' | 'expired' | 'plan' | 'product' | 'endpoint' | 'scope' | 'rate_limit' | 'request' | 'instance' | 'session';
/** Requests that fail for another reason than their key. */
type RequestProblem = 'malformed_json' | 'missing_body' | 'unsupported_media_type' | 'payload_too_large' | 'uri_too_long' | 'bad_encoding' | 'unknown_path' | 'method_not_allowed' | 'server_error' | 'invalid_request' | 'unimplemented'
/** A browser asked whether it may send the real request. */
 | 'preflight'
/** An injected fault answered instead. */
 | 'fault'
/** The store could not be written. */
 | 'not_kept'
/** The controls of the mock are closed to whoever asks. */
 | 'control_token_required' | 'control_forbidden';
/** A rule of the dashboard that refused. */
type RuleDecision = RuleCode | 'role_required' | 'account_not_found';
/** `public`: the operation takes no key. */
type DecisionCode = 'allowed' | 'public' | AuthState | RequestProblem | RuleDecision | SessionProblem | 'session_required';
interface TraceStep {
    readonly step: StepName;
    readonly outcome: 'passed' | 'refused' | 'skipped';
    /** The line of the document that decided: `x-key-policy.actions.disable`, `security`, `x-instance`. */
    readonly rule: string;
    /** What was found, for a person to read; never a secret. */
    readonly detail: string;
    readonly evidence?: Evidence;
    readonly source?: string;
}
/** Values that an example's `x-fill` may take: the missing scope, the limit, the lead. */
type Facts = Record<string, string | number>;

/** What arrived and what was answered: the newest entries, without any secret. */

/** An entry without its bodies: all that it takes to find and list it. */
interface JournalHead {
    readonly requestId: string;
    /** Milliseconds since the epoch, on the session's clock. */
    readonly at: number;
    readonly method: string;
    /** Path and query; credentials in the query are masked. */
    readonly path: string;
    readonly platform: string | null;
    readonly operationId: string | null;
    readonly status: number;
    readonly decision: DecisionCode;
    readonly evidence: Evidence | null;
    readonly source: string | null;
    readonly scheme: string | null;
    readonly keyId: string | null;
    readonly accountId: string | null;
    readonly instanceId: string | null;
    readonly userAgent: string | null;
    /** Ids of the faults that hit it, in `mock.faults`. */
    readonly faults: readonly string[];
    /** Milliseconds of real time that the answer took. */
    readonly durationMs: number;
    readonly steps: readonly TraceStep[];
    /** What does not fit the document; only where exchanges are checked against it. */
    readonly violations?: readonly {
        readonly side: 'request' | 'response';
        readonly place: string;
        readonly message: string;
    }[];
}
interface JournalEntry extends JournalHead {
    readonly requestBody: unknown;
    readonly responseBody: unknown;
}

/** A key scheme of the document, as the core needs it: where the key travels and what rules it obeys. */

interface Placement {
    /** `bearer`: after a word in the Authorization header. `basic`: the password there, or the user name where there is none. */
    readonly in: 'header' | 'query' | 'cookie' | 'bearer' | 'basic';
    /** Header, query parameter or cookie; `authorization` for what travels there. */
    readonly name: string;
    /** The word before the key in the Authorization header, in lower case; default: `bearer`. */
    readonly word?: string;
}
interface KeyScheme {
    readonly name: string;
    readonly platform: string;
    readonly placement: Placement;
    readonly policy: KeyPolicy;
    readonly failures: AuthFailures;
    /** Further schemes whose keys are good here: one key that may travel in more than one place. */
    readonly alsoKeysOf?: readonly string[];
}

/** A body that comes piece by piece, for as long as somebody reads it. */
interface StreamSink {
    /** @returns whether anybody still reads; a reader who falls too far behind is let go, and may come back. */
    write(this: void, text: string): boolean;
    end(this: void): void;
}
/** Starts the stream. @returns what to do when it is over, whoever ended it. */
type BodyStream = (sink: StreamSink) => () => void;

/** Takes due deliveries to their URLs. The one part of the mock that calls somebody, and so the one that waits. */

interface CourierOptions {
    /** Hosts besides this machine that may be called, by exact name. */
    readonly allowHosts?: readonly string[];
    /** Default: the global `fetch` at the moment of the call. */
    readonly fetch?: (url: URL, init: RequestInit) => Promise<Response>;
    /** Real time that a receiver may take; default: as the platform says. */
    readonly timeout?: Duration;
}

/** A request as the core gets it: read completely, within the size limit, nothing interpreted. */
/** A listener, as the guard of the mock's controls sees it. */
interface Door {
    /** Other machines can reach it too. */
    readonly exposed: boolean;
    /** What opens the controls to whoever comes in here; default: that of the mock. */
    readonly controlToken?: string | undefined;
}
/** Header fields by name in any case; several of one name are one text, as in `Headers`. */
type IncomingHeaders = Pick<Headers, 'get'> & Iterable<[string, string]>;
/** What of a `URL` a request is looked up by. */
type IncomingUrl = Readonly<Pick<URL, 'host' | 'hostname' | 'pathname' | 'search' | 'searchParams' | 'href'>>;
interface IncomingRequest {
    readonly method: string;
    readonly url: IncomingUrl;
    readonly headers: IncomingHeaders;
    /** The whole body, or `undefined` when there is none. */
    readonly body: Uint8Array | undefined;
    /** The body went on past the limit and was not read to its end. */
    readonly tooLarge: boolean;
    /** Aborts when whoever asked goes away; called only when an answer has to wait, since it may cost something. */
    readonly gone?: () => AbortSignal;
    /** Where it came in, as far as the mock's controls care. */
    readonly door?: Door;
}

/** An answer ready for any transport: bytes, and what is to go wrong on the way. */

/** What a transport does to an answer instead of sending it whole. */
type Breakage = 
/** Ends the connection without a byte. */
{
    readonly kind: 'drop';
}
/** Sends that many bytes of the body, then ends the connection. */
 | {
    readonly kind: 'truncate';
    readonly after: number;
}
/** Sends that many bytes of the body, then nothing, and keeps the connection. */
 | {
    readonly kind: 'stall';
    readonly after: number;
};
interface Outgoing {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** `undefined`: no body. */
    readonly body: string | undefined;
    /** Waits until the session's clock has moved on; absent: at once. Rejects when `signal` aborts first. */
    readonly wait?: (signal?: AbortSignal) => Promise<void>;
    readonly breakage?: Breakage;
    /** Instead of `body`. */
    readonly stream?: BodyStream;
}

/** Two seams of the exchange: who answers operations that have no behaviour, and who looks over every answer. */

/** Something in a request or an answer that the document does not allow. */
interface Violation {
    readonly side: 'request' | 'response';
    /** Where: `body.email`, `query.page`; empty for the message as a whole. */
    readonly place: string;
    readonly message: string;
}

/** What a dashboard can do with a key, each command under the policy of its scheme. */

interface NewKey {
    readonly name?: string | undefined;
    /** Default: every scope of the policy. */
    readonly scopes?: readonly string[] | undefined;
    /** Instances to lock the key to; default: none, so that it opens all. */
    readonly instances?: readonly string[] | null | undefined;
    /** A secret of your own, for fixtures, which no other key may have; default: a generated one in the platform's format. */
    readonly secret?: string | undefined;
    /** The secret is no secret: the document shows it to everybody. */
    readonly published?: boolean;
    readonly id?: string | undefined;
}

/** A key as a test sees it: what it is now, and the buttons of its dashboard. */

/** Methods throw `KeyRuleError` where the platform's rules forbid the step; its `code` is the console's. */
interface KeyHandle {
    readonly id: string;
    readonly accountId: string;
    readonly platform: string;
    readonly scheme: string;
    readonly name: string;
    readonly status: KeyStatus;
    readonly disabledReason: DisabledReason | null;
    /** As lists show it. */
    readonly masked: string;
    readonly scopes: readonly string[];
    /** `null`: every instance. */
    readonly instances: readonly string[] | null;
    readonly requests: number;
    /** Effective for the very next request, unless the mock has a `propagationDelay`. */
    disable(): void;
    enable(): void;
    rename(name: string): void;
    /** For ever; "revoke" on some platforms. */
    delete(): void;
    /** As if its time were over, where keys of its kind have one. */
    expire(): void;
    /** The secret, where the platform can show it again. */
    reveal(): string;
}
/** A key just created. Its secret is in no log, `inspect` or JSON: only in this property. */
interface NewKeyHandle extends KeyHandle {
    readonly secret: string;
}

/** An account as a test sees it: plan, people, keys. */

interface NewKeyOptions extends NewKey {
    /** A scheme of the platform other than its key screen's: `rdstationOAuth` for an access token. */
    readonly scheme?: string;
}
interface AccountHandle {
    readonly id: string;
    readonly platform: string;
    readonly name: string;
    readonly plan: string;
    readonly keys: {
        /** Creates a key as the dashboard would. @throws {KeyRuleError} `key_limit_reached`, `plan_required`, … */
        create(options?: NewKeyOptions): NewKeyHandle;
        /** Also disabled and deleted ones. */
        list(): KeyHandle[];
        /** @throws {Error} when the account has no such key. */
        get(id: string): KeyHandle;
    };
    /** Moves the account to another plan; a downgrade does to its keys what the policy says. */
    changePlan(plan: string): void;
    /** Whether this account's rate limits count; `null`: as the mock says. */
    limitRate(mode: RateLimiting | null): void;
    /** Signs a person in to the console of this account and returns the session's token. */
    signIn(role: Role, name?: string): string;
}

/** What of a session's settings can be changed while it runs. */

interface SettingChanges {
    readonly rateLimits?: 'off' | 'on';
    readonly propagationDelay?: Duration;
    readonly failures?: SessionSettings['failures'];
}

/** What a scenario is: for which kinds of key it exists, and what happens on the stage. */

/** A sentence in both languages. */
interface Summary {
    readonly en: string;
    readonly pt: string;
}
/** One account of one platform, to be brought into a situation. `Role` names what the keys are to the scenario. */
interface Stage<Role extends string = string> {
    readonly policy: KeyPolicy;
    /** Fresh, on a plan with API access, with the rows of the document's examples and no key. */
    readonly account: AccountHandle;
    /** Creates a key; tests find it as `keys.<role>`. */
    key(role: Role, options?: NewKeyOptions): NewKeyHandle;
    /** Ids of the account's rows in a collection. */
    idsOf(collection: string): string[];
    /** Makes something go wrong for requests to this platform. */
    fault(effect: FaultEffect, limits?: Pick<NewFault, 'times' | 'probability'>): Fault;
    /** The platform's own body for an error inside it. */
    serverError(): {
        readonly status: number;
        readonly body: unknown;
    };
    configure(changes: SettingChanges): void;
}
interface ScenarioDefinition<Role extends string = string> {
    readonly summary: Summary;
    /** Every key that it is sure to return. */
    readonly keys: readonly Role[];
    /** Whether the rules for this kind of key let the situation come about. */
    fits(scheme: KeyScheme): boolean;
    play(stage: Stage<Role>): void;
    /** The product that its account is of, where it is not the platform's default. */
    product?(policy: KeyPolicy): string | undefined;
}

/** Every scenario by its name. To add one, write it in the file of its kind. */

declare const registry: {
    'rate-limited': ScenarioDefinition<"key">;
    'rate-limits': ScenarioDefinition<"key">;
    'slow-propagation': ScenarioDefinition<"key">;
    outage: ScenarioDefinition<"key">;
    'server-errors': ScenarioDefinition<"key">;
    slow: ScenarioDefinition<"key">;
    flaky: ScenarioDefinition<"key">;
    'send-only': ScenarioDefinition<"key">;
    'manage-only': ScenarioDefinition<"key">;
    'logs-only': ScenarioDefinition<"key">;
    'locked-instance': ScenarioDefinition<"locked" | "open">;
    'key-limit-reached': ScenarioDefinition<"key" | `key${number}`>;
    rotation: ScenarioDefinition<"old" | "next">;
    rotated: ScenarioDefinition<"old" | "next">;
    active: ScenarioDefinition<"key">;
    'no-key': ScenarioDefinition<never>;
    disabled: ScenarioDefinition<"key">;
    're-enabled': ScenarioDefinition<"key">;
    deleted: ScenarioDefinition<"key">;
    'free-plan': ScenarioDefinition<"key">;
    'plan-restored': ScenarioDefinition<"key">;
    'blocked-workspace': ScenarioDefinition<"key">;
    'wrong-product': ScenarioDefinition<"key">;
    'access-token': ScenarioDefinition<"token">;
    'revoked-token': ScenarioDefinition<"token">;
    expired: ScenarioDefinition<"key">;
};
type ScenarioName = keyof typeof registry;
/** The names under which a scenario returns its keys. */
type KeysOf<Name extends string> = Name extends ScenarioName ? (typeof registry)[Name] extends ScenarioDefinition<infer Role> ? Role : never : string;

/** A platform as a test sees it: where its real host is, and its accounts. */

interface NewAccount {
    readonly id?: string;
    readonly name?: string;
    /** Default: the policy's default plan. */
    readonly plan?: string;
    /** For platforms with several products. */
    readonly product?: string;
    readonly rateLimits?: RateLimiting;
}
interface PlatformHandle {
    readonly id: string;
    readonly title: string;
    /** Real base URL, as the SDK uses it without a `baseUrl` of your own. */
    readonly server: string;
    readonly accounts: {
        create(options?: NewAccount): AccountHandle;
        list(): AccountHandle[];
        /** @throws {Error} when there is no such account. */
        get(id: string): AccountHandle;
    };
}

interface SceneOptions {
    readonly account?: NewAccount;
    /** Secrets of your own, by the key's name in the scenario. */
    readonly secrets?: Readonly<Record<string, string>>;
    /** `none`: an account without contacts, instances and the like. */
    readonly rows?: 'example' | 'none';
}

/** Scenarios: an account and its keys, brought into a situation by name. Which exist on a platform follows from its policy. */

interface ScenarioOptions extends SceneOptions {
    /** May be left out where only one platform has the scenario. */
    readonly platform?: string;
    /** A key scheme by its name in the document; default: the platform's first that the scenario fits. */
    readonly scheme?: string;
}
/** What a scenario leaves behind: everything that a test needs to act on it. */
interface PlayedScenario<Keys extends string = string> {
    readonly scenario: string;
    readonly platform: string;
    readonly account: AccountHandle;
    /** By what they are to the scenario, each with its `secret`. */
    readonly keys: Readonly<Record<Keys, NewKeyHandle>>;
    /** Session tokens for the console, one for each role. */
    readonly users: Readonly<Record<Role, string>>;
    readonly faults: readonly Fault[];
}
interface ScenarioEntry {
    readonly name: string;
    readonly summary: Summary;
    /** Platforms whose rules let it come about. */
    readonly platforms: readonly string[];
    /** The names under which it returns its keys. */
    readonly keys: readonly string[];
}

/** Makes in a session what a seed says, all of it or nothing. */

interface SeededUser {
    readonly role: Role;
    readonly name: string;
    readonly token: string;
}
interface SeededAccount {
    readonly account: AccountHandle;
    /** In the order of the seed, each with its secret. */
    readonly keys: readonly NewKeyHandle[];
    readonly users: readonly SeededUser[];
}
/** What a seed has made, in its order. */
interface AppliedSeed {
    readonly accounts: readonly SeededAccount[];
    readonly scenarios: readonly PlayedScenario[];
    readonly faults: readonly Fault[];
    /** The session's now, in milliseconds since the epoch. */
    readonly now: number;
}

/** What a seed file may say. Whether its names exist is up to the document: see check.ts. */

/** In a seed a name alone will do. */
declare const scenario: z.ZodObject<{
    name: z.ZodString;
    platform: z.ZodExactOptional<z.ZodString>;
    scheme: z.ZodExactOptional<z.ZodString>;
    account: z.ZodExactOptional<z.ZodObject<{
        id: z.ZodExactOptional<z.ZodString>;
        name: z.ZodExactOptional<z.ZodString>;
        plan: z.ZodExactOptional<z.ZodString>;
        product: z.ZodExactOptional<z.ZodString>;
        rateLimits: z.ZodExactOptional<z.ZodEnum<{
            off: "off";
            on: "on";
            exhausted: "exhausted";
        }>>;
    }, z.core.$strict>>;
    secrets: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    rows: z.ZodExactOptional<z.ZodEnum<{
        example: "example";
        none: "none";
    }>>;
}, z.core.$strict>;
declare const seedSchema: z.ZodObject<{
    $schema: z.ZodExactOptional<z.ZodString>;
    clock: z.ZodExactOptional<z.ZodObject<{
        now: z.ZodISODateTime;
    }, z.core.$strict>>;
    settings: z.ZodExactOptional<z.ZodObject<{
        rateLimits: z.ZodExactOptional<z.ZodEnum<{
            off: "off";
            on: "on";
        }>>;
        propagationDelay: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
        failures: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodRecord<z.ZodString, z.ZodString>>>;
    }, z.core.$strict>>;
    accounts: z.ZodExactOptional<z.ZodArray<z.ZodObject<{
        platform: z.ZodString;
        id: z.ZodExactOptional<z.ZodString>;
        name: z.ZodExactOptional<z.ZodString>;
        plan: z.ZodExactOptional<z.ZodString>;
        product: z.ZodExactOptional<z.ZodString>;
        rateLimits: z.ZodExactOptional<z.ZodEnum<{
            off: "off";
            on: "on";
            exhausted: "exhausted";
        }>>;
        keys: z.ZodExactOptional<z.ZodArray<z.ZodObject<{
            id: z.ZodExactOptional<z.ZodString>;
            name: z.ZodExactOptional<z.ZodString>;
            scheme: z.ZodExactOptional<z.ZodString>;
            secret: z.ZodExactOptional<z.ZodString>;
            state: z.ZodExactOptional<z.ZodEnum<{
                active: "active";
                disabled: "disabled";
                deleted: "deleted";
                expired: "expired";
            }>>;
            scopes: z.ZodExactOptional<z.ZodArray<z.ZodString>>;
            instances: z.ZodExactOptional<z.ZodArray<z.ZodString>>;
        }, z.core.$strict>>>;
        users: z.ZodExactOptional<z.ZodArray<z.ZodObject<{
            role: z.ZodEnum<{
                owner: "owner";
                manager: "manager";
                member: "member";
            }>;
            name: z.ZodExactOptional<z.ZodString>;
            token: z.ZodExactOptional<z.ZodString>;
        }, z.core.$strict>>>;
        resources: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodArray<z.ZodRecord<z.ZodString, z.ZodUnknown>>>>;
    }, z.core.$strict>>>;
    scenarios: z.ZodExactOptional<z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        platform: z.ZodExactOptional<z.ZodString>;
        scheme: z.ZodExactOptional<z.ZodString>;
        account: z.ZodExactOptional<z.ZodObject<{
            id: z.ZodExactOptional<z.ZodString>;
            name: z.ZodExactOptional<z.ZodString>;
            plan: z.ZodExactOptional<z.ZodString>;
            product: z.ZodExactOptional<z.ZodString>;
            rateLimits: z.ZodExactOptional<z.ZodEnum<{
                off: "off";
                on: "on";
                exhausted: "exhausted";
            }>>;
        }, z.core.$strict>>;
        secrets: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        rows: z.ZodExactOptional<z.ZodEnum<{
            example: "example";
            none: "none";
        }>>;
    }, z.core.$strict>>>;
    faults: z.ZodExactOptional<z.ZodArray<z.ZodObject<{
        effect: z.ZodDiscriminatedUnion<[z.ZodObject<{
            kind: z.ZodLiteral<"status">;
            status: z.ZodInt;
            body: z.ZodExactOptional<z.ZodUnknown>;
            headers: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        }, z.core.$strict>, z.ZodObject<{
            kind: z.ZodLiteral<"latency">;
            delay: z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>;
            jitter: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
        }, z.core.$strict>, z.ZodObject<{
            kind: z.ZodLiteral<"drop">;
            when: z.ZodExactOptional<z.ZodEnum<{
                before: "before";
                after: "after";
            }>>;
        }, z.core.$strict>, z.ZodObject<{
            kind: z.ZodLiteral<"stall">;
            after: z.ZodExactOptional<z.ZodInt>;
        }, z.core.$strict>, z.ZodObject<{
            kind: z.ZodLiteral<"truncate">;
            after: z.ZodExactOptional<z.ZodInt>;
        }, z.core.$strict>, z.ZodObject<{
            kind: z.ZodLiteral<"malformed">;
        }, z.core.$strict>, z.ZodObject<{
            kind: z.ZodLiteral<"html">;
            status: z.ZodExactOptional<z.ZodInt>;
        }, z.core.$strict>, z.ZodObject<{
            kind: z.ZodLiteral<"content_type">;
            contentType: z.ZodString;
        }, z.core.$strict>, z.ZodObject<{
            kind: z.ZodLiteral<"rate_limited">;
        }, z.core.$strict>], "kind">;
        on: z.ZodExactOptional<z.ZodObject<{
            platform: z.ZodExactOptional<z.ZodString>;
            operationId: z.ZodExactOptional<z.ZodString>;
            method: z.ZodExactOptional<z.ZodString>;
            keyId: z.ZodExactOptional<z.ZodString>;
            accountId: z.ZodExactOptional<z.ZodString>;
        }, z.core.$strict>>;
        times: z.ZodExactOptional<z.ZodInt>;
        probability: z.ZodExactOptional<z.ZodNumber>;
    }, z.core.$strict>>>;
}, z.core.$strict>;
type CheckedSeed = z.output<typeof seedSchema>;
type SeedScenario = z.output<typeof scenario>;
/** A seed as it is written: in code, YAML or JSON. A scenario without further wishes is its name. */
interface Seed extends Omit<CheckedSeed, 'scenarios'> {
    scenarios?: (string | SeedScenario)[];
}

/** What reached a platform, as rows that a test can look at. */

/** Rows of one kind over all accounts of a platform, oldest first. */
interface Arrivals<R extends Row> {
    list(): R[];
    /** Rows that have what `like` has, objects within them too: `where({ payload: { email: 'ana@exemplo.com.br' } })`. */
    where(like: Like<R>): R[];
    last(): R | undefined;
    count(): number;
}
/** Some of an object's fields, and of the objects in it some of theirs; arrays whole. */
type Like<T> = {
    readonly [Name in keyof T]?: T[Name] extends readonly unknown[] ? T[Name] : T[Name] extends object ? Like<T[Name]> : T[Name];
};

type Schemas$1 = components['schemas'];
type Contact = Schemas$1['PingbackContact'];
type Segment = Schemas$1['PingbackSegment'];
interface Deal {
    readonly id: string;
    readonly contactId: string;
    readonly pipelineId: string;
    readonly stageId: string;
    readonly attributes: Schemas$1['PingbackDealAttributes'];
    readonly createdAt: string;
    readonly updatedAt: string;
}
/** One start of an automation through its webhook. */
interface WebhookRun {
    readonly id: string;
    readonly webhookId: string;
    readonly workflowId: string;
    readonly contactId: string;
    readonly email: string;
    readonly at: string;
}

/** A value that the platform takes for a field: JSON as it was sent. */
type Fields = Readonly<Record<string, unknown>>;
/** The last step of the sales funnel (funil de vendas) that a qualification event took. */
interface Funnel {
    readonly name: string;
    readonly stage: 'opportunity' | 'sale' | 'opportunity_lost';
    /** What was sold for, when the event said so. */
    readonly value?: number;
    /** Why it was lost, when the event said so. */
    readonly reason?: string;
    readonly at: string;
}
/** Somebody in the lead base (Base de Leads): one e-mail address, whatever its case. */
interface Lead {
    readonly id: string;
    readonly email: string;
    /** Standard fields, and custom ones under their `cf_…` identifiers. */
    readonly fields: Fields;
    /** Lower case, in the order in which they were first given. */
    readonly tags: readonly string[];
    readonly legal_bases: readonly object[];
    /** `null` until a qualification event. */
    readonly funnel: Funnel | null;
    readonly createdAt: string;
    readonly updatedAt: string;
}
/** One conversion. `id` is its `event_uuid`. */
interface Conversion {
    readonly id: string;
    readonly leadId: string;
    readonly identifier: string;
    /** What of the sent payload is kept: unknown attributes are not. */
    readonly payload: Fields;
    readonly at: string;
}
/** One event other than a conversion. `id` is its `event_uuid`. */
interface StoredEvent {
    readonly id: string;
    readonly event_type: string;
    readonly email: string;
    /** `null`: nobody in the lead base has the address. */
    readonly leadId: string | null;
    /** Whether it had an effect; a qualification of an unknown contact has none. */
    readonly processed: boolean;
    readonly payload: Fields;
    readonly at: string;
}
/** A custom field (campo personalizado) of the account. */
interface CustomField {
    readonly id: string;
    /** With its prefix: `cf_porte`. */
    readonly api_identifier: string;
    readonly data_type: 'STRING' | 'INTEGER' | 'BOOLEAN' | 'STRING[]';
    /** Of a choice: what may be chosen. */
    readonly valid_options?: readonly string[];
}

type Schemas = components['schemas'];
/** A WhatsApp number (instância) of the workspace, as the API shows it. */
type Instance = Schemas['ZenvioInstance'];
type Send = Schemas['ZenvioSendMessage'];
/** One message to one recipient. Its field names are those of the wire, but for `id` and what the wire does not show. */
interface Message extends Omit<Schemas['ZenvioMessage'], 'message_id'> {
    readonly id: string;
    readonly instance_id: string;
    readonly payload: Send['payload'];
    /** When its next step is planned; absent or `null`: none is. Milliseconds since the epoch. */
    readonly dueAt?: number | null;
    readonly failedAttempts?: number;
    readonly maxRetries?: number;
}

/** Custom fields of an RD Station account as a test sees them; in life they are made in the dashboard. */

interface CustomFieldArrivals extends Arrivals<CustomField> {
    /**
     * Adds a field to an account. From then on its conversions keep no `cf_…` that was not defined, and refuse values of
     * another type. @throws {Error} for an account that RD Station does not have.
     */
    define(accountId: string, field: Omit<CustomField, 'id'>): CustomField;
}

interface Inbound {
    readonly instanceId: string;
    /** Digits with country code. */
    readonly from: string;
    readonly text: string;
}

/** WhatsApp instances as a test sees them, with what only a phone could do. */

interface InstanceArrivals extends Arrivals<Instance> {
    /** As if somebody read its QR code, or its session was restored; what was queued is sent. @throws {Error} when there is none. */
    connect(id: string): Instance;
    /** As if its phone went offline. @throws {Error} when there is none. */
    disconnect(id: string): Instance;
    /** As if somebody wrote to it; seen by webhooks alone. @throws {Error} when there is none. */
    receive(id: string, message: Omit<Inbound, 'instanceId'>): void;
}

/** The three platforms as a test sees them: accounts, and what arrived. */

interface PingbackHandle extends PlatformHandle {
    readonly contacts: Arrivals<Contact>;
    readonly segments: Arrivals<Segment>;
    readonly deals: Arrivals<Deal>;
    /** Runs that the inbound webhook started. */
    readonly webhookRuns: Arrivals<WebhookRun>;
}
interface RDStationHandle extends PlatformHandle {
    readonly conversions: Arrivals<Conversion>;
    readonly leads: Arrivals<Lead>;
    readonly events: Arrivals<StoredEvent>;
    readonly customFields: CustomFieldArrivals;
}
interface ZenvioHandle extends PlatformHandle {
    readonly messages: Arrivals<Message>;
    readonly instances: InstanceArrivals;
}
interface PlatformHandles {
    readonly pingback: PingbackHandle;
    readonly rdstation: RDStationHandle;
    readonly zenvio: ZenvioHandle;
    /** By the document's name for it. @throws {Error} for a name that the document does not have. */
    platform(id: string): PlatformHandle;
}

type DeliveryStatus = 'pending' | 'delivered' | 'failed';
interface Attempt {
    /** Milliseconds since the epoch, on the session's clock. */
    readonly at: number;
    /** `null`: there was no answer. */
    readonly status: number | null;
    /** Why there was no answer: `ECONNREFUSED`, `no answer within 5000 ms`, … */
    readonly error: string | null;
    /** Milliseconds of real time. */
    readonly durationMs: number;
}
/** What is kept of a delivery. */
interface Delivery extends Row {
    readonly webhookId: string;
    readonly platform: string;
    readonly accountId: string;
    readonly event: string;
    readonly url: string;
    readonly payload: unknown;
    /** When the event happened: milliseconds since the epoch, on the session's clock. */
    readonly eventAt: number;
    readonly status: DeliveryStatus;
    readonly attempts: readonly Attempt[];
    /** `null`: none will follow. */
    readonly nextAttemptAt: number | null;
}
/** A delivery as a test sees it: credentials in the URL's query and in the body are masked. */
interface WebhookDelivery extends Omit<Delivery, 'payload'> {
    readonly body: unknown;
}

/** URLs that were registered for a platform's events. In life this is a screen of the dashboard. */

interface NewWebhook {
    readonly platform: string;
    /** Default: every account of the platform. */
    readonly accountId?: string;
    /** http or https, on this machine, or on a host that the mock was allowed to call. */
    readonly url: string;
    /** Default: every event of the platform. */
    readonly events?: readonly string[];
    /** Only events about these, such as the identifiers of conversions. Default: about anything. */
    readonly identifiers?: readonly string[];
    /** Signs deliveries, where the platform signs them. Default: a new one. */
    readonly secret?: string;
}
interface WebhookRegistration extends Row {
    readonly platform: string;
    /** `null`: every account. */
    readonly accountId: string | null;
    readonly url: string;
    readonly events: readonly string[];
    /** `null`: about anything. */
    readonly identifiers: readonly string[] | null;
    /** Milliseconds since the epoch. */
    readonly createdAt: number;
}
/** A webhook just registered. `secret` is in no JSON and no `inspect`; `null` where the platform signs nothing. */
interface RegisteredWebhook extends WebhookRegistration {
    readonly secret: string | null;
}

/** Webhooks as a test sees them: register a URL, look at what was delivered to it. */

interface WebhooksApi {
    /**
     * Has a platform's events sent to a URL from now on; forgotten by a reset.
     * @throws {Error} for a platform without webhooks, an unknown event or account, or a URL that may not be called
     */
    register(webhook: NewWebhook): RegisteredWebhook;
    list(): WebhookRegistration[];
    /** Also gives up what was still to be delivered. @returns whether there was one */
    remove(id: string): boolean;
    /** Everything that was sent or is to be sent, oldest first, with each attempt. */
    deliveries(): WebhookDelivery[];
    /** Resolves when nothing is on its way and nothing is due; move the clock on to see retries. */
    settle(): Promise<void>;
}

/** One session as a test sees it: send, look, change, reset. */

interface SessionApi extends PlatformHandles {
    readonly name: string;
    /**
     * Answers a request as the platform would. Takes the platforms' real URLs and any other host with the same paths;
     * fits wherever a `fetch` is expected.
     */
    fetch(this: void, input: Request | URL | string, init?: RequestInit): Promise<Response>;
    readonly clock: Clock;
    /** What arrived and what was answered, newest first; secrets are masked. */
    readonly requests: {
        list(): JournalEntry[];
        get(requestId: string): JournalEntry | undefined;
        /** Entries that have what `like` has: `where({ operationId: 'createConversion', status: 401 })`. */
        where(like: Like<JournalEntry>): JournalEntry[];
        last(): JournalEntry | undefined;
        clear(): void;
    };
    readonly faults: {
        /** From the next request on. @throws {RangeError} for a value that no fault can have, or a target that does not exist. */
        add(fault: NewFault): Fault;
        /** With how often each has hit. */
        list(): Fault[];
        remove(id: string): boolean;
        clear(): void;
    };
    readonly webhooks: WebhooksApi;
    /**
     * Makes an account and its keys be in a situation: `scenario('rotation', { platform: 'zenvio' }).keys.next.secret`.
     * Several add up. @throws {KeyRuleError} `invalid_request` where the platform's rules do not allow it.
     */
    scenario<Name extends ScenarioName | (string & {})>(name: Name, options?: ScenarioOptions): PlayedScenario<KeysOf<Name>>;
    /** Every scenario and the platforms that have it. */
    scenarios(): ScenarioEntry[];
    /** Makes what a seed says, all of it or nothing. @throws {SeedError} with everything that is wrong. */
    load(seed: Seed): AppliedSeed;
    configure(changes: SettingChanges): void;
    /** Back to the start: state, limits, ids, faults, settings, journal and clock. */
    reset(): void;
    snapshot(): Snapshot;
    /** Puts everything but the journal and the clock back. */
    restore(snapshot: Snapshot): void;
}

/** What a contract check has found, as a test or a command asks for it. */

/** A violation with the exchange that it was found in. */
interface ContractViolation extends Violation {
    readonly requestId: string;
    readonly session: string;
    readonly operationId: string;
    readonly method: string;
    /** Path and query; credentials in the query are masked. */
    readonly path: string;
    readonly status: number;
}
interface ContractOptions {
    /** Which side of an exchange is checked; default: both. */
    readonly side?: Violation['side'] | undefined;
    /** Told of each violation as it is found. */
    readonly onViolation?: (violation: ContractViolation) => void;
}
/** `mock.contract`. Asking throws when the mock was made without `contract`: an empty list would be no proof. */
interface Contract {
    readonly side: Violation['side'] | undefined;
    /** Newest first, over all sessions; a session's `reset()` takes its own away. */
    readonly violations: readonly ContractViolation[];
    /** Exchanges that were checked, since the last reset: none at all is no proof either. */
    readonly checked: number;
    /** Violations since the mock was made, whatever was reset. */
    readonly found: number;
}

interface DocumentOptions {
    /**
     * An OpenAPI 3.0 or 3.1 document of your own, parsed: the mock then is of that API, with accounts, keys and states,
     * its console under `/__console`, and not of Pingback, RD Station and Zenvio.
     */
    readonly document?: object;
    /** The rules of its keys, where the document does not carry them as `x-key-policy`. */
    readonly policy?: OwnPolicy;
    /** Where the document was read from, when that is a URL: relative servers are relative to it. */
    readonly documentSource?: string;
    /** Who answers operations without behaviour; default: Prism for a document of your own, else nobody, which is 501. */
    readonly responder?: 'prism' | 'none';
    /** Checks every exchange with Prism, both sides of it or the one that is named; see `mock.contract`. */
    readonly contract?: boolean | Contract['side'] | ContractOptions;
}

/** The fixed accounts and keys that every fresh mock has, like test card numbers; the document lists them. */

/** A zero-setup key with the account and the platform that it belongs to. */
interface ZeroSetupEntry extends ZeroSetupKey {
    readonly platform: string;
    readonly title: string;
    readonly account: Pick<ZeroSetupAccount, 'id' | 'name' | 'plan'>;
}

/** `createMock`: the whole mock in one object, without a port, a socket or a file. */

interface MockOptions extends SettingChanges, DocumentOptions {
    /** Ids and generated secrets follow from it; equal seeds give equal runs. Default 1. */
    readonly seed?: number;
    /** Accounts, keys and scenarios besides the zero-setup ones: every session starts with them, and a reset comes back to them. */
    readonly start?: Seed;
    /** Freezes the clock at an instant, so that it moves by `clock.advance()` alone. Default: real time. */
    readonly now?: Date | string | number;
    /**
     * How many sessions besides the default one, and how long one may be idle. Default: 1000, 30 minutes.
     * Idleness is in real time, not on any session's clock; `now` (in milliseconds) stands in for it in tests.
     */
    readonly sessions?: {
        readonly count?: number;
        readonly idle?: Duration;
        readonly now?: () => number;
    };
    /** Needed for everything under `/__mock` when it is set, as `authorization: Bearer` or `x-mock-control-token`. */
    readonly controlToken?: string;
    /** Where webhooks may go besides this machine, and with what they are sent. */
    readonly webhooks?: CourierOptions;
    /**
     * Where sessions outlive the process, for example `openStore(file)` of `@chaveiro/mock-server/durable`. What it has
     * goes on where it was, ids too; settings given here win over those that it remembers.
     */
    readonly store?: SessionStore;
}
/** What a session of its own starts with; what is left out is as the mock was made. */
interface SessionOptions extends SettingChanges {
    readonly seed?: number;
    readonly now?: Date | string | number;
}
/** The default session, and the way to others. */
interface Mock extends SessionApi {
    /** Answers in the session that a request names or whose key it brings, at once where nothing has to wait; what every transport does. */
    answer(this: void, request: IncomingRequest): Outgoing | Promise<Outgoing>;
    /**
     * Another session, made when first asked for: as the mock was at its start, with state, clock and ids of its own.
     * `using` drops it at the end of the block.
     * @throws {Error} for a bad name, for one session too many, and for options when the session exists already.
     */
    session(name: string, options?: SessionOptions): SessionApi & Disposable;
    readonly sessions: {
        list(): string[];
        /** @returns whether there was one. */
        drop(name: string): boolean;
        /** The one that has the key of a request; `default` where none has, `undefined` where several have. */
        owner(request: Pick<Request, 'url' | 'headers'>): string | undefined;
    };
    readonly zeroSetupKeys: readonly ZeroSetupEntry[];
    /** What did not fit the document; only with the option `contract`. */
    readonly contract: Contract;
    /** What a document of your own says and the mock takes otherwise, for a person to read. */
    readonly notices: readonly string[];
    /** What the option `start` made in the default session, with the secrets; another session has the same. */
    readonly started: AppliedSeed | undefined;
    /** The document that it runs: ours, or yours with our console and controls beside it. */
    readonly document: OpenApiDocument;
    /** Real base URLs by platform. */
    readonly servers: Readonly<Record<string, string>>;
    /** Runs what has fallen due in every session because real time went by. */
    tick(): void;
}
/** A mock with state of its own; two never see each other. */
declare function createMock(options?: MockOptions): Mock;

export { createMock as B, KeyRuleError as i };
export type { AccountHandle as A, Clock as C, DecisionCode as D, PingbackHandle as E, Fault as F, RDStationHandle as G, ZenvioHandle as H, KeysOf as I, JournalEntry as J, KeyHandle as K, Mock as M, NewAccount as N, PlatformHandle as P, RegisteredWebhook as R, ScenarioEntry as S, TraceStep as T, WebhookDelivery as W, ZeroSetupEntry as Z, AppliedSeed as a, Contract as b, ContractOptions as c, ContractViolation as d, DeliveryStatus as e, Duration as f, FaultEffect as g, FaultTarget as h, MockOptions as j, NewFault as k, NewKeyHandle as l, NewKeyOptions as m, NewWebhook as n, PlayedScenario as o, RuleCode as p, ScenarioName as q, ScenarioOptions as r, Seed as s, SeededAccount as t, SessionApi as u, SessionOptions as v, Attempt as w, CourierOptions as x, WebhookRegistration as y, WebhooksApi as z };
