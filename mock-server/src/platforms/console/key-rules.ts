/** What the key policy says to whoever manages the keys of an account: the screens of every platform are drawn from it. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import type { components } from '@chaveiro/openapi/types';
import type { Account } from '../../core/account.ts';
import { keysInUse } from '../../core/key-lifecycle.ts';
import type { KeyScheme } from '../../core/scheme.ts';
import type { Session } from '../../core/session.ts';
import type { Row } from '../../core/table.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { forEveryRole, LOCKABLE } from './access.ts';
import { iso } from '../../core/clock.ts';

type Schemas = components['schemas'];
type Steps = Schemas['ConsoleKeyRotation']['steps'];

/** From Pingback's page, which says 6 to 12 months; the other platforms advise it without a number. */
const ROTATE_AFTER_MONTHS = 6;

export const keyRules = {
  getKeyRules: forEveryRole<'getKeyRules'>((ctx, { account, scheme }) => {
    const { placement, policy } = scheme;
    return ctx.reply(200, {
      scheme: scheme.name,
      travelsIn: { in: placement.in, name: placement.name },
      secret: policy.secret,
      keyLimit: policy.keysPerAccount,
      names: { ...policy.names },
      actions: { ...policy.actions },
      managedBy: [...policy.managedBy],
      onLosingAccess: policy.plans.onLosingAccess,
      scopes: [...policy.scopes],
      lockTo: policy.lockTo,
      instances: policy.lockTo === null ? null : lockable(ctx.session, account, LOCKABLE[policy.lockTo]),
      rotation: rotation(ctx.session, account, scheme),
      now: iso(ctx.session.clock.now()),
    });
  }),
} satisfies Behaviours<'getKeyRules'>;

function lockable(session: Session, account: Account, table: string): Schemas['ConsoleInstance'][] {
  return session.rowsOf(account.id, table).map((row) => ({ id: row.id, name: nameOf(row) }));
}

function nameOf(row: Row): string {
  return 'name' in row && typeof row.name === 'string' ? row.name : row.id;
}

function rotation(session: Session, account: Account, scheme: KeyScheme): Schemas['ConsoleKeyRotation'] {
  const { keysPerAccount } = scheme.policy;
  const full = keysPerAccount !== null && keysInUse(session, scheme, account.id).length >= keysPerAccount;
  return { afterMonths: ROTATE_AFTER_MONTHS, ...waysToRotate(scheme.policy, full) };
}

/** @param full there is no room for another key. */
export function waysToRotate({ keysPerAccount, actions }: KeyPolicy, full: boolean): { gap: boolean; steps: Steps } {
  const swap: Steps = ['update_integrations', 'test'];
  const alone = keysPerAccount === 1;
  if (alone) return { gap: true, steps: actions.delete ? ['delete_key', 'create_key', ...swap] : [] };
  // Another key that nobody needs makes room; the one in use stays until the new one works.
  const begin: Steps = full ? (actions.delete ? ['delete_key', 'create_key'] : ['reuse_key']) : ['create_key'];
  const end: Steps = actions.delete ? ['delete_key'] : actions.disable ? ['disable_key'] : [];
  return { gap: false, steps: [...begin, ...swap, ...end] };
}
