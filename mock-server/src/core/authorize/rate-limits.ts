/** Whether the account's quota leaves room for one more request. */
import type { RateLimit } from '@chaveiro/openapi/policy';
import type { Account } from '../account.ts';
import type { Facts } from '../decision.ts';
import { takeFromAll, type Counted } from '../rate-limit.ts';
import { passed, refused, skipped, type Finding, type Progress } from './progress.ts';

export function withinRateLimits(progress: Progress): Finding {
  const { account, scheme, session, now } = progress;
  const rule = 'x-key-policy.rateLimits';
  if (!account || !scheme) return skipped(rule, 'no account');
  const mode = account.rateLimits ?? session.settings.rateLimits;
  if (mode === 'off') return skipped(rule, 'rate limits are off in this session');
  const limits = scheme.policy.rateLimits.filter((limit) => !limit.plans || limit.plans.includes(account.plan));
  if (mode === 'exhausted') {
    const limit = limits[0];
    progress.facts = { ...progress.facts, ...(limit && limitFacts(limit, limit.requests + 1, 1)) };
    return refused(
      limit?.state ?? 'rate_limited',
      rule,
      'the quota of this account is used up for ever: it is a fixture for 429',
    );
  }
  const hit = takeFromAll(session.meters, countedBy(progress, limits, account), now);
  if (!hit) return passed(rule, limits.length > 0 ? 'within every limit' : 'the platform states no limit');
  progress.facts = { ...progress.facts, ...limitFacts(hit.limit, hit.usage, hit.remainingSeconds) };
  return refused(
    hit.limit.state,
    rule,
    `${hit.limit.requests} requests per ${hit.limit.window} and ${hit.limit.per} are used up; ${hit.remainingSeconds} s to wait`,
  );
}

function countedBy(progress: Progress, limits: readonly RateLimit[], account: Account): Counted[] {
  const counted: Counted[] = [];
  for (const limit of limits) {
    if (limit.per === 'account') counted.push({ limit, subject: account.id });
    const value = limit.subject === undefined ? undefined : progress.bodyValue(limit.subject);
    if (limit.per === 'account' || typeof value !== 'string') continue;
    progress.facts = { ...progress.facts, lead: value };
    counted.push({ limit, subject: `${account.id} ${value.toLowerCase()}` });
  }
  return counted;
}

function limitFacts(limit: RateLimit, usage: number, remainingSeconds: number): Facts {
  return { limit: limit.requests, max: limit.requests, usage, remainingSeconds };
}
