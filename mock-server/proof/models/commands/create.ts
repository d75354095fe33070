/** Creating keys: one, or several at the same moment. */
import fc from 'fast-check';
import type { Got, Sent } from '../../wire/wire.ts';
import { equal, insist, wrongProblem } from '../expect.ts';
import type { PlatformModel, Refusal, Wanted } from '../platform.ts';
import { ask, exchange, type Real } from '../real.ts';
import type { ModelKey, World } from '../world.ts';
import { Command } from './command.ts';
import { accountChoices, entry, isName, wrongView } from './keys-in-view.ts';

const NAMES = ['CRM', 'Site', 'App', ' Site ', 'Loja "Ipê"', 'x'.repeat(100)];
const NO_NAMES = ['', '   ', 'x'.repeat(101)];

/** Names as people give them, and now and then none, or one that is no name. */
export const names: fc.Arbitrary<string | undefined> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.constantFrom(...NO_NAMES) },
  { weight: 2, arbitrary: fc.constant(undefined) },
);

/** Wishes for a key, most of them such as the platform grants. */
export function wishes({ scopes }: PlatformModel, instances: readonly string[]): fc.Arbitrary<Wanted> {
  const chosenScopes = fc.oneof(
    { weight: 8, arbitrary: scopes.length > 0 ? fc.subarray([...scopes], { minLength: 1 }) : fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom<(string[] | undefined)[]>([], undefined, ['whatsapp:send'], ['sms:send']) },
  );
  const locks = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<(string[] | null | undefined)[]>(undefined, undefined, null) },
    { weight: 2, arbitrary: instances.length > 0 ? fc.subarray([...instances], { minLength: 1 }) : fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom([], ['inst_de_ninguem']) },
  );
  return fc
    .record({ name: names, scopes: chosenScopes, instances: locks })
    .map((wish) => Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as Wanted);
}

export class Create extends Command {
  readonly account: 0 | 1;
  readonly wanted: Wanted;

  constructor(account: 0 | 1, wanted: Wanted) {
    super();
    this.account = account;
    this.wanted = wanted;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const sent = requestFor(real.platform.accounts[this.account], this.wanted);
    const got = await ask(world, real, sent);
    settle(world, real.platform, this.account, this.wanted, sent, got);
  }

  override toString(): string {
    return `create(${this.account}, ${JSON.stringify(this.wanted)})`;
  }
}

/** The same wish several times at once: who comes first does not matter, how many come through does. */
export class CreateTogether extends Command {
  readonly account: 0 | 1;
  readonly wanted: Wanted;
  readonly times: number;
  readonly sameName: boolean;

  constructor(account: 0 | 1, wanted: Wanted, times: number, sameName: boolean) {
    super();
    this.account = account;
    this.wanted = wanted;
    this.times = times;
    this.sameName = sameName;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const { wanted, sameName } = this;
    const all = Array.from({ length: this.times }, (_, index) =>
      sameName || wanted.name === undefined ? wanted : { ...wanted, name: `${wanted.name} ${index}` },
    );
    const headers = { authorization: `Bearer ${world.actor}` };
    const sent = all.map((each) => ({ ...requestFor(real.platform.accounts[this.account], each), headers }));
    const answers = await exchange(world, real, sent);
    const settled = answers.map((got, index) => ({ got, sent: sent[index]!, wanted: all[index]! }));
    // In whatever order they were looked at: the refused ones were refused for those that came through.
    settled.sort((one, other) => one.got.status - other.got.status);
    for (const { got } of settled) world.log.delete(got.requestId);
    for (const each of settled) settle(world, real.platform, this.account, each.wanted, each.sent, each.got);
  }

  override toString(): string {
    return `createTogether(${this.times} x ${this.account}, ${JSON.stringify(this.wanted)}${this.sameName ? ', one name' : ''})`;
  }
}

export function creations(platform: PlatformModel, instances: readonly string[]): fc.Arbitrary<Command>[] {
  const wanted = wishes(platform, instances);
  return [
    fc.tuple(accountChoices, wanted).map(([account, wish]) => new Create(account, wish)),
    fc
      .tuple(accountChoices, wanted, fc.integer({ min: 2, max: 8 }), fc.boolean())
      .map(([account, wish, times, sameName]) => new CreateTogether(account, wish, times, sameName)),
  ];
}

function requestFor(accountId: string, wanted: Wanted): Sent {
  return { method: 'POST', path: `/accounts/${accountId}/api-keys`, body: wanted };
}

function settle(world: World, platform: PlatformModel, account: 0 | 1, wanted: Wanted, sent: Sent, got: Got): void {
  const accountId = platform.accounts[account];
  const others = world.shownKeys(accountId);
  const refusal = refusalOf(world, platform, accountId, wanted, others);
  if (refusal) {
    insist(sent, got, wrongProblem(got, refusal));
    const { limit, wayOut } = got.json as { limit?: number; wayOut?: string };
    if (refusal[1] === 'key_limit_reached')
      insist(sent, got, equal('limit and way out', [limit, wayOut], [platform.keyLimit, platform.wayOut]));
    return;
  }
  insist(sent, got, equal('status', got.status, 201));
  const { id, secret, name } = got.json as { id: string; secret: string; name: string };
  const key: ModelKey = {
    id,
    accountId,
    secret,
    // Where none was given the platform takes one; any will do that no other key has.
    name: wanted.name?.trim() ?? name,
    changes: [{ at: world.now, status: 'active', reason: null }],
    scopes: wanted.scopes ?? [],
    instances: wanted.instances ?? null,
    createdAt: world.now,
    requests: 0,
    lastUsedAt: null,
  };
  insist(sent, got, wrongView(got.json, key, platform));
  const unlike = name !== '' && secret.length >= 20 && !world.keyWithSecret(secret) && !platform.nameTaken(key.name, others);
  insist(sent, got, unlike ? undefined : 'a new key has a name and a secret that no other key has');
  world.state.keys.push(key);
  if (!world.memory.keys.some((known) => known.id === id && known.secret === secret))
    world.memory.keys.push({ id, secret, accountId });
}

function refusalOf(
  world: World,
  platform: PlatformModel,
  accountId: string,
  wanted: Wanted,
  others: readonly ModelKey[],
): Refusal | undefined {
  const kept = entry(world, accountId, isName(wanted.name) && wanted.instances?.length !== 0);
  if (kept) return kept;
  if (!platform.fits(wanted, world.start.instances[accountId] ?? [])) return [400, 'invalid_request'];
  if (!platform.hasApi(world.account(accountId).plan)) return [403, 'plan_required'];
  if (platform.keyLimit !== null && others.length >= platform.keyLimit) return [409, 'key_limit_reached'];
  const name = wanted.name?.trim();
  return name !== undefined && platform.nameTaken(name, others) ? [409, 'key_name_taken'] : undefined;
}
