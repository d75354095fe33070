import { afterEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  createApiKeyRequest,
  createContactRequest,
  createConversionRequest,
  sendMessageRequest,
  updateAccountRequest,
  verifyEmailRequest,
  zenvioWebhook,
} from '../schemas.ts';

afterEach(() => void z.config({ localeError: undefined, customError: undefined }));

/** What a form shows: the messages by path, from the Standard Schema interface that form libraries use. */
function messages(schema: z.ZodMiniType, value: unknown): Record<string, string> {
  const result = schema['~standard'].validate(value);
  if (result instanceof Promise) throw new Error('Nothing here is asynchronous.');
  return Object.fromEntries((result.issues ?? []).map(({ path, message }) => [(path ?? []).map(String).join('.'), message]));
}

const conversion = { event_type: 'CONVERSION', event_family: 'CDP' };

test('a message says in plain English what is wrong, at its path', () => {
  expect(messages(createConversionRequest, { ...conversion, payload: { email: 'ana', tags: [1], name: null } })).toEqual({
    'payload.conversion_identifier': 'is required',
    'payload.email': 'must be an e-mail address',
    'payload.tags.0': 'must be a text',
    'payload.name': 'must be a text',
  });
  expect(messages(createConversionRequest, { event_type: 'SALE', payload: 'x' })).toEqual({
    event_type: 'must be "CONVERSION"',
    event_family: 'is required',
    payload: 'must be an object',
  });
  expect(
    messages(createConversionRequest, { ...conversion, payload: { email: 'a@b.co', conversion_identifier: 'x'.repeat(256) } }),
  ).toEqual({
    'payload.conversion_identifier': 'must have at most 255 characters',
  });
  expect(messages(verifyEmailRequest, { port: 0, timeout: 1.5, debug: 'yes' })).toEqual({
    port: 'must be at least 1',
    timeout: 'must be a whole number',
    debug: 'must be true or false',
  });
  expect(messages(createApiKeyRequest, { name: '', scopes: ['a', 'a'], colour: 'red' })).toEqual({
    '': 'has members that are not known: colour',
    name: 'must have at least 1 character',
    scopes: 'must have no item twice',
  });
  expect(messages(updateAccountRequest, {})).toEqual({ '': 'must have at least 1 member' });
});

test('of alternatives that a property tells apart, only the one that is meant speaks', () => {
  const message = { instance_id: 'inst_1', to: ['5511999999999'] };
  expect(messages(sendMessageRequest, { ...message, type: 'text', payload: { text: 'Oi' } })).toEqual({
    'payload.message': 'is required',
  });
  expect(messages(sendMessageRequest, { ...message, type: 'sticker', payload: {} })).toEqual({
    type: 'must be one of "text", "image", "video", "audio", "document", "location", "contact"',
  });
  expect(messages(zenvioWebhook, { event: 'message.lost' })).toMatchObject({ event: /^must be one of "message\.sent", / });
});

test('no message has the value in it', () => {
  const secret = 'canary-5f3a';
  const wrong = { email: secret, origin: secret, attributes: { name: [secret], phone: { secret } } };
  expect(Object.keys(messages(createContactRequest, wrong))).toHaveLength(4);
  expect(JSON.stringify(messages(createContactRequest, wrong))).not.toContain(secret);
});

test('messages are in Portuguese once the program asks for that, and in English again after', () => {
  z.config(z.locales.pt());
  expect(messages(createContactRequest, { email: 'ana' })).toEqual({
    email: z.locales.pt().localeError({ code: 'invalid_format', format: 'email', input: 'ana' }),
  });
  expect(messages(createContactRequest, { email: 'ana' }).email).toMatch(/inválido/);
  z.config({ localeError: undefined });
  expect(messages(createContactRequest, { email: 'ana' })).toEqual({ email: 'must be an e-mail address' });
});

test('words of the program’s own come first', () => {
  z.config({ customError: ({ code }) => `nope: ${code}` });
  expect(messages(createContactRequest, {})).toEqual({ email: 'nope: invalid_type' });
});

test('a field left empty in a form may be undefined', () => {
  expect(messages(createContactRequest, { email: 'ana@exemplo.com.br', origin: undefined })).toEqual({});
});

test('members that the document does not name are kept', () => {
  const body = { email: 'ana@exemplo.com.br', cf_porte: 'média', attributes: { plano: 'pro' } };
  expect(createContactRequest.parse(body)).toEqual(body);
});

test('a schema is a zod schema: it can be extended, picked from and turned into JSON Schema', () => {
  const form = z.extend(z.pick(createContactRequest, { email: true }), { consent: z.literal(true) });
  expect(form.safeParse({ email: 'ana@exemplo.com.br', consent: true }).success).toBe(true);
  expect(form.safeParse({ email: 'ana@exemplo.com.br' }).success).toBe(false);
  expect(z.toJSONSchema(createContactRequest)).toMatchObject({ type: 'object', required: ['email'] });
});
