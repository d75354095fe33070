/** Whoever looks at the mock must not fill its journal by looking: through the controls, or with a dashboard that refreshes itself. */
import type { IncomingRequest } from './request.ts';
import { NEUTRAL } from './route.ts';

/** Sent with `skip` by our own page. It is heard where the console is read, and nowhere else: no platform's traffic can hide. */
export const JOURNAL_HEADER = 'x-mock-journal';
const CONSOLE = 'console';

/** @param platform whose operation the request was for. */
export function isLooking(platform: string | null, { method, headers }: Pick<IncomingRequest, 'method' | 'headers'>): boolean {
  if (platform === NEUTRAL) return true;
  return platform === CONSOLE && method === 'GET' && headers.get(JOURNAL_HEADER) === 'skip';
}
