/**
 * The mock and a model of each key policy, held against each other over HTTP by random commands. This is the quick
 * slice, with another seed each time; `npm run prove` carries out 100,000 commands a policy.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../src/durable/data-file.fixture.ts';
import { killAll } from '../conformance/run-chaveiro.ts';
import { models, proveModel } from './models/prove.ts';
import { serveHere, serveProcess } from './wire/servers.ts';

const seed = Number(process.env['CHAVEIRO_PROOF_SEED'] ?? Date.now() % 1_000_000_000);

afterAll(killAll);

describe.each(models)('$platform', { timeout: 240_000 }, (platform) => {
  test('does with keys what its page says, whatever is done in whatever order', async () => {
    await using server = await serveHere();
    const proof = await proveModel(server, platform, { commands: 2000, seed });
    console.log(`${platform.platform}: seed ${seed}, ${proof.commands} commands, ${proof.requests} requests`);
    expect(proof.divergence).toBeUndefined();
    expect(proof.commands).toBeGreaterThanOrEqual(2000);
  });

  test('also when its process is killed on the way', async () => {
    using folder = temporaryFolder();
    await using server = await serveProcess(folder.file());
    const proof = await proveModel(server, platform, { commands: 40, seed, longest: 60, kills: 1 });
    expect(proof.divergence).toBeUndefined();
    expect(proof.kills).toBe(1);
  });
});
