/**
 * Names each outgoing request after the test that made it. Interception happens at the socket, where a request has
 * forgotten who asked; so the name travels in a header, written where the request is made. Node tells of that moment
 * through diagnostics channels, for its own `fetch`, for undici and for `node:http`, and nothing has to be patched.
 */
import { channel } from 'node:diagnostics_channel';

export const TEST_HEADER = 'x-mock-test';

interface UndiciRequest {
  readonly origin: string | URL;
  addHeader(name: string, value: string): unknown;
}

interface HttpRequest {
  readonly host: string;
  readonly headersSent: boolean;
  setHeader(name: string, value: string): unknown;
}

/**
 * @param hosts names of the hosts that the header is for; no other ever gets it
 * @param current the name of the test that is asking, by its asynchronous context
 * @returns ends it
 */
export function nameRequests(hosts: ReadonlySet<string>, current: () => string | undefined): () => void {
  const onUndici = (message: unknown) => {
    const { request } = message as { request: UndiciRequest };
    const name = hosts.has(new URL(request.origin).hostname) ? current() : undefined;
    if (name !== undefined) request.addHeader(TEST_HEADER, name);
  };
  const onHttp = (message: unknown) => {
    const { request } = message as { request: HttpRequest };
    const name = hosts.has(request.host) && !request.headersSent ? current() : undefined;
    if (name !== undefined) request.setHeader(TEST_HEADER, name);
  };
  const undici = channel('undici:request:create');
  const http = channel('http.client.request.created');
  undici.subscribe(onUndici);
  http.subscribe(onHttp);
  return () => {
    undici.unsubscribe(onUndici);
    http.unsubscribe(onHttp);
  };
}
