import { document } from '@chaveiro/openapi';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { conversion, conversionsOf, eventsOf, leadOf, tokenClient, type Accepted } from './test-client.ts';

interface BatchAccepted {
  readonly event_batch_uuid: string;
  readonly events: Accepted[];
}

let mock: Mock;
let send: ReturnType<typeof tokenClient>;

beforeEach(() => {
  mock = createMock({ now: '2026-11-20T12:00:00.000Z' });
  send = tokenClient(mock);
});

const ANA = 'ana.souza@exemplo.com.br';
const qualification = (event_type: string, payload: object) => ({
  event_type,
  event_family: 'CDP',
  payload: { funnel_name: 'default', ...payload },
});
const post = (event: object) => send<Accepted>('POST', '/platform/events', event);
const postBatch = (events: object[]) => send<BatchAccepted>('POST', '/platform/events/batch', events);

interface Media {
  readonly requestBody: {
    readonly content: { readonly 'application/json': { readonly examples: Record<string, { readonly value: object }> } };
  };
}
const events = document.paths['/platform/events']?.post as unknown as Media;

test.each(Object.entries(events.requestBody.content['application/json'].examples))(
  'the document’s example %s is taken',
  async (_, example) => {
    const answer = await post(example.value);
    expect(answer).toMatchObject({ status: 200, decision: 'allowed' });
    expect([...conversionsOf(mock), ...eventsOf(mock)]).toMatchObject([{ id: answer.body.event_uuid }]);
  },
);

test('a conversion makes a lead, as it does with a key', async () => {
  const answer = await post(
    conversion({ conversion_identifier: 'Visita à feira', email: 'olga@exemplo.com.br', tags: ['Feira'] }),
  );
  expect(leadOf(mock, 'olga@exemplo.com.br')).toMatchObject({ tags: ['feira'] });
  expect(conversionsOf(mock)).toMatchObject([{ id: answer.body.event_uuid, identifier: 'Visita à feira' }]);
  expect(eventsOf(mock)).toEqual([]);
});

describe('a qualification', () => {
  test('moves a known lead through the funnel, and no other', async () => {
    const bruno = leadOf(mock, 'bruno.lima@exemplo.com.br');
    const at = '2026-11-20T12:00:00.000Z';
    await post(qualification('OPPORTUNITY', { email: ANA }));
    expect(leadOf(mock, ANA)?.funnel).toEqual({ name: 'default', stage: 'opportunity', at });
    await post(qualification('OPPORTUNITY_LOST', { email: ANA, reason: 'Sem orçamento' }));
    expect(leadOf(mock, ANA)?.funnel).toEqual({ name: 'default', stage: 'opportunity_lost', reason: 'Sem orçamento', at });
    await post(qualification('SALE', { email: ANA.toUpperCase(), value: 200 }));
    expect(leadOf(mock, ANA)).toMatchObject({ funnel: { name: 'default', stage: 'sale', value: 200, at }, updatedAt: at });
    expect(leadOf(mock, 'bruno.lima@exemplo.com.br')).toEqual(bruno);
    expect(eventsOf(mock)).toMatchObject([
      { event_type: 'OPPORTUNITY', processed: true },
      { event_type: 'OPPORTUNITY_LOST', processed: true, payload: { reason: 'Sem orçamento' } },
      { event_type: 'SALE', processed: true, payload: { value: 200 } },
    ]);
  });

  test.each(['OPPORTUNITY', 'SALE', 'OPPORTUNITY_LOST'])(
    '%s of somebody unknown is taken and has no effect',
    async (event_type) => {
      expect(await post(qualification(event_type, { email: 'olga@exemplo.com.br' }))).toMatchObject({ status: 200 });
      expect(leadOf(mock, 'olga@exemplo.com.br')).toBeUndefined();
      expect(eventsOf(mock)).toMatchObject([{ event_type, leadId: null, processed: false }]);
    },
  );

  test('works right after the conversion that made the lead', async () => {
    await post(conversion({ conversion_identifier: 'x', email: 'olga@exemplo.com.br' }));
    await post(qualification('SALE', { email: 'olga@exemplo.com.br' }));
    expect(leadOf(mock, 'olga@exemplo.com.br')).toMatchObject({ funnel: { stage: 'sale' } });
  });

  test('knows no funnel but the default one', async () => {
    expect(await post(qualification('SALE', { email: ANA, funnel_name: 'vendas' }))).toMatchObject({
      status: 400,
      body: {
        errors: [
          { error_type: 'INVALID_OPTION', validation_rules: { valid_options: ['default'] }, path: '$.payload.funnel_name' },
        ],
      },
    });
  });
});

test('another event is kept with its lead, and changes nothing of it', async () => {
  const before = leadOf(mock, ANA);
  const payload = { chat_subject: 'Planos', cf_chat_status: 'online', email: ANA, name: 'Outra Ana' };
  await post({ event_type: 'CHAT_STARTED', event_family: 'CDP', payload });
  expect(leadOf(mock, ANA)).toEqual(before);
  expect(eventsOf(mock)).toMatchObject([
    { event_type: 'CHAT_STARTED', email: ANA, leadId: before?.id, processed: true, payload },
  ]);
});

describe('a batch', () => {
  test('is recorded in its order, and the ids come in that order', async () => {
    const answer = await postBatch([
      qualification('SALE', { email: 'olga@exemplo.com.br' }),
      conversion({ conversion_identifier: 'x', email: 'olga@exemplo.com.br' }),
      qualification('OPPORTUNITY', { email: 'olga@exemplo.com.br' }),
    ]);
    expect(answer).toMatchObject({ status: 200, body: { event_batch_uuid: expect.any(String) as unknown } });
    const [sale, opportunity] = eventsOf(mock);
    expect(answer.body.events.map((event) => event.event_uuid)).toEqual([sale?.id, conversionsOf(mock)[0]?.id, opportunity?.id]);
    expect(sale).toMatchObject({ event_type: 'SALE', processed: false });
    expect(opportunity).toMatchObject({ event_type: 'OPPORTUNITY', processed: true });
    expect(leadOf(mock, 'olga@exemplo.com.br')).toMatchObject({ funnel: { stage: 'opportunity' } });
  });

  test('with one event that does not fit is refused whole, and says which', async () => {
    const good = conversion({ conversion_identifier: 'x', email: 'olga@exemplo.com.br' });
    expect(await postBatch([good, conversion({ conversion_identifier: 'x' })])).toMatchObject({
      status: 400,
      body: { errors: [{ error_type: 'MISSING', path: '$[1].payload.email' }] },
    });
    const conflicting = { conversion_identifier: 'x', email: ANA, traffic_source: 'encoded_e30=', traffic_value: 'crm' };
    expect(await postBatch([good, conversion(conflicting)])).toMatchObject({
      status: 400,
      body: { errors: [{ error_type: 'INVALID', path: '$[1].payload.traffic_value' }] },
    });
    expect([...conversionsOf(mock), ...eventsOf(mock)]).toEqual([]);
  });

  test('may be empty', async () => {
    expect(await postBatch([])).toMatchObject({ status: 200, body: { events: [] } });
  });
});

test('the cookie next to a campaign is refused here too', async () => {
  const payload = { conversion_identifier: 'x', email: ANA, traffic_source: 'encoded_e30=', traffic_medium: 'cpc' };
  expect(await post(conversion(payload))).toMatchObject({
    status: 400,
    body: exampleBody('createEvent', 400, 'traffic_conflict'),
  });
});

test('another account has a lead base of its own', async () => {
  const account = mock.rdstation.accounts.create();
  const stranger = tokenClient(mock, account.keys.create({ scheme: 'rdstationOAuth' }).secret);
  const before = leadOf(mock, ANA);
  expect(await stranger('POST', '/platform/events', qualification('SALE', { email: ANA }))).toMatchObject({ status: 200 });
  expect(eventsOf(mock, account.id)).toMatchObject([{ processed: false }]);
  expect(leadOf(mock, ANA)).toEqual(before);
});
