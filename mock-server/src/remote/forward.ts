/** Sends a request for a platform's real host to a running mock. */
import type { Wire } from './wire.ts';

/** The host goes along: a URL that is none of the platform's is refused as in process, and on the real host. */
export async function forward(wire: Wire, request: Request): Promise<Response> {
  const { method, headers, signal } = request;
  const { host, pathname, search } = new URL(request.url);
  const sent = new Headers(headers);
  sent.set('x-mock-host', host);
  if (wire.session !== undefined && !sent.has('x-mock-session')) sent.set('x-mock-session', wire.session);
  // In one piece: browsers stream no request over HTTP/1.1.
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: await request.arrayBuffer() };
  return wire.fetch(new Request(wire.url + pathname + search, { method, headers: sent, signal, ...body }));
}
