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

/** The table of an account in which `lockTo` of a policy finds what keys are locked to. */
export const LOCKABLE = { instance: 'instances' } as const;

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

/** The accounts that the signed-in person may see, oldest first. */
export function screensOf(ctx: Context): KeyScreen[] {
  return ctx.session.accounts.values().flatMap((account) => screenFor(ctx, account) ?? []);
}

function screenOf(ctx: Context): KeyScreen | undefined {
  const account = ctx.session.accounts.get((ctx.path as { accountId?: string }).accountId ?? '');
  return account && screenFor(ctx, account);
}

function screenFor(ctx: Context, account: Account): KeyScreen | undefined {
  const { user } = ctx;
  if (!user || (user.accountId !== null && user.accountId !== account.id)) return undefined;
  const schemes = ctx.schemesOf(account.platform);
  const scheme = schemes.find(({ policy }) => policy.managedBy.length > 0) ?? schemes[0];
  return scheme && { account, scheme };
}

function leastOf(managing: readonly Role[]): Role {
  return roles.findLast((role) => managing.includes(role)) ?? 'owner';
}
