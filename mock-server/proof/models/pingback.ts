/**
 * Pingback, from its help page on keys (shared seed `pingback-api-key`): one key per account, plans Pro and Ultra,
 * reveal, Desativar and Ativar, Renomear, Excluir; a downgrade to Free disables the key. 5 requests a second, 2 at once.
 */
import { equal } from './expect.ts';
import type { Expected, PlatformModel, Use } from './platform.ts';
import { latest, type ModelKey, type World } from './world.ts';

const DENIED = { Message: 'User is not authorized to access this resource with an explicit deny in an identity-based policy' };
/** Thousandths of a request: whole numbers, so that nothing is rounded. */
const [COST, BURST, REFILL_PER_MS] = [1000, 2000, 5];
const PAID = ['pro', 'ultra'];

export const pingback: PlatformModel = {
  platform: 'pingback',
  scheme: 'pingbackKey',
  accounts: ['acc_pingback_pro', 'acc_pingback_free'],
  plans: ['free', 'pro', 'ultra'],
  keyLimit: 1,
  wayOut: 'delete_a_key',
  scopes: [],
  uses: ['create contact', 'create contact', 'count contacts'],
  can: { switch: true, delete: true, reveal: true },
  hasApi: (plan) => PAID.includes(plan),
  fits: ({ name, scopes, instances }) => !!name?.trim() && !scopes?.length && !instances,
  // With one key there is no other that could have the name.
  nameTaken: () => false,

  planChanged(world, account) {
    if (PAID.includes(account.plan)) return;
    for (const key of world.shownKeys(account.id))
      if (latest(key).status === 'active') world.change(key, 'disabled', 'plan_downgraded');
  },

  request(use, secret) {
    const headers = secret === undefined ? {} : { 'x-api-key': secret };
    if (use.kind === 'count contacts') return { method: 'GET', path: '/contacts?page=1', headers };
    return { method: 'POST', path: '/contacts', headers, body: { email: emailOf(use) } };
  },

  answer(use, secret, world) {
    const denied = (decision: string, key?: ModelKey): Expected => ({ status: 403, decision, body: DENIED, key });
    if (secret === undefined) return denied('missing_key');
    const key = world.keyWithSecret(secret);
    if (!key) return denied('unknown_key');
    const account = world.account(key.accountId);
    const { status, reason } = world.arrived(key);
    const paid = PAID.includes(account.plan);
    if (status === 'deleted') return denied('deleted_key', key);
    // A key that the downgrade switched off is refused for the plan, as long as that is the plan.
    if (status === 'disabled' && (paid || reason === 'by_user')) return denied('disabled_key', key);
    if (!paid) return denied('plan_not_allowed', key);
    if (world.state.rateLimits && !takeToken(world, account.id))
      return { status: 429, decision: 'rate_limited', body: { message: 'Too Many Requests' }, key };

    const before = world.start.rowsBefore[account.id] ?? 0;
    const contacts = Object.keys(account.rows).length;
    if (use.kind === 'count contacts') {
      const check = ({ json }: { json: unknown }) =>
        equal('data.total', (json as { data?: { total?: number } }).data?.total, before + contacts);
      return { status: 200, decision: 'allowed', key, check };
    }
    const email = emailOf(use);
    if (account.rows[email]) {
      const check = ({ json }: { json: unknown }) =>
        equal('errorCode', (json as { errorCode?: string }).errorCode, 'CONTACT_ALREADY_EXISTS');
      return { status: 409, decision: 'allowed', key, check };
    }
    account.rows[email] = { at: world.now };
    return { status: 201, decision: 'allowed', key };
  },
};

function emailOf({ n }: Use): string {
  return `modelo${n % 7}@exemplo.com.br`;
}

/** A bucket of two that fills by five a second. A clock that was set back takes nothing out of it. */
function takeToken({ state: { meters }, now }: World, accountId: string): boolean {
  const bucket = meters[accountId] ?? { at: now, amount: BURST };
  const amount = Math.min(BURST, bucket.amount + Math.max(0, now - bucket.at) * REFILL_PER_MS);
  if (amount < COST) return false;
  meters[accountId] = { at: now, amount: amount - COST };
  return true;
}
