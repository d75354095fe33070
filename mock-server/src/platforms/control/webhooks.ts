/** URLs that the events of a platform are sent to, and what became of each delivery. */
import type { components } from '@chaveiro/openapi/types';
import { webhooksApi } from '../../api/webhooks-api.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import type { RegisteredWebhook, WebhookDelivery, WebhookRegistration } from '../../webhooks/index.ts';
import { controlProblem, issue } from './rules.ts';
import { iso } from '../../core/clock.ts';
import { listView } from './views.ts';

type Schemas = components['schemas'];

export const webhooks = {
  listMockWebhooks: (ctx) => ctx.reply(200, listView(apiOf(ctx).list().map(webhookView))),

  registerMockWebhook: (ctx) => {
    let registered: RegisteredWebhook;
    try {
      registered = apiOf(ctx).register(ctx.body);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // Whatever does not fit is said in one sentence.
      return ctx.invalid([issue([], error.message)]);
    }
    return ctx.reply(201, { ...webhookView(registered), secret: registered.secret });
  },

  removeMockWebhook: (ctx) =>
    apiOf(ctx).remove(ctx.path.webhookId) ? ctx.reply(204, undefined) : controlProblem(ctx, 'webhook_not_found'),

  listMockDeliveries: (ctx) => ctx.reply(200, listView(apiOf(ctx).deliveries().map(deliveryView))),

  settleMockDeliveries: (ctx) => ({ ...ctx.reply(204, undefined), wait: () => apiOf(ctx).settle() }),
} satisfies Behaviours<
  'listMockWebhooks' | 'registerMockWebhook' | 'removeMockWebhook' | 'listMockDeliveries' | 'settleMockDeliveries'
>;

function apiOf({ session, engine }: Pick<Context, 'session' | 'engine'>) {
  return webhooksApi(session, engine.courier, engine.modules);
}

function webhookView(webhook: WebhookRegistration): Schemas['MockWebhook'] {
  const { id, platform, accountId, url, events, identifiers, include, createdAt } = webhook;
  return {
    id,
    platform,
    accountId,
    url,
    events: [...events],
    identifiers: identifiers && [...identifiers],
    include: [...include],
    createdAt: iso(createdAt),
  };
}

function deliveryView({ eventAt, attempts, nextAttemptAt, ...delivery }: WebhookDelivery): Schemas['MockDelivery'] {
  return {
    ...delivery,
    eventAt: iso(eventAt),
    attempts: attempts.map((attempt) => ({ ...attempt, at: iso(attempt.at) })),
    nextAttemptAt: nextAttemptAt === null ? null : iso(nextAttemptAt),
  };
}
