/** Reads a JSON body: one answer, either the value or what is wrong with it. */

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed_json' | 'unsupported_media_type' };

/** Deeper than any real request, shallow enough that no recursion over a body runs out of stack. */
const MAX_DEPTH = 64;

export function readJson(body: Uint8Array | undefined, contentType: string | null): JsonBody {
  if (!body || body.length === 0) return { kind: 'none' };
  if (contentType !== null && !isJson(contentType)) return { kind: 'unsupported_media_type' };
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return isDeeperThan(value, MAX_DEPTH) ? { kind: 'malformed_json' } : { kind: 'json', value };
  } catch {
    return { kind: 'malformed_json' };
  }
}

/** `application/json`, `application/problem+json`, with or without a charset, which must be UTF-8. */
function isJson(contentType: string): boolean {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  const charset = parameters.map((parameter) => /^\s*charset="?([^"\s]*)/.exec(parameter)?.[1]).find(Boolean);
  return /^\s*application\/([\w.-]+\+)?json\s*$/.test(type) && (charset === undefined || /^utf-?8$/.test(charset));
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  for (const inner of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    if (isDeeperThan(inner, depth - 1)) return true;
  }
  return false;
}
