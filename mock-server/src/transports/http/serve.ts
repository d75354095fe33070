/** The mock as an HTTP server on this machine. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkedToken } from '../../exchange/control-guard.ts';
import type { Door } from '../../exchange/request.ts';
import type { Mock } from '../../mock.ts';
import { realHosts } from '../real-hosts.ts';
import { refuseBrokenRequests } from './broken-requests.ts';
import { consolePages, type Pages } from './console/index.ts';
import { createListener } from './listener.ts';

export interface ServeOptions {
  /** Default 4010; 0 takes a free one. */
  readonly port?: number;
  /** Address to listen on. Default 127.0.0.1: this machine alone. */
  readonly host?: string;
  /** Host names besides localhost that requests may be for: the names and addresses by which other machines reach this one. */
  readonly allowedHosts?: readonly string[];
  /** Needed for everything under `/__mock`; default: the mock's own. Without one, only a loopback address lets them in. */
  readonly controlToken?: string;
  /** The web console at `/`: default, that of this package; or the folder of another build of it; or none. */
  readonly console?: boolean | string;
}

/** What can be served; the console, and whoever names a real host, need the document. */
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
const { isIPv6 } = process.getBuiltinModule('node:net');

/** Longer than any URL limit of a platform, so that its own 414 is seen rather than a parser's 431. */
const MAX_HEADER_BYTES = 65_536;
/** A request that takes longer than this to arrive was cut off, or is meant to hang. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How often a running server looks for what has fallen due. */
const TICK_MS = 250;

/** @throws {PortInUseError} when another program has the port. @throws {RangeError} for a host of no letters. */
export async function serveMock(mock: Served, options: ServeOptions = {}): Promise<RunningMock> {
  const host = options.host ?? '127.0.0.1';
  // Node takes it for all addresses of the machine, and whoever left a variable empty does not mean that.
  if (host === '') throw new RangeError('The host to listen on is empty. Leave it out for this machine alone.');
  const wanted = options.port ?? 4010;
  const door: Door = { exposed: !isLoopback(host), controlToken: checkedToken(options.controlToken) };
  const allowed = [...(options.allowedHosts ?? []), host].map(asAsked);
  const server = createHttpServer(mock, allowed, door, pagesOf(mock, options));
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

function createHttpServer(mock: Served, allowedHosts: readonly string[], door: Door, pages: Pages | undefined): Server {
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: REQUEST_TIMEOUT_MS, requireHostHeader: false },
    createListener(mock, allowedHosts, door, pages, mock.document && realHosts(mock.document)),
  );
  refuseBrokenRequests(server);
  return server;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port) : inWords(error, host, port)),
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

/** What the system says of an address or a port, with the way out. */
function inWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const told = (text: string) => new Error(text, { cause: error });
  const advice = 'Name one with --host, such as 127.0.0.1 for this machine alone or 0.0.0.0 for all of its addresses.';
  switch (error.code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return told(`The host "${host}" to listen on has no address. ${advice}`);
    case 'EADDRNOTAVAIL':
      return told(`The host "${host}" to listen on is no address of this machine. ${advice}`);
    case 'EACCES':
      return told(`This program may not listen on port ${port} of "${host}". Choose a port from 1024 up with --port.`);
    default:
      return error;
  }
}

/** A host name as requests spell it: in small letters, and an IPv6 address in brackets. */
function asAsked(name: string): string {
  const url = `http://${urlHost(name)}`;
  return URL.canParse(url) ? new URL(url).hostname : name;
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '127.0.0.1') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}

export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is in use by another program. Choose another one with --port, or --port 0 for any free one.`);
    this.port = port;
  }
}
