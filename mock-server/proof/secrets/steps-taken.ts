/**
 * Prints how many steps the mock takes to refuse a key, by the position of its first wrong character: every block of
 * JavaScript that runs is counted, loops by their rounds. No clock is read, so that a busy machine changes nothing.
 *
 * A process of its own, because blocks are counted in code that was loaded after the counting began, and without the
 * optimising compilers, which leave some uncounted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every position is looked at, or every so manieth. */
const STRIDE = Number(process.argv[2] ?? 1);

const CASES = [
  { platform: 'pingback', restarted: false },
  { platform: 'rdstation', restarted: false },
  { platform: 'zenvio', restarted: false },
  // Of a key of an earlier process there is nothing but its bcrypt hash.
  { platform: 'zenvio', restarted: true },
] as const;

export interface StepsTaken {
  readonly platform: string;
  readonly restarted: boolean;
  /** Blocks run, by the position of the first wrong character. */
  readonly byPosition: readonly number[];
  /** The same for a comparison that gives up at the first difference: what a leak looks like. */
  readonly leaking: readonly number[];
}

const inspector = new Session();
inspector.connect();
await inspector.post('Profiler.enable');
await inspector.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const { createMock } = await import('@chaveiro/mock-server');
const { openStore } = await import('@chaveiro/mock-server/durable');

async function stepsOf(run: () => Promise<unknown>): Promise<number> {
  await inspector.post('Profiler.takePreciseCoverage');
  await run();
  const { result } = await inspector.post('Profiler.takePreciseCoverage');
  let steps = 0;
  // The parts of Node and this file's own are not what is looked at.
  for (const { url, functions } of result) {
    if (url.startsWith('node:') || url === '') continue;
    for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  }
  return steps;
}

/** The same key with another character at `position`, and others after it, so that no two tries are the same. */
function wrongAt(secret: string, position: number, attempt: number): string {
  const other = (character: string, by: number) => ALPHABET[(ALPHABET.indexOf(character) + by) % ALPHABET.length]!;
  const tail = [...secret.slice(position + 1)].map((character, index) => other(character, (index + attempt) % 15));
  return secret.slice(0, position) + other(secret[position]!, 1 + attempt) + tail.join('');
}

/** Characters that stand for themselves everywhere, in every place a key travels in. */
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-';

function earlyExit(kept: string, given: string): boolean {
  for (let index = 0; index < kept.length; index++) if (kept[index] !== given[index]) return false;
  return true;
}

const REQUESTS = {
  pingback: (key: string) => new Request('http://localhost/contacts', { headers: { 'x-api-key': key } }),
  rdstation: (key: string) => new Request(`http://localhost/platform/conversions?api_key=${key}`, { method: 'POST' }),
  zenvio: (key: string) => new Request('http://localhost/whatsapp/instances', { headers: { authorization: `Bearer ${key}` } }),
};

const folder = mkdtempSync(join(tmpdir(), 'chaveiro-'));
const taken: StepsTaken[] = [];
for (const { platform, restarted } of CASES) {
  let store = restarted ? openStore(join(folder, 'steps.db')) : undefined;
  const make = () => createMock({ now: '2026-03-02T12:00:00Z', ...(store && { store }) });
  let mock = make();
  const { secret } = mock[platform].accounts.create().keys.create({ name: 'CRM' });
  if (store) {
    store.close();
    store = openStore(join(folder, 'steps.db'));
    mock = make();
  }
  const ask = async (key: string) => (await mock.fetch(REQUESTS[platform](key))).status;
  // What is done once only, by whoever comes first, is done before.
  for (let attempt = 0; attempt < 5; attempt++) await ask(wrongAt(secret, 5, 20 + attempt));
  const byPosition: number[] = [];
  const leaking: number[] = [];
  for (let position = 0; position < secret.length; position += STRIDE) {
    const wrong = wrongAt(secret, position, 1);
    byPosition.push(await stepsOf(() => ask(wrong)));
    leaking.push(await stepsOf(() => Promise.resolve(earlyExit(secret, wrong))));
  }
  taken.push({ platform, restarted, byPosition, leaking });
  store?.close();
}
rmSync(folder, { recursive: true });
console.log(JSON.stringify(taken));
