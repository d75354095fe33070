/** Nothing of one account or session shows in what another one is answered: the quick slice of `npm run prove`. */
import { expect, test } from 'vitest';
import { proveIsolation } from './isolation/prove.ts';
import { serveHere } from './wire/servers.ts';

test('whatever tenants do, none sees what is another’s', { timeout: 240_000 }, async () => {
  await using server = await serveHere();
  const seed = Number(process.env['CHAVEIRO_PROOF_SEED'] ?? Date.now() % 1_000_000_000);
  const proof = await proveIsolation(server, { histories: 12, seed });
  console.log(`seed ${seed}: ${proof.answers} answers searched, ${proof.probes} probes`);
  expect(proof.leak).toBeUndefined();
  expect(proof.probes).toBeGreaterThan(20);
});
