import { WebhookBodyError, type WebhookBodyCode } from './body-error.ts';
import { asBytes, joined } from './bytes.ts';
import { headerOf, isWebRequest, type NodeRequest, type WebhookRequest, type WebRequest } from './request.ts';

/** Bytes that a delivery may have when nobody says otherwise: far more than any known event. */
export const MAX_BYTES = 1_048_576;

export interface Reading {
  readonly platform: string;
  readonly maxBytes: number;
}

/** Gives one chunk after the other, until it is told to stop. */
interface Chunks {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  readonly stop: () => void;
}

/**
 * The bytes of a body as they were sent, which is what was signed.
 *
 * @throws WebhookBodyError when there are too many of them, or when they are no longer to be had
 */
export async function rawBody(request: WebhookRequest, reading: Reading): Promise<Uint8Array> {
  const { platform, maxBytes } = reading;
  if (Number(headerOf(request, 'content-length')) > maxBytes) throw tooLarge(reading);
  if (isWebRequest(request)) return readAll(chunksOfWeb(request, platform), reading);
  const held = heldBody(request);
  if (!held) return readAll(chunksOfNode(request, platform), reading);
  // Negated, so that a limit that is no number lets nothing pass.
  if (!(held.length <= maxBytes)) throw tooLarge(reading);
  return held;
}

/** What a framework has made of the body, where it has parsed it; nothing can be verified against it. */
export function parsedBody(request: WebhookRequest): object | undefined {
  if (isWebRequest(request) || heldBody(request)) return undefined;
  return wasParsed(request) ? (request.body as object) : undefined;
}

function chunksOfWeb({ body, bodyUsed }: WebRequest, platform: string): Chunks {
  if (bodyUsed) throw alreadyRead(platform);
  if (!body) return { next: () => Promise.resolve({ done: true }), stop: () => undefined };
  try {
    const reader = body.getReader();
    return { next: () => reader.read(), stop: () => void reader.cancel().catch(() => undefined) };
  } catch {
    throw alreadyRead(platform);
  }
}

function chunksOfNode(request: NodeRequest, platform: string): Chunks {
  if (wasParsed(request)) {
    throw bodyError(
      'body_already_parsed',
      platform,
      'The body was parsed before its signature was checked, and what is signed are the bytes that were sent.',
      "Keep the raw body: on this route use express.raw({ type: 'application/json' }) in place of express.json(), " +
        "Nest's rawBody: true, Fastify's fastify-raw-body, or bodyParser: false in Next.js.",
    );
  }
  const iterator = request.readableDidRead ? undefined : request[Symbol.asyncIterator]?.();
  if (!iterator) throw alreadyRead(platform);
  // Not a `for await`, which would close the connection before the sender can be told that it sent too much.
  return { next: () => iterator.next(), stop: () => undefined };
}

function heldBody({ rawBody: raw, body }: NodeRequest): Uint8Array | undefined {
  return asBytes(raw) ?? asBytes(body);
}

/** Express 4 puts an empty object where nothing was parsed: then nobody has read the stream either. */
function wasParsed({ body, readableDidRead }: NodeRequest): boolean {
  return typeof body === 'object' && body !== null && readableDidRead !== false;
}

async function readAll({ next, stop }: Chunks, reading: Reading): Promise<Uint8Array> {
  const { platform, maxBytes } = reading;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await next().catch((cause: unknown) => {
      const what = 'The connection ended before the whole body had come.';
      throw bodyError('body_unreadable', platform, what, 'The platform will send it again.', cause);
    });
    if (done) return joined(chunks);
    const chunk = asBytes(value);
    if (!chunk) throw alreadyRead(platform);
    size += chunk.length;
    if (!(size <= maxBytes)) {
      stop();
      throw tooLarge(reading);
    }
    chunks.push(chunk);
  }
}

function tooLarge({ platform, maxBytes }: Reading): WebhookBodyError {
  const hint = 'No event of the platform is known to be that large; raise maxBytes if yours are.';
  return bodyError('body_too_large', platform, `The body has more than ${maxBytes} bytes.`, hint);
}

function alreadyRead(platform: string): WebhookBodyError {
  const hint = 'Give the request before anything reads it, or keep the bytes in rawBody.';
  return bodyError('body_unreadable', platform, 'The body was read before and is not to be had any more.', hint);
}

function bodyError(code: WebhookBodyCode, platform: string, what: string, hint: string, cause?: unknown): WebhookBodyError {
  return new WebhookBodyError(`${what} ${hint}`, { code, platform, hint, cause });
}
