/** Sends a request for a platform's real host to a running mock. */
import type { Platforms } from './session.ts';
import type { Wire } from './wire.ts';

export async function forward(wire: Wire, platforms: Platforms, request: Request): Promise<Response> {
  const { method, headers, signal } = request;
  const target = wire.url + (await pathOf(new URL(request.url), platforms));
  const sent = new Headers(headers);
  if (wire.session !== undefined && !sent.has('x-mock-session')) sent.set('x-mock-session', wire.session);
  // In one piece: browsers stream no request over HTTP/1.1.
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: await request.arrayBuffer() };
  return wire.fetch(new Request(target, { method, headers: sent, signal, ...body }));
}

/** The path that the mock knows: real hosts have base paths, and the mock has none. */
async function pathOf({ origin, pathname, search }: URL, platforms: Platforms): Promise<string> {
  for (const { server } of await platforms()) {
    if (server === null || new URL(server).origin !== origin) continue;
    const base = new URL(server).pathname.replace(/\/$/, '');
    if (pathname.startsWith(`${base}/`)) return pathname.slice(base.length) + search;
  }
  return pathname + search;
}
