/**
 * The SDK beside its peers, in one run on one machine: size of a bundle, time of an import, time of a call.
 *
 *     npm run bench -w @chaveiro/sdk              prints the tables
 *     npm run bench -w @chaveiro/sdk -- --save    and keeps them as RESULTS.md and results.json
 *     npm run bench -w @chaveiro/sdk -- --quick   checks that the bench works; its figures mean nothing
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { CASES, BASELINE } from './cases.ts';
import { drift, median, table, type Row } from './report.ts';

const run = promisify(execFile);
const HERE = import.meta.dirname;
const PEERS = join(HERE, 'peers');
const quick = process.argv.includes('--quick');

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function installPeers(): Promise<void> {
  if (existsSync(join(PEERS, 'node_modules'))) return;
  tell('Installing the peers, once (about 70 MB) …');
  await run('npm', ['ci', '--ignore-scripts'], { cwd: PEERS });
}

/** Bytes of a bundle, minified and compressed: what a page loads. */
async function sizeOf(code: string): Promise<{ minified: number; gzip: number }> {
  const ours = code.includes('@chaveiro/');
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ours ? HERE : PEERS },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
    // What a browser bundle of a peer leaves out.
    external: [
      'node:*',
      'crypto',
      'http',
      'https',
      'events',
      'child_process',
      'fs',
      'path',
      'os',
      'url',
      'util',
      'stream',
      'buffer',
    ],
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return { minified: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

/** Milliseconds of a first import, in fresh processes. */
async function importTime(module: string): Promise<number> {
  const script = `const t = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - t);`;
  const times: number[] = [];
  for (let i = 0; i < (quick ? 3 : 15); i++) {
    const cwd = module.startsWith('@chaveiro/') ? HERE : PEERS;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd });
    times.push(Number(stdout));
  }
  return median(times);
}

/** Microseconds a call, by case. */
async function callTimes(): Promise<Map<string, number[]>> {
  const words = [join(HERE, 'measure.ts'), ...(quick ? ['3', '20'] : ['25', '100'])];
  const pinned = existsSync('/usr/bin/taskset') ? ['taskset', '-c', '0'] : [];
  const [command = process.execPath, ...rest] = [...pinned, process.execPath, ...words];
  const { stdout } = await run(command, rest, { maxBuffer: 2 ** 24 });
  const cases = JSON.parse(stdout) as { name: string; rounds: number[] }[];
  return new Map(cases.map(({ name, rounds }) => [name, rounds]));
}

await installPeers();
tell('Calls …');
const calls = await callTimes();
const baseline = calls.get(BASELINE) ?? [];
const rows: Row[] = [];
for (const { name, bundle, module } of CASES) {
  tell(`${name} …`);
  const size = bundle ? await sizeOf(bundle) : undefined;
  const imported = module ? await importTime(module) : undefined;
  const call = median(calls.get(name) ?? []);
  rows.push({
    name,
    gzip: size?.gzip,
    minified: size?.minified,
    importMs: imported,
    callUs: call,
    ratio: call / median(baseline),
  });
}

const versions = Object.entries(
  (JSON.parse(await readFile(join(PEERS, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies,
).map(([name, version]) => `${name} ${version}`);
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
const page = `${table(rows)}
Sizes: esbuild \`--bundle --minify --format=esm --platform=browser\`, gzip -9. Import: median of fresh processes. Call: a POST with a key and a JSON body over a \`fetch\` that answers at once, median of rounds in turns; \`× raw\` compares with the first line of the same run.

${machine}. ${versions.join(', ')}.

${drift(baseline)}
`;
console.log(page);
if (process.argv.includes('--save')) {
  await keep(
    'RESULTS.md',
    `# The SDK beside its peers\n\nThe last run of \`npm run bench -w @chaveiro/sdk -- --save\`.\n\n${page}`,
  );
  await keep('results.json', JSON.stringify({ machine, versions, rows }, null, 2));
}

/** In the format that lint asks for. */
async function keep(name: string, text: string): Promise<void> {
  const filepath = join(HERE, name);
  await writeFile(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}
