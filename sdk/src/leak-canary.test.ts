// The whole SDK with a canary for a key, over real connections, against a platform that does all it can to make it leak.
// Then everything that was printed, thrown, returned, observed, serialised or sent to another origin is searched for it.
import type { ServerResponse } from 'node:http';
import { ConsoleSpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CANARY, LEAK, shown } from '../test/canary.ts';
import { listen, nobody, type IncomingMessage } from '../test/loopback.ts';
import { Console, createClient, debugLog, keyRing, Pingback, RDStation, Zenvio, type Hooks, type KeyInput } from './index.ts';
import { openTelemetry } from './opentelemetry.ts';
import { rdstationSchemas } from './schemas/rdstation.ts';

const lead = { conversion_identifier: 'ebook', email: 'a@b.c' };

/** What the platform does, by name. All that came in is sent back: URL, headers and body. */
type Trick = (request: IncomingMessage, response: ServerResponse, echo: string, elsewhere: string) => void;
const refuse =
  (status: number): Trick =>
  (_, response, echo) =>
    void response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': echo.slice(0, 200) }).end(echo);
const redirect =
  (status: number): Trick =>
  ({ url, headers }, response, _, elsewhere) => {
    const key = String(headers['x-api-key'] ?? headers.authorization ?? '');
    response.writeHead(status, { location: `${elsewhere}${url}#${encodeURIComponent(key)}` }).end();
  };

const tricks: Record<string, Trick> = {
  ...Object.fromEntries(
    [400, 401, 402, 403, 404, 409, 422, 429, 500, 502, 503].map((status) => [`refuses with ${status}`, refuse(status)]),
  ),
  ...Object.fromEntries([300, 301, 302, 303, 307, 308].map((status) => [`redirects with ${status}`, redirect(status)])),
  'answers with a page': (_, response, echo) => void response.writeHead(502, { 'content-type': 'text/html' }).end(`<pre>${echo}`),
  'answers what is no JSON': (_, response, echo) => void response.end(`oops ${echo}`),
  'breaks off': (_, response) => void response.writeHead(200, { 'content-length': 100 }).end('{'),
  'hangs up': ({ socket }) => void socket.destroy(),
  'answers by no rule of HTTP': ({ socket }, _, echo) => void socket.end(`HTTP/1.1 200 OK\r\nx: ${echo}\r\n\r\n\u0000`),
  stalls: (_, response, echo) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).write(`{"echo":${JSON.stringify(echo)}`),
};

test('a canary key is nowhere but in the requests to the platform', { timeout: 60_000 }, async () => {
  const origin: string[] = [];
  const elsewhere: string[] = [];
  const target = await listen((request, response) => {
    elsewhere.push(`${request.url} ${JSON.stringify(request.headers)}`);
    response.end('{}');
  });
  let trick: Trick = refuse(500);
  const baseUrl = await listen((request, response) => {
    const echo = `${request.url} ${JSON.stringify(request.headers)}`;
    origin.push(echo);
    request
      .resume()
      .on('end', () =>
        trick(request, response, JSON.stringify({ message: echo, errors: [{ error_message: echo }], [echo]: echo }), target),
      );
  });
  const gone = await nobody();

  const printed = printing();
  const seen: unknown[] = [];
  const keep = (event: unknown): void => void seen.push(event);
  const witness: Hooks = { request: keep, response: keep, retry: keep, refusal: keep, drift: keep };
  const tracerProvider = new TracerProvider({
    spanProcessors: [new SimpleSpanProcessor({ exporter: new ConsoleSpanExporter() })],
  });
  const hooks = [witness, debugLog(), openTelemetry({ tracerProvider })];
  const keys: KeyInput[] = [CANARY, () => Promise.resolve(CANARY), keyRing([CANARY, `${CANARY}-2`])];

  const calls = (apiKey: KeyInput, where: string): (() => Promise<unknown>)[] => {
    const settings = { baseUrl: where, hooks, timeout: 60, retries: 1, pace: false, random: () => 0 };
    const rd = new RDStation({ apiKey, accessToken: apiKey, ...settings, validate: 'warn', schemas: rdstationSchemas });
    const pingback = new Pingback({ apiKey, ...settings });
    const zenvio = new Zenvio({ apiKey, ...settings });
    const dashboard = new Console({ session: apiKey, ...settings });
    const client = createClient({ keys: { pingback: apiKey, rdstation: apiKey, zenvio: apiKey }, ...settings });
    seen.push(rd, pingback, zenvio, dashboard, client, ...Object.values(pingback).map((part: unknown) => part));
    return [
      () => rd.conversions.create(lead),
      () => rd.events.create({ event_type: 'SALE', payload: { email: 'a@b.c', funnel_name: 'default' } }).safe(),
      () => pingback.contacts.get('a@b.c').withResponse(),
      () => zenvio.messages.get('msg_1'),
      () => dashboard.keys.list('acc_1'),
      () => pingback.webhooks.trigger('wh_1', CANARY, 'wf_1', { email: 'a@b.c' }),
      () => client.GET('/contacts').then(({ error, response }) => ({ error, response, headers: [...response.headers] })),
    ];
  };

  const outcomes: unknown[] = [];
  const play = async (apiKey: KeyInput, where: string): Promise<void> => {
    for (const outcome of await Promise.allSettled(calls(apiKey, where).map((call) => call()))) {
      outcomes.push(outcome.status === 'fulfilled' ? outcome.value : outcome.reason);
    }
  };
  for (const key of keys) {
    for (const name of Object.keys(tricks)) {
      trick = tricks[name] as Trick;
      await play(key, baseUrl);
    }
    await play(key, gone);
  }
  printed.end();

  // The canary was really there: each call brought it to the platform.
  expect(origin.filter((request) => LEAK.test(request)).length).toBeGreaterThan(3 * Object.keys(tricks).length * 5);
  expect(outcomes).toHaveLength(3 * (Object.keys(tricks).length + 1) * 7);
  expect(new Set(outcomes.map((outcome) => (outcome as Error).name)).size).toBeGreaterThan(8);
  expect(printed.lines.length).toBeGreaterThan(1000);
  expect(seen.length).toBeGreaterThan(1000);

  expect(elsewhere).toEqual([]);
  expect(leaks(printed.lines)).toEqual([]);
  expect(leaks(outcomes.map(shown))).toEqual([]);
  expect(leaks(seen.map(shown))).toEqual([]);
});

/** The first few texts with the canary in them, around it. */
function leaks(texts: readonly string[]): string[] {
  return texts.flatMap((text) => LEAK.exec(text) ?? []).slice(0, 3);
}

/** Everything that is printed, by whatever way, in place of printing it. */
function printing() {
  const lines: string[] = [];
  const write = (line: unknown): boolean => (lines.push(String(line)), true);
  const spies = [
    ...(['debug', 'log', 'info', 'warn', 'error', 'trace', 'dir', 'table'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation((...values: unknown[]) => void lines.push(values.map(shown).join(' '))),
    ),
    vi.spyOn(process.stdout, 'write').mockImplementation(write),
    vi.spyOn(process.stderr, 'write').mockImplementation(write),
    vi.spyOn(process, 'emitWarning').mockImplementation((warning) => void lines.push(shown(warning))),
  ];
  const end = (): void => spies.forEach((spy) => spy.mockRestore());
  onTestFinished(end);
  return { lines, end };
}
