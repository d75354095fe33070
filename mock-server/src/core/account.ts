/** An account of a platform: its plan, its people, and whether its rate limits count. */
import type { KeyPolicy, Role } from '@chaveiro/openapi/policy';
import type { SecretShape } from './known-secrets.ts';
import type { Row } from './table.ts';

/** `exhausted`: every request of the account finds its quota used up. */
export type RateLimiting = 'off' | 'on' | 'exhausted';

export interface Account extends Row {
  readonly platform: string;
  readonly name: string;
  readonly plan: string;
  /** Which of the platform's products the account belongs to; `null` where the platform has but one. */
  readonly product: string | null;
  /** `null`: as the session says. */
  readonly rateLimits: RateLimiting | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Somebody signed in to a dashboard. `id` is the token's fingerprint; the token itself is not kept. */
export interface DashboardUser extends Row {
  readonly name: string;
  readonly role: Role;
  /** `null`: of every account. */
  readonly accountId: string | null;
  /** What the token is known by where it stands in a text. Absent in files of earlier versions. */
  readonly shape?: Omit<SecretShape, 'fingerprint'>;
}

/** Whether an account's plan may use the API at all. */
export function planHasApiAccess(policy: KeyPolicy, plan: string): boolean {
  return policy.plans.withApiAccess.includes(plan);
}
