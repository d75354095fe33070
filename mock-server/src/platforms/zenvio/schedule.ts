/** When a message is to be sent. */
import type { components } from '@chaveiro/openapi/types';
import { milliseconds, iso } from '../../core/clock.ts';

/**
 * A send may be scheduled from 5 minutes to 30 days ahead, both included.
 * @see https://github.com/zenvio-dev/zenvio-sdk/blob/e2b88b94d83047acb935ed2d72a03319303852cc/packages/core/src/index.ts
 */
const EARLIEST = milliseconds('5m');
const LATEST = milliseconds('30d');

export type SendTime =
  | { readonly status: 'queued'; readonly scheduled_at: null }
  /** `scheduled_at` is in UTC, whatever offset was sent (inferred). */
  | { readonly status: 'scheduled'; readonly scheduled_at: string };

export function scheduleOf(
  schedule: components['schemas']['ZenvioSchedule'] | undefined,
  now: number,
): SendTime | 'out_of_window' {
  if (!schedule) return { status: 'queued', scheduled_at: null };
  const at = Date.parse(schedule.sendAt);
  // The negated comparison also refuses a date that the schema lets pass and no calendar has.
  if (!(at >= now + EARLIEST && at <= now + LATEST)) return 'out_of_window';
  return { status: 'scheduled', scheduled_at: iso(at) };
}
