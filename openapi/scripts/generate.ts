/**
 * Makes everything that follows from openapi.yaml.
 *
 *   node openapi/scripts/generate.ts           writes the generated files
 *   node openapi/scripts/generate.ts --check   writes nothing; lists stale files and fails
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { DocumentError, parseDocument, type OpenApiDocument } from '../policy/index.ts';
import { authMatrixPage } from './auth-matrix-page.ts';
import { authMatrix } from './auth-matrix.ts';
import { bundle } from './bundle.ts';
import { operationTables } from './operation-tables.ts';
import { openSources } from './locate.ts';
import { withTables } from './readme-tables.ts';
import { refusalModules } from './refusals.ts';
import { documentSchemas } from './schemas.ts';
import { typesModule } from './types.ts';
import { inPortuguese } from './words.pt-BR.ts';
import { zodModules } from './zod-modules.ts';
import { webhookTables } from './webhook-tables.ts';

/**
 * The content of every generated file.
 * @param rootFile path of openapi.yaml
 * @param repository the folder of the READMEs, which file names in messages are relative to
 * @returns by path, relative to the repository
 * @throws {DocumentError} when the document contradicts itself
 */
export async function generatedFiles(rootFile: string, repository: string): Promise<Map<string, string>> {
  const sources = openSources(rootFile, repository);
  const document = parseDocument(await bundle(rootFile, sources), { locate: sources.locate });
  const matrix = authMatrix(document);
  const schemas = documentSchemas(document);
  return new Map([
    ['openapi/generated/openapi.json', toJson(document)],
    ['openapi/generated/schemas.json', toJson(schemas)],
    ['openapi/generated/types.ts', await typesModule(document)],
    ['openapi/generated/auth-matrix.json', toJson(matrix)],
    ['openapi/generated/AUTH-MATRIX.md', authMatrixPage(document, matrix)],
    ...(await formatted(
      [
        ...operationTables(document),
        ...refusalModules(document),
        ...webhookTables(document),
        ...zodModules(document, schemas, sources.locate),
      ],
      repository,
    )),
    ...(await renewedReadmes(document, repository)),
  ]);
}

/** The SDK's modules stand among written ones, and are formatted like them. */
async function formatted(modules: [string, string][], repository: string): Promise<[string, string][]> {
  const options = { ...(await resolveConfig(join(repository, 'sdk/src/index.ts'))), parser: 'typescript' };
  return Promise.all(modules.map(async ([path, source]): Promise<[string, string]> => [path, await format(source, options)]));
}

/** The READMEs keep a few tables of the document between their own words. */
async function renewedReadmes(document: OpenApiDocument, repository: string): Promise<[string, string][]> {
  const renewed: [string, string][] = [];
  for (const [name, translate] of [['README.md'], ['README.pt-BR.md', inPortuguese]] as const) {
    const file = join(repository, name);
    if (!existsSync(file)) continue;
    const text = withTables(await readFile(file, 'utf8'), document, translate);
    renewed.push([name, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' })]);
  }
  return renewed;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Where to read and write. */
export interface GenerateOptions {
  /** Path of openapi.yaml. */
  rootFile: string;
  /** The folder that the generated files' paths, and file names in messages, are relative to. */
  repository: string;
  /** Only look; change nothing. */
  check: boolean;
}

/**
 * Brings the generated files up to date.
 * @returns the files that were stale; with `check` they still are
 * @throws {DocumentError} when the document contradicts itself
 */
export async function generate({ rootFile, repository, check }: GenerateOptions): Promise<string[]> {
  const files = await generatedFiles(rootFile, repository);
  const stale: string[] = [];
  for (const [path, content] of files) {
    const file = join(repository, path);
    if (existsSync(file) && (await readFile(file, 'utf8')) === content) continue;
    stale.push(path);
    if (check) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return stale;
}

async function main(check: boolean): Promise<void> {
  const repository = resolve(import.meta.dirname, '../..');
  const stale = await generate({ rootFile: join(repository, 'openapi/openapi.yaml'), repository, check });
  if (stale.length === 0) {
    console.log('The generated files are up to date.');
  } else if (check) {
    console.error(`These generated files are stale; run npm run generate and commit them:\n${stale.join('\n')}`);
    process.exitCode = 1;
  } else {
    console.log(`Wrote ${stale.join(', ')}.`);
  }
}

if (import.meta.main) {
  try {
    await main(process.argv.includes('--check'));
  } catch (error) {
    // Mistakes in the document are its author's to read: no stack.
    console.error(error instanceof DocumentError ? error.message : error);
    process.exitCode = 1;
  }
}
