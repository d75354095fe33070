/** For the tests of RD Station: clients with the key and the token of the zero-setup account, and its rows. */
import type { Mock } from '../../mock.ts';
import { createClient, rowsOf } from '../test-client.ts';
import type { Conversion, Lead, StoredEvent } from './tables.ts';

const SERVER = 'https://api.rd.services';
export const ACCOUNT = 'acc_rdstation_basic';

export interface Accepted {
  readonly event_uuid: string;
}

export function keyClient(mock: Mock, key = 'chaveiro-rdstation-active') {
  return createClient(mock, SERVER, { query: `api_key=${key}` });
}

export function tokenClient(mock: Mock, token = 'chaveiro-rdstation-token-active') {
  return createClient(mock, SERVER, { headers: { authorization: `Bearer ${token}` } });
}

export function leadOf(mock: Mock, email: string, account = ACCOUNT): Lead | undefined {
  return (rowsOf(mock, account, 'leads') as Lead[]).find((lead) => lead.email === email);
}

export function conversionsOf(mock: Mock, account = ACCOUNT): Conversion[] {
  return rowsOf(mock, account, 'conversions') as Conversion[];
}

export function eventsOf(mock: Mock, account = ACCOUNT): StoredEvent[] {
  return rowsOf(mock, account, 'events') as StoredEvent[];
}

/** The envelope of a conversion. */
export function conversion(payload: object): object {
  return { event_type: 'CONVERSION', event_family: 'CDP', payload };
}
