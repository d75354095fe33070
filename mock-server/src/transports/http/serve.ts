/** The mock as an HTTP server on this machine. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { checkedToken } from '../../exchange/control-guard.ts';
import { readRequest, type Door } from '../../exchange/request.ts';
import type { Mock } from '../../mock.ts';
import { toResponse } from '../deliver.ts';
import { breakOff } from './break-off.ts';
import { loopbackOnly } from './guard.ts';
import { problemResponse, rawProblem } from './neutral.ts';

export interface ServeOptions {
  /** Default 4010; 0 takes a free one. */
  readonly port?: number;
  /** Address to listen on. Default 127.0.0.1: this machine alone. */
  readonly host?: string;
  /** Host names besides localhost that requests may be for. */
  readonly allowedHosts?: readonly string[];
  /** Needed for everything under `/__mock`; default: the mock's own. Without one, only a loopback address lets them in. */
  readonly controlToken?: string;
}

export interface RunningMock {
  readonly url: string;
  readonly port: number;
  /** Stops listening, ends open connections and resolves when the port is free. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Longer than any URL limit of a platform, so that its own 414 is seen rather than a parser's 431. */
const MAX_HEADER_BYTES = 65_536;
/** A request that takes longer than this to arrive was cut off, or is meant to hang. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How often a running server looks for what has fallen due. */
const TICK_MS = 250;

/** @throws {PortInUseError} when another program has the port. */
export async function serveMock(mock: Pick<Mock, 'answer' | 'tick'>, options: ServeOptions = {}): Promise<RunningMock> {
  const host = options.host ?? '127.0.0.1';
  const wanted = options.port ?? 4010;
  const door: Door = { exposed: !isLoopback(host), controlToken: checkedToken(options.controlToken) };
  const server = createHttpServer(mock, [...(options.allowedHosts ?? []), host], door);
  const port = await listen(server, wanted, host);
  // Messages go out and deliveries are retried also while nobody asks.
  const ticking = setInterval(() => mock.tick(), TICK_MS);
  const close = () => {
    clearInterval(ticking);
    return stop(server);
  };
  return { port, url: `http://${urlHost(host)}:${port}`, close, [Symbol.asyncDispose]: close };
}

function createHttpServer(mock: Pick<Mock, 'answer'>, allowedHosts: readonly string[], door: Door): Server {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(loopbackOnly(allowedHosts));
  app.all('*', async (context) => {
    const request = { ...(await readRequest(context.req.raw)), door };
    const outgoing = await mock.answer(request).catch((error: unknown) => {
      if (request.gone?.().aborted) return undefined;
      throw error;
    });
    // Nobody waits any more: the socket is closed already.
    if (!outgoing) return RESPONSE_ALREADY_SENT;
    return outgoing.breakage ? breakOff(context.env.outgoing, outgoing) : toResponse(outgoing);
  });
  app.onError((error) => {
    if (isCutOff(error))
      return problemResponse(
        400,
        'incomplete_request',
        'Incomplete request',
        'The connection ended before the whole request had come.',
      );
    console.error('The mock failed. Please report this.', error);
    return problemResponse(
      500,
      'server_error',
      'The mock failed',
      'This is a bug of the mock, not of your request. Its terminal shows the error.',
    );
  });
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: () =>
      problemResponse(400, 'malformed_request', 'Malformed request', 'The request target or the Host header is not valid.'),
  });
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: REQUEST_TIMEOUT_MS, requireHostHeader: false },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (socket.writable && error.code !== 'ECONNRESET') socket.end(rawProblem(error.code));
    else socket.destroy();
  });
  return server;
}

/** The client went away while its body was being read. */
function isCutOff(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET';
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port) : error),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Whether only this machine can reach an address. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is in use by another program. Choose another one with --port, or --port 0 for any free one.`);
    this.port = port;
  }
}
