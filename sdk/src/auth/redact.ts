/** What is shown in place of a secret. */
export const MASK = '••••';

/** Node's hook for `console.log` and `util.inspect`, reachable without importing Node. */
export const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/** Takes the secrets of one call out of a text. */
export type Scrub = (text: string) => string;

/** Masks the given secrets wherever they stand in a text: as they are, and percent-encoded as in a URL, in either case. */
export function scrubber(secrets: readonly string[]): Scrub {
  return (text) => {
    for (const secret of secrets) {
      const encoded = encodeURIComponent(secret);
      const lower = encoded.replace(/%../g, (hex) => hex.toLowerCase());
      for (const spelling of [secret, encoded, lower]) text = text.replaceAll(spelling, MASK);
    }
    return text;
  };
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
