import type { SchemaOf } from '../../../types.ts';

/**
 * How a key is replaced. It follows from the key policy: how many keys there may be, and what can be done with them.
 *
 * - `create`: the new key is created beside the old one, which goes when the new one works. No gap.
 * - `reuse`: there is no room for another key, so one that is disabled is enabled again under the new name. No gap; its
 *   secret is not a new one.
 * - `delete-first`: there is room for one key only, so the old one goes before there is a new one. There is a gap.
 *
 * ```ts
 * const hasGap = (way: RotationWay) => way === 'delete-first';
 * ```
 */
export type RotationWay = 'create' | 'reuse' | 'delete-first';

/**
 * What was done, with which key.
 *
 * ```ts
 * for (const { step, duration, error } of report.steps) console.info(step, `${duration} ms`, error?.message ?? 'done');
 * ```
 */
export interface RotationStep {
  /**
   * `check` looks at account, policy and keys; `create`, `enable`, `delete`, `disable` and `reveal` change or read a key;
   * `switch`, `verify` and `switch-back` are the caller's.
   */
  readonly step: 'check' | 'create' | 'enable' | 'reveal' | 'switch' | 'verify' | 'switch-back' | 'delete' | 'disable';
  /** When it began. */
  readonly at: string;
  /** Milliseconds. */
  readonly duration: number;
  /** The key that it was about; absent while there is none. */
  readonly keyId?: string | undefined;
  /** Why it failed. */
  readonly error?: Error | undefined;
}

/**
 * What became of a rotation. No secret is in it.
 *
 * ```ts
 * const { way, newKeyId, gap } = await console.keys.rotate('acc_pingback_pro', 'key_1', { switchTo });
 * console.info(`${way}: ${newKeyId} works; integrations had no key for ${gap} ms`);
 * ```
 */
export interface RotationReport {
  /** The account whose key it was. */
  readonly accountId: string;
  /** How it was done, or begun. */
  readonly way: RotationWay;
  /** The key that was to be replaced. */
  readonly oldKeyId: string;
  /** Absent where no new key came to be. */
  readonly newKeyId?: string | undefined;
  /** In the order in which they were done; what failed has its `error`. */
  readonly steps: readonly RotationStep[];
  /** Which of the two keys the platform accepts now; `unknown` where it could not be asked. */
  readonly working: 'new' | 'old' | 'both' | 'none' | 'unknown';
  /**
   * Milliseconds from the end of the old key until the new one was in use; so far, where that did not come about. 0 where
   * there was no gap.
   */
  readonly gap: number;
}

/**
 * Waits until a request with the new key is seen in the account's log.
 *
 * ```ts
 * await console.keys.rotate('acc_zenvio_demo', 'key_1', { switchTo, verify: { usedWithin: 60_000 } });
 * ```
 */
export interface UseInLog {
  /** Milliseconds until the key must have been used, and accepted. */
  readonly usedWithin: number;
  /** Milliseconds from one look to the next; 2000 by default. */
  readonly every?: number | undefined;
}

/**
 * How a key is rotated.
 *
 * ```ts
 * const options: RotateOptions = {
 *   switchTo: (secret) => vault.write('zenvio', secret),
 *   verify: async (secret) => void (await new Zenvio({ apiKey: secret }).instances.list()),
 * };
 * ```
 */
export interface RotateOptions {
  /** Of the new key; by default the old one's with today's date. */
  readonly name?: string | undefined;
  /**
   * Gives the new secret to whoever uses it: writes it where the integrations read it. When the promise resolves the secret
   * is in use. When it rejects, the secret counts as not in use, and the new key goes again.
   */
  readonly switchTo: (secret: string, key: SchemaOf<'ConsoleApiKey'>) => unknown;
  /**
   * Whether the new key works: a call of your own, which throws or gives `false` where it does not; or its use in the log.
   * The old key goes only afterwards.
   */
  readonly verify?: ((secret: string) => unknown) | UseInLog | undefined;
  /**
   * Undoes `switchTo` when the new key turns out not to work; then the new key goes again. Without it both keys are left as
   * they are, since nobody here knows which one is in use.
   */
  readonly switchBack?: (() => unknown) | undefined;
  /** The disabled key to use again where no other can be created; by default the one that was unused for longest. */
  readonly reuse?: string | undefined;
  /** What the new key may do, where keys have scopes; as the old one by default. */
  readonly scopes?: readonly string[] | undefined;
  /** What the new key is locked to, where keys can be; as the old one by default. */
  readonly instances?: readonly string[] | null | undefined;
  /** Ends the rotation while it has changed nothing, and while it waits for `verify`. */
  readonly signal?: AbortSignal | undefined;
}
