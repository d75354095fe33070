/** The TypeScript snippets of the READMEs, run and compiled where the packages are installed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snippetsOf } from '../../../examples/snippets/extract.ts';
import { brokenPromise, runSnippet } from '../../../examples/snippets/run.ts';
import { ROOT } from './pack.ts';

export interface SnippetFile {
  /** From the repository's root. */
  readonly file: string;
  /** The snippets call the platforms' real hosts. */
  readonly intercept?: boolean;
  /** What the snippets say, in their order, where their comments do not promise it. */
  readonly says?: readonly RegExp[];
}

export const READMES: readonly SnippetFile[] = [
  { file: 'README.md', says: [/kept as [0-9a-f-]{36}[^]*refused: [^]*payload\.email/, /2 queued, 0 refused/, /1 passed/] },
  { file: 'sdk/README.md', intercept: true },
  { file: 'mock-server/README.md' },
];

export function codesOf(file: string, language: string): string[] {
  return snippetsOf(join(ROOT, file))
    .filter((snippet) => snippet.language === language)
    .map(({ code }) => code);
}

/** @returns those that failed, or did not say what they promise */
export async function runSnippets(
  project: string,
  { file, intercept, says }: SnippetFile,
  mockUrl: string,
  onDone: () => void,
): Promise<string[]> {
  const failures: string[] = [];
  for (const [index, code] of codesOf(file, 'ts').entries()) {
    const name = isVitest(code) ? 'snippet.test.ts' : 'snippet.ts';
    const { exitCode, output } = await runSnippet(name, code, mockUrl, { intercept: intercept === true, project });
    onDone();
    const broken = brokenPromise(code, output);
    if (exitCode !== 0 || broken !== undefined || !(says?.[index] ?? /^/).test(output))
      failures.push(`snippet ${index + 1} of ${file} ended with ${exitCode}${broken ? `, without "${broken}"` : ''}:\n${output}`);
  }
  return failures;
}

const isVitest = (code: string) => code.includes("from 'vitest'");

/** As strict as can be, against the declarations of the installed packages. @returns the compiler's words */
export function compileSnippets(project: string, files: readonly SnippetFile[]): string[] {
  const folder = join(project, 'compiled');
  mkdirSync(folder);
  for (const { file } of files)
    for (const [index, code] of codesOf(file, 'ts').entries())
      writeFileSync(join(folder, `${file.replaceAll(/\W/g, '-')}-${index + 1}.mts`), `${code}\nexport {};\n`);
  const tsconfig = {
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      // The declarations of the packages are looked at on their own; those of others are theirs.
      skipLibCheck: true,
      target: 'es2023',
      module: 'nodenext',
      lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable', 'esnext.disposable'],
      types: ['node'],
    },
    include: ['*.mts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.trim() !== '');
}
