import type { Placement } from '../generated/operations/operation-table.ts';

/**
 * Places a key.
 *
 * @param headers written to, for a key in a header; names in lower case
 * @returns the URL to call, with the key in it for a key in the query
 */
export function placeKey({ in: place, name }: Placement, key: string, url: string, headers: Record<string, string>): string {
  if (place === 'query') {
    if (!url.includes('?')) return `${url}?${name}=${encodeURIComponent(key)}`;
    const target = new URL(url);
    target.searchParams.set(name, key);
    return target.href;
  }
  headers[name] = place === 'bearer' ? `Bearer ${key}` : key;
  return url;
}
