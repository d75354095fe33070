/** For the tests of Zenvio: a client with a key of the zero-setup workspace, or of a new one. */
import type { Mock } from '../../mock.ts';
import { createClient } from '../test-client.ts';

const SERVER = 'https://api.zenvio.com/v1';

/** What most tests send. */
export const TEXT = {
  instance_id: 'inst_restaurante_joao',
  to: ['5511999999999'],
  type: 'text',
  payload: { message: 'Oi, Ana!' },
};

export interface SentBody {
  readonly message_ids: string[];
  readonly status: string;
  readonly scheduled_at?: string;
}

export interface InstanceBody {
  readonly data: { readonly instance: { readonly id: string } };
}

export function zenvioClient(mock: Mock, key = 'sk_live_chaveiro_active') {
  return createClient(mock, SERVER, { headers: { authorization: `Bearer ${key}` } });
}

/** A client of a new workspace, which has nothing yet. */
export function strangerClient(mock: Mock) {
  return zenvioClient(mock, mock.zenvio.accounts.create().keys.create().secret);
}
