import { describe, expect, test } from 'vitest';
import { createMock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { pingbackClient } from './test-client.ts';

const send = pingbackClient(createMock());
const requestId = expect.stringMatching(/./) as unknown;

describe('a body that does not fit is INVALID_INPUT, with a sentence for each issue', () => {
  test.each<[object | string, string]>([
    [{}, '"email" is required'],
    [{ email: 'ana' }, '"email" must be a valid email'],
    [{ email: 7 }, '"email" must be a string'],
    [{ email: 'olga@exemplo.com.br', attributes: 'x' }, '"attributes" must be of type object'],
    [{ email: 'ana', origin: { url: 3 } }, '"email" must be a valid email. "origin.url" must be a string'],
    ['[]', '"value" must be of type object'],
  ])('%o', async (body, error) => {
    expect(await send('POST', '/contacts', body)).toMatchObject({
      status: 422,
      decision: 'invalid_request',
      body: { error, errorCode: 'INVALID_INPUT', requestId },
    });
  });

  test('ids must be UUIDs', async () => {
    expect(await send('POST', '/deals', { contactId: 'x', pipelineId: 'y', stageId: 'z' })).toMatchObject({
      status: 422,
      body: { error: '"contactId" must be a valid GUID. "pipelineId" must be a valid GUID. "stageId" must be a valid GUID' },
    });
  });

  test('a closing date must be one', async () => {
    const body = { attributes: { pb_closingDate: 'amanhã' } };
    expect(await send('PUT', '/deals/f749ad7e-d012-4fce-be67-1634385bafda', body)).toMatchObject({
      body: { error: '"attributes.pb_closingDate" must be in ISO 8601 date format' },
    });
  });
});

describe('a parameter that does not fit is INVALID_PARAMS', () => {
  test.each([
    ['/contacts?page=-1', '"page" must be greater than or equal to 0'],
    ['/contacts?page=1.5', '"page" must be an integer'],
    ['/contacts?page=dois', '"page" must be a number'],
    ['/contacts/ana', '"email" must be a valid email'],
  ])('%s', async (path, error) => {
    expect(await send('GET', path)).toMatchObject({
      status: 422,
      decision: 'invalid_request',
      body: { error, errorCode: 'INVALID_PARAMS', requestId },
    });
  });

  test('developer mode is true or false', async () => {
    expect(await send('GET', '/contacts', undefined, { 'x-developer-mode': '1' })).toMatchObject({
      status: 422,
      body: { error: '"x-developer-mode" must be a boolean', errorCode: 'INVALID_PARAMS' },
    });
  });
});

test('code and envelope are those of the examples in the document', async () => {
  const input = exampleBody('createContact', 422, 'invalid_input') as object;
  const params = exampleBody('listContacts', 422, 'invalid_params') as object;
  expect((await send('POST', '/contacts', {})).body).toEqual({ ...input, error: expect.any(String) as unknown });
  expect((await send('GET', '/contacts?page=-1')).body).toEqual({ ...params, error: expect.any(String) as unknown });
});

test('a missing body and one that is no JSON have answers of their own', async () => {
  expect(await send('POST', '/contacts')).toMatchObject({ status: 400, body: exampleBody('createContact', 400, 'missing_body') });
  expect(await send('POST', '/contacts', '{"email"')).toMatchObject({
    status: 422,
    body: exampleBody('createContact', 422, 'malformed_json'),
  });
});

test('what was sent is in no answer', async () => {
  const { body } = await send('POST', '/contacts', { email: 'segredo-que-vaza' });
  expect(JSON.stringify(body)).not.toContain('segredo');
});
