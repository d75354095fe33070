import type { Scrub } from '../auth/index.ts';

/** Parses a body that will be shown: every text in it is scrubbed, and so is what a syntax error quotes of it. */
export function parseShown(text: string, scrub: Scrub): { body?: unknown; cause?: unknown } {
  try {
    return { body: JSON.parse(scrub(text), (_name, value: unknown) => (typeof value === 'string' ? scrub(value) : value)) };
  } catch (cause) {
    return { cause };
  }
}
