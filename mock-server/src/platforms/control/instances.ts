/** What only a phone could do with a WhatsApp instance. */
import { instanceArrivals, type InstanceArrivals } from '../../api/instance-arrivals.ts';
import type { Answer } from '../../document/examples.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { controlProblem, type Problems } from './rules.ts';

export const instances = {
  connectMockInstance: (ctx) => onInstance(ctx, (phone, id) => ctx.reply(200, { ...phone.connect(id) })),

  disconnectMockInstance: (ctx) => onInstance(ctx, (phone, id) => ctx.reply(200, { ...phone.disconnect(id) })),

  receiveMockMessage: (ctx) =>
    onInstance(ctx, (phone, id) => {
      phone.receive(id, ctx.body);
      return ctx.reply(204, undefined);
    }),
} satisfies Behaviours<'connectMockInstance' | 'disconnectMockInstance' | 'receiveMockMessage'>;

function onInstance(
  ctx: Problems & Pick<Context, 'session'> & { readonly path: { readonly instanceId: string } },
  act: (phone: InstanceArrivals, id: string) => Answer,
): Answer {
  const phone = instanceArrivals(ctx.session);
  const { instanceId } = ctx.path;
  const exists = phone.list().some(({ id }) => id === instanceId);
  return exists ? act(phone, instanceId) : controlProblem(ctx, 'instance_not_found');
}
