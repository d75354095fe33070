/** A fault as it stands in the form: text in every field, as it was typed. */
import type { Schemas } from '../../api/client.ts';
import { Refusal } from '../../api/refusal.ts';

export const KINDS = [
  'status',
  'rate_limited',
  'latency',
  'drop',
  'html',
  'malformed',
  'truncate',
  'stall',
  'content_type',
] as const satisfies readonly Schemas['MockFaultEffect']['kind'][];

export interface FaultDraft {
  readonly kind: (typeof KINDS)[number];
  readonly status: string;
  readonly body: string;
  readonly retryAfter: string;
  readonly delay: string;
  readonly jitter: string;
  readonly when: 'before' | 'after';
  readonly after: string;
  readonly contentType: string;
  readonly example: string;
  readonly platform: string;
  readonly operationId: string;
  readonly method: string;
  readonly keyId: string;
  readonly accountId: string;
  readonly times: string;
  readonly probability: string;
  readonly seed: string;
}

export const EMPTY: FaultDraft = {
  kind: 'status',
  status: '503',
  body: '',
  retryAfter: '',
  delay: '2s',
  jitter: '',
  when: 'before',
  after: '',
  contentType: 'text/plain',
  example: '',
  platform: '',
  operationId: '',
  method: '',
  keyId: '',
  accountId: '',
  times: '',
  probability: '',
  seed: '',
};

/** What integrations meet most often. */
export const PRESETS = {
  rateLimited: { kind: 'rate_limited', times: '2' },
  outage: { kind: 'status', status: '503', retryAfter: '2' },
  slow: { kind: 'latency', delay: '2s', jitter: '500ms', probability: '0.1' },
  lostAnswer: { kind: 'drop', when: 'after', method: 'POST', times: '1' },
  gateway: { kind: 'html', status: '502' },
} as const satisfies Record<string, Partial<FaultDraft>>;

/**
 * What is sent. A number that is none goes as it was typed: the mock says what is wrong with it.
 * @throws {Refusal} for a body that is no JSON, with `noJson` as its message
 */
export function bodyOf(draft: FaultDraft, noJson: string): Schemas['MockNewFault'] {
  const { platform, operationId, method, keyId, accountId, times, probability, seed } = draft;
  return given({
    effect: given(effectOf(draft, noJson)),
    on: given({ platform, operationId, method, keyId: keyId.trim(), accountId: accountId.trim() }),
    times: numeric(times),
    probability: numeric(probability),
    seed: numeric(seed),
  }) as unknown as Schemas['MockNewFault'];
}

function effectOf(draft: FaultDraft, noJson: string): Record<string, unknown> {
  const { kind } = draft;
  switch (kind) {
    case 'status': {
      const headers = draft.retryAfter.trim() === '' ? undefined : { 'retry-after': draft.retryAfter.trim() };
      return { kind, status: numeric(draft.status), body: json(draft.body, noJson), headers };
    }
    case 'latency':
      return { kind, delay: draft.delay.trim(), jitter: draft.jitter.trim() };
    case 'drop':
      return { kind, when: draft.when };
    case 'stall':
    case 'truncate':
      return { kind, after: numeric(draft.after) };
    case 'html':
      return { kind, status: numeric(draft.status) };
    case 'content_type':
      return { kind, contentType: draft.contentType.trim() };
    case 'rate_limited':
      return { kind, example: draft.example.trim() };
    case 'malformed':
      return { kind };
  }
}

function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

function numeric(text: string): number | string | undefined {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return undefined;
  return Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
}

function json(text: string, noJson: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid_request', 0, noJson, { issues: [{ field: '/effect/body', message: noJson }] });
  }
}
