/** `POST /platform/conversions`: the one operation that an API key opens. */
import type { Behaviours } from '../../exchange/behaviour.ts';
import { recordConversion } from './leads.ts';
import { trafficIssues } from './traffic-source.ts';

export const conversions = {
  /** The lead is there at once; the platform takes some minutes. */
  createConversion: (ctx) => {
    const { payload } = ctx.body;
    const issues = trafficIssues(payload, ['payload']);
    if (issues.length > 0) return ctx.invalid(issues);
    return ctx.reply(200, { event_uuid: recordConversion(ctx, payload).id });
  },
} satisfies Behaviours<'createConversion'>;
