/** For tests: a server of Node on this machine that answers deliveries as our README says. */
import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ChaveiroError } from '../src/errors/chaveiro-error.ts';

export interface Receiver {
  readonly url: string;
  readonly server: Server;
  /** What was received, and what was thrown. */
  readonly events: unknown[];
  readonly errors: unknown[];
  /** Tells `refused` after each error. */
  readonly outcomes: EventEmitter;
  stop(): Promise<void>;
}

export async function startReceiver(receive: (request: IncomingMessage) => Promise<unknown>): Promise<Receiver> {
  const events: unknown[] = [];
  const errors: unknown[] = [];
  const outcomes = new EventEmitter();
  const server = createServer((request, response) => {
    receive(request).then(
      (event) => {
        events.push(event);
        response.writeHead(204).end();
      },
      (error: unknown) => {
        errors.push(error);
        outcomes.emit('refused');
        const { answerStatus = 500 } = error as { answerStatus?: number };
        response.writeHead(answerStatus, { 'x-code': error instanceof ChaveiroError ? error.code : 'none' }).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    server,
    events,
    errors,
    outcomes,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
