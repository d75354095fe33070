// Nothing that a receiver or its errors show has a secret, a token, a signature or a body in it.
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { rdstationWebhooks, zenvioWebhooks } from '../webhooks.ts';
import { NOW, READ, requestWith, signature, thrownBy } from '../../test/webhook-delivery.ts';

const CANARY = 'whsec_ca/na+ry=4711';
const LEAK = /na(\+|%2b)ry/i;
const PERSON = 'ana.souza@exemplo.com.br';

/** All that a person or a log can get to see of a value. */
function shown(value: unknown): string {
  const error = value as Error;
  return [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    inspect({ value }, { customInspect: false, showHidden: true, depth: 20 }),
    JSON.stringify(value),
    String(value),
    error.message,
    error.stack,
    Object.entries(Object.getOwnPropertyDescriptors(value)).map(([name, { value }]) => `${name}=${String(value)}`),
  ].join('\n');
}

const zenvio = zenvioWebhooks({ secret: [CANARY, `${CANARY}2`], now: () => NOW });
const rdstation = rdstationWebhooks({ token: [CANARY, `${CANARY}2`] });

describe('a receiver', () => {
  test.each([
    ['Zenvio', zenvio],
    ['RD Station', rdstation],
  ])('%s, before and after use', async (_, receiver) => {
    expect(shown(receiver)).not.toMatch(LEAK);
    await receiver.receive(requestWith('{}', signature('{}', { secret: CANARY }))).catch(() => undefined);
    expect(shown(receiver)).not.toMatch(LEAK);
    expect(structuredClone(receiver)).not.toHaveProperty('secret');
  });

  test('shows how many secrets it has', () => {
    expect(JSON.parse(JSON.stringify(zenvio))).toEqual({ platform: 'zenvio', secret: ['••••', '••••'] });
    expect(inspect({ rdstation })).toContain('"token":["••••","••••"]');
  });
});

describe('an error', () => {
  const body = JSON.stringify({ ...READ, data: { from: PERSON } });
  const good = signature(body, { secret: CANARY });
  const [, hash = ''] = good.split('v1=');

  test.each<[string, () => unknown]>([
    ['no secret', () => zenvioWebhooks({ secret: `${CANARY}\n` })],
    ['another signature', () => zenvio.receive(requestWith(body, signature(body, { secret: 'outro' })))],
    ['another body', () => zenvio.receive(requestWith(`${body} `, good))],
    ['an old signature', () => zenvio.receive(requestWith(body, signature(body, { secret: CANARY, at: 0 })))],
    ['a malformed header', () => zenvio.receive(requestWith(body, `${good},${CANARY}`))],
    ['no JSON', () => zenvio.receive(requestWith(PERSON, signature(PERSON, { secret: CANARY })))],
    ['no event', () => zenvio.receive(requestWith(`["${PERSON}"]`, signature(`["${PERSON}"]`, { secret: CANARY })))],
    ['a parsed body', () => zenvio.receive({ headers: { 'x-zenvio-signature': good }, body: JSON.parse(body) as unknown })],
    ['no token', () => rdstation.receive(requestWith(body, good))],
    ['another token', () => rdstation.receive({ url: `/?token=${encodeURIComponent(`${CANARY}3`)}`, headers: {} })],
    ['a token that is none', () => rdstationWebhooks({ token: `${CANARY} ` })],
  ])('about %s', async (_, act) => {
    const text = shown(await thrownBy(act));
    expect(text).not.toMatch(LEAK);
    expect(text).not.toContain(PERSON);
    expect(text).not.toContain(hash);
    expect(text).not.toContain(String(NOW / 1000));
  });
});
