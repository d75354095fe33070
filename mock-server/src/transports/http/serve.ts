/** The mock as an HTTP server on this machine. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkedToken } from '../../exchange/control-guard.ts';
import type { Door } from '../../exchange/request.ts';
import type { Mock } from '../../mock.ts';
import { refuseBrokenRequests } from './broken-requests.ts';
import { consolePages, type Pages } from './console/index.ts';
import { createListener } from './listener.ts';

export interface ServeOptions {
  /** Default 4010; 0 takes a free one. */
  readonly port?: number;
  /** Address to listen on. Default 127.0.0.1: this machine alone. */
  readonly host?: string;
  /** Host names besides localhost that requests may be for. */
  readonly allowedHosts?: readonly string[];
  /** Needed for everything under `/__mock`; default: the mock's own. Without one, only a loopback address lets them in. */
  readonly controlToken?: string;
  /** The web console at `/`: default, that of this package; or the folder of another build of it; or none. */
  readonly console?: boolean | string;
}

/** What can be served; the console needs to know the document. */
export type Served = Pick<Mock, 'answer' | 'tick'> & Partial<Pick<Mock, 'document'>>;

export interface RunningMock {
  readonly url: string;
  readonly port: number;
  /** Stops listening, ends open connections and resolves when the port is free. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

// An import would make Node load its whole `fetch`, for the names that `node:http` also exports: a quarter of a start.
const { createServer } = process.getBuiltinModule('node:http');

/** Longer than any URL limit of a platform, so that its own 414 is seen rather than a parser's 431. */
const MAX_HEADER_BYTES = 65_536;
/** A request that takes longer than this to arrive was cut off, or is meant to hang. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How often a running server looks for what has fallen due. */
const TICK_MS = 250;

/** @throws {PortInUseError} when another program has the port. */
export async function serveMock(mock: Served, options: ServeOptions = {}): Promise<RunningMock> {
  const host = options.host ?? '127.0.0.1';
  const wanted = options.port ?? 4010;
  const door: Door = { exposed: !isLoopback(host), controlToken: checkedToken(options.controlToken) };
  const server = createHttpServer(mock, [...(options.allowedHosts ?? []), host], door, pagesOf(mock, options));
  const port = await listen(server, wanted, host);
  // Messages go out and deliveries are retried also while nobody asks.
  const ticking = setInterval(() => mock.tick(), TICK_MS);
  const close = () => {
    clearInterval(ticking);
    return stop(server);
  };
  return { port, url: `http://${urlHost(host)}:${port}`, close, [Symbol.asyncDispose]: close };
}

function pagesOf({ document }: Served, { console: wanted = true }: ServeOptions): Pages | undefined {
  if (!document || wanted === false) return undefined;
  return consolePages(document, wanted === true ? undefined : wanted);
}

function createHttpServer(
  mock: Pick<Mock, 'answer'>,
  allowedHosts: readonly string[],
  door: Door,
  pages: Pages | undefined,
): Server {
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: REQUEST_TIMEOUT_MS, requireHostHeader: false },
    createListener(mock, allowedHosts, door, pages),
  );
  refuseBrokenRequests(server);
  return server;
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
