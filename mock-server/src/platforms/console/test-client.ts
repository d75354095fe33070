/** For the tests of the console: a client that is signed in, by default as the owner of every account. */
import type { components } from '@chaveiro/openapi/types';
import type { Mock } from '../../mock.ts';
import { createClient } from '../test-client.ts';

type Schemas = components['schemas'];

export type AccountBody = Schemas['ConsoleAccount'];
export type KeyBody = Schemas['ConsoleApiKey'];
export type CreatedBody = Schemas['ConsoleCreatedApiKey'];
export type KeyListBody = Schemas['ConsoleApiKeyList'];
export type LogListBody = Schemas['ConsoleApiLogList'];

export function consoleClient(mock: Mock, token = 'chaveiro-console-owner') {
  return createClient(mock, 'http://localhost:4010', { headers: { authorization: `Bearer ${token}` } });
}

/** The platforms, each with a body that its `createApiKey` takes. */
export const PLATFORMS = [
  ['pingback', { name: 'Integração CRM' }],
  ['rdstation', { name: 'Site' }],
  ['zenvio', { name: 'Back end', scopes: ['whatsapp:send'] }],
] as const;

/** Whether a key of a platform opens an operation that every active key of it opens: the status and the decision. */
export async function useKey(mock: Mock, platform: string, secret: string) {
  const bearer = { headers: { authorization: `Bearer ${secret}` } };
  switch (platform) {
    case 'pingback':
      return createClient(mock, 'https://connect.pingback.com/v2', { headers: { 'x-api-key': secret } })('GET', '/contacts');
    case 'rdstation':
      return createClient(mock, 'https://api.rd.services', { query: `api_key=${secret}` })('POST', '/platform/conversions', {
        event_type: 'CONVERSION',
        event_family: 'CDP',
        payload: { conversion_identifier: 'ebook', email: 'ana.souza@exemplo.com.br' },
      });
    default:
      return createClient(mock, 'https://api.zenvio.com/v1', bearer)('GET', '/whatsapp/messages/msg_none');
  }
}
