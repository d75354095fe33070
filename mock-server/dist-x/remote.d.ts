export { i as KeyRuleError, p as RuleCode } from './mock-C3YniEEL.js';
import { a as RemoteMock } from './shape-Cu-_gyp3.js';
export { A as AnyMock, b as AnyPlatform, c as AnyPlayed, d as AnySession, E as Either, e as Remote, f as RemotePlatform, g as RemotePlayed, R as RemoteSession, h as RemoteSnapshot } from './shape-Cu-_gyp3.js';
import '@chaveiro/openapi/policy';
import './sessions-DgKM0GCW.js';
import 'zod';
import '@chaveiro/openapi/types';

/** The way to a running mock: typed by the document, with refusals thrown as the in-process API throws them. */

interface WireOptions {
    /** The session to work in; default: the default one. */
    readonly session?: string;
    /** The mock's control token, where it has one. */
    readonly token?: string;
    /** Instead of the global `fetch`. */
    readonly fetch?: typeof fetch;
}
/** A refusal that no rule about keys is behind: something that is not there, or a mock that is closed. */
declare class MockControlError extends Error {
    readonly name = "MockControlError";
    readonly status: number;
    /** Stable: `account_not_found`, `control_token_required`, `session_expired`, … */
    readonly code: string;
    constructor(status: number, code: string, message: string);
}

/**
 * A mock that runs as a server, with the names of `createMock()` and every method awaited.
 * Nothing is sent before the first call.
 * @param url as the mock printed it, such as `http://localhost:4010`
 * @throws {TypeError} for what is no URL
 */
declare function connectMock(url: string, options?: WireOptions): RemoteMock;

export { MockControlError, RemoteMock, connectMock };
export type { WireOptions as ConnectOptions };
