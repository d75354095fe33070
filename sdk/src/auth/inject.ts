import type { Placement } from '../generated/operations/operation-table.ts';

/**
 * Places a key.
 *
 * @param headers written to, for a key in a header; names in lower case
 * @returns the URL to call, with the key in it for a key in the query
 */
export function placeKey({ in: place, name }: Placement, key: string, url: string, headers: Record<string, string>): string {
  if (place !== 'query') {
    headers[name] = place === 'bearer' ? `Bearer ${key}` : key;
    return url;
  }
  // A query may hold further question marks.
  const [address, ...query] = url.split('?');
  const others = query
    .join('?')
    .split('&')
    .filter((pair) => pair && !pair.startsWith(`${name}=`));
  return `${address}?${[...others, `${name}=${encodeURIComponent(key)}`].join('&')}`;
}
