import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { zenvioWebhooks, type NodeRequest } from '../webhooks.ts';
import { NOW, READ, requestWith, SECRET, signature, thrownBy } from '../../test/webhook-delivery.ts';
import { startReceiver, type Receiver } from '../../test/webhook-receiver.ts';

const LIMIT = 1_000;
const zenvio = zenvioWebhooks({ secret: SECRET, now: () => NOW, maxBytes: LIMIT });
const body = JSON.stringify(READ);
const headers = { 'x-zenvio-signature': signature(body) };
const event = { platform: 'zenvio', type: 'message.read', payload: READ };

/** A signed event of exactly so many bytes. */
function ofSize(size: number): string {
  const empty = JSON.stringify({ ...READ, padding: '' });
  return JSON.stringify({ ...READ, padding: 'x'.repeat(size - empty.length) });
}

/** A web request whose body comes in these chunks; whether it was cancelled. */
function streamed(chunks: Uint8Array[], header = headers['x-zenvio-signature']) {
  const state = { cancelled: false, pulled: 0 };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[state.pulled];
        state.pulled += 1;
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel: () => void (state.cancelled = true),
    },
    { highWaterMark: 0 },
  );
  const init = { method: 'POST', body: stream, headers: { 'x-zenvio-signature': header }, duplex: 'half' } as RequestInit;
  return { request: new Request('https://exemplo.com.br/zenvio', init), state };
}

describe('a web request', () => {
  test('is read in whatever pieces it comes', async () => {
    const bytes = new TextEncoder().encode(body);
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await zenvio.receive(streamed(pieces).request)).toEqual(event);
  });

  test('is read up to the limit, and not a piece beyond', async () => {
    expect(await zenvio.receive(requestWith(ofSize(LIMIT), signature(ofSize(LIMIT))))).toMatchObject({ type: 'message.read' });
    await expect(zenvio.receive(requestWith(ofSize(LIMIT + 1), signature(ofSize(LIMIT + 1))))).rejects.toMatchObject({
      name: 'WebhookBodyError',
      code: 'body_too_large',
      answerStatus: 413,
    });
    const { request, state } = streamed(Array.from({ length: 50 }, () => new Uint8Array(LIMIT)));
    await expect(zenvio.receive(request)).rejects.toMatchObject({ code: 'body_too_large' });
    expect(state).toEqual({ cancelled: true, pulled: 2 });
  });

  test('is not read when its header cannot be a signature of now', async () => {
    for (const header of ['', 'bogus', signature(body, { at: NOW - 3_600_000 })]) {
      const { request, state } = streamed([new TextEncoder().encode(body)], header);
      await expect(zenvio.receive(request)).rejects.toMatchObject({ name: 'WebhookSignatureError' });
      expect(state.pulled).toBe(0);
    }
  });

  test('is not read when it says that it is too large', async () => {
    const { request, state } = streamed([new TextEncoder().encode(body)]);
    request.headers.set('content-length', String(LIMIT + 1));
    await expect(zenvio.receive(request)).rejects.toMatchObject({ code: 'body_too_large' });
    expect(state.pulled).toBe(0);
  });

  test('without a body is refused', async () => {
    const request = new Request('https://exemplo.com.br/zenvio', { method: 'POST', headers });
    await expect(zenvio.receive(request)).rejects.toMatchObject({ code: 'signature_mismatch' });
  });

  test('that was read before, or is being read, says so', async () => {
    const read = requestWith(body, headers['x-zenvio-signature']);
    await read.json();
    const locked = requestWith(body, headers['x-zenvio-signature']);
    locked.body?.getReader();
    for (const request of [read, locked]) {
      await expect(zenvio.receive(request)).rejects.toMatchObject({
        code: 'body_unreadable',
        hint: expect.stringContaining('before anything reads it') as unknown,
      });
    }
  });

  test('that breaks off is unreadable, with the cause', async () => {
    const cause = new Error('socket hang up');
    const stream = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(cause) });
    const init = { method: 'POST', body: stream, headers, duplex: 'half' } as RequestInit;
    await expect(zenvio.receive(new Request('https://exemplo.com.br/', init))).rejects.toMatchObject({
      code: 'body_unreadable',
      cause,
    });
  });
});

describe('a request of a framework', () => {
  const base = { url: '/zenvio', headers, readableDidRead: true };

  test.each<[string, NodeRequest]>([
    ['Buffer in rawBody, parsed in body', { ...base, rawBody: Buffer.from(body), body: READ }],
    ['text in rawBody, parsed in body', { ...base, rawBody: body, body: READ }],
    ['Buffer in body', { ...base, body: Buffer.from(body) }],
    ['text in body', { ...base, body }],
    ['part of a larger Buffer', { ...base, body: Buffer.from(`xx${body}xx`).subarray(2, -2) }],
    ['header in capitals', { ...base, headers: { 'X-Zenvio-Signature': headers['x-zenvio-signature'] }, body }],
    ['header in a list', { ...base, headers: { 'x-zenvio-signature': [headers['x-zenvio-signature']] }, body }],
    ['no word of whether it was read', { headers, rawBody: body }],
  ])('with %s is verified', async (_, request) => {
    expect(await zenvio.receive(request)).toEqual(event);
  });

  test('with a header that came twice is refused', async () => {
    const twice = { ...base, headers: { 'x-zenvio-signature': [headers['x-zenvio-signature'], headers['x-zenvio-signature']] } };
    await expect(zenvio.receive({ ...twice, body })).rejects.toMatchObject({ code: 'signature_malformed' });
  });

  test('that has only the parsed body says how to keep the raw one', async () => {
    const error = await thrownBy(() => zenvio.receive({ ...base, body: READ }));
    expect(error).toMatchObject({ name: 'WebhookBodyError', code: 'body_already_parsed', answerStatus: 500 });
    expect((error as Error).message).toMatch(/express\.raw.*rawBody.*bodyParser: false/);
  });

  test('whose stream nobody has read is read, whatever stands in body', async () => {
    // As Express 4 leaves it when the content type is not one that it parses.
    const stream = Object.assign(Readable.from([Buffer.from(body)], { objectMode: false }), { headers, body: {} });
    expect(await zenvio.receive(stream)).toEqual(event);
  });

  test('whose stream was read before says so', async () => {
    const stream = Object.assign(Readable.from([Buffer.from(body)], { objectMode: false }), { headers });
    await stream.toArray();
    await expect(zenvio.receive(stream)).rejects.toMatchObject({ code: 'body_unreadable' });
  });

  test('that is no stream and has no body says so', async () => {
    await expect(zenvio.receive({ headers })).rejects.toMatchObject({ code: 'body_unreadable' });
  });

  test('whose stream gives text is verified, and one that gives anything else is not', async () => {
    const text = Object.assign(Readable.from([Buffer.from(body)], { objectMode: false, encoding: 'utf8' }), { headers });
    expect(await zenvio.receive(text)).toEqual(event);
    const objects = Object.assign(Readable.from([READ]), { headers });
    await expect(zenvio.receive(objects)).rejects.toMatchObject({ code: 'body_unreadable' });
  });

  test('with more in rawBody than the limit is refused', async () => {
    const large = ofSize(LIMIT + 1);
    const request = { headers: { 'x-zenvio-signature': signature(large) }, rawBody: large };
    await expect(zenvio.receive(request)).rejects.toMatchObject({ code: 'body_too_large' });
    const unlimited = zenvioWebhooks({ secret: SECRET, now: () => NOW, maxBytes: NaN });
    await expect(unlimited.receive(request)).rejects.toMatchObject({ code: 'body_too_large' });
  });
});

describe("a request of Node's server", () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver((request) => zenvio.receive(request));
  });
  afterEach(() => receiver.stop());

  const post = (sent: string, signed = signature(sent)) =>
    fetch(receiver.url, { method: 'POST', body: sent, headers: { 'x-zenvio-signature': signed } });

  test('is received', async () => {
    expect((await post(body)).status).toBe(204);
    expect(receiver.events).toEqual([event]);
  });

  test('is answered with 401 when its signature is wrong', async () => {
    const response = await post(body, signature(body, { secret: 'whsec_outro' }));
    expect([response.status, response.headers.get('x-code')]).toEqual([401, 'signature_mismatch']);
  });

  test('is answered with 413 when it is too large, said or not, and the server goes on', async () => {
    expect((await post(ofSize(LIMIT + 1))).status).toBe(413);
    // In chunks, so that no length is announced; far more than what one buffer holds.
    const large = Buffer.alloc(4 * 1024 * 1024, 'x');
    const chunked = httpRequest(receiver.url, { method: 'POST', headers });
    chunked.on('error', () => undefined);
    chunked.end(large);
    const [response] = (await once(chunked, 'response')) as [{ statusCode: number }];
    expect(response.statusCode).toBe(413);
    chunked.destroy();
    expect((await post(body)).status).toBe(204);
    expect(receiver.errors).toMatchObject([{ code: 'body_too_large' }, { code: 'body_too_large' }]);
  });

  test('is unreadable when the connection ends in its middle', async () => {
    const { port, hostname } = new URL(receiver.url);
    const socket = connect(Number(port), hostname);
    const head = `POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\nX-Zenvio-Signature: ${headers['x-zenvio-signature']}\r\n\r\n{"ev`;
    await once(socket, 'connect');
    const arrived = once(receiver.server, 'request');
    socket.write(head);
    await arrived;
    const refused = once(receiver.outcomes, 'refused');
    socket.destroy();
    await refused;
    expect(receiver.errors).toMatchObject([{ code: 'body_unreadable', answerStatus: 400 }]);
  });
});
