/** `POST /platform/conversions`: the one operation that an API key opens. */
import type { Behaviours } from '../../exchange/behaviour.ts';
import { customFieldIssues } from './custom-fields.ts';
import { hasCapitals, recordConversion } from './leads.ts';
import { trafficIssues } from './traffic-source.ts';

export const conversions = {
  /** The lead is there at once; the platform takes some minutes. */
  createConversion: (ctx) => {
    const { payload } = ctx.body;
    const issues = [...customFieldIssues(ctx, payload, ['payload']), ...trafficIssues(payload, ['payload'])];
    if (issues.length > 0) return ctx.invalid(issues);
    if (ctx.choices.uppercase_tags === 'refused' && hasCapitals(payload.tags)) return ctx.example(400, 'tags_not_lowercase');
    return ctx.reply(200, { event_uuid: recordConversion(ctx, payload).id });
  },
} satisfies Behaviours<'createConversion'>;
