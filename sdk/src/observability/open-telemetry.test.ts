import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { context, propagation, SpanKind, SpanStatusCode, trace, type TextMapPropagator } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answering, json, observedFetch, thrown } from '../../test/observed-fetch.ts';
import { VirtualClock } from '../../test/virtual-clock.ts';
import { openTelemetry } from '../opentelemetry.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';

/** As the W3C has it: version, trace, span, flags. */
const traceparent: TextMapPropagator = {
  inject(at, carrier, setter) {
    const span = trace.getSpanContext(at);
    if (span) setter.set(carrier, 'traceparent', `00-${span.traceId}-${span.spanId}-01`);
  },
  extract: (at) => at,
  fields: () => ['traceparent'],
};

let spans: InMemorySpanExporter;
let metricsOut: InMemoryMetricExporter;
let meterProvider: MeterProvider;
let tracerProvider: TracerProvider;

beforeEach(() => {
  spans = new InMemorySpanExporter();
  tracerProvider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] });
  metricsOut = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  meterProvider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter: metricsOut })] });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(traceparent);
});
afterEach(async () => {
  await Promise.all([tracerProvider.shutdown(), meterProvider.shutdown()]);
  context.disable();
  propagation.disable();
});

async function histogram() {
  await meterProvider.forceFlush();
  return metricsOut.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics));
}

describe('a span of every attempt', () => {
  test('after the HTTP conventions', async () => {
    const hooks = openTelemetry({ tracerProvider, meterProvider });
    const rd = new RDStation({
      apiKey: 'canary',
      hooks,
      fetch: answering(json({ event_uuid: 'u' }, 200, { 'x-request-id': 'req-1' })),
    });
    await rd.conversions.create({ conversion_identifier: 'ebook', email: 'a@b.c' });
    const [span] = spans.getFinishedSpans();
    expect(span).toMatchObject({
      name: 'POST /platform/conversions',
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
    });
    expect(span?.attributes).toEqual({
      'http.request.method': 'POST',
      'server.address': 'api.rd.services',
      'server.port': 443,
      'url.template': '/platform/conversions',
      'url.full': 'https://api.rd.services/platform/conversions?api_key=••••',
      'http.response.status_code': 200,
      'chaveiro.platform': 'rdstation',
      'chaveiro.operation_id': 'createConversion',
      'chaveiro.request_id': 'req-1',
    });
  });

  test('a repeated attempt counts as a resend, and a refusal is an error', async () => {
    const clock = new VirtualClock();
    const answers = [json({ error: 'down' }, 503), json({ error: 'Contact not found.' }, 404)];
    const settings = { baseUrl: 'http://127.0.0.1:4010', fetch: answering(() => answers.shift() as Response), clock };
    const pingback = new Pingback({ apiKey: 'k', ...settings, hooks: openTelemetry({ tracerProvider, meterProvider }) });
    await clock.run(thrown(pingback.contacts.get('ana@b.c')));
    const [first, second] = spans.getFinishedSpans();
    expect(first?.name).toBe('GET /contacts/{email}');
    expect(first?.attributes).toMatchObject({ 'http.response.status_code': 503, 'error.type': '503', 'server.port': 4010 });
    expect(first?.attributes).not.toHaveProperty('http.request.resend_count');
    expect(second?.attributes).toMatchObject({ 'http.request.resend_count': 1, 'error.type': '404' });
    expect([first, second].map((span) => span?.status.code)).toEqual([SpanStatusCode.ERROR, SpanStatusCode.ERROR]);
  });

  test('that got no answer is an error of our code; one that was called off, of its reason’s name', async () => {
    const hooks = openTelemetry({ tracerProvider, meterProvider });
    const refused = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    await thrown(new Pingback({ apiKey: 'k', retries: 0, hooks, fetch: () => Promise.reject(refused) }).contacts.list());
    const caller = new AbortController();
    const gone = (): Promise<Response> => (caller.abort(), Promise.reject(caller.signal.reason as Error));
    await thrown(new Pingback({ apiKey: 'k', hooks, fetch: gone }).contacts.list({}, { signal: caller.signal }));
    expect(spans.getFinishedSpans().map(({ attributes }) => attributes['error.type'])).toEqual([
      'connection_failed',
      'AbortError',
    ]);
  });

  test('belongs to the span that is active where the call was made, also when it had to wait', async () => {
    const clock = new VirtualClock();
    const hooks = openTelemetry({ tracerProvider, meterProvider });
    const pingback = new Pingback({ apiKey: 'k', clock, hooks, fetch: answering(json({})) });
    const parents = ['one', 'two', 'three', 'four'].map((name) => tracerProvider.getTracer('test').startSpan(name));
    const calls = parents.map((span) => context.with(trace.setSpan(context.active(), span), () => pingback.contacts.list()));
    await clock.run(Promise.all(calls));
    const ids = spans.getFinishedSpans().map(({ parentSpanContext }) => parentSpanContext?.spanId);
    expect(ids).toEqual(parents.map((span) => span.spanContext().spanId));
  });
});

describe('the trace', () => {
  test('goes along to the platform, beside the key', async () => {
    const observed = observedFetch(json({ data: [] }));
    const hooks = openTelemetry({ tracerProvider, meterProvider });
    await new Zenvio({ apiKey: 'sk_live_1', fetch: observed.fetch, hooks }).logs.list();
    const { traceId, spanId } = (
      spans.getFinishedSpans()[0] as { spanContext(): { traceId: string; spanId: string } }
    ).spanContext();
    expect(Object.fromEntries(observed.request.headers)).toEqual({
      authorization: 'Bearer sk_live_1',
      traceparent: `00-${traceId}-${spanId}-01`,
    });
  });

  test('stays here where that is wished', async () => {
    const observed = observedFetch();
    const hooks = openTelemetry({ tracerProvider, meterProvider, propagate: false });
    await new Pingback({ apiKey: 'k', fetch: observed.fetch, hooks }).contacts.list();
    expect([...observed.request.headers.keys()]).toEqual(['x-api-key']);
  });
});

test('http.client.request.duration is a histogram in seconds, by platform host, path template and status', async () => {
  const clock = new VirtualClock();
  const fetch = () => new Promise<Response>((resolve) => void clock.setTimeout(() => resolve(json({ error: 'x' }, 500)), 70));
  const pingback = new Pingback({
    apiKey: 'canary',
    clock,
    retries: 1,
    random: () => 0,
    hooks: openTelemetry({ meterProvider }),
    fetch,
  });
  await clock.run(thrown(pingback.contacts.get('ana@b.c')));
  const [metric] = await histogram();
  expect(metric?.descriptor).toMatchObject({ name: 'http.client.request.duration', unit: 's' });
  expect(metric?.dataPoints).toHaveLength(1);
  expect(metric?.dataPoints[0]).toMatchObject({
    attributes: {
      'http.request.method': 'GET',
      'server.address': 'connect.pingback.com',
      'server.port': 443,
      'url.template': '/contacts/{email}',
      'http.response.status_code': 500,
      'error.type': '500',
    },
    value: { count: 2, sum: 0.14 },
  });
  expect(Object.keys(metric?.dataPoints[0]?.attributes ?? {})).toHaveLength(6);
});

test('without an OpenTelemetry SDK it does nothing', async () => {
  context.disable();
  propagation.disable();
  const observed = observedFetch();
  await new Pingback({ apiKey: 'k', fetch: observed.fetch, hooks: openTelemetry() }).contacts.list();
  expect([...observed.request.headers.keys()]).toEqual(['x-api-key']);
});

test('no other entry point loads it', async () => {
  const { exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    exports: Record<string, string | { '@chaveiro/source': string }>;
  };
  const sources = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : entry['@chaveiro/source']));
  const loading = async (entry: string): Promise<boolean> => {
    const { metafile } = await build({
      entryPoints: [fileURLToPath(new URL(`../../${entry}`, import.meta.url))],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      packages: 'external',
    });
    return Object.values(metafile.outputs).some(({ imports }) => imports.some(({ path }) => path.startsWith('@opentelemetry')));
  };
  const loaded = await Promise.all(sources.map(async (entry) => ((await loading(entry)) ? [entry] : [])));
  expect(sources.length).toBeGreaterThan(6);
  expect(loaded.flat()).toEqual(['./src/opentelemetry.ts']);
});
