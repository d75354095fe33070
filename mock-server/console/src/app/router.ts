/** Where the person is, in the fragment of the URL: `#/keys/pingback?account=acc_1`. */
import { computed, signal } from '@preact/signals';

/** Where the console is always found, also where `/` is a path of the document. As `base` in vite.config.ts. */
export const CONSOLE_BASE = '/__mock/console/';

export interface Route {
  /** Decoded segments; the first is the page. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

const fragment = signal(location.hash);
window.addEventListener('hashchange', () => {
  fragment.value = location.hash;
});

export const route = computed<Route>(() => {
  const [path = '', query = ''] = fragment.value.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(query) };
});

/** @example `href(['keys', 'pingback'], { account: 'acc_1' })` is `#/keys/pingback?account=acc_1` */
export function href(path: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
}

export function navigate(...to: Parameters<typeof href>): void {
  location.hash = href(...to);
}

/** Changes the query alone, without a step in the history: for filters. */
export function setQuery(query: Readonly<Record<string, string | undefined>>): void {
  const all = { ...Object.fromEntries(route.value.query), ...query };
  history.replaceState(null, '', href(route.value.path, all));
  fragment.value = location.hash;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
