import { pingback as table } from '../../generated/operations/pingback.ts';
import { pingback as refusals } from '../../generated/refusals/pingback.ts';
import type { Profile } from '../profile.ts';

// What to do about a refused key: https://pingback.com/docs/pt-BR/knowledge-base/integrations/como-gerar-sua-api-key
export const pingbackProfile: Profile = {
  ...table,
  title: 'Pingback',
  refusals,
  keys: { pingbackKey: { option: 'apiKey', variable: 'PINGBACK_API_KEY' } },
  hints: {
    disabled_key: 'Check that the key is Ativo under Informações da conta > API Key.',
    plan_not_allowed: 'API keys need the Pro or Ultra plan.',
    rate_limited: 'At most 5 requests a second, 2 at a time.',
  },
  codes: [],
};
