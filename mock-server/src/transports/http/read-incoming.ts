/** A request as Node's HTTP server gives it, made into what the core takes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  MAX_BODY_BYTES,
  type Door,
  type IncomingHeaders,
  type IncomingRequest,
  type IncomingUrl,
} from '../../exchange/request.ts';
import { HOST_HEADER } from './meant-host.ts';

/**
 * Reads a request to its end, or until it passes the limit; at once when all of it is there already.
 * @throws when the connection ends before the whole request has come.
 */
export function readIncoming(
  incoming: IncomingMessage,
  response: ServerResponse,
  url: IncomingUrl,
  door: Door,
): IncomingRequest | Promise<IncomingRequest> {
  const { method = 'GET' } = incoming;
  const readBody = hasBody(incoming) ? bodyOf(incoming) : NO_BODY;
  const withBody = ({ body, tooLarge }: Body): IncomingRequest => {
    return { method, url, headers: new NodeHeaders(ownLeftOut(incoming)), body, tooLarge, gone: goneSignal(response), door };
  };
  return readBody instanceof Promise ? readBody.then(withBody) : withBody(readBody);
}

/** What a client sends, without what our own tells the listener. */
function ownLeftOut({ headers, rawHeaders }: IncomingMessage): readonly string[] {
  if (headers[HOST_HEADER] === undefined) return rawHeaders;
  return rawHeaders.filter((_, i) => rawHeaders[i - (i % 2)]?.toLowerCase() !== HOST_HEADER);
}

type Body = Pick<IncomingRequest, 'body' | 'tooLarge'>;

const NO_BODY: Body = { body: undefined, tooLarge: false };
const TOO_LARGE: Body = { body: undefined, tooLarge: true };

/** Bodies of methods that have none are left alone, as a web `Request` leaves them. */
function hasBody({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'TRACE') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function bodyOf(incoming: IncomingMessage): Body | Promise<Body> {
  if (Number(incoming.headers['content-length']) > MAX_BODY_BYTES) return TOO_LARGE;
  // Most often a body comes with its headers, and then it is all there.
  if (incoming.complete) return { body: (incoming.read() as Buffer | null) ?? undefined, tooLarge: false };
  return incoming.destroyed ? Promise.reject(cutOff()) : collected(incoming);
}

/** As Node says it to whoever listens in time. */
function cutOff(): Error {
  return Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

/** A body that comes in several packets. */
function collected(incoming: IncomingMessage): Promise<Body> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const collect = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else {
        incoming.off('data', collect);
        resolve(TOO_LARGE);
      }
    };
    incoming.on('data', collect);
    incoming.on('end', () => resolve({ body: size > 0 ? whole(chunks) : undefined, tooLarge: false }));
    incoming.on('error', reject);
  });
}

function whole(chunks: readonly Buffer[]): Uint8Array {
  const [only, ...others] = chunks;
  return only && others.length === 0 ? only : Buffer.concat(chunks);
}

/** Headers where Node has them, without copying them all: a request is asked for a few. */
class NodeHeaders implements IncomingHeaders {
  readonly #raw: readonly string[];

  /** @param raw names and values in turn. */
  constructor(raw: readonly string[]) {
    this.#raw = raw;
  }

  get(name: string): string | null {
    const raw = this.#raw;
    const wanted = name.toLowerCase();
    let value: string | null = null;
    for (let i = 0; i < raw.length; i += 2) {
      const sent = raw[i];
      if (sent !== wanted && (sent?.length !== wanted.length || sent.toLowerCase() !== wanted)) continue;
      const more = raw[i + 1] ?? '';
      value = value === null ? more : value + (wanted === 'cookie' ? '; ' : ', ') + more;
    }
    return value;
  }

  [Symbol.iterator](): Iterator<[string, string]> {
    const headers = new Headers();
    for (let i = 0; i < this.#raw.length; i += 2) headers.append(this.#raw[i] ?? '', this.#raw[i + 1] ?? '');
    return headers[Symbol.iterator]();
  }
}

/** Aborts when whoever asked goes away before the answer is out; made when somebody asks for it. */
function goneSignal(response: ServerResponse): () => AbortSignal {
  let abort: AbortController | undefined;
  return () => {
    if (abort) return abort.signal;
    abort = new AbortController();
    const leave = () => {
      if (!response.writableFinished) abort?.abort('The client went away.');
    };
    if (response.closed) leave();
    else response.once('close', leave);
    return abort.signal;
  };
}
