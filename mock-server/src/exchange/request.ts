/** A request as the core gets it: read completely, within the size limit, nothing interpreted. */

/** A listener, as the guard of the mock's controls sees it. */
export interface Door {
  /** Other machines can reach it too. */
  readonly exposed: boolean;
  /** What opens the controls to whoever comes in here; default: that of the mock. */
  readonly controlToken?: string | undefined;
}

/** Header fields by name in any case; several of one name are one text, as in `Headers`. */
export type IncomingHeaders = Pick<Headers, 'get'> & Iterable<[string, string]>;

/** What of a `URL` a request is looked up by. */
export interface IncomingUrl extends Readonly<Pick<URL, 'host' | 'hostname' | 'pathname' | 'search' | 'href'>> {
  readonly searchParams: Pick<URLSearchParams, 'get'>;
}

export interface IncomingRequest {
  readonly method: string;
  readonly url: IncomingUrl;
  readonly headers: IncomingHeaders;
  /** The whole body, or `undefined` when there is none. */
  readonly body: Uint8Array | undefined;
  /** The body went on past the limit and was not read to its end. */
  readonly tooLarge: boolean;
  /** Aborts when whoever asked goes away; called only when an answer has to wait, since it may cost something. */
  readonly gone?: () => AbortSignal;
  /** Where it came in, as far as the mock's controls care. */
  readonly door?: Door;
}

/** Bytes that a transport reads before it gives up: a platform's own limit is usually smaller. */
export const MAX_BODY_BYTES = 10_485_760;

/** Reads a web `Request`; never more than {@link MAX_BODY_BYTES} of it. */
export async function readRequest(request: Request): Promise<IncomingRequest> {
  const base = { method: request.method, url: new URL(request.url), headers: request.headers, gone: () => request.signal };
  if (request.body === null) return { ...base, body: undefined, tooLarge: false };
  const announced = request.headers.get('content-length');
  if (Number(announced) > MAX_BODY_BYTES) {
    await request.body?.cancel();
    return { ...base, body: undefined, tooLarge: true };
  }
  // A body that says how long it is comes in one piece, which costs less than a stream. Firefox cannot stream one at all:
  // there the property is missing.
  if (announced !== null || !request.body) return { ...base, ...whole(new Uint8Array(await request.arrayBuffer())) };
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { ...base, body: size > 0 ? concatenate(chunks, size) : undefined, tooLarge: false };
    size += value.length;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      return { ...base, body: undefined, tooLarge: true };
    }
    chunks.push(value);
  }
}

function whole(body: Uint8Array): Pick<IncomingRequest, 'body' | 'tooLarge'> {
  const tooLarge = body.length > MAX_BODY_BYTES;
  return { body: tooLarge || body.length === 0 ? undefined : body, tooLarge };
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only, ...others] = chunks;
  if (only && others.length === 0) return only;
  const all = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
