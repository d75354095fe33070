import {
  context,
  metrics,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type MeterProvider,
  type Span,
  type TracerProvider,
} from '@opentelemetry/api';
import { ChaveiroError } from '../errors/chaveiro-error.ts';
import type { Hooks, RequestEvent, ResponseEvent } from '../http/hooks.ts';

/**
 * Where spans and metrics go.
 *
 * ```ts
 * const hooks = openTelemetry({ propagate: false }); // the platform does not get to know the trace
 * ```
 */
export interface OpenTelemetryOptions {
  /** The global one by default. */
  readonly tracerProvider?: TracerProvider | undefined;
  /** The global one by default. */
  readonly meterProvider?: MeterProvider | undefined;
  /** Whether the platform gets to know the trace (`traceparent`, by the global propagator); true by default. */
  readonly propagate?: boolean | undefined;
}

/** An attempt that is out. */
interface Open {
  readonly span: Span;
  readonly attributes: Attributes;
  readonly at: Context;
}

const SCOPE = '@chaveiro/sdk';
/** Seconds, as the conventions recommend. */
const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * Hooks that make a client span of every attempt, and measure it, after OpenTelemetry's conventions for HTTP
 * (https://opentelemetry.io/docs/specs/semconv/http/).
 *
 * Spans are named after method and path template; `url.full` shows a key as `••••`. The metric is the histogram
 * `http.client.request.duration`, in seconds. A span that is a repeated attempt has `http.request.resend_count`.
 *
 * ```ts
 * import { openTelemetry } from '@chaveiro/sdk/opentelemetry';
 *
 * const rd = new RDStation({ hooks: openTelemetry() });
 * ```
 */
export function openTelemetry({ tracerProvider, meterProvider, propagate = true }: OpenTelemetryOptions = {}): Hooks {
  const tracer = (tracerProvider ?? trace).getTracer(SCOPE);
  const durations = (meterProvider ?? metrics).getMeter(SCOPE).createHistogram('http.client.request.duration', {
    description: 'Duration of HTTP client requests.',
    unit: 's',
    advice: { explicitBucketBoundaries: BOUNDARIES },
  });
  const open = new WeakMap<RequestEvent, Open>();
  return {
    request(event) {
      const attributes = attributesOf(event);
      const { method, template, url, attempt, platform, operationId } = event;
      const span = tracer.startSpan(`${method} ${template}`, {
        kind: SpanKind.CLIENT,
        attributes: {
          ...attributes,
          'url.full': url,
          'chaveiro.platform': platform,
          'chaveiro.operation_id': operationId,
          ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
        },
      });
      const at = trace.setSpan(context.active(), span);
      open.set(event, { span, attributes, at });
      if (propagate) propagation.inject(at, event.headers);
    },
    response(event) {
      const { span, attributes, at } = open.get(event.request) ?? {};
      if (!span || !at) return;
      const outcome = outcomeOf(event);
      if (event.requestId) span.setAttribute('chaveiro.request_id', event.requestId);
      span.setAttributes(outcome);
      if ('error.type' in outcome) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      durations.record(event.duration / 1000, { ...attributes, ...outcome }, at);
    },
  };
}

/** What span and metric both say of a request. */
function attributesOf({ method, url, template }: RequestEvent): Attributes {
  const { hostname, port, protocol } = new URL(url);
  return {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    'url.template': template,
  };
}

/** What both say of its end. An error is known by its code, and by its status where the platform answered. */
function outcomeOf({ status, error }: ResponseEvent): Attributes {
  if (status === undefined) {
    return { 'error.type': error instanceof ChaveiroError ? error.code : error instanceof Error ? error.name : '_OTHER' };
  }
  return { 'http.response.status_code': status, ...(status >= 400 && { 'error.type': String(status) }) };
}
