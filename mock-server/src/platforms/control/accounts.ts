/** Accounts, as whoever runs the mock sees them: no role and no session of a dashboard is needed. */
import type { Account } from '../../core/account.ts';
import type { AccountHandle } from '../../api/account-handle.ts';
import { platformHandle } from '../../api/platform-handle.ts';
import type { Answer } from '../../document/examples.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { nothingToChange } from '../console/key-request.ts';
import { problem } from '../console/problem.ts';
import { controlProblem, issue, underRules } from './rules.ts';
import { accountView, listView } from './views.ts';

export const accounts = {
  listMockAccounts: (ctx) => {
    const { platform } = ctx.query;
    const { accounts: all } = ctx.session;
    const rows = platform === undefined ? all.values() : all.find('platform', platform);
    return ctx.reply(200, listView(rows.map((row) => accountView(ctx.session, row))));
  },

  createMockAccount: (ctx) => {
    const { platform, rateLimits, ...wanted } = ctx.body;
    const info = ctx.document.platforms.get(platform);
    if (!info || ctx.schemesOf(platform).length === 0) return ctx.invalid([issue(['platform'], unknownPlatform(ctx))]);
    if (wanted.id !== undefined && ctx.session.accounts.get(wanted.id)) return controlProblem(ctx, 'id_taken');
    return underRules(ctx, () => {
      const options = { ...wanted, ...(rateLimits !== null && rateLimits !== undefined && { rateLimits }) };
      const { id } = platformHandle(ctx.session, ctx.document, info).accounts.create(options);
      return ctx.reply(201, accountView(ctx.session, accountRow(ctx, id)));
    });
  },

  getMockAccount: (ctx) => onAccount(ctx, (account) => ctx.reply(200, accountView(ctx.session, account))),

  updateMockAccount: (ctx) =>
    onAccount(ctx, (account, handle) => {
      const { plan, rateLimits } = ctx.body;
      if (plan === undefined && rateLimits === undefined) return ctx.invalid(nothingToChange('plan', 'rateLimits'));
      if (plan !== undefined) handle.changePlan(plan);
      if (rateLimits !== undefined) handle.limitRate(rateLimits);
      return ctx.reply(200, accountView(ctx.session, accountRow(ctx, account.id)));
    }),

  signInToMock: (ctx) =>
    onAccount(ctx, (_, handle) => {
      const { role, name = role } = ctx.body;
      return ctx.reply(201, { token: handle.signIn(role, name), role, name });
    }),
} satisfies Behaviours<'listMockAccounts' | 'createMockAccount' | 'getMockAccount' | 'updateMockAccount' | 'signInToMock'>;

/** For operations below an account: the account, and the handle that a test has of it in process. */
export function onAccount(
  ctx: Pick<Context, 'session' | 'document' | 'operation' | 'example' | 'invalid'> & {
    readonly path: { readonly accountId: string };
  },
  act: (account: Account, handle: AccountHandle) => Answer,
): Answer {
  const account = ctx.session.accounts.get(ctx.path.accountId);
  const info = account && ctx.document.platforms.get(account.platform);
  if (!info) return problem(ctx, 'account_not_found');
  return underRules(ctx, () => act(account, platformHandle(ctx.session, ctx.document, info).accounts.get(account.id)));
}

function accountRow({ session }: Pick<Context, 'session'>, id: string): Account {
  const row = session.accounts.get(id);
  if (!row) throw new Error(`The account ${id} is gone within its own request.`);
  return row;
}

function unknownPlatform(ctx: Pick<Context, 'document' | 'schemesOf'>): string {
  const known = [...ctx.document.platforms.keys()].filter((id) => ctx.schemesOf(id).length > 0);
  return `must be one of: ${known.join(', ')}`;
}
