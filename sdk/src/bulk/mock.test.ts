// Rows in bulk against platforms that keep state: what arrives is what was sent, once, at the permitted pace.
import { createMock } from '@chaveiro/mock-server';
import { expect, expectTypeOf, test, vi } from 'vitest';
import { VirtualClock } from '../../test/virtual-clock.ts';
import { InvalidKeyError } from '../errors/index.ts';
import type { Fetch } from '../http/index.ts';
import { Pingback, type PingbackErrorCode } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';
import { createMany } from './create-many.ts';

vi.setConfig({ testTimeout: 60_000 });

const leads = Array.from({ length: 300 }, (_, row) => ({ conversion_identifier: 'ebook', email: `lead-${row}@exemplo.com.br` }));

test('many rows at the pace that the platform allows: none is refused, and all arrive once', async () => {
  const clock = new VirtualClock();
  const mock = createMock({ now: clock.now(), rateLimits: 'on' });
  const began = clock.now();
  const fetch: Fetch = (url, init) => {
    mock.clock.advance(clock.now() - mock.clock.now());
    return mock.fetch(url, init);
  };
  const { secret } = mock.rdstation.accounts.create({ plan: 'basic' }).keys.create();
  const before = mock.rdstation.conversions.count();
  const run = createMany(new RDStation({ apiKey: secret, fetch, clock }).conversions, leads, { clock });
  const summary = await clock.run(Promise.resolve(run));
  expect(summary).toMatchObject({ done: 300, failed: 0, state: 'finished', total: 300 });
  expect(mock.requests.where({ status: 429 })).toEqual([]);
  const arrived = mock.rdstation.conversions.list().slice(before);
  expect(arrived.map(({ payload }) => payload.email)).toEqual(leads.map(({ email }) => email));
  // 120 a minute: the last of 300 goes in the third minute, and not much later.
  expect(clock.now() - began).toBeLessThan(125_000);
  expect(summary.rate).toBeCloseTo(300 / ((clock.now() - began) / 1000));
});

test('what exists already fails alone, with the code of its platform', async () => {
  const mock = createMock();
  const { secret } = mock.pingback.accounts.create({ plan: 'pro' }).keys.create({ name: 'CRM' });
  const pingback = new Pingback({ apiKey: secret, pace: false, fetch: mock.fetch });
  const contacts = ['ana', 'bruno', 'ana'].map((name) => ({ email: `${name}@exemplo.com.br`, attributes: { name } }));
  const run = createMany(pingback.contacts, contacts, { concurrency: 1 });
  const codes: (PingbackErrorCode | undefined)[] = [];
  for await (const { input, data, error } of run) {
    expectTypeOf(input).toEqualTypeOf<(typeof contacts)[number]>();
    if (!error) expectTypeOf(data.data.id).toBeString();
    codes.push(error?.code);
  }
  expect(codes).toEqual([undefined, undefined, 'conflict']);
});

test('a key that is refused on the way stops the run; with the next key it goes on where it was', async () => {
  const mock = createMock();
  const account = mock.rdstation.accounts.create();
  const [old, next] = [account.keys.create({ name: 'old' }), account.keys.create({ name: 'next' })];
  const before = mock.rdstation.conversions.count();
  const conversions = (apiKey: string) => new RDStation({ apiKey, pace: false, fetch: mock.fetch }).conversions;
  const first = createMany(conversions(old.secret), leads, {
    onProgress: ({ done }) => void (done === 100 && old.disable()),
  });
  await expect(first).rejects.toBeInstanceOf(InvalidKeyError);
  expect(first.summary.done).toBeLessThan(120);
  const second = await createMany(conversions(next.secret), leads, { resume: first.summary.checkpoint });
  expect(second).toMatchObject({ skipped: first.summary.done, done: 300 - first.summary.done, checkpoint: { next: 300 } });
  const arrived = mock.rdstation.conversions.list().slice(before);
  expect(arrived.map(({ payload }) => payload.email).sort()).toEqual(leads.map(({ email }) => email).sort());
});

test('with an idempotency key a row, rows that are sent again count once', async () => {
  const mock = createMock();
  const [instance] = mock.zenvio.instances.list();
  const before = mock.zenvio.messages.count();
  const rows = Array.from({ length: 20 }, (_, row) => ({
    instance_id: instance?.id ?? '',
    to: [`55119${String(10_000_000 + row)}`],
    type: 'text' as const,
    payload: { message: 'Olá' },
  }));
  const zenvio = new Zenvio({ apiKey: 'sk_live_chaveiro_active', fetch: mock.fetch });
  const send = () => createMany(zenvio.messages, rows, { callOptions: (_row, index) => ({ idempotencyKey: `order-${index}` }) });
  // The process that sent them died before it could keep a checkpoint.
  await send();
  expect(await send()).toMatchObject({ done: 20, failed: 0 });
  expect(mock.zenvio.messages.count() - before).toBe(20);
});

test('types: rows must fit what they are sent with', () => {
  const pingback = new Pingback({ apiKey: 'key-1' });
  const never = (_: () => unknown): void => {};
  // @ts-expect-error a contact needs an e-mail
  never(() => createMany(pingback.contacts, [{ attributes: {} }]));
  // @ts-expect-error segments can neither be created nor sent
  never(() => createMany(pingback.segments, [{}]));
  never(() => createMany(pingback.contacts, new Set([{ email: 'ana@exemplo.com.br' }] as const)));
});
