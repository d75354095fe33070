/** The three platforms, as little of them as the consumers of these tests ask for, on a port of this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const ANSWERS: Readonly<Record<string, unknown>> = {
  '/contacts': { message: 'ok', data: { data: [{ email: 'ana@exemplo.com.br' }], currentPage: 0, totalPages: 1 } },
  '/platform/conversions': { event_uuid: 'b2c3' },
  '/whatsapp/messages': { message_ids: ['m1'] },
};

export const EXPECTED = {
  contacts: 1,
  event_uuid: 'b2c3',
  message_ids: ['m1'],
  typed: 200,
  code: 'key_refused',
  ofClass: true,
  ofOtherCopy: true,
  shown: true,
};

export interface Platforms extends AsyncDisposable {
  readonly url: string;
}

/** Knows one key, `good-key`, wherever a platform wants it; any page may ask. */
export async function startPlatforms(): Promise<Platforms> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const { 'x-api-key': header, authorization } = request.headers;
    const key = header ?? searchParams.get('api_key') ?? authorization?.replace('Bearer ', '');
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': '*' };
    if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end();
    request.resume().on('end', () => {
      const good = key === 'good-key';
      const body = good ? (ANSWERS[pathname] ?? {}) : { error: 'Invalid API key', errorCode: 'FORBIDDEN' };
      response.writeHead(good ? 200 : 403, { 'content-type': 'application/json', ...cors }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
