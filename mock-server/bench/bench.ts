/**
 * `npm run bench`: the mock beside its peers, in one go, as ratios to bare `node:http`. A full run writes RESULTS.md and
 * results.json; `-- --quick` takes about a minute and writes nothing; `-- --only http` runs one part (several may be named).
 */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cast } from './cast.ts';
import { measureHttp } from './cases/http.ts';
import type { InProcessResult } from './cases/in-process.ts';
import { measureMemory } from './cases/memory.ts';
import { measureStarts } from './cases/start.ts';
import type { StateResult } from './cases/state.ts';
import { inWorker } from './cases/worker.ts';
import { driftWarning } from './figures.ts';
import { machine } from './machine.ts';
import { PARTS, readOptions, type Options } from './options.ts';
import { installPeers } from './peers.ts';
import { pinning, pinSelf } from './process.ts';
import { say } from './progress.ts';
import { barsOf } from './report/bars.ts';
import { page } from './report/page.ts';
import type { Results } from './report/results.ts';

const HERE = import.meta.dirname;

async function measure({ quick, parts }: Options): Promise<Results> {
  const wants = (part: (typeof PARTS)[number]) => parts.includes(part);
  const everybody = cast();
  const found = {
    quick,
    machine: machine(),
    pinning,
    // Starts come first: a machine that has just been under load starts programs more slowly.
    ...(wants('start') && { starts: await measureStarts(everybody, quick) }),
    ...(wants('http') && { http: await measureHttp(everybody, quick) }),
    ...(wants('in-process') && { inProcess: await inWorker<InProcessResult>('in-process.ts', quick) }),
    ...(wants('state') && { state: await inWorker<StateResult>('state.ts', quick) }),
    ...(wants('memory') && { memory: await measureMemory(quick) }),
  };
  return { ...found, bars: barsOf(found) };
}

const options = readOptions(process.argv.slice(2));
if (!existsSync(resolve(HERE, '../dist/cli.js'))) throw new Error('The bench measures what is shipped. Run npm run build first.');
installPeers();
pinSelf();
const results = await measure(options);
console.log(page(results));
if (!options.quick && options.parts.length === PARTS.length) {
  writeFileSync(resolve(HERE, 'RESULTS.md'), page(results));
  writeFileSync(resolve(HERE, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  say('Written: mock-server/bench/RESULTS.md and results.json.');
}
const warning = results.http && driftWarning(results.http.firstBase, results.http.lastBase);
if (warning !== undefined) console.error(`\n${warning}\n`);
