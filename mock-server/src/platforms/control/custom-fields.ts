/** Custom fields of an RD Station account; in life they are made in its dashboard. */
import { customFieldArrivals } from '../../api/custom-fields.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { problem } from '../console/problem.ts';

export const customFields = {
  defineMockCustomField: (ctx) => {
    const fields = customFieldArrivals(ctx.session);
    if (!fields.mayHave(ctx.path.accountId)) return problem(ctx, 'account_not_found');
    const { valid_options: options, ...field } = fields.define(ctx.path.accountId, ctx.body);
    return ctx.reply(201, { ...field, ...(options && { valid_options: [...options] }) });
  },
} satisfies Behaviours<'defineMockCustomField'>;
