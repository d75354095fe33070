/** An answer on its way to a socket: whole, piece by piece, or going wrong on purpose. */
import type { ServerResponse } from 'node:http';
import { Readable, pipeline } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { BodyStream } from '../../document/body-stream.ts';
import type { Breakage, Outgoing } from '../../exchange/outgoing.ts';
import { streamedBody } from '../streamed-body.ts';

/** @throws for a header that HTTP cannot carry. */
export function writeOutgoing(response: ServerResponse, outgoing: Outgoing): void {
  const { status, headers, body, breakage, stream } = outgoing;
  // To `HEAD` nothing is said about a body.
  const text = response.req.method === 'HEAD' ? undefined : body;
  if (breakage) breakOff(response, outgoing, breakage);
  else if (stream) writePieces(response, outgoing, stream);
  else if (text === undefined) response.writeHead(status, onTheWire(headers)).end();
  else response.writeHead(status, onTheWire(headers, Buffer.byteLength(text))).end(text);
}

/** Names and values in turn; by name and in lower case, as a web `Response` has them. */
function onTheWire(headers: Outgoing['headers'], contentLength?: number): (string | number)[] {
  const wire: (string | number)[] = [];
  let before = '';
  for (const name in headers) {
    // Most have them so already.
    if (name <= before || name !== name.toLowerCase()) return onTheWire(tidied(headers), contentLength);
    wire.push(name, headers[name] ?? '');
    before = name;
  }
  if (contentLength !== undefined) wire.push('content-length', contentLength);
  return wire;
}

function tidied(headers: Outgoing['headers']): Record<string, string> {
  const tidy: Record<string, string> = {};
  for (const name of Object.keys(headers).sort(inAnyCase)) {
    const lower = name.toLowerCase();
    const value = headers[name] ?? '';
    tidy[lower] = Object.hasOwn(tidy, lower) ? `${tidy[lower]}, ${value}` : value;
  }
  return tidy;
}

function inAnyCase(one: string, other: string): number {
  return one.toLowerCase() < other.toLowerCase() ? -1 : 1;
}

function writePieces(response: ServerResponse, { status, headers }: Outgoing, stream: BodyStream): void {
  response.writeHead(status, onTheWire(headers));
  response.flushHeaders();
  if (response.req.method === 'HEAD') response.end();
  // Whoever ends it, the other side is ended too; that is all there is to do about an error.
  else pipeline(Readable.fromWeb(streamedBody(stream) as ReadableStream), response, () => undefined);
}

/** Dropped, cut short, or stalled. */
function breakOff(response: ServerResponse, { status, headers, body = '' }: Outgoing, breakage: Breakage): void {
  // Nobody is to be told anything any more, so a socket that is gone already is as good.
  response.on('error', () => undefined);
  if (breakage.kind === 'drop') {
    response.socket?.destroy();
    return;
  }
  const bytes = Buffer.from(body);
  // The full length is promised, so that a client can tell that something is missing.
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, breakage.after), () => {
    if (breakage.kind === 'truncate') response.socket?.destroy();
  });
}
