/** Writes the pages of this folder that come from the document: part of `npm run generate`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { refusalsPage } from './refusals-page.ts';

/** The page and what is to be in it. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const file = join(import.meta.dirname, 'what-each-refusal-looks-like.md');
  return new Map([[file, await format(await refusalsPage(), { ...(await resolveConfig(file)), parser: 'markdown' })]]);
}

if (import.meta.main) for (const [file, text] of await pages()) await writeFile(file, text);
