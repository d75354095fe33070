// What the SDK hands out beside data and errors shows the key as little: calls, results, events, logs, spans, key sources.
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { describe, expect, test, vi } from 'vitest';
import { CANARY, LEAK, shown } from '../test/canary.ts';
import { answering, json, thrown, type Answer } from '../test/observed-fetch.ts';
import { VirtualClock } from '../test/virtual-clock.ts';
import { checkKey, sourceOf, type KeyInput } from './auth/index.ts';
import { keyRing, keySource, debugLog, type Hooks } from './shared.ts';
import type { ChaveiroError } from './errors/index.ts';
import { connect } from './http/index.ts';
import { systemClock } from './http/clock.ts';
import { openTelemetry } from './opentelemetry.ts';
import { Pingback } from './platforms/pingback/index.ts';
import { pingbackProfile } from './platforms/pingback/profile.ts';
import { RDStation } from './platforms/rdstation/index.ts';
import { Zenvio } from './platforms/zenvio/index.ts';
import { rdstationSchemas } from './schemas/rdstation.ts';

const lead = { conversion_identifier: 'ebook', email: 'a@b.c' };

/** Sends the key back wherever it can: in body, headers and URL. */
const echo =
  (status: number): Answer =>
  ({ url, headers }) =>
    Object.defineProperty(
      json(
        { message: `${CANARY} at ${url}`, error: CANARY, errorCode: CANARY, requestId: CANARY, headers: [...headers] },
        status,
        {
          'x-request-id': CANARY,
          'x-echo': CANARY,
        },
      ),
      'url',
      { value: url },
    );
const fails = echo(500);

const inputs: [what: string, key: () => KeyInput][] = [
  ['a string', () => CANARY],
  ['a function', () => () => CANARY],
  ['an async function', () => () => Promise.resolve(CANARY)],
  ['a source with a time to live', () => keySource(() => Promise.resolve(CANARY), { timeToLive: 0 })],
  ['a ring', () => keyRing([CANARY, () => `${CANARY}2`])],
];

describe('a key source', () => {
  test.each(inputs)('%s', async (_what, input) => {
    const key = input();
    const source = sourceOf(key, { from: 'apiKey', platform: 'pingback', clock: systemClock });
    const secret = await source.current();
    const other = await source.refused(secret);
    expect(secret.reveal()).toBe(CANARY);
    for (const part of [source, secret, other, Promise.resolve(secret)]) expect(shown(part)).not.toMatch(LEAK);
    // A function shows its own source text, which is the caller's.
    if (typeof key === 'function' && 'isKeySource' in key) expect(shown(key)).not.toMatch(LEAK);
    const connection = connect(pingbackProfile, { fetch: answering(json({})) }, { pingbackKey: key });
    expect(shown(connection.keys['pingbackKey'])).not.toMatch(LEAK);
  });

  test('one that fails with the key in its error', async () => {
    const failing = () => Promise.reject(Object.assign(new Error(`vault: ${CANARY}`), { config: { CANARY } }));
    let asked = 0;
    const apiKey = keySource(() => (asked++ ? failing() : Promise.resolve(CANARY)), { timeToLive: 0 });
    const settings = {
      fetch: answering(json({ Message: 'User is not authorized' }, 403)),
      clock: new VirtualClock(),
      pace: false,
    };
    const pingback = new Pingback({ apiKey, ...settings });
    expect(shown(await thrown(pingback.contacts.list()))).not.toMatch(LEAK);
    expect(asked).toBeGreaterThan(1);
  });

  test('what is no key is not shown by what refuses it', () => {
    for (const bad of [`${CANARY}\n`, ` ${CANARY}`, `${CANARY}…`, { CANARY }, [CANARY]]) {
      const check = (): unknown => checkKey(bad, 'apiKey', 'pingback');
      expect(check).toThrow();
      try {
        check();
      } catch (error) {
        expect(shown(error)).not.toMatch(LEAK);
      }
    }
  });
});

describe.each(inputs)('a client with %s', (_what, input) => {
  test('and what hangs on it', () => {
    const hooks = [debugLog(() => {}), openTelemetry()];
    for (const client of [new Pingback({ apiKey: input(), hooks }), new Zenvio({ apiKey: input(), hooks })]) {
      for (const part of [client, ...(Object.values(client) as unknown[])]) expect(shown(part)).not.toMatch(LEAK);
    }
  });
});

describe('a call', () => {
  const rd = (answer: Answer, more = {}) => new RDStation({ apiKey: CANARY, fetch: answering(answer), retries: 0, ...more });

  test('while it is under way, when it succeeded, and when it failed', async () => {
    const pending = rd(() => new Promise(() => {}), { timeout: 5 }).conversions.create(lead);
    expect(shown(pending)).not.toMatch(LEAK);
    const done = rd(json({ event_uuid: 'u' })).conversions.create(lead);
    await done;
    const failed = rd(fails).conversions.create(lead);
    await Promise.allSettled([pending, failed]);
    for (const call of [pending, done, failed]) expect(shown(call)).not.toMatch(LEAK);
  });

  test('its safe result', async () => {
    const { error } = await rd(fails).conversions.create(lead).safe();
    expect(error?.code).toBe('server_error');
    expect(shown({ error })).not.toMatch(LEAK);
    expect(shown(error)).not.toMatch(LEAK);
  });

  test('its response, whose URL had the key in it', async () => {
    const native: Answer = ({ url }) => Object.defineProperty(json({ event_uuid: 'u' }), 'url', { value: url });
    const result = await rd(native).conversions.create(lead).withResponse();
    expect(result.data).toEqual({ event_uuid: 'u' });
    for (const part of [result, result.response, result.response.url, result.requestId]) expect(shown(part)).not.toMatch(LEAK);
  });

  test('its error after retries, with every cause', async () => {
    const clock = new VirtualClock();
    const answers: Answer[] = [fails, () => Promise.reject(new Error(`lost ${CANARY}`)), () => new Promise<Response>(() => {})];
    const play: Answer = (request, signal) => {
      const answer = answers.shift() as Exclude<Answer, Response>;
      return answer(request, signal);
    };
    const zenvio = new Zenvio({ apiKey: CANARY, fetch: answering(play), clock });
    const error = await clock.run(thrown<ChaveiroError>(zenvio.logs.list()));
    expect(error).toMatchObject({ name: 'TimeoutError', cause: { name: 'ConnectionError' } });
    expect(shown(error)).not.toMatch(LEAK);
    expect(answers).toEqual([]);
  });
});

describe('what looks on', () => {
  /** Two attempts of a call, a refusal and drift: every event there is. */
  async function everything(hooks: Hooks | Hooks[]): Promise<void> {
    const clock = new VirtualClock();
    const answers = [echo(429), echo(200)];
    const fetch = answering((request, signal) => (answers.shift() as Exclude<Answer, Response>)(request, signal));
    const rd = new RDStation({ apiKey: CANARY, fetch, clock, hooks, validate: 'warn', schemas: rdstationSchemas });
    await clock.run(rd.conversions.create(lead));
  }

  test('hooks: every event, also when it is looked at afterwards', async () => {
    const events: Record<string, unknown[]> = { request: [], response: [], retry: [], refusal: [], drift: [] };
    await everything(
      Object.fromEntries(Object.entries(events).map(([name, list]) => [name, (event: unknown) => void list.push(event)])),
    );
    expect(Object.entries(events).map(([name, list]) => [name, list.length])).toEqual([
      ['request', 2],
      ['response', 2],
      ['retry', 1],
      ['refusal', 1],
      ['drift', 2],
    ]);
    for (const event of Object.values(events).flat()) expect(shown(event)).not.toMatch(LEAK);
  });

  test('the debug log', async () => {
    const lines: string[] = [];
    await everything(debugLog((line) => lines.push(line)));
    expect(lines).toHaveLength(8);
    expect(lines.join('\n')).not.toMatch(LEAK);
  });

  test('the warning about drift, where no hook listens', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await everything([]);
    expect(warn).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(warn.mock.calls)).not.toMatch(LEAK);
  });

  test('spans', async () => {
    const exporter = new InMemorySpanExporter();
    const tracerProvider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
    await everything(openTelemetry({ tracerProvider }));
    const spans = exporter.getFinishedSpans();
    expect(spans).toHaveLength(2);
    for (const { name, attributes, events, status } of spans)
      expect(shown({ name, attributes, events, status })).not.toMatch(LEAK);
  });
});
