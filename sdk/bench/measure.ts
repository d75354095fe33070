/** Runs in a process of its own, pinned to one core where that can be done: calls per case, in turns. Prints JSON. */
import { CASES } from './cases.ts';

const ROUNDS = Number(process.argv[2] ?? 15);
const MS_A_ROUND = Number(process.argv[3] ?? 100);

const ANSWER = JSON.stringify({ event_uuid: '5408c5a3-4711-4f2e-8d0b-13407a3e30f3', id: 'x', object: 'customer' });
const HEADERS = { 'content-type': 'application/json' };

/** Answers at once, without a network. */
const stub = (() => Promise.resolve(new Response(ANSWER, { headers: HEADERS }))) as typeof globalThis.fetch;

/** Microseconds a call, in a round of about the given time. */
async function round(call: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let calls = 0;
  let now = started;
  while (now - started < MS_A_ROUND) {
    for (let i = 0; i < 20; i++) await call();
    calls += 20;
    now = performance.now();
  }
  return ((now - started) * 1000) / calls;
}

const prepared: { name: string; call: () => Promise<unknown>; rounds: number[] }[] = [];
for (const { name, prepare } of CASES) if (prepare) prepared.push({ name, call: await prepare(stub), rounds: [] });
for (const { call } of prepared) await round(call);
for (let i = 0; i < ROUNDS; i++) for (const { call, rounds } of prepared) rounds.push(await round(call));

console.log(JSON.stringify(prepared.map(({ name, rounds }) => ({ name, rounds }))));
