import type { Scrub } from '../auth/index.ts';

/**
 * Parses a body that will be shown: it is scrubbed, and so is what a syntax error quotes of it. `shown` is it once more
 * without the escapes that could hide a secret, in names as in texts.
 */
export function parseShown(text: string, scrub: Scrub): { body?: unknown; shown?: unknown; cause?: unknown } {
  try {
    const body: unknown = JSON.parse(scrub(text));
    return { body, shown: JSON.parse(scrub(JSON.stringify(body))) };
  } catch (cause) {
    return { cause };
  }
}
