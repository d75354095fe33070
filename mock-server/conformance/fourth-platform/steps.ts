/** The steps of a page: files to write, lines to add to a YAML file, changes to a source file. Comments above the code say which. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';

export interface Step {
  readonly kind: 'file' | 'add to' | 'change';
  /** Relative to the repository. */
  readonly path: string;
  readonly code: string;
}

/** Every step of a Markdown page, in its order. */
export function stepsOf(page: string): Step[] {
  const marked = /<!-- (file|add to|change): (\S+) -->\s*```\w+\n([^]*?)```/g;
  return [...page.matchAll(marked)].map(([, kind, path = '', code = '']) => ({ kind: kind as Step['kind'], path, code }));
}

/** Carries a step out in a copy of the repository. */
export async function carryOut(repository: string, { kind, path, code }: Step): Promise<void> {
  const file = join(repository, path);
  await mkdir(dirname(file), { recursive: true });
  if (kind === 'file') return writeFile(file, code, { flag: 'wx' });
  const before = await readFile(file, 'utf8');
  await writeFile(file, kind === 'change' ? changed(before, code, path) : stringify(merged(parse(before), parse(code))));
}

/** Lines with a plus come after the line above them, which the file has already. */
function changed(before: string, diff: string, path: string): string {
  const lines = before.split('\n');
  let at = 0;
  for (const line of diff.trimEnd().split('\n')) {
    if (line.startsWith('+')) lines.splice(at++, 0, line.slice(1));
    else {
      const found = lines.indexOf(line.slice(1), at);
      if (found === -1) throw new Error(`${path} has no line "${line.slice(1)}".`);
      at = found + 1;
    }
  }
  return lines.join('\n');
}

function merged(old: unknown, added: unknown): unknown {
  if (Array.isArray(old) && Array.isArray(added)) return [...(old as unknown[]), ...(added as unknown[])];
  if (!isMap(old) || !isMap(added)) return added;
  const both = Object.entries(added).map(([key, value]) => [key, key in old ? merged(old[key], value) : value] as const);
  return { ...old, ...Object.fromEntries(both) };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
