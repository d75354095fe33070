/** The webhooks of a running mock. */
import type { WebhooksApi } from '../api/webhooks-api.ts';
import type { RegisteredWebhook, WebhookDelivery, WebhookRegistration } from '../webhooks/index.ts';
import type { Remote } from './shape.ts';
import { answerOf, done, found, type Schemas, type Wire } from './wire.ts';

export function webhooksApi({ client }: Wire): Remote<WebhooksApi> {
  return {
    async register(webhook) {
      const { secret, ...registered } = await answerOf(
        client.POST('/__mock/webhooks', { body: webhook as Schemas['MockNewWebhook'] }),
      );
      const view = registrationOf(registered);
      return Object.defineProperty(view, 'secret', { value: secret, enumerable: false }) as RegisteredWebhook;
    },
    list: async () => (await answerOf(client.GET('/__mock/webhooks'))).items.map(registrationOf),
    remove: (webhookId) => found(client.DELETE('/__mock/webhooks/{webhookId}', { params: { path: { webhookId } } })),
    deliveries: async () => (await answerOf(client.GET('/__mock/webhook-deliveries'))).items.map(deliveryOf),
    settle: () => done(client.POST('/__mock/webhook-deliveries/settle')),
  };
}

function registrationOf({ createdAt, ...webhook }: Schemas['MockWebhook']): WebhookRegistration {
  return { ...webhook, createdAt: Date.parse(createdAt) };
}

function deliveryOf({ eventAt, nextAttemptAt, attempts, body, ...delivery }: Schemas['MockDelivery']): WebhookDelivery {
  return {
    ...delivery,
    body,
    eventAt: Date.parse(eventAt),
    nextAttemptAt: nextAttemptAt === null ? null : Date.parse(nextAttemptAt),
    attempts: attempts.map((attempt) => ({ ...attempt, at: Date.parse(attempt.at) })),
  };
}
