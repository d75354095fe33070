import { PlanRequiredError } from '../../errors/plan-required-error.ts';
import { zenvio as table } from '../../generated/operations/zenvio.ts';
import { zenvio as refusals } from '../../generated/refusals/zenvio.ts';
import type { Profile } from '../profile.ts';

// What to do about a refused key: https://docs.zenvio.dev/chaves-de-api
export const zenvioProfile: Profile = {
  ...table,
  title: 'Zenvio',
  refusals,
  keys: { zenvioKey: { option: 'apiKey', variable: 'ZENVIO_API_KEY' } },
  hints: {
    deleted_key: 'A revoked or lost key has to be replaced by a new one.',
    plan_not_allowed: 'Check plan and credits of the workspace.',
    scope_missing: 'Scopes are chosen when a key is created: create one that has it.',
    instance_not_allowed: 'Use an instance that the key is for.',
  },
  codes: [[/^PLAN_LIMIT_/, PlanRequiredError]],
};
