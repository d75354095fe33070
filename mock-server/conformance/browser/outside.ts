/** Stands where the world outside this machine would be: notes what the browser asks of it, and gives it nothing. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Outside {
  /** Arguments that make Chromium send here whatever is not for loopback, instead of to a network. */
  readonly browserArguments: readonly string[];
  /** Host (and port) of every request that came from a page or its worker. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** A full Chromium asks its maker for updates and accounts, whatever it is told; that is no page's doing. */
const BROWSER_OWN = /(^|\.)(google|googleapis|gstatic)\.com$/;

export async function watchOutside(): Promise<Outside> {
  const asked: string[] = [];
  const note = (host = '') => {
    if (!BROWSER_OWN.test(host.replace(/:\d+$/, ''))) asked.push(host);
  };
  const proxy = createServer((request, response) => {
    note(request.headers.host);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    note(request.url);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Nothing leaves this machine\r\n\r\n');
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const { port } = proxy.address() as AddressInfo;
  return {
    browserArguments: [
      `--proxy-server=http://127.0.0.1:${port}`,
      // For what goes past a proxy: no name has an address.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    asked,
    close: () =>
      new Promise((closed) => {
        proxy.close(() => closed());
        proxy.closeAllConnections();
      }),
  };
}
