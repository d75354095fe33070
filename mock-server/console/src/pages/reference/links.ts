/** From the reference, which is a page of its own, back into the console. */
import { DEFAULT_SESSION, session } from '../../api/world.ts';
import { CONSOLE_BASE, href } from '../../app/router.ts';

/** It names the session, which a new tab does not know otherwise. @example `consoleHref(['requests'], { decision: 'disabled_key' })` */
export function consoleHref(...to: Parameters<typeof href>): string {
  const search = session.value === DEFAULT_SESSION ? '' : `?session=${encodeURIComponent(session.value)}`;
  return `${CONSOLE_BASE}${search}${href(...to)}`;
}
