/** The life of one request over HTTP: who it is for, what it says, what the mock answers, and the way back. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Outgoing } from '../../exchange/outgoing.ts';
import { MAX_BODY_BYTES, type Door } from '../../exchange/request.ts';
import type { Mock } from '../../mock.ts';
import type { Pages } from './console/index.ts';
import { hostRefusal } from './guard.ts';
import { problemAnswer } from './neutral.ts';
import { readIncoming } from './read-incoming.ts';
import { urlOf } from './url-of.ts';
import { writeOutgoing } from './write-outgoing.ts';

/** How long, and how much, is read of a body that nobody wants, so that its sender sees the answer. */
const LEFT_OVER_MS = 500;
const LEFT_OVER_BYTES = 6 * MAX_BODY_BYTES;

/**
 * @param allowedHosts host names besides localhost that requests may be for.
 * @param pages the web console, where there is one.
 */
export function createListener(
  mock: Pick<Mock, 'answer'>,
  allowedHosts: readonly string[],
  door: Door,
  pages?: Pages,
): RequestListener {
  return (incoming, response) => void exchange(incoming, response);

  async function exchange(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const outgoing = await answer(incoming, response);
      if (outgoing) writeOutgoing(response, outgoing);
    } catch (error) {
      writeOutgoing(response, failure(error));
    }
    if (!incoming.complete) readLeftOver(incoming);
  }

  /** `undefined`: it has been given, or nobody waits for it any more. */
  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<Outgoing | undefined> {
    const url = urlOf(incoming.url ?? '', incoming.headers.host ?? '');
    if (!url) return malformed();
    const refused = hostRefusal(url, allowedHosts);
    if (refused) return refused;
    const page = pages?.(incoming, response, url);
    if (page) return void (await page);
    const request = await readIncoming(incoming, response, url, door);
    try {
      return await mock.answer(request);
    } catch (error) {
      if (request.gone?.().aborted) return undefined;
      throw error;
    }
  }
}

function malformed(): Outgoing {
  const detail = 'The request target or the Host header is not valid.';
  return problemAnswer(400, 'malformed_request', 'Malformed request', detail);
}

function failure(error: unknown): Outgoing {
  if (isCutOff(error))
    return problemAnswer(
      400,
      'incomplete_request',
      'Incomplete request',
      'The connection ended before the whole request had come.',
    );
  console.error('The mock failed. Please report this.', error);
  return problemAnswer(
    500,
    'server_error',
    'The mock failed',
    'This is a bug of the mock, not of your request. Its terminal shows the error.',
  );
}

/** The client went away while its body was being read. */
function isCutOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

/** What else comes of a request that has been answered already is thrown away; a sender that does not end is cut off. */
function readLeftOver(incoming: IncomingMessage): void {
  let size = 0;
  const cutOff = () => incoming.socket.destroySoon();
  const timer = setTimeout(cutOff, LEFT_OVER_MS).unref();
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > LEFT_OVER_BYTES) cutOff();
  });
  incoming.on('close', () => clearTimeout(timer));
  incoming.resume();
}
