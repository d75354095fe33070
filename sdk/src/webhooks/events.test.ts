import { document } from '@chaveiro/openapi';
import { webhooksOf } from '@chaveiro/openapi/policy';
import { expect, expectTypeOf, test } from 'vitest';
import { rdstation } from '../generated/webhooks/rdstation.ts';
import { zenvio } from '../generated/webhooks/zenvio.ts';
import type { RDStationWebhookEvent, UnknownWebhookEvent, WebhookPayload, ZenvioWebhookEvent } from '../webhooks.ts';
import { eventOf } from './events.ts';

test('every example of the document is an event that is known', () => {
  const tables = [zenvio, rdstation];
  expect(webhooksOf(document).length).toBeGreaterThan(0);
  for (const { event, platform, operation } of webhooksOf(document)) {
    const table = tables.find((one) => one.platform === platform);
    const content = operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
    const [example] = Object.values(content['application/json']?.examples ?? {});
    const body: unknown = example && 'value' in example ? example.value : undefined;
    expect(table && eventOf(table, body)).toEqual({ platform, type: event, payload: body });
  }
});

test('the type of an event says what its payload has', () => {
  const of = (event: ZenvioWebhookEvent): string | null | undefined => {
    switch (event.type) {
      case 'message.read':
        expectTypeOf(event.payload).toEqualTypeOf<WebhookPayload<'message.read'>>();
        return event.payload.data.externalId;
      case 'message.failed':
        return event.payload.data.error;
      case 'instance.qrcode':
        // @ts-expect-error an event of an instance is about no message
        return event.payload.message_id as undefined;
      case 'unknown':
        expectTypeOf(event).toEqualTypeOf<UnknownWebhookEvent<'zenvio'>>();
        return event.name;
      default:
        return event.payload.workspace_id;
    }
  };
  expect(of({ platform: 'zenvio', type: 'unknown', name: 'message.pinned', payload: {} })).toBe('message.pinned');
});

test('an event that no platform has is not a type', () => {
  // @ts-expect-error a slip in its name
  const slip: ZenvioWebhookEvent['type'] = 'message.raed';
  expect(slip).toBe('message.raed');
});

test('events of several platforms are told apart', () => {
  const emailOf = (event: ZenvioWebhookEvent | RDStationWebhookEvent) =>
    event.type === 'WEBHOOK.CONVERTED' ? event.payload.contact.email : event.platform;
  expect(emailOf({ platform: 'rdstation', type: 'unknown', name: 'x', payload: {} })).toBe('rdstation');
});
