/** For the tests of Pingback: a client with the key of the zero-setup account, or of a new account. */
import type { Mock } from '../../mock.ts';
import { createClient } from '../test-client.ts';

const SERVER = 'https://connect.pingback.com/v2';

export const ACCOUNT = 'acc_pingback_pro';
export const ANA = 'b0ff58c7-5a21-4564-89d2-9050fb4efb16';
export const BRUNO = '974a2922-3d07-4e7e-8af4-ad6a5eb7c5db';
export const SEGMENTS = {
  customers: '8bfa2e05-e67e-4c25-9ca7-383773c04ecb',
  newsletter: '11d32e2a-27c5-48bd-8ff0-1254cf0db758',
  blackFriday: '2aac2530-3eb7-4112-8c8d-66e68319e372',
};
/** An id that nothing has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';

export interface ContactBody {
  readonly data: {
    readonly id: string;
    readonly email: string;
    readonly segmentedListsIds: string[];
    readonly attributes: object;
  };
}

export interface PageBody {
  readonly data: {
    readonly page: number;
    readonly total: number;
    readonly data: { readonly id: string; readonly email: string }[];
  };
}

export function pingbackClient(mock: Mock, key = 'chaveiro-pingback-active') {
  return createClient(mock, SERVER, { headers: { 'x-api-key': key } });
}

/** A client of a new account, which has nothing yet. */
export function strangerClient(mock: Mock) {
  return pingbackClient(mock, mock.pingback.accounts.create({ plan: 'pro' }).keys.create().secret);
}
