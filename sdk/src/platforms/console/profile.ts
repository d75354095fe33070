import { PlanRequiredError } from '../../errors/plan-required-error.ts';
import { ScopeMissingError } from '../../errors/scope-missing-error.ts';
import { console as table } from '../../generated/operations/console.ts';
import type { Profile } from '../profile.ts';

export const consoleProfile: Profile = {
  ...table,
  title: 'Console',
  refusals: [],
  keys: { consoleSession: { option: 'session' } },
  hints: {},
  codes: [
    [/^plan_required$/, PlanRequiredError],
    [/^role_required$/, ScopeMissingError],
  ],
};
