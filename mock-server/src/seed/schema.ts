/** What a seed file may say. Whether its names exist is up to the document: see check.ts. */
import { lines, problemsOf, roleSchema, type Problem } from '@chaveiro/openapi/policy';
import * as z from 'zod';
import { endlessPart } from '../own-document/endless.ts';

const DURATION = 'expected a duration such as 250ms, 61s, 15m, 24h or 30d';

/** `250ms`, `61s`, `15m`, `24h`, `30d`, or milliseconds. */
const duration = z.union([z.number().nonnegative(), z.string().regex(/^\d{1,12}(ms|s|m|h|d)$/, DURATION)], {
  error: DURATION,
});

const maybe = z.exactOptional;
const text = z.string().min(1, 'expected at least one character');
const id = z.string().regex(/^[\w.:@-]{1,100}$/, 'expected 1 to 100 letters, digits and . _ - : @');
const secret = z.string().regex(/^[\x21-\x7e]{8,72}$/, 'expected 8 to 72 visible ASCII characters without spaces');

const rateLimiting = z.enum(['off', 'on', 'exhausted']);

const instant = z.iso.datetime({ offset: true, error: 'expected an instant such as 2026-01-31T12:00:00Z' });

const key = lines({
  id: maybe(id),
  name: maybe(text),
  /** A kind of key other than the platform's first: `rdstationOAuth`. */
  scheme: maybe(z.string()),
  /** A secret of your own; without it, one in the platform's format. */
  secret: maybe(secret),
  state: maybe(z.enum(['active', 'disabled', 'deleted', 'expired'])),
  scopes: maybe(z.array(z.string())),
  instances: maybe(z.array(z.string())),
});

const user = lines({ role: roleSchema, name: maybe(text), token: maybe(secret) });

const account = lines({
  platform: z.string(),
  id: maybe(id),
  name: maybe(text),
  plan: maybe(z.string()),
  product: maybe(z.string()),
  /** `exhausted`: every request finds the quota used up. */
  rateLimits: maybe(rateLimiting),
  keys: maybe(z.array(key)),
  /** People who may sign in to the account's console. */
  users: maybe(z.array(user)),
  /** Rows by collection: contacts, instances, leads, … */
  resources: maybe(z.record(z.string(), z.array(z.record(z.string(), z.unknown())))),
});

/** In a seed a name alone will do. */
const scenario = lines({
  name: z.string(),
  platform: maybe(z.string()),
  scheme: maybe(z.string()),
  account: maybe(
    lines({
      id: maybe(id),
      name: maybe(text),
      plan: maybe(z.string()),
      product: maybe(z.string()),
      rateLimits: maybe(rateLimiting),
    }),
  ),
  /** By the key's name in the scenario. */
  secrets: maybe(z.record(z.string(), secret)),
  rows: maybe(z.enum(['example', 'none'])),
});

const bytes = z.int().nonnegative();
const status = z.int().min(200).max(599);

const FAULT_KINDS = ['status', 'latency', 'drop', 'stall', 'truncate', 'malformed', 'html', 'content_type', 'rate_limited'];

const effect = z.discriminatedUnion(
  'kind',
  [
    lines({
      kind: z.literal('status'),
      status,
      body: maybe(z.unknown()),
      headers: maybe(z.record(z.string(), z.string())),
    }),
    lines({ kind: z.literal('latency'), delay: duration, jitter: maybe(duration) }),
    lines({ kind: z.literal('drop'), when: maybe(z.enum(['before', 'after'])) }),
    lines({ kind: z.literal('stall'), after: maybe(bytes) }),
    lines({ kind: z.literal('truncate'), after: maybe(bytes) }),
    lines({ kind: z.literal('malformed') }),
    lines({ kind: z.literal('html'), status: maybe(status) }),
    lines({ kind: z.literal('content_type'), contentType: text }),
    lines({ kind: z.literal('rate_limited') }),
  ],
  { error: (issue) => (issue.code === 'invalid_union' ? `expected one of: ${FAULT_KINDS.join(', ')}` : undefined) },
);

const fault = lines({
  effect,
  on: maybe(
    lines({
      platform: maybe(z.string()),
      operationId: maybe(z.string()),
      method: maybe(z.string()),
      keyId: maybe(z.string()),
      accountId: maybe(z.string()),
    }),
  ),
  times: maybe(z.int().positive()),
  probability: maybe(z.number().min(0).max(1)),
});

export const seedSchema = lines({
  /** Where editors find the schema; the mock does not look at it. */
  $schema: maybe(z.string()),
  clock: maybe(lines({ now: instant })),
  settings: maybe(
    lines({
      rateLimits: maybe(z.enum(['off', 'on'])),
      propagationDelay: maybe(duration),
      /** `{ pingback: { missing_key: gateway_401 } }`: another plausible answer where the real one is not known. */
      failures: maybe(z.record(z.string(), z.record(z.string(), z.string()))),
    }),
  ),
  accounts: maybe(z.array(account)),
  scenarios: maybe(z.array(scenario)),
  faults: maybe(z.array(fault)),
});

type CheckedSeed = z.output<typeof seedSchema>;
export type SeedAccount = z.output<typeof account>;
export type SeedKey = z.output<typeof key>;
export type SeedScenario = z.output<typeof scenario>;

/** A seed as it is written: in code, YAML or JSON. A scenario without further wishes is its name. */
export interface Seed extends Omit<CheckedSeed, 'scenarios'> {
  scenarios?: (string | SeedScenario)[];
}

/** What {@link seedSchema} takes: every scenario as an object, nothing that JSON does not know. */
export function spelledOut(seed: unknown): unknown {
  const plain = seed === undefined ? null : (JSON.parse(JSON.stringify(seed)) as unknown);
  const scenarios = isObject(plain) ? plain['scenarios'] : undefined;
  if (!isObject(plain) || !Array.isArray(scenarios)) return plain;
  return { ...plain, scenarios: scenarios.map((each: unknown) => (typeof each === 'string' ? { name: each } : each)) };
}

/** What the schema has against a seed; what was written where a secret belongs is not repeated. */
export function slipsOf(seed: unknown): Problem[] {
  const endless = endlessPart(seed);
  if (endless) return [endless];
  return problemsOf(seedSchema, spelledOut(seed), []).map((problem) => {
    const [name, parent] = [problem.path.at(-1), problem.path.at(-2)];
    const isSecret = name === 'secret' || name === 'token' || parent === 'secrets';
    return isSecret ? { ...problem, message: problem.message.replace(/, not .*/, '') } : problem;
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
