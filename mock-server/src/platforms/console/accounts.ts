/** The account page: plan, people, how many keys there are and may be. */
import { changePlan } from '../../core/plan.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { forEveryRole, forManagers, screensOf } from './access.ts';
import { issuesOfName, nothingToChange } from './key-request.ts';
import { brokenRule } from './problem.ts';
import { accountView } from './views.ts';

export const accounts = {
  listAccounts: (ctx) => {
    const { platform } = ctx.query;
    const items = screensOf(ctx)
      .filter(({ account }) => platform === undefined || account.platform === platform)
      .map(({ account, scheme }) => accountView(ctx.session, account, scheme));
    return ctx.reply(200, { items, total: items.length });
  },

  getAccount: forEveryRole<'getAccount'>((ctx, { account, scheme }) => {
    return ctx.reply(200, accountView(ctx.session, account, scheme));
  }),

  /** Changes everything that was asked for, or nothing. */
  updateAccount: forManagers<'updateAccount'>((ctx, { account, scheme }) => {
    const { name, plan } = ctx.body;
    if (name === undefined && plan === undefined) return ctx.invalid(nothingToChange('name', 'plan'));
    const issues = name === undefined ? [] : issuesOfName(name);
    if (issues.length > 0) return ctx.invalid(issues);
    if (plan !== undefined) {
      const moved = changePlan(ctx.session, ctx.schemesOf(account.platform), account, plan);
      if (!moved.ok) return brokenRule(ctx, scheme.policy, moved, 'plan');
    }
    const changed = ctx.session.accounts.update(account.id, name === undefined ? {} : { name: name.trim() });
    return ctx.reply(200, accountView(ctx.session, changed, scheme));
  }),
} satisfies Behaviours<'listAccounts' | 'getAccount' | 'updateAccount'>;
