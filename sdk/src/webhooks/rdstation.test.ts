import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { expectToken, rdstationWebhooks, WebhookSecretError, WebhookTokenError } from '../webhooks.ts';
import { thrownBy } from '../../test/webhook-delivery.ts';
import { startReceiver, type Receiver } from '../../test/webhook-receiver.ts';

const TOKEN = 'u7Qk2mXv9aZr4TbW';
const NEXT = 'p0Ls8nHd3cYe6GfJ';
const rdstation = rdstationWebhooks({ token: [TOKEN, NEXT] });

const CONVERTED = {
  event_type: 'WEBHOOK.CONVERTED',
  entity_type: 'CONTACT',
  event_identifier: 'ebook',
  timestamp: '2026-05-14T16:40:02.000Z',
  event_timestamp: '2026-05-14T16:40:00.000Z',
  contact: { uuid: '6261fcf5-7a02-48c5-a438-0838c27d21ea', email: 'ana@exemplo.com.br', name: 'Ana Souza', tags: ['cliente'] },
};
const event = { platform: 'rdstation', type: 'WEBHOOK.CONVERTED', payload: CONVERTED };

const request = (query: string, body = JSON.stringify(CONVERTED)) =>
  new Request(`https://exemplo.com.br/rdstation${query}`, { method: 'POST', body });

describe('a delivery', () => {
  test('with an accepted token gives its event', async () => {
    for (const token of [TOKEN, NEXT]) expect(await rdstation.receive(request(`?a=1&token=${token}#x`))).toEqual(event);
  });

  test('of an event that the document does not know is passed on as unknown', async () => {
    const payload = { ...CONVERTED, event_type: 'crm_deal_created' };
    const received = await rdstation.receive(request(`?token=${TOKEN}`, JSON.stringify(payload)));
    expect(received).toEqual({ platform: 'rdstation', type: 'unknown', name: 'crm_deal_created', payload });
  });

  test.each([
    ['no query', ''],
    ['no token', '?a=1'],
    ['an empty token', '?token='],
    ['two tokens', `?token=${TOKEN}&token=${TOKEN}`],
    ['the token in the fragment', `#?token=${TOKEN}`],
    ['the token under another name', `?Token=${TOKEN}`],
  ])('with %s is refused before its body is read', async (_, query) => {
    const refused = request(query);
    const error = await thrownBy(() => rdstation.receive(refused));
    expect(error).toBeInstanceOf(WebhookTokenError);
    expect(error).toMatchObject({ code: 'token_missing', answerStatus: 401 });
    expect(refused.bodyUsed).toBe(false);
  });

  test('with any other token is refused, and the token is not shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ minLength: 1 }),
          fc.nat(TOKEN.length - 1).map((at) => TOKEN.slice(0, at + 1)),
        ),
        async (other) => {
          fc.pre(other !== TOKEN && other !== NEXT);
          const error = await thrownBy(() => rdstation.receive(request(`?token=${encodeURIComponent(other)}`)));
          expect(error).toMatchObject({ name: 'WebhookTokenError', code: 'token_mismatch' });
          expect(JSON.stringify(error)).not.toContain(TOKEN);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('may carry the token under a name of the caller', async () => {
    const receiver = rdstationWebhooks({ token: TOKEN, parameter: 'chave' });
    expect(await receiver.receive(request(`?chave=${TOKEN}`))).toEqual(event);
  });

  test('that a framework has parsed is taken, since nothing is signed', async () => {
    const url = `/rdstation?token=${TOKEN}`;
    expect(await rdstation.receive({ url, headers: {}, body: CONVERTED, readableDidRead: true })).toEqual(event);
    expect(await rdstation.receive({ url, headers: {}, rawBody: JSON.stringify(CONVERTED), body: {} })).toEqual(event);
    await expect(rdstation.receive({ url, headers: {}, body: [CONVERTED] })).rejects.toMatchObject({ code: 'event_malformed' });
  });

  test('without a URL is refused', async () => {
    await expect(rdstation.receive({ headers: {}, body: CONVERTED })).rejects.toMatchObject({ code: 'token_missing' });
  });

  test('that is too large, or no event, is refused', async () => {
    const small = rdstationWebhooks({ token: TOKEN, maxBytes: 10 });
    await expect(small.receive(request(`?token=${TOKEN}`))).rejects.toMatchObject({ code: 'body_too_large' });
    await expect(rdstation.receive(request(`?token=${TOKEN}`, '{"lead":1}'))).rejects.toMatchObject({ code: 'event_malformed' });
    expect(() => rdstation.parse('olá')).toThrow(expect.objectContaining({ code: 'event_malformed' }));
  });
});

test('a body alone gives its event, whoever sent it', () => {
  expect(rdstation.parse(JSON.stringify(CONVERTED))).toEqual(event);
  expect(rdstation.parse(new TextEncoder().encode(JSON.stringify(CONVERTED)))).toEqual(event);
});

describe('a token of the path', () => {
  test('is checked against one or several', async () => {
    await expect(expectToken(TOKEN, TOKEN)).resolves.toBeUndefined();
    await expect(expectToken(NEXT, [TOKEN, NEXT])).resolves.toBeUndefined();
    await expect(expectToken('outro', [TOKEN, NEXT])).rejects.toMatchObject({ code: 'token_mismatch' });
    await expect(expectToken(TOKEN, [])).rejects.toMatchObject({ code: 'token_mismatch' });
    for (const none of [undefined, null, '']) {
      await expect(expectToken(none, TOKEN)).rejects.toMatchObject({ code: 'token_missing' });
    }
  });

  test('that is empty on both sides is refused', async () => {
    await expect(expectToken('', '')).rejects.toMatchObject({ code: 'token_missing' });
  });

  test('takes as much work whichever fits, and when none does', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify');
    const counts = [];
    for (const token of [TOKEN, NEXT, 'x', TOKEN.slice(0, -1)]) {
      verify.mockClear();
      await expectToken(token, [TOKEN, NEXT]).catch(() => undefined);
      counts.push(verify.mock.calls.length);
    }
    expect(counts).toEqual([2, 2, 2, 2]);
  });
});

describe('the accepted tokens', () => {
  test('stand in the environment when none is given', async () => {
    vi.stubEnv('RDSTATION_WEBHOOK_TOKEN', NEXT);
    const receiver = rdstationWebhooks();
    vi.unstubAllEnvs();
    expect(await receiver.receive(request(`?token=${NEXT}`))).toEqual(event);
  });

  test('cannot be none, and none can be short enough to be guessed', async () => {
    vi.stubEnv('RDSTATION_WEBHOOK_TOKEN', '');
    const missing = await thrownBy(() => rdstationWebhooks());
    vi.unstubAllEnvs();
    expect(missing).toBeInstanceOf(WebhookSecretError);
    expect(missing).toMatchObject({ code: 'secret_missing' });
    const short = await thrownBy(() => rdstationWebhooks({ token: [TOKEN, 'quinze-letras-5'] }));
    expect(short).toMatchObject({ code: 'secret_malformed', message: expect.stringContaining('at least 16') as unknown });
    expect((short as Error).message).not.toContain('quinze');
  });
});

describe("a request of Node's server", () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver((incoming) => rdstation.receive(incoming));
  });
  afterEach(() => receiver.stop());

  test('is received with the token of its URL alone', async () => {
    const post = (query: string) => fetch(`${receiver.url}${query}`, { method: 'POST', body: JSON.stringify(CONVERTED) });
    expect((await post(`?token=${TOKEN}`)).status).toBe(204);
    expect((await post('?token=outro')).status).toBe(401);
    expect(receiver.events).toEqual([event]);
  });
});
