/** Which mock the console is of, which of its sessions is looked at, as whom, and what may be changed. */
import { computed, signal } from '@preact/signals';
import { stored } from './stored.ts';

/** What the server says of itself without a token: `about.json`. */
export interface About {
  readonly version: string;
  /** What stands before the console's paths: nothing, or `/__console` for a document of somebody's own. */
  readonly consolePrefix: string;
  /** Those that have keys. */
  readonly platforms: readonly { readonly id: string; readonly title: string; readonly server: string | null }[];
  /** Whoever may sign in to every dashboard. */
  readonly users: readonly { readonly token: string; readonly role: Role; readonly name: string }[];
}

export type Role = 'owner' | 'manager' | 'member';

/**
 * Whether the controls are open to this page.
 * `token_required`: the mock has a control token, and it is not (or wrongly) given. `forbidden`: it has none, and other machines can reach it.
 */
export type Access = 'unknown' | 'open' | 'token_required' | 'forbidden' | 'unreachable';

export const DEFAULT_SESSION = 'default';

export const about = signal<About | undefined>(undefined);
export const access = signal<Access>('unknown');
/** Kept until the tab is closed, and never in a URL. */
export const controlToken = stored<string>(sessionStorage, 'chaveiro.control-token', '');
export const session = stored<string>(sessionStorage, 'chaveiro.session', DEFAULT_SESSION);
/** Whose dashboard session the console's operations bring. */
export const role = stored<Role>(sessionStorage, 'chaveiro.role', 'owner');
/** Counts changes, so that whatever is shown is asked for again. */
export const revision = signal(0);

/** Without the controls everything can be looked at, and nothing changed. */
export const mayChange = computed(() => access.value === 'open');

/** Call after every change: everything on the screen is loaded again. */
export function changed(): void {
  revision.value += 1;
}

/** `/?session=checkout` opens the console on that session; then the link has done its work, and the person may choose another one. */
function enterLinkedSession(): void {
  const url = new URL(location.href);
  const name = url.searchParams.get('session');
  if (name === null) return;
  session.value = name;
  url.searchParams.delete('session');
  history.replaceState(null, '', url);
}
enterLinkedSession();
