/** Custom fields of an RD Station account; in life they are made in its dashboard. */
import { customFieldArrivals } from '../../api/custom-fields.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { controlProblem } from './rules.ts';

export const customFields = {
  defineMockCustomField: (ctx) => {
    const { accountId } = ctx.path;
    const account = ctx.session.accounts.get(accountId);
    if (!account) return controlProblem(ctx, 'account_not_found');
    if (account.platform !== 'rdstation')
      return controlProblem(
        ctx,
        'account_not_found',
        `The account is one of ${account.platform}; RD Station has none of this id.`,
      );
    const { valid_options: options, ...field } = customFieldArrivals(ctx.session).define(accountId, ctx.body);
    return ctx.reply(201, { ...field, ...(options && { valid_options: [...options] }) });
  },
} satisfies Behaviours<'defineMockCustomField'>;
