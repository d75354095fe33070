/** What became of the key: deleted, disabled, expired. */
import { planHasApiAccess } from '../account.ts';
import { effectiveState } from '../key.ts';
import { iso } from '../clock.ts';
import { passed, refused, skipped, type Finding, type Progress } from './progress.ts';

export function notDeleted(progress: Progress): Finding {
  const state = stateOf(progress);
  if (state?.status !== 'deleted') return passed('x-key-policy.actions', 'the key has not been deleted');
  return refused('deleted_key', 'x-key-policy.actions', `deleted at ${iso(state.at)}; a deleted key never comes back`);
}

export function notDisabled(progress: Progress): Finding {
  const state = stateOf(progress);
  if (state?.status !== 'disabled') return passed('x-key-policy.actions', 'the key is active');
  if (state.reason === 'plan_downgraded' && !hasPlan(progress)) {
    return skipped('x-key-policy.plans', `disabled at ${iso(state.at)} by a downgrade; the plan decides`);
  }
  const why = state.reason === 'plan_downgraded' ? 'by a downgrade; an upgrade does not enable it by itself' : 'in the dashboard';
  return refused('disabled_key', 'x-key-policy.actions', `disabled at ${iso(state.at)} ${why}`);
}

export function notExpired({ key, now }: Progress): Finding {
  if (!key || key.expiresAt === null) return skipped('x-key-policy.expires', 'keys of this kind do not expire');
  if (now < key.expiresAt) return passed('x-key-policy.expires', `valid until ${iso(key.expiresAt)}`);
  return refused('expired_key', 'x-key-policy.expires', `expired at ${iso(key.expiresAt)}`);
}

function stateOf({ key, now, session }: Progress) {
  return key && effectiveState(key, now, session.settings.propagationDelay);
}

function hasPlan({ account, scheme }: Progress): boolean {
  return !account || !scheme || planHasApiAccess(scheme.policy, account.plan);
}
