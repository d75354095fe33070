// @chaveiro/sdk/opentelemetry: spans and metrics of every request. Needs @opentelemetry/api; no other entry point loads it.
export { openTelemetry, type OpenTelemetryOptions } from './observability/open-telemetry.ts';
