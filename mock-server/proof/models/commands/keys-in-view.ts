/** Which key a command is about, and what the dashboard shows of one. */
import fc from 'fast-check';
import { equal } from '../expect.ts';
import type { PlatformModel, Refusal } from '../platform.ts';
import { latest, type ModelKey, type World } from '../world.ts';

/** Chooses a key when the command runs: one that is there, or any that ever was, perhaps by another account's path. */
export interface KeyChoice {
  readonly n: number;
  readonly live: boolean;
  readonly strangePath: boolean;
}

export const keyChoices: fc.Arbitrary<KeyChoice> = fc.record({
  n: fc.nat(999),
  live: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  strangePath: fc.integer({ min: 0, max: 19 }).map((n) => n === 19),
});

export const accountChoices = fc.constantFrom<0 | 1>(0, 0, 0, 1);

export interface ChosenKey {
  readonly id: string;
  readonly secret: string;
  /** Of the account in the path. */
  readonly accountId: string;
}

export function choose({ n, live, strangePath }: KeyChoice, world: World, { accounts }: PlatformModel): ChosenKey {
  const alive = world.state.keys.filter((key) => latest(key).status !== 'deleted');
  const pool = live && alive.length > 0 ? alive : world.memory.keys;
  const { id, secret, accountId } = pool[n % pool.length]!;
  const path = strangePath ? (accounts.find((other) => other !== accountId) ?? accountId) : accountId;
  return { id, secret, accountId: path };
}

/** The key as the screen of this account has it; a deleted key, or another account's, is not there. */
export function onScreen({ id, accountId }: ChosenKey, world: World): ModelKey | undefined {
  return world.shownKeys(accountId).find((key) => key.id === id);
}

/** Whom the dashboard lets in: a session, then the account, then the role. `fits`: the request is as documented. */
export function entry(world: World, accountId: string, fits: boolean, managing = true): Refusal | undefined {
  const person = world.person();
  if (!person) return [401, 'session_required'];
  if (!fits) return [400, 'invalid_request'];
  if (person.accountId !== null && person.accountId !== accountId) return [404, 'account_not_found'];
  return managing && person.role === 'member' ? [403, 'role_required'] : undefined;
}

/** What the document asks of a name, on every platform. */
export function isName(name: string | undefined): boolean {
  return name === undefined || (name.length >= 1 && name.length <= 100);
}

/** What is wrong with a key as it is shown. */
export function wrongView(json: unknown, key: ModelKey, { platform, scheme }: PlatformModel): string | undefined {
  const { secret: _secret, masked, ...seen } = json as { secret?: string; masked?: string };
  const { status, reason } = latest(key);
  const expected = {
    id: key.id,
    accountId: key.accountId,
    platform,
    scheme,
    name: key.name,
    status,
    disabledReason: reason,
    scopes: key.scopes,
    instances: key.instances,
    createdAt: iso(key.createdAt),
    lastUsedAt: key.lastUsedAt === null ? null : iso(key.lastUsedAt),
    requestCount: key.requests,
    expiresAt: null,
  };
  return equal('the key', seen, expected) ?? wrongMask(masked ?? '', key.secret);
}

/** A few characters from the ends, never as much as half of it. */
export function wrongMask(masked: string, secret: string): string | undefined {
  const [start = '', end = '', ...more] = masked.split('••••');
  const fits = secret.startsWith(start) && secret.endsWith(end) && (start + end).length <= secret.length / 2;
  return fits && more.length === 0 && masked !== '' ? undefined : `the mask ${JSON.stringify(masked)} does not fit the secret`;
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}
