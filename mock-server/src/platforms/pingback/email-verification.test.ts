import { describe, expect, test } from 'vitest';
import { createMock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { pingbackClient } from './test-client.ts';

const send = pingbackClient(createMock());
const verify = (email: string, body?: object) => send('POST', `/email-verification/${encodeURIComponent(email)}`, body);

describe('the address alone decides', () => {
  test.each([
    ['ana.souza@exemplo.com.br', true, true, 'Valid email'],
    ['NINGUEM@Padaria.com.br', true, true, 'Valid email'],
    ['ana+loja@exemplo.com.br', true, true, 'Valid email'],
    ['ana@mailinator.com', false, true, 'Disposable email is not allowed'],
    ['ana@YopMail.com', false, true, 'Disposable email is not allowed'],
    ['ana@loja.invalid', false, true, 'Domain verification failed'],
    ['ana@loja.example', false, true, 'Domain verification failed'],
    ['ana@example.com', false, true, 'No MX records found'],
    ['ana@sem-mx.exemplo.com.br', false, true, 'No MX records found'],
    ['ana@timeout.exemplo.com.br', false, false, 'Connection timeout'],
    ['inexistente@exemplo.com.br', false, true, 'Invalid email'],
    ['ana', false, true, 'Invalid email syntax'],
    ['ana@exemplo', false, true, 'Invalid email syntax'],
    ['ana@@exemplo.com.br', false, true, 'Invalid email syntax'],
    ['a na@exemplo.com.br', false, true, 'Invalid email syntax'],
  ])('%s', async (email, valid, success, message) => {
    expect(await verify(email)).toMatchObject({
      status: 200,
      body: { message: 'Email verified', data: { email, valid, success, message } },
    });
  });
});

test('the two answers in the document are the ones that their addresses get', async () => {
  expect((await verify('ana.souza@exemplo.com.br', { port: 25 })).body).toEqual(exampleBody('verifyEmail', 200, 'valid'));
  expect((await verify('ana@sem-mx.exemplo.com.br')).body).toEqual(exampleBody('verifyEmail', 200, 'invalid'));
});

test('without the probe of the mail server nothing after the domain is looked at', async () => {
  const body = { ignoreSMTPVerify: true };
  const skipped = { valid: true, success: true, message: 'Valid email (ignored SMTP verification)' };
  expect(await verify('inexistente@exemplo.com.br', body)).toMatchObject({ body: { data: skipped } });
  expect(await verify('ana@timeout.exemplo.com.br', body)).toMatchObject({ body: { data: skipped } });
  expect(await verify('ana@example.com', body)).toMatchObject({ body: { data: { valid: false } } });
});

test('an option that does not fit is refused', async () => {
  expect(await verify('ana.souza@exemplo.com.br', { port: 0 })).toMatchObject({
    status: 422,
    body: { errorCode: 'INVALID_INPUT', error: '"port" must be greater than or equal to 1' },
  });
});
