/** What each platform's model answers: the questions that all three have, each with rules of its own. */
import type { Got, Sent } from '../wire/wire.ts';
import type { ModelAccount, ModelKey, World } from './world.ts';

/** A wish for a key, as the dashboard sends it. */
export interface Wanted {
  readonly name?: string;
  readonly scopes?: readonly string[];
  readonly instances?: readonly string[] | null;
}

/** A call that an integration makes; `n` varies it. */
export interface Use {
  readonly kind: string;
  readonly n: number;
}

/** What a call must be answered with. */
export interface Expected {
  readonly status: number;
  readonly decision: string;
  /** The whole body, where the platform's page has it. */
  readonly body?: unknown;
  /** What else must hold of the answer; returns what is wrong. */
  readonly check?: (got: Got) => string | undefined;
  /** What the call did, once its answer is known. */
  readonly then?: (got: Got) => void;
  /** The key that the call was found to be of; `undefined`: nobody's. */
  readonly key?: ModelKey | undefined;
  /** The single instance that the call is about. */
  readonly instanceId?: string | undefined;
}

/** A refusal of the dashboard: status and code. */
export type Refusal = readonly [status: number, code: string];

export interface PlatformModel {
  readonly platform: string;
  readonly scheme: string;
  /** Zero-setup accounts that the commands are about. */
  readonly accounts: readonly [string, string];
  readonly plans: readonly string[];
  /** `null`: as many as one likes. */
  readonly keyLimit: number | null;
  /** With `key_limit_reached`. */
  readonly wayOut: 'delete_a_key' | 'reuse_a_key';
  readonly scopes: readonly string[];
  readonly uses: readonly string[];
  /** Whether keys may be issued to, and used by, an account of this plan. */
  hasApi(plan: string): boolean;
  /** Whether a wish for a key says what this platform asks for, before any rule is looked at. */
  fits(wanted: Wanted, instances: readonly string[]): boolean;
  /** Whether a new name collides with those of the account's other keys. */
  nameTaken(name: string, others: readonly ModelKey[]): boolean;
  /** Whether keys can be switched off and on, deleted, shown again. */
  readonly can: { readonly switch: boolean; readonly delete: boolean; readonly reveal: boolean };
  /** What a change of plan does to the account's keys. */
  planChanged(world: World, account: ModelAccount): void;
  /** The request of a use; without a secret the key is left out. */
  request(use: Use, secret: string | undefined, world: World): Sent;
  /** What it is answered, and what it did to the world. */
  answer(use: Use, secret: string | undefined, world: World): Expected;
}
