/** The packages as strangers get them: packed, installed into an empty folder, and used as their READMEs say. */
import { mkdirSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../src/durable/data-file.fixture.ts';
import { progress, type Finding } from '../report.ts';
import { commandsOf, proveCommand, runCommands } from './commands.ts';
import { objectionsTo } from './contents.ts';
import { bundleForPage, entriesOf, loadAll, strayFiles, strayImports } from './entries.ts';
import { addTo, installInto, packAll, ROOT, type Packed } from './pack.ts';
import { codesOf, compileSnippets, READMES, runSnippets } from './snippets.ts';
import { Terminal } from './terminal.ts';

/** What the READMEs have their readers install besides, in the versions of this repository. */
const BESIDES = ['vitest', '@opentelemetry/api', '@stoplight/prism-http', '@types/node'];
/** Entry points whose optional peer is not there at first. */
const WITH_PEER = ['@chaveiro/sdk/opentelemetry'];

/** npm's registry is asked for what the packages depend on. */
export async function* provePackages(): AsyncGenerator<Finding> {
  using folder = temporaryFolder();
  const packed = await packAll(folder.file('packed'));
  const project = folder.file('project');
  yield finding(
    'the tarballs have what is published and nothing else: no source, no test, no path of the machine that packed them, no credential',
    packed.flatMap((each) => objectionsTo(each).map((objection) => `${each.manifest.name}: ${objection}`)),
    packed.map(({ manifest, files, size }) => `${manifest.name} ${files.length} files, ${Math.round(size / 1000)} KB`).join('; '),
  );

  await installInto(
    project,
    packed.map(({ tarball }) => tarball),
  );
  const installed = installedIn(project);
  yield finding(
    'they install into an empty folder, and nothing that comes with them wants to run a script',
    installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ path }) => path),
    `${installed.length} packages in all`,
  );
  yield* loads(project, packed);

  await addTo(
    project,
    BESIDES.map((name) => `${name}@${versionHere(name)}`),
  );
  yield* readmes(project, packed.at(-1)!);
}

async function* loads(project: string, packed: readonly Packed[]): AsyncGenerator<Finding> {
  const entries = packed.flatMap(({ manifest }) => entriesOf(manifest)).filter(({ name }) => !WITH_PEER.includes(name));
  const { loaded, failures } = await loadAll(project, entries);
  const page = codesOf('mock-server/README.md', 'js').find((code) => code.includes('setupMockWorker')) ?? '';
  const unbundled = await bundleForPage(project, page);
  const imports = loaded.filter((each) => each.startsWith('import ')).length;
  yield finding(
    'every entry point loads as an ES module and as CommonJS, with the same names, and the one for pages bundles',
    [...failures, ...unbundled],
    `${imports} imported, ${loaded.length - imports} required, of ${entries.length}; Node ${process.version}; no optional peer installed`,
  );
  const stray = await Promise.all(packed.map((each) => strayImports(project, each)));
  const [sdk] = packed.filter(({ manifest }) => manifest.name === '@chaveiro/sdk');
  const ofSdk = entries.filter(({ name, formats }) => name.startsWith('@chaveiro/sdk') && formats.length === 2);
  yield finding(
    'no package takes a file, or a type, from outside of itself and the dependencies that it declares',
    [...stray.flat(), ...(await strayFiles(project, sdk!, ofSdk))],
    `every import of ${packed.length} packages followed; what Node resolved for ${ofSdk.length} entry points of the SDK looked at`,
  );
}

async function* readmes(project: string, mockServer: Packed): AsyncGenerator<Finding> {
  yield finding(
    'the command of the installed package runs, and serves the console',
    await proveCommand(project, mockServer.manifest),
    'chaveiro --version, --help, mock --port 0 --data, Ctrl-C',
  );
  using terminal = new Terminal(project);
  const mock = terminal.start('chaveiro mock --port 0');
  const [, url = ''] = await mock.says(/ready at (http:\/\/localhost:\d+)/);
  const all = READMES.flatMap(({ file }) => codesOf(file, 'ts')).length;
  const onProgress = progress('snippets', all);
  let done = 0;
  for (const readme of READMES) {
    const ran = await runSnippets(project, readme, url, () => onProgress(++done));
    yield finding(
      `every TypeScript snippet of ${readme.file} runs from the installed packages, and says what it promises`,
      ran,
      `${codesOf(readme.file, 'ts').length} snippets`,
    );
  }
  yield finding('they compile against the installed declarations', compileSnippets(project, READMES), `strict; ${all} snippets`);
  const seed = codesOf('mock-server/README.md', 'yaml').find((code) => code.includes('accounts:')) ?? '';
  writeFileSync(join(project, 'seed.yaml'), seed);
  for (const { file } of READMES) {
    const lines = commandsOf(join(ROOT, file));
    if (lines.length === 0) continue;
    const { run, failures } = await runCommands(project, lines);
    yield finding(`every command of ${file} does what it says`, failures, `${run} commands, those that install apart`);
  }
  yield finding('the worker’s script is copied by the line that the README gives', await copiesWorker(project), 'as postinstall');
}

async function copiesWorker(project: string): Promise<string[]> {
  const [json = '{}'] = codesOf('mock-server/README.md', 'json');
  const { scripts } = JSON.parse(json) as { scripts: { postinstall: string } };
  mkdirSync(join(project, 'public'));
  using terminal = new Terminal(project);
  const { code, output } = await terminal.run(scripts.postinstall);
  return code === 0 && existsSync(join(project, 'public/mockServiceWorker.js')) ? [] : [output];
}

function installedIn(project: string): { readonly path: string; readonly hasInstallScript?: boolean }[] {
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { readonly hasInstallScript?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, each]) => ({ path, ...each }));
}

function versionHere(name: string): string {
  const manifest = readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function finding(claim: string, objections: readonly string[], figures: string): Finding {
  return { claim, holds: objections.length === 0, figures, ...(objections.length > 0 && { explanation: objections.join('\n') }) };
}
