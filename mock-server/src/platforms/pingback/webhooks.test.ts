import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { createClient, exampleBody, rowsOf } from '../test-client.ts';
import { ACCOUNT, pingbackClient, type ContactBody } from './test-client.ts';

const WEBHOOK = '781d2841-0742-4340-b1a9-9947440557a5';
const WORKFLOW = '66bec69a-b797-4736-ad73-0e7cd80b017b';
const TRIGGER = `/webhook/${WEBHOOK}/c/loja-exemplo/w/${WORKFLOW}`;

let mock: Mock;
let send: ReturnType<typeof pingbackClient>;
let anybody: ReturnType<typeof createClient>;

beforeEach(() => {
  mock = createMock({ now: '2026-11-20T12:00:00.000Z' });
  send = pingbackClient(mock);
  anybody = createClient(mock, 'https://connect.pingback.com/v2', {});
});

const contact = async (email: string) => (await send<ContactBody>('GET', `/contacts/${email}`)).body.data;

describe('the URL of an automation', () => {
  test('needs no key, starts the automation and stores the custom fields with the contact', async () => {
    const customFields = [
      { fieldName: 'name', fieldValue: 'João da Silva' },
      { fieldName: 'cargo', fieldValue: 'Gerente Comercial' },
    ];
    expect(await anybody('POST', TRIGGER, { email: 'Joao.Silva@exemplo.com.br', customFields })).toMatchObject({
      status: 200,
      decision: 'public',
      body: exampleBody('triggerWebhook', 200, 'received'),
    });
    const joao = await contact('joao.silva@exemplo.com.br');
    expect(joao).toMatchObject({
      email: 'joao.silva@exemplo.com.br',
      attributes: { name: 'João da Silva', phone: '+5511988880010', cargo: 'Gerente Comercial' },
    });
    expect(rowsOf(mock, ACCOUNT, 'webhookRuns')).toMatchObject([
      { webhookId: WEBHOOK, workflowId: WORKFLOW, contactId: joao.id, at: '2026-11-20T12:00:00.000Z' },
    ]);
  });

  test('creates a contact that is not there yet', async () => {
    await anybody('POST', TRIGGER, {
      email: 'olga@exemplo.com.br',
      customFields: [{ fieldName: 'cidade', fieldValue: 'Olinda' }],
    });
    expect(await contact('olga@exemplo.com.br')).toMatchObject({
      source: 'Webhook',
      attributes: { cidade: 'Olinda' },
      segmentedListsIds: [],
    });
  });

  test('starts the automation at every call', async () => {
    await anybody('POST', TRIGGER, { email: 'olga@exemplo.com.br' });
    await anybody('POST', TRIGGER, { email: 'olga@exemplo.com.br' });
    expect(rowsOf(mock, ACCOUNT, 'webhookRuns')).toHaveLength(2);
  });

  test.each([
    ['another webhook', `/webhook/${WORKFLOW}/c/loja-exemplo/w/${WORKFLOW}`],
    ['another channel', `/webhook/${WEBHOOK}/c/outra-loja/w/${WORKFLOW}`],
    ['another automation', `/webhook/${WEBHOOK}/c/loja-exemplo/w/${WEBHOOK}`],
  ])('with %s in it belongs to nobody', async (_, path) => {
    expect(await anybody('POST', path, { email: 'joao.silva@exemplo.com.br' })).toMatchObject({
      status: 404,
      body: exampleBody('triggerWebhook', 404, 'webhook_not_found'),
    });
  });
});

describe('a request that does not fit changes nothing', () => {
  test.each(['Cargo', 'desconhecido', '__proto__'])('custom field %s', async (fieldName) => {
    const customFields = [
      { fieldName: 'cargo', fieldValue: 'Diretora' },
      { fieldName, fieldValue: 'x' },
    ];
    expect(await anybody('POST', TRIGGER, { email: 'olga@exemplo.com.br', customFields })).toMatchObject({
      status: 422,
      body: { errorCode: 'INVALID_INPUT', error: '"customFields[1].fieldName" contains an invalid value' },
    });
    expect(await send('GET', '/contacts/olga@exemplo.com.br')).toMatchObject({ status: 404 });
    expect(rowsOf(mock, ACCOUNT, 'webhookRuns')).toEqual([]);
  });

  test('no body, no JSON, no address', async () => {
    expect(await anybody('POST', TRIGGER)).toMatchObject({
      status: 400,
      body: exampleBody('triggerWebhook', 400, 'missing_body'),
    });
    expect(await anybody('POST', TRIGGER, '{"email":')).toMatchObject({
      status: 422,
      body: exampleBody('triggerWebhook', 422, 'malformed_json'),
    });
    expect(await anybody('POST', TRIGGER, {})).toMatchObject({ status: 422, body: { error: '"email" is required' } });
  });
});
