/** What only a phone could do with a WhatsApp instance. */
import {
  explainAmbiguous,
  instanceArrivals,
  instancesCalled,
  type InstanceArrivals,
  type OwnedInstance,
} from '../../api/instance-arrivals.ts';
import type { Answer } from '../../document/examples.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { controlProblem, type Problems } from './rules.ts';

export const instances = {
  connectMockInstance: (ctx) =>
    onInstance(ctx, (phone, { instance, accountId }) => ctx.reply(200, { ...phone.connect(instance.id, { accountId }) })),

  disconnectMockInstance: (ctx) =>
    onInstance(ctx, (phone, { instance, accountId }) => ctx.reply(200, { ...phone.disconnect(instance.id, { accountId }) })),

  receiveMockMessage: (ctx) =>
    onInstance(ctx, (phone, { instance, accountId }) => {
      phone.receive(instance.id, ctx.body, { accountId });
      return ctx.reply(204, undefined);
    }),
} satisfies Behaviours<'connectMockInstance' | 'disconnectMockInstance' | 'receiveMockMessage'>;

function onInstance(
  ctx: Problems &
    Pick<Context, 'session'> & {
      readonly path: { readonly instanceId: string };
      readonly query: { readonly accountId?: string };
    },
  act: (phone: InstanceArrivals, owned: OwnedInstance) => Answer,
): Answer {
  const [only, ...others] = instancesCalled(ctx.session, ctx.path.instanceId, ctx.query);
  if (!only) return controlProblem(ctx, 'instance_not_found');
  if (others.length > 0) return controlProblem(ctx, 'instance_ambiguous', explainAmbiguous([only, ...others]));
  return act(instanceArrivals(ctx.session), only);
}
