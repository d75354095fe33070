/** What is shown in place of a secret. */
export const MASK = '••••';

/** Node's hook for `console.log` and `util.inspect`, reachable without importing Node. */
export const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/** Takes the secrets of one call out of a text. */
export type Scrub = (text: string) => string;

/**
 * Masks the given secrets wherever they stand in a text, however they are spelled there: each of their characters as it is,
 * after the backslash of JSON, or percent-encoded in either case. Encoders do not agree on which characters they encode.
 */
export function scrubber(secrets: readonly string[]): Scrub {
  // The longest first: one secret may be the beginning of another.
  const longestFirst = [...secrets].sort((one, other) => other.length - one.length);
  const spelled = new RegExp(longestFirst.map(spellings).join('|'), 'gi');
  return (text) => (secrets.length ? text.replace(spelled, MASK) : text);
}

/** The pattern of a secret. Letters, digits, `_` and `-` stand for themselves everywhere. */
function spellings(secret: string): string {
  return secret.replace(/[^\w-]/gu, (character) => {
    const encoded = Array.from(new TextEncoder().encode(character), (byte) => `%${(byte + 256).toString(16).slice(1)}`);
    // Encoded first: a `%` is also the beginning of `%25`.
    return `(?:${encoded.join('')}|\\\\?\\${character})`;
  });
}

/**
 * A copy of a thrown value that is safe to show. What `fetch` throws may carry the URL, the headers or the whole request,
 * and whoever prints the error prints those too; the copy keeps name, message, code and cause, scrubbed.
 */
export function scrubError(thrown: unknown, scrub: Scrub, depth = 5): Error {
  const { name, message = String(thrown), code, cause } = (thrown ?? {}) as Partial<Error & { code: string | number }>;
  const copy = new Error(scrub(String(message)), cause && depth ? { cause: scrubError(cause, scrub, depth - 1) } : {});
  if (name) copy.name = scrub(String(name));
  return code ? Object.assign(copy, { code: scrub(String(code)) }) : copy;
}
