import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody, rowsOf } from '../test-client.ts';
import { ACCOUNT, ANA, BRUNO, NOBODY, pingbackClient, strangerClient } from './test-client.ts';

let mock: Mock;
let send: ReturnType<typeof pingbackClient>;

beforeEach(() => {
  mock = createMock({ now: '2026-11-20T12:00:00.000Z' });
  send = pingbackClient(mock);
});

const HEITOR = '87ca7b42-2ba1-4ac7-aab9-e4c9b8dbfde2';
const DEAL = 'f749ad7e-d012-4fce-be67-1634385bafda';
const sales = {
  pipelineId: 'da1e478f-e8aa-445c-9f6c-770f84a260b2',
  first: '642c60a2-8841-4e31-be5c-d04c3c7c5c8a',
  last: 'c408396a-d04e-4726-816e-285f6add8f5c',
};
const onboarding = '4d1b7031-8518-4073-8104-858a7201b1f3';
const wanted = { contactId: BRUNO, pipelineId: sales.pipelineId, stageId: sales.first };

interface DealBody {
  readonly data: { readonly id: string };
}

const dealRow = (id: string) => rowsOf(mock, ACCOUNT, 'deals').find((row) => (row as { id: string }).id === id);

describe('creating', () => {
  test('a deal ties a contact to a stage and answers with its address', async () => {
    const attributes = { pb_name: 'Plano anual', pb_amount: '2300000' };
    const created = await send<DealBody>('POST', '/deals', { ...wanted, attributes });
    expect(created).toMatchObject({
      status: 201,
      body: { message: 'Deal created', data: { contactId: BRUNO, email: 'bruno.lima@exemplo.com.br' } },
    });
    expect(dealRow(created.body.data.id)).toMatchObject({ ...wanted, attributes, createdAt: '2026-11-20T12:00:00.000Z' });
  });

  test.each([
    ['contact_not_found', { contactId: NOBODY }],
    ['pipeline_not_found', { pipelineId: NOBODY }],
    ['stage_not_found', { stageId: NOBODY }],
    ['stage_not_found', { stageId: onboarding }],
  ])('says %s for %o', async (name, change) => {
    const before = rowsOf(mock, ACCOUNT, 'deals');
    expect(await send('POST', '/deals', { ...wanted, ...change })).toMatchObject({
      status: 404,
      body: exampleBody('createDeal', 404, name),
    });
    expect(rowsOf(mock, ACCOUNT, 'deals')).toEqual(before);
  });

  test('a second deal for a contact is a conflict', async () => {
    await send('POST', '/deals', wanted);
    expect(await send('POST', '/deals', { ...wanted, stageId: sales.last })).toMatchObject({
      status: 409,
      body: exampleBody('createDeal', 409, 'contact_associated_with_a_deal'),
    });
  });
});

describe('updating', () => {
  test('a deal moves on, and attributes that are not sent survive', async () => {
    const attributes = { pb_amount: '2500000', pb_closingDate: '2026-12-15T15:00:00.000Z' };
    expect(await send('PUT', `/deals/${DEAL}`, { stageId: sales.last, attributes })).toMatchObject({
      status: 200,
      body: exampleBody('updateDeal', 200, 'updated'),
    });
    expect(dealRow(DEAL)).toMatchObject({
      contactId: HEITOR,
      stageId: sales.last,
      attributes: { pb_name: 'Móveis para escritório', ...attributes },
      updatedAt: '2026-11-20T12:00:00.000Z',
    });
  });

  test('a deal given to another contact leaves the first one free for a new deal', async () => {
    expect(await send('PUT', `/deals/${DEAL}`, { contactId: BRUNO })).toMatchObject({ status: 200 });
    expect(await send('POST', '/deals', wanted)).toMatchObject({ status: 409 });
    expect(await send('POST', '/deals', { ...wanted, contactId: HEITOR })).toMatchObject({ status: 201 });
  });

  test('a deal may be given to the contact it has', async () => {
    expect(await send('PUT', `/deals/${DEAL}`, { contactId: HEITOR })).toMatchObject({ status: 200 });
  });

  test.each([
    ['deal_not_found', NOBODY, { stageId: sales.last }],
    ['contact_not_found', DEAL, { contactId: NOBODY }],
    ['stage_not_found', DEAL, { stageId: NOBODY }],
    ['stage_not_found', DEAL, { stageId: onboarding }],
  ])('says %s for %s and %o', async (name, id, body) => {
    expect(await send('PUT', `/deals/${id}`, body)).toMatchObject({ status: 404, body: exampleBody('updateDeal', 404, name) });
  });

  test('a contact that has a deal cannot be given another', async () => {
    await send('POST', '/deals', { ...wanted, contactId: ANA });
    expect(await send('PUT', `/deals/${DEAL}`, { contactId: ANA, stageId: sales.last })).toMatchObject({
      status: 409,
      body: exampleBody('updateDeal', 409, 'contact_associated_with_a_deal'),
    });
    expect(dealRow(DEAL)).not.toMatchObject({ stageId: sales.last });
  });
});

test('a deal outlives its contact', async () => {
  await send('DELETE', '/contacts/heitor.almeida@exemplo.com.br');
  expect(await send('PUT', `/deals/${DEAL}`, { contactId: BRUNO })).toMatchObject({ status: 200 });
});

test('another account reaches neither deals nor contacts nor pipelines', async () => {
  const stranger = strangerClient(mock);
  expect(await stranger('PUT', `/deals/${DEAL}`, { attributes: {} })).toMatchObject({ status: 404 });
  expect(await stranger('POST', '/deals', wanted)).toMatchObject({ status: 404, body: { errorCode: 'CONTACT_NOT_FOUND' } });
  const created = await stranger<DealBody>('POST', '/contacts', { email: 'bruno.lima@exemplo.com.br' });
  expect(await stranger('POST', '/deals', { ...wanted, contactId: created.body.data.id })).toMatchObject({
    body: { errorCode: 'PIPELINE_NOT_FOUND' },
  });
});
