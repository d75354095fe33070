import type { SecurityScheme } from '../policy/index.ts';

/** Where a key travels. */
export interface Placement {
  in: 'header' | 'query' | 'bearer';
  name: string;
}

/** @throws for a scheme that no client of ours can send. */
export function placementOf(name: string, scheme: SecurityScheme): Placement {
  if (scheme.type === 'http' && scheme.scheme === 'bearer') return { in: 'bearer', name: 'authorization' };
  if (scheme.type === 'apiKey' && scheme.in !== 'cookie') return { in: scheme.in, name: scheme.name };
  throw new Error(`${name}: a key travels in a header, in the query or as a bearer token.`);
}
