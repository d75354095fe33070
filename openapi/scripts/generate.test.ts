import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { fixtureFolder, withEditedFixture } from './fixture/load.ts';
import { generate, generatedFiles } from './generate.ts';

// Each run starts the bundler's command line, some several times.
vi.setConfig({ testTimeout: 30_000 });

test('two slips in two files are both reported, each once, with its file and line', async () => {
  const broken = withEditedFixture(
    [
      { file: 'padaria/security.yaml', from: 'keysPerAccount: 3', to: 'keysPerAcount: 3' },
      { file: 'padaria/parts.yaml', from: '        terse:', to: '        curt:' },
    ],
    (folder) => generatedFiles(join(folder, 'openapi.yaml'), folder),
  );
  await expect(broken).rejects.toMatchObject({
    problems: [
      'padaria/security.yaml:7 x-key-policy.keysPerAcount: unknown line; did you mean keysPerAccount?',
      'padaria/parts.yaml:26 paths./breads.get.responses.401: missing example terse: x-auth-failures.missing_key.alternatives.terse of padariaKey needs it (and in 2 more)',
    ],
  });
});

test('two parts of one name are refused before one of them is renamed', async () => {
  const renamed = withEditedFixture(
    [
      {
        file: 'padaria/paths.yaml',
        from: 'items: { $ref: ./parts.yaml#/PadariaBread }',
        to: 'items: { $ref: ./other.yaml#/PadariaBread }',
      },
    ],
    async (folder) => {
      await writeFile(join(folder, 'padaria/other.yaml'), 'PadariaBread: { type: string }\n');
      return generatedFiles(join(folder, 'openapi.yaml'), folder);
    },
  );
  await expect(renamed).rejects.toThrow(
    'Two different parts of the document have the same name; rename one: components.schemas.PadariaBread',
  );
});

test('a file that cannot be bundled is reported in the words of the bundler', async () => {
  const broken = withEditedFixture(
    [{ file: 'openapi.yaml', from: './padaria/paths.yaml#/hook', to: './padaria/hooks.yaml#/hook' }],
    (folder) => generatedFiles(join(folder, 'openapi.yaml'), folder),
  );
  await expect(broken).rejects.toThrow(/hooks\.yaml/);
});

test('the same sources give the same files', async () => {
  const rootFile = join(fixtureFolder, 'openapi.yaml');
  expect(await generatedFiles(rootFile, fixtureFolder)).toEqual(await generatedFiles(rootFile, fixtureFolder));
});

test('a check lists the stale files and changes nothing; a run brings them up to date', async () => {
  const repository = await mkdtemp(join(tmpdir(), 'chaveiro-generate-'));
  try {
    const rootFile = join(fixtureFolder, 'openapi.yaml');
    const all = await generate({ rootFile, repository, check: true });
    expect(all).toContain('openapi/generated/openapi.json');
    expect(await readdir(repository)).toEqual([]);

    expect(await generate({ rootFile, repository, check: false })).toEqual(all);
    expect(await generate({ rootFile, repository, check: true })).toEqual([]);

    await appendFile(join(repository, 'openapi/generated/types.ts'), '// mine');
    expect(await generate({ rootFile, repository, check: true })).toEqual(['openapi/generated/types.ts']);
  } finally {
    await rm(repository, { recursive: true });
  }
});

test('the tables of a README are renewed, its own words are kept', async () => {
  const part = (name: string, table: string) => `<!-- generated: ${name} -->\n\n${table}\n\n<!-- /generated -->\n`;
  const readme = `# Padaria\n\n${part('zero-setup keys', 'stale table')}\nMy words.\n\n${part('key policies', 'stale table')}`;
  const files = await withEditedFixture([], async (folder) => {
    await writeFile(join(folder, 'README.md'), readme);
    return generatedFiles(join(folder, 'openapi.yaml'), folder);
  });
  expect(files.get('README.md')).toMatch(/^# Padaria\n.*`chaveiro-padaria-active`.*\nMy words\.\n.*keys per account/s);
  expect(files.get('README.md')).not.toContain('stale table');
});
