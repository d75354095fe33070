/** Webhooks of document and mock are the same: each is delivered, and each delivery is as the document says. */
import { document } from '@chaveiro/openapi';
import { webhooksOf, type JsonSchema } from '@chaveiro/openapi/policy';
import { schemas, standalone } from '@chaveiro/openapi/schemas';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createMock, type Mock } from '../src/mock.ts';
import { modules } from '../src/platforms/index.ts';
import { conversion, keyClient, tokenClient } from '../src/platforms/rdstation/test-client.ts';
import { TEXT, zenvioClient, type InstanceBody } from '../src/platforms/zenvio/test-client.ts';

interface Sent {
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

const described = webhooksOf(document);

let sent: Sent[];
beforeAll(async () => {
  sent = [];
  const mock = createMock({
    webhooks: {
      fetch: (_, init) => {
        const body = JSON.parse(init.body as string) as Sent['body'];
        sent.push({ headers: new Headers(init.headers), body });
        return Promise.resolve(new Response(null, { status: 204 }));
      },
    },
  });
  mock.webhooks.register({ platform: 'zenvio', url: 'http://localhost:9/zenvio' });
  mock.webhooks.register({ platform: 'rdstation', url: 'http://localhost:9/rdstation' });
  await liveOn(mock);
});

/** Everything that a platform tells happens at least once, in several ways where there are several. */
async function liveOn(mock: Mock): Promise<void> {
  const zenvio = zenvioClient(mock);
  // Read; read and answered; failed for good; sent at the second attempt.
  await zenvio('POST', '/whatsapp/messages', {
    ...TEXT,
    to: ['5511999999999', '5511999990005', '5511999990002', '5511999990004'],
  });
  await zenvio('PATCH', '/whatsapp/messages/msg_sent/edit', { text: 'Às 21h.' });
  await zenvio('DELETE', '/whatsapp/messages/msg_read');
  const created = await zenvio<InstanceBody>('POST', '/whatsapp/instances', { name: 'Filial' });
  mock.clock.advance('1m');
  // Failed because its instance is gone, before WhatsApp ever had it.
  mock.zenvio.instances.disconnect('inst_restaurante_joao');
  await zenvio('POST', '/whatsapp/messages', TEXT);
  await zenvio('DELETE', '/whatsapp/instances/inst_restaurante_joao');
  await zenvio('POST', `/whatsapp/instances/${created.body.data.instance.id}/disconnect`);
  mock.zenvio.instances.receive('inst_farmacia_maria', { from: '5511988887777', text: 'Tem dipirona?' });

  const email = 'carla.ferreira@exemplo.com.br';
  const full = { company_name: 'Loja da Carla', tags: ['ebook'], job_title: 'Gerente', cf_loja_preferida: 'Recife' };
  const legal_bases = [{ category: 'communications', type: 'consent', status: 'granted' }];
  const rdstation = keyClient(mock);
  await rdstation('POST', '/platform/conversions', conversion({ conversion_identifier: 'ebook', email, ...full, legal_bases }));
  await rdstation('POST', '/platform/conversions', conversion({ conversion_identifier: 'ebook', email: 'nova@exemplo.com.br' }));
  const payload = { email, funnel_name: 'default' };
  await tokenClient(mock)('POST', '/platform/events', { event_type: 'OPPORTUNITY', event_family: 'CDP', payload });
  await mock.webhooks.settle();
}

/** The same schema, and nothing that it does not name: the mock sends no field that the document does not know. */
function closed(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_, node: unknown) =>
    typeof node === 'object' && node !== null && 'properties' in node && !('additionalProperties' in node)
      ? { ...node, additionalProperties: false }
      : node,
  ) as JsonSchema;
}

const nameOf = ({ body }: Sent): unknown => body['event'] ?? body['event_type'];

test('everything that the mock delivers is a webhook of the document', () => {
  expect(sent.length).toBeGreaterThan(described.length);
  expect(sent.map(nameOf).filter((name) => !Object.hasOwn(schemas.webhooks, String(name)))).toEqual([]);
});

test('the events that one can register for are those of the document', () => {
  for (const [platform, { webhooks }] of Object.entries(modules)) {
    const events = described.filter((entry) => entry.platform === platform).map(({ event }) => event);
    expect(webhooks?.events ?? [], platform).toEqual(events);
  }
});

describe.each(described.map(({ event }) => event))('%s', (event) => {
  const deliveries = () => sent.filter((one) => nameOf(one) === event);
  const own = schemas.webhooks[event];
  const zodOf = (schema: JsonSchema | undefined) => z.fromJSONSchema(closed(standalone(schema ?? {})));

  test('is delivered, as its schema says and without a field that the schema does not have', () => {
    expect(deliveries().length).toBeGreaterThan(0);
    const payload = zodOf(own?.payload);
    for (const { body } of deliveries()) expect(payload.safeParse(body).error, JSON.stringify(body)).toBeUndefined();
  });

  test('comes with the headers of the document', () => {
    for (const { headers } of deliveries()) {
      const platformHeaders = Object.fromEntries([...headers].filter(([name]) => name !== 'content-type'));
      expect(zodOf(own?.headers).safeParse(platformHeaders).error, event).toBeUndefined();
      expect(headers.get('content-type')).toBe('application/json');
    }
  });
});
