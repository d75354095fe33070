/** Who may act on an account, and what its key screen manages. */
import { roles, type Role } from '@chaveiro/openapi/policy';
import type { Account } from '../../core/account.ts';
import type { KeyScheme } from '../../core/scheme.ts';
import type { Answer } from '../../document/examples.ts';
import type { Behaviour, Context, OperationId } from '../../exchange/behaviour.ts';
import { problem } from './problem.ts';

/** An account that the signed-in person may see, with the scheme whose keys its key screen shows. */
export interface KeyScreen {
  readonly account: Account;
  readonly scheme: KeyScheme;
}

type OnScreen<Id extends OperationId> = (ctx: Context<Id>, screen: KeyScreen) => Answer;

/** For everybody who may see the account; to others it does not exist. */
export function forEveryRole<Id extends OperationId>(behave: OnScreen<Id>): Behaviour<Id> {
  return (ctx) => {
    const screen = screenOf(ctx);
    return screen ? behave(ctx, screen) : problem(ctx, 'account_not_found');
  };
}

/** For the roles that the policy of the account's platform lets manage keys. */
export function forManagers<Id extends OperationId>(behave: OnScreen<Id>): Behaviour<Id> {
  return forEveryRole((ctx, screen) => {
    const { managedBy } = screen.scheme.policy;
    if (ctx.user && managedBy.includes(ctx.user.role)) return behave(ctx, screen);
    return problem(ctx, 'role_required', { role: leastOf(managedBy) });
  });
}

function screenOf(ctx: Context): KeyScreen | undefined {
  const { session, user, path } = ctx;
  const account = session.accounts.get((path as { accountId?: string }).accountId ?? '');
  const mayEnter = account && user && (user.accountId === null || user.accountId === account.id);
  if (!mayEnter) return undefined;
  const schemes = ctx.schemesOf(account.platform);
  const scheme = schemes.find(({ policy }) => policy.managedBy.length > 0) ?? schemes[0];
  return scheme && { account, scheme };
}

function leastOf(managing: readonly Role[]): Role {
  return roles.findLast((role) => managing.includes(role)) ?? 'owner';
}
