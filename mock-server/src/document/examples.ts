/** Answers taken from the document: a named example, its values filled in from the request. */
import {
  fillTemplate,
  pointerSteps,
  resolve,
  type Evidence,
  type Example,
  type Fill,
  type Response,
} from '@chaveiro/openapi/policy';
import type { Facts, RuleDecision } from '../core/decision.ts';
import type { BodyStream } from './body-stream.ts';

/** An answer before it is turned into bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  /** `undefined`: no body. */
  readonly body: unknown;
  readonly evidence: Evidence | null;
  readonly source: string | null;
  /** Why a behaviour refused, where that is a rule about keys; otherwise the decision is that of the pipeline. */
  readonly decision?: RuleDecision;
  /** Comes piece by piece, instead of a body. */
  readonly stream?: BodyStream;
  /** The answer goes out when this has resolved; rejects when `signal` aborts first. */
  readonly wait?: (signal?: AbortSignal) => Promise<void>;
}

/** Of an answer that has no headers of its own. */
export const NO_HEADERS: Answer['headers'] = {};

/** The answer that a response's named example gives. @throws {Error} when the document has no such example. */
export function answerFromExample(
  document: object,
  status: number,
  response: Response | undefined,
  name: string,
  facts: Facts,
): Answer {
  for (const [contentType, media] of Object.entries(response?.content ?? {})) {
    const named = media.examples?.[name];
    if (!named) continue;
    const example = resolve<Example>(document, named);
    const fill = example['x-fill'];
    return {
      status,
      contentType,
      body: fill?.body ? filledBody(example.value, fill.body, facts) : example.value,
      headers: filledHeaders(fill, facts),
      evidence: example['x-evidence'] ?? response?.['x-evidence'] ?? null,
      source: example['x-source'] ?? response?.['x-source'] ?? null,
    };
  }
  throw new Error(`The document has no example "${name}" for status ${status}.`);
}

function filledHeaders(fill: Fill | undefined, facts: Facts): Answer['headers'] {
  if (!fill?.headers) return NO_HEADERS;
  const headers: Record<string, string> = {};
  for (const [name, template] of Object.entries(fill.headers)) {
    const value = fillTemplate(template, facts);
    if (typeof value === 'string' || typeof value === 'number') headers[name] = String(value);
  }
  return headers;
}

/** A copy of `value` with the templates' results at their pointers; the original's order of keys is kept. */
function filledBody(value: unknown, templates: Readonly<Record<string, string>>, facts: Facts): unknown {
  const copy: unknown = structuredClone(value);
  for (const [pointer, template] of Object.entries(templates)) {
    const filled = fillTemplate(template, facts);
    if (filled !== undefined) put(copy, pointer, filled);
  }
  return copy;
}

function put(root: unknown, pointer: string, value: unknown): void {
  const steps = pointerSteps(pointer);
  const last = steps.pop();
  let target: unknown = root;
  for (const step of steps) target = (target as Record<string, unknown> | undefined)?.[step];
  if (last !== undefined && typeof target === 'object' && target !== null) (target as Record<string, unknown>)[last] = value;
}
