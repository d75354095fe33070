// Calls of every kind against scripted platforms in virtual time: what the properties of the call core are held against.
import fc from 'fast-check';
import { Pingback } from '../src/platforms/pingback/index.ts';
import { RDStation } from '../src/platforms/rdstation/index.ts';
import { Zenvio } from '../src/platforms/zenvio/index.ts';
import type { CallOptions } from '../src/types.ts';
import { scriptedFetch, type ScriptedFetch, type Step } from './scripted-fetch.ts';
import { VirtualClock } from './virtual-clock.ts';

const lead = { conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' };
const text = { instance_id: 'inst_1', to: ['5511999999999'], type: 'text', payload: { message: 'Olá' } } as const;

interface Client {
  readonly pingback: Pingback;
  readonly rd: RDStation;
  readonly zenvio: Zenvio;
}

/** One operation of every kind, and whether the platform takes it once however often it is sent. */
export const OPERATIONS = {
  'GET of Pingback': [({ pingback }: Client, o) => pingback.contacts.list({}, o), true],
  'PUT of Pingback': [({ pingback }: Client, o) => pingback.contacts.update('a@b.c', { name: 'A' }, o), true],
  'DELETE of Pingback': [({ pingback }: Client, o) => pingback.contacts.delete('a@b.c', o), true],
  'POST of Pingback': [({ pingback }: Client, o) => pingback.contacts.create({ email: 'a@b.c' }, o), false],
  'POST of RD Station': [({ rd }: Client, o) => rd.conversions.create(lead, o), false],
  'POST of Zenvio with a name of its own': [({ zenvio }: Client, o) => zenvio.messages.send(text, o), true],
  'POST of Zenvio without one': [({ zenvio }: Client, o) => zenvio.messages.cancel('msg_1', o), false],
  'PATCH of Zenvio': [({ zenvio }: Client, o) => zenvio.messages.edit('msg_1', { text: 'Oi' }, o), false],
} as const satisfies Record<string, readonly [(client: Client, options?: CallOptions) => Promise<unknown>, boolean]>;

export type OperationName = keyof typeof OPERATIONS;

/** What a run is made of. */
export interface Scene {
  readonly operation: OperationName;
  readonly script: readonly Step[];
  readonly retries: number;
  readonly timeout: number;
  readonly pace: boolean;
  readonly ignoresSignals: boolean;
  /** What the jitter makes of it: one number a draw. */
  readonly draws: readonly number[];
  /** The key comes after so many milliseconds; undefined for a key that is there. */
  readonly keyAfter: number | undefined;
}

const comes: fc.Arbitrary<Step['comes']> = fc.oneof(
  fc.record({
    status: fc.constantFrom(200, 400, 404, 408, 409, 418, 422, 429, 500, 501, 502, 503, 504),
    headers: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Record<string, string>>({}) },
      fc
        .constantFrom('0', '0.5', '2', '29', '31', '86400', 'soon', '-1', 'NaN', '9'.repeat(400))
        .map((said) => ({ 'retry-after': said })),
    ),
  }),
  fc.record({ systemCode: fc.constantFrom('ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET') }),
  fc.constant<'nothing'>('nothing'),
  fc.constant<'half a body'>('half a body'),
);

export const scenes: fc.Arbitrary<Scene> = fc.record({
  operation: fc.constantFrom(...(Object.keys(OPERATIONS) as OperationName[])),
  script: fc.array(fc.record({ latency: fc.integer({ min: 0, max: 3000 }), comes }), { maxLength: 8 }),
  retries: fc.integer({ min: 0, max: 5 }),
  timeout: fc.integer({ min: 1, max: 40_000 }),
  pace: fc.boolean(),
  ignoresSignals: fc.boolean(),
  draws: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1, maxLength: 6 }),
  keyAfter: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
});

/** What a run came to. */
export interface Run extends ScriptedFetch {
  readonly clock: VirtualClock;
  readonly began: number;
  readonly call: Promise<unknown>;
}

/** Begins a call; the clock stands still until the test moves it. */
export function begin(scene: Scene, options?: CallOptions): Run {
  const clock = new VirtualClock();
  const { fetch, sent } = scriptedFetch(clock, scene.script, scene.ignoresSignals);
  const { retries, timeout, pace, keyAfter } = scene;
  let drawn = 0;
  const random = (): number => scene.draws[drawn++ % scene.draws.length] as number;
  const apiKey =
    keyAfter === undefined
      ? 'key-1'
      : () => new Promise<string>((resolve) => void clock.setTimeout(() => resolve('key-1'), keyAfter));
  const settings = { apiKey, fetch, clock, random, retries, timeout, pace };
  const client = { pingback: new Pingback(settings), rd: new RDStation(settings), zenvio: new Zenvio(settings) };
  const began = clock.now();
  return { clock, sent, fetch, began, call: OPERATIONS[scene.operation][0](client, options) };
}
