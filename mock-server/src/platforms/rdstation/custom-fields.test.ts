import { beforeEach, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { ACCOUNT, conversion, conversionsOf, keyClient, leadOf, tokenClient } from './test-client.ts';

const EMAIL = 'olga@exemplo.com.br';

let mock: Mock;
beforeEach(() => {
  mock = createMock();
  mock.rdstation.customFields.define(ACCOUNT, { api_identifier: 'cf_cargo', data_type: 'STRING' });
  mock.rdstation.customFields.define(ACCOUNT, { api_identifier: 'cf_filiais', data_type: 'INTEGER' });
  mock.rdstation.customFields.define(ACCOUNT, { api_identifier: 'cf_cliente', data_type: 'BOOLEAN' });
  mock.rdstation.customFields.define(ACCOUNT, {
    api_identifier: 'cf_interesses',
    data_type: 'STRING[]',
    valid_options: ['CRM', 'Marketing'],
  });
});

const envelope = (fields: object) => conversion({ conversion_identifier: 'x', email: EMAIL, ...fields });
const convert = (fields: object) => keyClient(mock)('POST', '/platform/conversions', envelope(fields));

test('values of their fields’ types are kept on the conversion and on the lead', async () => {
  const fields = { cf_cargo: 'Diretora', cf_filiais: 3, cf_cliente: true, cf_interesses: ['CRM'] };
  expect(await convert(fields)).toMatchObject({ status: 200 });
  expect(conversionsOf(mock)[0]?.payload).toMatchObject(fields);
  expect(leadOf(mock, EMAIL)?.fields).toEqual(fields);
});

test('a field that the account does not have is ignored, not refused', async () => {
  expect(await convert({ cf_cargo: 'Diretora', cf_inexistente: 'x' })).toMatchObject({ status: 200 });
  expect(leadOf(mock, EMAIL)?.fields).toEqual({ cf_cargo: 'Diretora' });
});

test.each([
  [{ cf_cargo: 7 }, 'cf_cargo', 'STRING'],
  [{ cf_filiais: 'três' }, 'cf_filiais', 'INTEGER'],
  [{ cf_filiais: 1.5 }, 'cf_filiais', 'INTEGER'],
  [{ cf_cliente: 'sim' }, 'cf_cliente', 'BOOLEAN'],
  [{ cf_interesses: 'CRM' }, 'cf_interesses', 'SET'],
])('%j is refused as a wrong type', async (fields, name, data_type) => {
  expect(await convert(fields)).toMatchObject({
    status: 400,
    body: { errors: [{ error_type: 'INVALID_DATA_TYPE', validation_rules: { data_type }, path: `$.payload.${name}` }] },
  });
  expect(conversionsOf(mock)).toEqual([]);
});

test('a choice that does not exist is refused with those that do', async () => {
  expect(await convert({ cf_interesses: ['CRM', 'ERP'] })).toMatchObject({
    status: 400,
    body: {
      errors: [
        {
          error_type: 'INVALID_OPTION',
          validation_rules: { valid_options: ['CRM', 'Marketing'] },
          path: '$.payload.cf_interesses',
        },
      ],
    },
  });
});

test('an empty value leaves the field, whatever its type', async () => {
  await convert({ cf_filiais: 3 });
  expect(await convert({ cf_filiais: '', cf_cliente: null })).toMatchObject({ status: 200 });
  expect(leadOf(mock, EMAIL)?.fields).toEqual({ cf_filiais: 3 });
});

test('events and batches follow the same rules', async () => {
  const send = tokenClient(mock);
  expect(await send('POST', '/platform/events', envelope({ cf_cargo: 7 }))).toMatchObject({ status: 400 });
  expect(await send('POST', '/platform/events/batch', [envelope({}), envelope({ cf_cargo: 7 })])).toMatchObject({
    status: 400,
    body: { errors: [{ path: '$[1].payload.cf_cargo' }] },
  });
});

test('an account of which no field was defined takes any', async () => {
  const account = mock.rdstation.accounts.create();
  const send = keyClient(mock, account.keys.create().secret);
  await send('POST', '/platform/conversions', envelope({ cf_qualquer: 7 }));
  expect(leadOf(mock, EMAIL, account.id)?.fields).toEqual({ cf_qualquer: 7 });
});

test('fields are defined for an account of RD Station', () => {
  const field = { api_identifier: 'cf_x', data_type: 'STRING' } as const;
  expect(() => mock.rdstation.customFields.define('acc_zenvio_demo', field)).toThrow(
    'RD Station has no account acc_zenvio_demo.',
  );
});
