import { document } from '@chaveiro/openapi';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { ChaveiroError, WebhookSecretError, WebhookSignatureError, zenvioWebhooks } from '../webhooks.ts';
import { delivery, NEXT, NOW, READ, requestWith, SECRET, signature, thrownBy } from '../../test/webhook-delivery.ts';

const WINDOW = 300_000;
const zenvio = zenvioWebhooks({ secret: [SECRET, NEXT], now: () => NOW });

describe('a signed delivery', () => {
  test('gives its event', async () => {
    expect(await zenvio.receive(delivery())).toEqual({ platform: 'zenvio', type: 'message.read', payload: READ });
  });

  test('is told without a request too, from text and from bytes', async () => {
    const body = JSON.stringify(READ);
    const event = { platform: 'zenvio', type: 'message.read', payload: READ };
    expect(await zenvio.verify({ body, signature: signature(body) })).toEqual(event);
    expect(await zenvio.verify({ body: new TextEncoder().encode(body), signature: signature(body) })).toEqual(event);
    expect(await zenvio.verify({ body: new TextEncoder().encode(body).buffer, signature: signature(body) })).toEqual(event);
  });

  test.each([
    [{ ...READ }, 'body_already_parsed'],
    [undefined, 'body_unreadable'],
    [7, 'body_unreadable'],
  ])('cannot be told from %j in place of its body, and the error says so', async (body, code) => {
    const error = await thrownBy(() => zenvio.verify({ body: body as never, signature: signature('{}') }));
    expect(error).toMatchObject({ name: 'WebhookBodyError', code, hint: expect.any(String) as unknown });
  });

  test("as the document's example has it is accepted", async () => {
    const { secret, timestamp, body, value } = document['x-platforms']['zenvio']?.webhooks?.signature?.example ?? {};
    const receiver = zenvioWebhooks({ secret: String(secret), now: () => Number(timestamp) * 1000 });
    expect(await receiver.verify({ body: String(body), signature: value })).toMatchObject({ type: 'message.read' });
  });

  test('may be signed over its body alone, since what is signed is not documented', async () => {
    expect(await zenvio.receive(delivery(READ, { form: 'body' }))).toMatchObject({ type: 'message.read' });
  });

  test('may give its time in milliseconds', async () => {
    const body = JSON.stringify(READ);
    const [, hash = ''] = signature(body, { form: 'body' }).split(',');
    expect(await zenvio.verify({ body, signature: `t=${NOW},${hash}` })).toMatchObject({ type: 'message.read' });
  });

  test('may carry further hashes and parts that are not known', async () => {
    const body = JSON.stringify(READ);
    const header = `v0=abc,${signature(body, { secret: 'whsec_antigo' })},${signature(body).split(',')[1]},note=x`;
    expect(await zenvio.verify({ body, signature: header })).toMatchObject({ type: 'message.read' });
  });

  test('that is not in ASCII is verified byte by byte', async () => {
    const payload = { ...READ, data: { from: '5511988887777', message: 'Às 20h, João! 🥖' }, event: 'message.received' };
    expect(await zenvio.receive(delivery(payload))).toMatchObject({ payload });
  });

  test('of an event that the document does not know is passed on as unknown', async () => {
    const payload = { ...READ, event: 'message.pinned' };
    expect(await zenvio.receive(delivery(payload))).toEqual({
      platform: 'zenvio',
      type: 'unknown',
      name: 'message.pinned',
      payload,
    });
  });

  test('of an event called unknown or like a member of Object is unknown as well', async () => {
    for (const name of ['unknown', 'constructor', '__proto__']) {
      expect(await zenvio.receive(delivery({ ...READ, event: name }))).toMatchObject({ type: 'unknown', name });
    }
  });

  test.each([
    ['no JSON', 'olá'],
    ['two of them', '{}{}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['nothing', ''],
    ['an object without an event', '{"type":"message.read"}'],
    ['an object whose event is none', '{"event":7}'],
  ])('that is %s is malformed, and the error does not quote it', async (_, body) => {
    const error = await thrownBy(() => zenvio.receive(delivery(body)));
    expect(error).toMatchObject({ name: 'WebhookBodyError', code: 'event_malformed', answerStatus: 400 });
    expect((error as Error).cause).toBeUndefined();
    expect((error as Error).message).not.toContain('olá');
  });

  test('that is no UTF-8 is malformed', async () => {
    const body = new Uint8Array([0x7b, 0xff, 0x7d]);
    await expect(zenvio.verify({ body, signature: signature(body) })).rejects.toMatchObject({ code: 'event_malformed' });
  });
});

describe('rotation', () => {
  test('a delivery under any accepted secret is taken, under any other is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.string({ minLength: 1, unit: 'grapheme-ascii' }).filter((text) => text.trim() === text),
          {
            minLength: 2,
            maxLength: 5,
          },
        ),
        fc.nat(),
        async ([outsider = '', ...accepted], pick) => {
          const receiver = zenvioWebhooks({ secret: accepted, now: () => NOW });
          const secret = accepted[pick % accepted.length] ?? '';
          expect(await receiver.receive(delivery(READ, { secret }))).toMatchObject({ type: 'message.read' });
          await expect(receiver.receive(delivery(READ, { secret: outsider }))).rejects.toMatchObject({
            code: 'signature_mismatch',
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  test('takes as much work whichever secret fits, and when none does', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify');
    const counts = [];
    for (const secret of [SECRET, NEXT, 'whsec_outro']) {
      verify.mockClear();
      await zenvio.receive(delivery(READ, { secret })).catch(() => undefined);
      counts.push(verify.mock.calls.length);
    }
    expect(counts).toEqual([4, 4, 4]);
  });
});

describe('a changed delivery is refused', () => {
  const body = JSON.stringify(READ);
  const header = signature(body);
  const changedByte = (text: string) =>
    fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 0x20, max: 0x7e })).map(([at, code]) => {
      const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
      return { changed, isSame: changed === text };
    });

  test('whichever byte of the body is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const bytes = new TextEncoder().encode(body);
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        await expect(zenvio.receive(requestWith(bytes, header))).rejects.toMatchObject({ code: 'signature_mismatch' });
      }),
      { numRuns: 300 },
    );
  });

  test('whichever character of the header is another', async () => {
    await fc.assert(
      fc.asyncProperty(changedByte(header), async ({ changed, isSame }) => {
        fc.pre(!isSame);
        const error = await thrownBy(() => zenvio.verify({ body, signature: changed }));
        expect(error).toBeInstanceOf(WebhookSignatureError);
      }),
      { numRuns: 500 },
    );
  });

  test('with a fresh time in place of its own', async () => {
    const old = signature(body, { at: NOW - 2 * WINDOW });
    const fresh = old.replace(/^t=\d+/, `t=${NOW / 1000}`);
    await expect(zenvio.verify({ body, signature: fresh })).rejects.toMatchObject({ code: 'signature_mismatch' });
  });

  test('with what was signed put into the body, so that the time is free', async () => {
    const [time = '', hash = ''] = header.split(',');
    const moved = `${time.slice(2)}.${body}`;
    await expect(zenvio.verify({ body: moved, signature: `t=${NOW / 1000 + 7},${hash}` })).rejects.toBeInstanceOf(ChaveiroError);
  });

  test('with its body parsed and written anew', async () => {
    const spaced = JSON.stringify(READ, null, 1);
    await expect(zenvio.verify({ body: JSON.stringify(JSON.parse(spaced)), signature: signature(spaced) })).rejects.toMatchObject(
      {
        code: 'signature_mismatch',
        hint: expect.stringContaining('as it was sent') as unknown,
      },
    );
  });
});

describe('the replay window', () => {
  test.each(['5m', -1, NaN, null])('that is %j is refused at once, before anything could pass', (replayWindow) => {
    expect(() => zenvioWebhooks({ secret: SECRET, replayWindow: replayWindow as never })).toThrow(
      'zenvioWebhooks: replayWindow must be milliseconds from 0.',
    );
  });

  const at = (age: number, replayWindow?: number) =>
    zenvioWebhooks({ secret: SECRET, now: () => NOW + age, replayWindow }).receive(delivery());

  test('takes what is just as old or as early as it may be, and nothing beyond', async () => {
    for (const age of [-WINDOW, 0, WINDOW]) expect(await at(age)).toMatchObject({ type: 'message.read' });
    await expect(at(WINDOW + 1)).rejects.toMatchObject({
      code: 'signature_expired',
      message: expect.stringContaining('ago') as unknown,
    });
    await expect(at(-WINDOW - 1)).rejects.toMatchObject({
      code: 'signature_expired',
      message: expect.stringContaining('ahead') as unknown,
    });
  });

  test('is what the caller says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(86_400_000), fc.integer({ min: -86_400_000, max: 86_400_000 }), async (window, age) => {
        const taken = await at(age, window).then(
          () => true,
          () => false,
        );
        expect(taken).toBe(Math.abs(age) <= window);
      }),
      { numRuns: 100 },
    );
  });

  test('is around the clock of the machine by default', async () => {
    const receiver = zenvioWebhooks({ secret: SECRET });
    expect(await receiver.receive(delivery(READ, { at: Date.now() }))).toMatchObject({ type: 'message.read' });
    await expect(receiver.receive(delivery())).rejects.toMatchObject({ code: 'signature_expired' });
  });
});

describe('the header', () => {
  const hash = 'a'.repeat(64);
  const now = NOW / 1000;

  test.each([
    ['no comma', `t=${now}v1=${hash}`],
    ['no timestamp', `v1=${hash}`],
    ['no hash', `t=${now}`],
    ['an empty timestamp', `t=,v1=${hash}`],
    ['an empty hash', `t=${now},v1=`],
    ['two timestamps', `t=${now},t=${now},v1=${hash}`],
    ['a header that came twice', `t=${now},v1=${hash}, t=${now},v1=${hash}`],
    ['a negative timestamp', `t=-${now},v1=${hash}`],
    ['a fraction', `t=${now}.5,v1=${hash}`],
    ['an exponent', `t=1e9,v1=${hash}`],
    ['hexadecimal digits in the timestamp', `t=0x69,v1=${hash}`],
    ['a zero before the timestamp', `t=0${now},v1=${hash}`],
    ['a timestamp without end', `t=${'9'.repeat(40)},v1=${hash}`],
    ['a date', `t=2026-02-25,v1=${hash}`],
    ['a short hash', `t=${now},v1=${hash.slice(1)}`],
    ['a long hash', `t=${now},v1=${hash}a`],
    ['capitals', `t=${now},v1=${hash.toUpperCase()}`],
    ['base64', `t=${now},v1=${Buffer.from(hash, 'hex').toString('base64')}`],
    ['names in capitals', `T=${now},V1=${hash}`],
    ['another version', `t=${now},v2=${hash}`],
    ['spaces', `t=${now}, v1=${hash}`],
    ['quotes', `"t=${now},v1=${hash}"`],
    ['a comma at its end', `t=${now},v1=${hash},`],
    ['the bare hash', hash],
    ['one good hash and one bad one', `t=${now},v1=${hash},v1=zz`],
    ['no end', `t=${now},v1=${hash},${'v1='.padEnd(1100, 'a')}`],
    ['a line break', `t=${now},v1=${hash}\nx`],
  ])('with %s is malformed, and is not shown', async (_, value) => {
    const error = await thrownBy(() => zenvio.verify({ body: '{}', signature: value }));
    expect(error).toBeInstanceOf(WebhookSignatureError);
    expect(error).toMatchObject({ code: 'signature_malformed', platform: 'zenvio', answerStatus: 401 });
    expect((error as Error).message).toContain('X-Zenvio-Signature');
    expect((error as Error).message).not.toContain(String(now));
    expect((error as Error).message).not.toMatch(/a{8}|A{8}/);
  });

  test.each([
    ['is not there', undefined],
    ['is null', null],
    ['is empty', ''],
  ])('that %s is missing', async (_, value) => {
    await expect(zenvio.verify({ body: '{}', signature: value })).rejects.toMatchObject({ code: 'signature_missing' });
  });

  test('whatever it is, is refused with a typed error when it is not the right one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.stringMatching(/^(t=\d{0,12}|v1=[0-9a-f]{0,64}|,|=){0,6}$/)), async (value) => {
        const error = await thrownBy(() => zenvio.verify({ body: JSON.stringify(READ), signature: value }));
        expect(error).toBeInstanceOf(WebhookSignatureError);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a secret', () => {
  test('stands in the environment when none is given', async () => {
    vi.stubEnv('ZENVIO_WEBHOOK_SECRET', NEXT);
    const receiver = zenvioWebhooks({ now: () => NOW });
    vi.unstubAllEnvs();
    expect(await receiver.receive(delivery(READ, { secret: NEXT }))).toMatchObject({ type: 'message.read' });
  });

  test.each([
    ['none', undefined],
    ['an empty text', ''],
    ['an empty list', []],
  ])('that is %s is missing when the receiver is made', async (_, secret) => {
    vi.stubEnv('ZENVIO_WEBHOOK_SECRET', '');
    const error = await thrownBy(() => zenvioWebhooks({ secret }));
    vi.unstubAllEnvs();
    expect(error).toBeInstanceOf(WebhookSecretError);
    expect(error).toMatchObject({ code: 'secret_missing', hint: 'Give secret, or set ZENVIO_WEBHOOK_SECRET.' });
  });

  test.each([
    ['a line break at its end', [SECRET, `${NEXT}\n`]],
    ['a space before it', ` ${SECRET}`],
    ['an empty one beside it', [SECRET, '']],
    ['no text', [SECRET, 7 as unknown as string]],
  ])('with %s is refused when the receiver is made', async (_, secret) => {
    const error = await thrownBy(() => zenvioWebhooks({ secret }));
    expect(error).toMatchObject({ name: 'WebhookSecretError', code: 'secret_malformed' });
    expect((error as Error).message).not.toContain('whsec');
  });
});
