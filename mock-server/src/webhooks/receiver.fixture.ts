/** A receiver of webhooks on this machine, for tests: what came in, and an answer of the test's choice. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { acmeAccount } from '../core/acme.fixture.ts';
import type { Session } from '../core/session.ts';
import { createMock, type Mock } from '../mock.ts';
import { emitWebhook, type CourierOptions, type WebhookStyle } from './index.ts';

export const NOW = '2026-03-02T12:00:00.000Z';

export interface Received {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: { readonly event: string; readonly message_id?: string };
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What it does with a delivery, by its number; 204 until a test says otherwise. */
  answering: (response: ServerResponse, count: number) => void;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Received['body'];
      received.push({ url: request.url ?? '', headers: request.headers, body });
      receiver.answering(response, received.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answering: (response) => response.writeHead(204).end(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

export function mockWith(webhooks: CourierOptions = {}): Mock {
  return createMock({ now: NOW, webhooks });
}

/** Sends a WhatsApp message, which is sent a second later. @returns its id */
export async function send(mock: Pick<Mock, 'fetch'>): Promise<string> {
  const response = await mock.fetch('https://api.zenvio.com/v1/whatsapp/messages', {
    method: 'POST',
    headers: { authorization: 'Bearer sk_live_chaveiro_active', 'content-type': 'application/json' },
    body: JSON.stringify({
      instance_id: 'inst_restaurante_joao',
      to: ['5511999999999'],
      type: 'text',
      payload: { message: 'Oi' },
    }),
  });
  return ((await response.json()) as { message_ids: string[] }).message_ids[0] ?? '';
}

/** A platform of the core's own tests; its session runs no tasks. */
export const ACME: WebhookStyle = { events: ['thing.made'], timeout: '10s', retries: ['1m'] };

export function emitThing(session: Session): void {
  const { id: accountId } = acmeAccount(session);
  const [event = ''] = ACME.events;
  emitWebhook(session, { platform: 'acme', accountId, event, at: session.clock.now(), payload: () => ({ event }) });
}
