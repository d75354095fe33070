/**
 * RD Station, from its page on keys (shared seed `rdstation-api-key`): up to five keys, unique names, ATIVO and
 * INATIVO, never deleted, conversions only. 120 requests a minute (500 on Advanced), 120 a day for one lead.
 */
import { equal } from './expect.ts';
import type { Expected, PlatformModel, Use } from './platform.ts';
import type { ModelAccount, ModelKey, World } from './world.ts';

const UNAUTHORIZED = { errors: [{ error_type: 'UNAUTHORIZED', error_message: 'Invalid token.' }] };
const TOKEN_MISSING = { error: 'invalid_request', error_description: 'The access token is missing' };
const [MINUTE, DAY, PER_LEAD] = [60_000, 86_400_000, 120];

export const rdstation: PlatformModel = {
  platform: 'rdstation',
  scheme: 'rdstationKey',
  accounts: ['acc_rdstation_full', 'acc_rdstation_basic'],
  plans: ['light', 'basic', 'pro', 'advanced'],
  keyLimit: 5,
  wayOut: 'reuse_a_key',
  scopes: [],
  uses: ['convert', 'convert', 'convert', 'send event'],
  can: { switch: true, delete: false, reveal: true },
  hasApi: () => true,
  // A name may be left out; one that is given has to be one.
  fits: ({ name, scopes, instances }) => (name === undefined || name.trim() !== '') && !scopes?.length && !instances,
  nameTaken: (name, others) => others.some((other) => other.name === name),
  planChanged: () => undefined,

  request(use, secret) {
    const query = secret === undefined ? '' : `?api_key=${encodeURIComponent(secret)}`;
    const payload = { conversion_identifier: `modelo ${use.n}`, email: leadOf(use) };
    const path = use.kind === 'convert' ? '/platform/conversions' : '/platform/events';
    return { method: 'POST', path: path + query, body: { event_type: 'CONVERSION', event_family: 'CDP', payload } };
  },

  answer(use, secret, world) {
    const refused = (decision: string, key?: ModelKey): Expected => ({ status: 401, decision, body: UNAUTHORIZED, key });
    // The key takes conversions only: elsewhere nobody reads it.
    if (use.kind === 'send event')
      return { status: 401, decision: secret === undefined ? 'missing_key' : 'wrong_endpoint', body: TOKEN_MISSING };
    if (secret === undefined) return refused('missing_key');
    const key = world.keyWithSecret(secret);
    if (!key) return refused('unknown_key');
    const account = world.account(key.accountId);
    if (world.arrived(key).status === 'disabled') return refused('disabled_key', key);
    const limited = world.state.rateLimits ? takeFromBoth(world, account, leadOf(use)) : undefined;
    if (limited) return { ...limited, key };
    const check = ({ json }: { json: unknown }) =>
      equal('event_uuid', /^[0-9a-f-]{36}$/.test(String((json as { event_uuid?: string }).event_uuid)), true);
    return { status: 200, decision: 'allowed', key, check };
  },
};

function leadOf({ n }: Use): string {
  return `lead${n % 3}@exemplo.com.br`;
}

/** A request counts for the account and for the lead, or, where one has had enough, for none. */
function takeFromBoth({ state, now }: World, { id, plan }: ModelAccount, lead: string): Expected | undefined {
  const perMinute = plan === 'advanced' ? 500 : 120;
  const ofAccount = `${id} ${perMinute}`;
  const ofLead = `${id} ${lead}`;
  const inMinute = windowAt(state.meters[ofAccount], MINUTE, now);
  if (inMinute.amount >= perMinute)
    return { status: 429, decision: 'rate_limited', body: { message: 'API rate limit exceeded' } };
  const inDay = windowAt(state.meters[ofLead], DAY, now);
  if (inDay.amount >= PER_LEAD) {
    const body = {
      error: `'lead_limiter' rate limit exceeded for 86400 second(s) period for key '${lead}'`,
      max: PER_LEAD,
      usage: PER_LEAD + 1,
      remaining_time: Math.ceil((inDay.at + DAY - now) / 1000),
    };
    return { status: 429, decision: 'rate_limited_lead', body };
  }
  state.meters[ofAccount] = { at: inMinute.at, amount: inMinute.amount + 1 };
  state.meters[ofLead] = { at: inDay.at, amount: inDay.amount + 1 };
  return undefined;
}

/** A window starts with the first request in it; one that the clock is not in counts no more. */
function windowAt(meter: { at: number; amount: number } | undefined, length: number, now: number) {
  return meter && meter.at <= now && now < meter.at + length ? meter : { at: now, amount: 0 };
}
