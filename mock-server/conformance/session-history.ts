/** Random histories of sessions, and what each session has seen of its own at the end. */
import fc from 'fast-check';
import type { KeyHandle, NewKeyHandle } from '../src/index.ts';
import type { Transport } from './transports.ts';

type Via = 'header' | 'path' | 'key';
type Step =
  | { readonly kind: 'convert'; readonly via: Via; readonly email: string }
  | { readonly kind: 'key' | 'disable' | 'fault' | 'limits' | 'reset' }
  | { readonly kind: 'advance'; readonly by: string };

const email = fc.constantFrom('ana@exemplo.com.br', 'bia@exemplo.com.br');

/** One thing that a session may do. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('convert'), via: fc.constantFrom<Via>('header', 'path', 'key'), email }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('key', 'disable', 'fault', 'limits', 'reset') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('advance'), by: fc.constantFrom('1s', '61s', '25h') }) },
);

/** Plays a history and gives, for each session in it, its answers and its state at the end. */
export async function play(
  transport: Transport,
  history: readonly (readonly [session: string, step: Step])[],
): Promise<Map<string, unknown>> {
  const { mock } = transport;
  const answers = new Map<string, unknown[]>();
  const keys = new Map<string, NewKeyHandle>();

  async function take(name: string, step: Step): Promise<unknown> {
    const session = mock.session(name);
    const key = keys.get(name);
    switch (step.kind) {
      case 'convert':
        return convert(transport, name, key, step);
      case 'key': {
        const created = session.rdstation.accounts.create().keys.create();
        keys.set(name, created);
        return [created.id, created.secret];
      }
      case 'disable':
        return key && stateAfter(key, () => key.disable());
      case 'fault':
        return session.faults.add({ effect: { kind: 'status', status: 503 }, times: 2, probability: 0.5 });
      case 'limits':
        return session.configure({ rateLimits: 'on' });
      case 'reset':
        keys.delete(name);
        return session.reset();
      case 'advance':
        return session.clock.advance(step.by);
    }
  }

  for (const [name, step] of history) {
    const own = answers.get(name) ?? [];
    answers.set(name, own);
    own.push(await take(name, step));
  }
  return new Map([...answers].map(([name, own]) => [name, { answers: own, state: stateOf(transport, name) }]));
}

async function convert(
  transport: Transport,
  name: string,
  key: NewKeyHandle | undefined,
  { via, email }: Step & { readonly kind: 'convert' },
): Promise<unknown> {
  // Without a key of its own a session has only the zero-setup keys, which every session has.
  const named = via === 'key' && !key ? 'header' : via;
  const path = `/platform/conversions?api_key=${key?.secret ?? 'chaveiro-rdstation-active'}`;
  const response = await transport.fetch('rdstation', named === 'path' ? `/~${name}${path}` : path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(named === 'header' && { 'x-mock-session': name }) },
    body: JSON.stringify({ event_type: 'CONVERSION', event_family: 'CDP', payload: { conversion_identifier: 'e', email } }),
  });
  const headers = [...response.headers].filter(([header]) => header.startsWith('x-mock'));
  return [response.status, headers, await response.text()];
}

function stateAfter(key: KeyHandle, change: () => void): unknown {
  try {
    change();
  } catch (error) {
    return (error as Error).message;
  }
  return key.status;
}

/** All that a session shows, but for what differs from run to run and from transport to transport. */
function stateOf({ mock }: Transport, name: string): unknown {
  const session = mock.session(name);
  return {
    now: session.clock.now(),
    conversions: session.rdstation.conversions.list(),
    leads: session.rdstation.leads.list(),
    accounts: session.rdstation.accounts
      .list()
      .map(({ id, keys }) => [id, keys.list().map(({ status, requests }) => [status, requests])]),
    faults: session.faults.list(),
    requests: session.requests.list().map(({ durationMs: _, userAgent: __, ...entry }) => entry),
  };
}
