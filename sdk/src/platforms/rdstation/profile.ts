import { PlanRequiredError } from '../../errors/plan-required-error.ts';
import { ConflictError } from '../../errors/conflict-error.ts';
import { rdstation as table } from '../../generated/operations/rdstation.ts';
import { rdstation as refusals } from '../../generated/refusals/rdstation.ts';
import type { Profile } from '../profile.ts';

const EVENTS_TAKE_A_TOKEN = 'An API key sends conversions only; events take an OAuth access token.';

// What to do about a refused key: https://developers.rdstation.com/reference/autenticacao-api-key
// The limits: https://developers.rdstation.com/reference/limite-de-requisicoes-da-api
// What the codes mean: https://developers.rdstation.com/reference/mensagens-de-erro-rdsm
export const rdstationProfile: Profile = {
  ...table,
  title: 'RD Station',
  refusals,
  keys: {
    rdstationKey: { option: 'apiKey', variable: 'RDSTATION_API_KEY' },
    rdstationOAuth: { option: 'accessToken', variable: 'RDSTATION_ACCESS_TOKEN', hint: EVENTS_TAKE_A_TOKEN },
  },
  hints: {
    disabled_key: 'Check that the key is ATIVO in the App Publisher.',
    expired_key: 'An access token lasts 24 hours: refresh it.',
    wrong_product: 'Generate the key in a Marketing account.',
    wrong_endpoint: EVENTS_TAKE_A_TOKEN,
    rate_limited: 'At most 120 requests a minute, 500 on the Advanced plan.',
    rate_limited_lead: 'At most 120 requests in 24 hours about one lead.',
  },
  codes: [
    [/REQUIREMENT_MISSING/, PlanRequiredError],
    [/ALREADY_IN_USE/, ConflictError],
  ],
};
