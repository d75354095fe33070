// The packed declarations, checked by every TypeScript that they are promised to, declarations of libraries included.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bring } from './bring.ts';
import { installSdk, type Installed } from './install.ts';

const run = promisify(execFile);
const WAIT_MS = 300_000;
const MODULES = join(import.meta.dirname, '../../node_modules');

let installed: Installed;

beforeAll(async () => {
  installed = await installSdk();
  for (const name of ['types.ts', 'types.cts']) {
    await copyFile(join(import.meta.dirname, 'consumers/types.txt'), join(installed.folder, name));
  }
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
  };
  const nodeNext = { ...compilerOptions, module: 'nodenext', moduleResolution: 'nodenext' };
  const bundler = { ...compilerOptions, module: 'esnext', moduleResolution: 'bundler' };
  await writeFile(join(installed.folder, 'package.json'), '{ "type": "module" }');
  await writeFile(
    join(installed.folder, 'nodenext.json'),
    JSON.stringify({ compilerOptions: nodeNext, files: ['types.ts', 'types.cts'] }),
  );
  await writeFile(join(installed.folder, 'bundler.json'), JSON.stringify({ compilerOptions: bundler, files: ['types.ts'] }));
}, WAIT_MS);

afterAll(() => installed?.remove());

const COMPILERS: [version: string, compiler: () => Promise<string>][] = [
  [
    '5.4',
    async () =>
      join(
        await bring({
          name: 'typescript',
          version: '5.4.5',
          sha512: 'vcI4UpRgg81oIRUFwR0WSIHKt11nJ7SAVlYNIu+QpqeyXP+gpQJy/Z4+F0aGxSE4MqwjyXvW/TzgkLAx2AGHwQ==',
        }),
        'bin/tsc',
      ),
  ],
  ['5.9', () => Promise.resolve(join(MODULES, 'typescript/bin/tsc'))],
  [
    '6.0',
    async () =>
      join(
        await bring({
          name: 'typescript',
          version: '6.0.3',
          sha512: 'y2TvuxSZPDyQakkFRPZHKFm+KKVqIisdg9/CZwm9ftvKXLP8NRWj38/ODjNbr43SsoXqNuAisEf1GdCxqWcdBw==',
        }),
        'bin/tsc',
      ),
  ],
  ['7.0', nativeCompiler],
];

/** TypeScript 7 is a program of its own for each kind of machine, started by a small package. */
async function nativeCompiler(): Promise<string> {
  const program = await bring({
    name: '@typescript/typescript-linux-x64',
    version: '7.0.2',
    sha512: 'EYdf2cNg7rgCWJnxCdJ+F3V39O8ihb37eHAu1LK8oAFizgTQbPOK7zHHXbPt8rX24COqODXeI3sIf0fCXG7H/A==',
  });
  const starter = await bring({
    name: 'typescript',
    version: '7.0.2',
    sha512: '8FYau96o3NKOhbjKi/qNvG/W5jhzxkbdm5sj9AbZ/5T5sWqn3hJgLfGx27sRKZWTvyzCP8dLRBTf5tBTSRVUNA==',
  });
  const place = join(starter, 'node_modules/@typescript');
  await mkdir(place, { recursive: true });
  await rm(join(place, 'typescript-linux-x64'), { force: true });
  await symlink(program, join(place, 'typescript-linux-x64'));
  return join(starter, 'bin/tsc');
}

test.each(COMPILERS)(
  'TypeScript %s finds nothing, in modules and in CommonJS',
  async (version, compilerOf) => {
    const compiler = await compilerOf();
    const tsc = (...words: string[]) =>
      run(process.execPath, [compiler, ...words], { cwd: installed.folder, timeout: WAIT_MS }).then(
        ({ stdout }) => stdout,
        ({ stdout, message }: { stdout?: string; message: string }) => stdout ?? message,
      );
    expect(await tsc('--version')).toContain(`Version ${version}.`);
    expect(await tsc('-p', 'nodenext.json')).toBe('');
    expect(await tsc('-p', 'bundler.json')).toBe('');
  },
  WAIT_MS,
);
