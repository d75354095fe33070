import { ChaveiroError } from '../../../errors/chaveiro-error.ts';
import { scrubber, scrubError } from '../../../auth/index.ts';
import type { Caller } from '../../../http/index.ts';
import { sleep, type Clock } from '../../../http/clock.ts';
import type { SchemaOf } from '../../../types.ts';
import type { ConsoleErrorCode } from '../codes.ts';
import { planRotation, type Plan } from './plan.ts';
import { RotationError } from './rotation-error.ts';
import { lastLogged, waitForUse } from './use-in-log.ts';
import type { RotateOptions, RotationReport, RotationStep } from './types.ts';

type Key = SchemaOf<'ConsoleApiKey'>;
type NewKey = Key & { readonly secret: string };

/** How often a key is created where no answer says whether it was. */
const MOST_CREATIONS = 3;
/** Milliseconds before it is tried again. */
const PAUSE = 500;

/** Replaces a key: see `ConsoleKeys.rotate`. */
export async function rotateKey(
  call: Caller<ConsoleErrorCode>,
  clock: Clock,
  accountId: string,
  keyId: string,
  options: RotateOptions,
): Promise<RotationReport> {
  return new Rotation(call, clock, accountId, keyId, options).run();
}

/** One rotation: what it has done so far. */
class Rotation {
  readonly #call: Caller<ConsoleErrorCode>;
  readonly #clock: Clock;
  readonly #accountId: string;
  readonly #oldKeyId: string;
  readonly #options: RotateOptions;
  readonly #signal: AbortSignal;
  readonly #steps: RotationStep[] = [];
  #created: NewKey | undefined;
  #gapSince: number | undefined;
  #gapUntil: number | undefined;

  constructor(call: Caller<ConsoleErrorCode>, clock: Clock, accountId: string, oldKeyId: string, options: RotateOptions) {
    this.#call = call;
    this.#clock = clock;
    this.#accountId = accountId;
    this.#oldKeyId = oldKeyId;
    this.#options = options;
    this.#signal = options.signal ?? new AbortController().signal;
  }

  async run(): Promise<RotationReport> {
    const { old, keys, plan, canReveal } = await this.#check();
    this.#signal.throwIfAborted();
    try {
      if (plan.way === 'delete-first') await this.#endOld(old, 'delete');
      const created = (this.#created = plan.spare
        ? await this.#reuse(plan.spare, plan)
        : await this.#create(old, keys, plan, canReveal));
      await this.#switchTo(created, plan);
      if (plan.way !== 'delete-first' && plan.retire) await this.#endOld(old, plan.retire);
    } catch (thrown) {
      const cause = thrown as Error;
      const { step } = this.#steps.find(({ error }) => error === cause) ?? { step: 'check' };
      throw new RotationError(step, cause, this.#report(plan, await this.#working()));
    }
    return this.#report(plan, plan.way === 'delete-first' || plan.retire ? 'new' : 'both');
  }

  /** Everything that can be known before anything changes. */
  #check() {
    return this.#step('check', this.#oldKeyId, async () => {
      const { signal } = this.#options;
      const path = { accountId: this.#accountId };
      const old = await this.#call('getApiKey', { path: { ...path, keyId: this.#oldKeyId } }, { signal });
      const account = await this.#call('getAccount', { path }, { signal });
      const rules = await this.#call('getKeyRules', { path }, { signal });
      const { items: keys } = await this.#call('listApiKeys', { path }, { signal });
      const today = this.#instant().slice(0, 10);
      const current = keys.find(({ id }) => id === old.id) ?? old;
      const plan = planRotation({ account, rules, keys, old: current, today }, this.#options);
      return { old: current, keys, plan, canReveal: rules.secret === 'revealable' };
    });
  }

  /** Creates the new key. Where the answer is lost, it is found again, or it is created once more. */
  async #create(old: Key, before: readonly Key[], { name }: Plan, canReveal: boolean): Promise<NewKey> {
    const { scopes = old.scopes, instances = old.instances } = this.#options;
    const body = { name, ...(scopes.length && { scopes }), ...(instances && { instances }) };
    for (let tries = 1; ; tries++) {
      const made = this.#step('create', undefined, () => this.#call('createApiKey', { path: this.#path(), body }));
      const failure = await made.then(() => undefined, asError);
      if (!failure) return made;
      const isRefused = failure instanceof ChaveiroError && failure.status !== undefined && failure.status < 500;
      if (isRefused) throw failure;
      const lost = await this.#madeSince(before, name);
      if (lost && canReveal) return this.#reveal(lost);
      if (lost) await this.#step('delete', lost.id, () => this.#call('deleteApiKey', { path: this.#path(lost) }));
      if (tries === MOST_CREATIONS) throw failure;
      await sleep(this.#clock, PAUSE, new AbortController().signal);
    }
  }

  async #madeSince(before: readonly Key[], name: string): Promise<Key | undefined> {
    const keys = await this.#keys();
    return keys?.find((key) => key.name === name && !before.some(({ id }) => id === key.id));
  }

  /** Enables a disabled key under the new name. */
  async #reuse(spare: Key, { name }: Plan): Promise<NewKey> {
    const change = { name, status: 'active' } as const;
    try {
      const key = await this.#step('enable', spare.id, () =>
        this.#call('updateApiKey', { path: this.#path(spare), body: change }),
      );
      return await this.#reveal(key);
    } catch (thrown) {
      await this.#undo(spare, spare, 'disable');
      throw thrown;
    }
  }

  #reveal(key: Key): Promise<NewKey> {
    return this.#step('reveal', key.id, async () => {
      const { secret } = await this.#call('revealApiKey', { path: this.#path(key) });
      return { ...key, secret };
    });
  }

  /** Brings the new secret to its users and makes sure of it; what does not work is undone, as far as that is safe. */
  async #switchTo(created: NewKey, plan: Plan): Promise<void> {
    const { switchTo, switchBack, verify } = this.#options;
    const { secret, ...key } = created;
    const isUndoable = plan.way !== 'delete-first';
    // A key that is used again has been used before.
    const seen = typeof verify === 'object' ? await lastLogged(this.#call, this.#accountId, key.id) : undefined;
    try {
      await this.#own('switch', key, secret, () => switchTo(secret, key));
      this.#gapUntil = this.#clock.now();
    } catch (thrown) {
      if (isUndoable) await this.#undo(key, plan.spare, plan.retire);
      throw thrown;
    }
    try {
      await this.#own('verify', key, secret, () => this.#verify(key, secret, seen));
    } catch (thrown) {
      if (isUndoable && switchBack) {
        const isBack = await this.#own('switch-back', key, secret, switchBack).then(
          () => true,
          () => false,
        );
        if (isBack) await this.#undo(key, plan.spare, plan.retire);
      }
      throw thrown;
    }
  }

  async #verify(key: Key, secret: string, seen: string | undefined): Promise<void> {
    const { verify } = this.#options;
    if (typeof verify === 'function') {
      if ((await verify(secret)) === false) throw new Error('The new key does not work, says verify.');
    } else if (verify) {
      const log = { call: this.#call, clock: this.#clock, accountId: this.#accountId, keyId: key.id, signal: this.#signal };
      await waitForUse(log, verify, seen);
    }
  }

  /** Ends the old key. Where the answer is lost, the list of keys tells. */
  async #endOld(old: Key, how: 'delete' | 'disable'): Promise<void> {
    const since = this.#clock.now();
    const failure = await this.#end(old, how).then(() => undefined, asError);
    const keys = failure && (await this.#keys());
    if (failure && (!keys || isActive(keys, old.id))) throw failure;
    if (!this.#created) this.#gapSince = since;
  }

  #end(key: Key, how: 'delete' | 'disable', body: object = { status: 'disabled' }): Promise<unknown> {
    return this.#step<unknown>(how, key.id, () =>
      how === 'delete'
        ? this.#call('deleteApiKey', { path: this.#path(key) })
        : this.#call('updateApiKey', { path: this.#path(key), body }),
    );
  }

  /**
   * The new key goes again: one that was created is deleted, one that was used again is as it was. Where keys cannot be
   * deleted it is disabled, and the next rotation may use it again.
   */
  async #undo(key: Key, spare: Key | undefined, how: Plan['retire']): Promise<void> {
    const undone = spare ? this.#end(key, 'disable', { name: spare.name, status: 'disabled' }) : how && this.#end(key, how);
    await undone?.catch(() => {}); // The report has it, and says which keys work.
  }

  async #keys(): Promise<readonly Key[] | undefined> {
    return (await this.#call('listApiKeys', { path: this.#path() }).safe()).data?.items;
  }

  async #working(): Promise<RotationReport['working']> {
    const keys = await this.#keys();
    if (!keys) return 'unknown';
    const [old, created] = [isActive(keys, this.#oldKeyId), isActive(keys, this.#created?.id)];
    return old && created ? 'both' : old ? 'old' : created ? 'new' : 'none';
  }

  #report({ way }: Plan, working: RotationReport['working']): RotationReport {
    const gap = this.#gapSince === undefined ? 0 : (this.#gapUntil ?? this.#clock.now()) - this.#gapSince;
    const facts = { accountId: this.#accountId, oldKeyId: this.#oldKeyId, newKeyId: this.#created?.id };
    return { ...facts, way, steps: this.#steps, working, gap };
  }

  /** A step of the caller's; what it throws may show the secret. */
  #own(step: RotationStep['step'], key: Key, secret: string, work: () => unknown): Promise<unknown> {
    return this.#step(step, key.id, async () => {
      try {
        return await work();
      } catch (thrown) {
        throw thrown instanceof ChaveiroError ? thrown : scrubError(thrown, scrubber([secret]));
      }
    });
  }

  async #step<T>(step: RotationStep['step'], keyId: string | undefined, work: () => PromiseLike<T>): Promise<T> {
    const begun = this.#clock.now();
    const at = this.#instant();
    const note = (error?: Error): unknown =>
      this.#steps.push({ step, at, duration: this.#clock.now() - begun, keyId, ...(error && { error }) });
    try {
      const result = await work();
      note();
      return result;
    } catch (thrown) {
      note(asError(thrown));
      throw thrown;
    }
  }

  #path(key?: Key): Record<string, string> {
    return { accountId: this.#accountId, ...(key && { keyId: key.id }) };
  }

  #instant(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}

function isActive(keys: readonly Key[], id: string | undefined): boolean {
  return keys.some((key) => key.id === id && key.status === 'active');
}

function asError(thrown: unknown): Error {
  return thrown as Error;
}
