/** Hostile clients get an answer of the document, change nothing, and do no harm: the quick slice of `npm run prove`. */
import { document } from '@chaveiro/openapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proveShapes } from './hostile/connections.ts';
import { proveEndurance } from './hostile/endurance.ts';
import { fitsOf } from './hostile/fits.ts';
import { proveFloods } from './hostile/floods.ts';
import { shotOf } from './hostile/generator.ts';
import { reproduce } from './hostile/reproduce.ts';
import { bytesOf } from './hostile/shot.ts';
import { proveShots, targets } from './hostile/shots.ts';
import { startWatched, type Watched } from './hostile/watched-process.ts';

const REQUESTS = 1000;
const seed = Number(process.env['CHAVEIRO_PROOF_SEED'] ?? Date.now() % 1_000_000_000);

let watched: Watched;
beforeAll(async () => {
  watched = await startWatched();
}, 60_000);
afterAll(async () => {
  expect(watched.output(), 'the mock had nothing to complain of').toBe('');
  expect(watched.ended(), 'the mock lives').toBeUndefined();
  await watched[Symbol.asyncDispose]();
});

test(
  'requests from the document get answers of the document, and who is refused changes nothing',
  { timeout: 240_000 },
  async () => {
    const proof = await proveShots(watched, { requests: REQUESTS, seed });
    console.log(`seed ${seed}: ${proof.requests} requests of ${proof.kinds} kinds`);
    expect(proof.failures).toEqual([]);
    expect(proof.requests).toBe(REQUESTS);
    expect(Object.keys(proof.statuses)).toEqual(expect.arrayContaining(['200', '201', '400', '401', '404', '405']));
  },
);

test('no bytes on a connection hide a request, or keep the server from ending it', { timeout: 240_000 }, async () => {
  const proof = await proveShapes(watched, { seed, rounds: 4, targets: targets(), fits: await fitsOf(document) });
  expect(proof.failures).toEqual([]);
});

test('bodies of any kind are answered at their largest', { timeout: 240_000 }, async () => {
  const proof = await proveFloods(watched, targets(), { largest: 20_000, hardestAllowed: 10_000 });
  expect(proof.failures).toEqual([]);
  expect(proof.requests).toBeGreaterThan(1000);
});

test('ordinary requests are answered while others idle, dribble or never read', { timeout: 240_000 }, async () => {
  const proof = await proveEndurance(watched, { idle: 400, slowSenders: 10, neverReaders: 3 });
  expect(proof.failures).toEqual([]);
  expect(proof).toMatchObject({ held: 400, answered: 500 });
});

test('the same seed makes the same requests, each without those before it', () => {
  const [some, again] = [targets(), targets()];
  for (const index of [0, 1, 83, 84, 9_999]) {
    expect(bytesOf(shotOf(some, seed, index))).toEqual(bytesOf(shotOf(again, seed, index)));
    expect(reproduce(shotOf(some, seed, index))).toMatch(/^(curl -sS|printf '%b') /);
  }
});
