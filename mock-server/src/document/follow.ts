/** Follows the references of a document that nobody has checked: what leads nowhere, or in a circle, is `undefined`. */
import { atPointer } from '@chaveiro/openapi/policy';

/** Longer than any chain a person writes; a chain that goes on for ever ends here. */
const MAX_HOPS = 32;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The pointer of a reference inside the document (`/components/schemas/Pet`), or `undefined` for any other value. */
export function localPointer(value: unknown): string | undefined {
  const reference = isRecord(value) ? value['$ref'] : undefined;
  return typeof reference === 'string' && reference.startsWith('#') ? reference.slice(1) : undefined;
}

/** What a local pointer names; a fragment may be percent-encoded, and some documents write it as it is. */
export function atLocalPointer(document: object, pointer: string): unknown {
  const found = atPointer(document, pointer);
  if (found !== undefined || !pointer.includes('%')) return found;
  try {
    return atPointer(document, decodeURIComponent(pointer));
  } catch {
    return undefined;
  }
}

/** What a value stands for: itself, or what its references lead to. */
export function follow(document: object, value: unknown): unknown {
  let current = value;
  for (let hops = 0; hops < MAX_HOPS; hops += 1) {
    if (!isRecord(current) || typeof current['$ref'] !== 'string') return current;
    const pointer = localPointer(current);
    if (pointer === undefined) return undefined;
    current = atLocalPointer(document, pointer);
  }
  return undefined;
}

/** As {@link follow}, when it is an object. */
export function followRecord(document: object, value: unknown): Record<string, unknown> | undefined {
  const found = follow(document, value);
  return isRecord(found) ? found : undefined;
}
