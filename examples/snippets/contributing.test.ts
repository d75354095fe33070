/** CONTRIBUTING tells the truth: folders and scripts exist, and each dependency has its reason. The platform that it adds is added in mock-server/conformance. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { codeIn, tablesOf } from './markdown.ts';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

interface Manifest {
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
const folders = { root: '', openapi: 'openapi', sdk: 'sdk', 'mock-server': 'mock-server', examples: 'examples' };

test('every dependency is in the table, with the packages that have it and a reason', () => {
  const [, after = ''] = text.split('<!-- dependencies -->');
  const [[, ...rows] = []] = tablesOf(after);
  const told = rows.map(([name = '', where = '', why = '']) => {
    expect(why.length, name).toBeGreaterThan(3);
    const places = where.split(', ').map((place) => place.replace(/ \(.*\)$/, ''));
    return [codeIn(name)[0], places.sort()] as const;
  });
  const had = new Map<string, string[]>();
  for (const [place, folder] of Object.entries(folders)) {
    const { dependencies, peerDependencies, devDependencies } = manifestOf(folder);
    for (const name of Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies }))
      had.set(name, [...(had.get(name) ?? []), place].sort());
  }
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(had));
  expect(told).toHaveLength(had.size);
});

test('every folder and file that it names exists, but for those that its steps make', () => {
  const named = codeIn(text.replaceAll(/^```[^]*?^```$/gm, '')).flatMap(alternatives);
  const paths = named.filter(
    (code) => /^(openapi|sdk|mock-server|examples|\.ci|\.github)\/[\w./-]*$/.test(code) && !code.includes('malote'),
  );
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

/** `sdk/src/{bulk,webhooks}/` are two. */
function alternatives(path: string): string[] {
  const [, before = '', names = '', after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? [];
  return names === '' ? [path] : names.split(',').map((name) => before + name + after);
}

test('every folder of the sources is on the map', () => {
  const [, map = ''] = /## The map\n([^]*?)\n## /.exec(text) ?? [];
  const onMap = codeIn(map).flatMap(alternatives);
  const sources = ['openapi/*/', 'sdk/src/*/', 'mock-server/src/*/'].flatMap((pattern) => globSync(pattern, { cwd: root }));
  const missing = sources
    .map((folder) => folder.replace(/\/?$/, '/'))
    .filter((folder) => !/\/(dist|node_modules|generated)\/$|\/\./.test(folder))
    .filter((folder) => !onMap.some((path) => path === folder || `mock-server/${path}` === folder));
  expect(missing).toEqual([]);
});

test('every npm script that it names exists', () => {
  const workspaces: Record<string, string> = { sdk: 'sdk', 'mock-server': 'mock-server' };
  const named = [
    ...text.matchAll(
      /npm (?:run )?((?:test|build|generate|format|bench|size|docs|sbom|release|check|lint)[\w:-]*)(?: -w ([\w-]+))?/g,
    ),
  ];
  expect(named.length).toBeGreaterThan(10);
  for (const [command, script = '', workspace] of named)
    expect(manifestOf(workspace ? (workspaces[workspace] ?? '') : '').scripts?.[script], command).toBeDefined();
});

test('what it says to know no platform names none', () => {
  const files = globSync('{mock-server/src/core,mock-server/src/exchange,sdk/src/http}/**/*.ts', { cwd: root });
  const sources = files.filter((file) => !/\.(test|fixture)\.ts$/.test(file));
  expect(sources.length).toBeGreaterThan(40);
  expect(sources.filter((file) => /(['"`])(pingback|rdstation|zenvio)\1/.test(readFileSync(join(root, file), 'utf8')))).toEqual(
    [],
  );
});
