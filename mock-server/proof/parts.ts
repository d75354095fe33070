/** The long runs, by name. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from '../src/durable/data-file.fixture.ts';
import { proveHostile } from './hostile/prove.ts';
import { proveIsolation } from './isolation/prove.ts';
import { outcomeOf, prepare, race, races } from './limits.ts';
import { models, proveModel, type ModelProof } from './models/prove.ts';
import { provePackages } from './packages/prove.ts';
import { progress, type Finding } from './report.ts';
import { canaryRun } from './secrets/canary-run.ts';
import type { StepsTaken } from './secrets/steps-taken.ts';
import { keptIn, shownIn } from './secrets/traces.ts';
import { timeRefusals } from './secrets/welch.ts';
import { serveHere, serveProcess } from './wire/servers.ts';

export interface Wanted {
  readonly seed: number;
  /** Commands of each policy. */
  readonly commands: number;
  /** How often the mock of each policy is killed. */
  readonly kills: number;
  readonly histories: number;
  /** Timed refusals of each kind. */
  readonly samples: number;
  /** Hostile requests. */
  readonly requests: number;
  /** Idle connections at once. */
  readonly idle: number;
  /** Only this platform's model. */
  readonly platform?: string | undefined;
}

type Part = (wanted: Wanted) => AsyncIterable<Finding>;

async function* provedModels({ seed, commands, kills, platform }: Wanted): AsyncGenerator<Finding> {
  for (const model of models.filter((each) => platform === undefined || each.platform === platform)) {
    await using server = await serveHere();
    const onProgress = progress(`${model.platform}: commands`, commands);
    yield modelFinding(await proveModel(server, model, { commands, seed, onProgress }));
  }
  for (const model of models.filter((each) => platform === undefined || each.platform === platform)) {
    using folder = temporaryFolder();
    await using server = await serveProcess(folder.file());
    const most = kills * 20;
    const onProgress = progress(`${model.platform}, killed on the way: commands`, most);
    yield modelFinding(await proveModel(server, model, { commands: most, seed, kills, onProgress }));
  }
}

function modelFinding(proof: ModelProof): Finding {
  const { platform, seed, commands, histories, requests, kills, seconds, divergence } = proof;
  const rate = Math.round(commands / seconds);
  return {
    claim: `${platform} does what its model says${kills > 0 ? ', also when its process is killed' : ''}`,
    holds: divergence === undefined,
    figures: `${commands} commands in ${histories} histories, ${requests} requests${kills > 0 ? `, ${kills} kills` : ''}; seed ${seed}; ${seconds.toFixed(0)} s, ${rate} commands a second`,
    ...(divergence !== undefined && { explanation: divergence }),
  };
}

async function* provedLimits(): AsyncGenerator<Finding> {
  for (const one of races) {
    const rounds = 20;
    let wrong: string | undefined;
    for (let round = 0; round < rounds && !wrong; round++) {
      await using server = await serveHere(round + 1);
      await prepare(server.url, one);
      const { answers, keys, working } = await outcomeOf(server.url, one, await race([server.url], 100));
      if (
        answers['201'] !== one.limit ||
        answers['409 key_limit_reached'] !== 100 - one.limit ||
        keys + working !== 2 * one.limit
      )
        wrong = JSON.stringify({ round, answers, keys, working });
    }
    yield {
      claim: `of 100 creates at once against a limit of ${one.limit} (${one.platform}) exactly ${one.limit} come through`,
      holds: wrong === undefined,
      figures: `${rounds} rounds`,
      ...(wrong !== undefined && { explanation: wrong }),
    };
  }
}

async function* provedIsolation({ seed, histories }: Wanted): AsyncGenerator<Finding> {
  await using server = await serveHere();
  const onProgress = progress('tenants: histories', histories);
  const { answers, probes, seconds, leak } = await proveIsolation(server, { histories, seed, onProgress });
  yield {
    claim: 'no account or session is shown what is another’s',
    holds: leak === undefined,
    figures: `${histories} histories of 12 tenants, ${answers} answers searched, ${probes} probes; seed ${seed}; ${seconds.toFixed(0)} s`,
    ...(leak !== undefined && { explanation: leak }),
  };
}

async function* provedSecrets({ samples }: Wanted): AsyncGenerator<Finding> {
  using folder = temporaryFolder();
  await using server = await serveProcess(folder.file());
  const { hashed, revealable, heard, shown } = await canaryRun(server);
  const seen = shownIn(heard, { ...hashed, ...revealable });
  yield {
    claim: 'a secret is shown by the answers that are for it, and by nothing else',
    holds: seen.length === 0,
    figures: `${heard.length} texts, ${shown.length} answers that are for it`,
    ...(seen.length > 0 && { explanation: seen.join('\n') }),
  };
  const during = keptIn(folder.contents(), { ...hashed, ...revealable });
  await server.restart!();
  const kept = [...during, ...keptIn(folder.contents(), { ...hashed, ...revealable })];
  yield {
    claim: 'no data file, nor its write-ahead log, has a secret in it',
    holds: kept.length === 0,
    figures: 'while the mock runs, and after SIGKILL',
    ...(kept.length > 0 && { explanation: kept.join('\n') }),
  };
  for (const { platform, restarted, byPosition } of countedSteps()) {
    const [least, most] = [Math.min(...byPosition), Math.max(...byPosition)];
    yield {
      claim: `${platform}${restarted ? ', after a restart' : ''}: a refusal takes as many steps wherever the first wrong character is`,
      holds: most / least < 1.01,
      figures: `${least} to ${most} blocks of code at ${byPosition.length} positions`,
    };
  }
  for (const platform of ['pingback', 'rdstation', 'zenvio'] as const) {
    const { mean, t, leaking } = await timeRefusals(platform, samples);
    yield {
      claim: `${platform}: a refusal takes as long wherever the first wrong character is`,
      holds: Math.abs(t) < 5,
      figures: `Welch t = ${t.toFixed(1)} over 2 x ${samples} refusals of ${mean.toFixed(0)} µs; 0.1 % a character more would make it ${leaking.toFixed(1)}`,
    };
  }
}

/** At every position, by a process of its own. */
export function countedSteps(stride = 1): StepsTaken[] {
  const script = join(import.meta.dirname, 'secrets/steps-taken.ts');
  const flags = ['--no-opt', '--no-maglev', '--no-sparkplug', '--conditions=@chaveiro/source'];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, script, String(stride)], { encoding: 'utf8', env });
  if (stdout === '') throw new Error(`The steps could not be counted:\n${stderr}`);
  return JSON.parse(stdout) as StepsTaken[];
}

export const parts: Readonly<Record<string, Part>> = {
  models: provedModels,
  limits: provedLimits,
  isolation: provedIsolation,
  secrets: provedSecrets,
  hostile: proveHostile,
  packages: provePackages,
};
