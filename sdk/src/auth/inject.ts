import type { Placement } from '../generated/key-placement/placement.ts';

/**
 * Places a key.
 *
 * @param headers written to, for a key in a header
 * @returns the URL to call, with the key in it for a key in the query
 */
export function placeKey(placement: Placement, key: string, url: string, headers: Headers): string {
  const { name } = placement;
  if (placement.in === 'query') {
    if (!url.includes('?')) return `${url}?${name}=${encodeURIComponent(key)}`;
    const target = new URL(url);
    target.searchParams.set(name, key);
    return target.href;
  }
  headers.set(name, placement.in === 'bearer' ? `Bearer ${key}` : key);
  return url;
}
