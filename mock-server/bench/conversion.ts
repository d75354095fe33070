/** The request that every server is sent, and the document that says what it is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { document } from '@chaveiro/openapi';

const PATH = '/platform/conversions';
const KEY = 'chaveiro-rdstation-active';

/** A conversion of RD Station: a key in the query, a body with a union, an address and a list to check. */
export const conversion = {
  method: 'POST',
  path: `${PATH}?api_key=${KEY}`,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    event_type: 'CONVERSION',
    event_family: 'CDP',
    payload: { conversion_identifier: 'ebook', email: 'ana@exemplo.com.br', name: 'Ana Souza', tags: ['novo'] },
  }),
} as const;

/** What a static server answers: as long as our own answer. */
export const answer = JSON.stringify({ event_uuid: '5408c5a3-4711-4f2e-8d0b-13407a3e30f3' });

/** The document with this one operation and what that refers to, in a file: what peers do best, and so fair to them. */
export function oneOperationFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chaveiro-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'conversions.json');
  writeFileSync(file, JSON.stringify(oneOperation()));
  return file;
}

export function oneOperation(): object {
  const all = document as unknown as { paths: Record<string, object>; components: Record<string, Record<string, object>> };
  const paths = { [PATH]: all.paths[PATH] };
  const components: Record<string, Record<string, object>> = { securitySchemes: {} };
  const queue: unknown[] = [paths];
  const add = (kind: string, name: string) => {
    const found = all.components[kind]?.[name];
    if (!found || components[kind]?.[name]) return;
    (components[kind] ??= {})[name] = found;
    queue.push(found);
  };
  for (const node of queue) {
    if (typeof node !== 'object' || node === null) continue;
    for (const [name, value] of Object.entries(node)) {
      queue.push(value);
      const [, kind, target] = name === '$ref' ? (/^#\/components\/(\w+)\/(.+)$/.exec(String(value)) ?? []) : [];
      if (kind && target) add(kind, target);
      if (name === 'security') (value as object[]).flatMap(Object.keys).forEach((scheme) => add('securitySchemes', scheme));
    }
  }
  // Some peers know no more of `info` than OpenAPI 3.0 did.
  const { openapi, info, servers } = document as unknown as Record<string, { title: string; version: string }>;
  return { openapi, info: { title: info?.title, version: info?.version }, servers, paths, components };
}
