/** The life of one request over HTTP: who it is for, what it says, what the mock answers, and the way back. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Outgoing } from '../../exchange/outgoing.ts';
import { MAX_BODY_BYTES, type Door, type IncomingRequest } from '../../exchange/request.ts';
import type { Mock } from '../../mock.ts';
import type { Pages } from './console/index.ts';
import { hostRefusal } from './guard.ts';
import { meantUrl } from './meant-host.ts';
import { problemAnswer } from './neutral.ts';
import { readIncoming } from './read-incoming.ts';
import { inTurns } from './turns.ts';
import { urlOf } from './url-of.ts';
import { writeOutgoing } from './write-outgoing.ts';

/** How long, and how much, is read of a body that nobody wants, so that its sender sees the answer. */
const LEFT_OVER_MS = 500;
const LEFT_OVER_BYTES = 6 * MAX_BODY_BYTES;

/**
 * @param allowedHosts host names besides localhost that requests may be for.
 * @param pages the web console, where there is one.
 * @param realHosts hosts of platforms that a request may have been for.
 */
export function createListener(
  mock: Pick<Mock, 'answer'>,
  allowedHosts: readonly string[],
  door: Door,
  pages?: Pages,
  realHosts: ReadonlySet<string> = new Set(),
): RequestListener {
  const take = inTurns(({ incoming, response }: Arrival) => {
    const outgoing = answerOrFail(incoming, response);
    if (!(outgoing instanceof Promise)) return () => finish(incoming, response, outgoing);
    return () => void outgoing.then((late) => finish(incoming, response, late));
  });
  return (incoming, response) => take({ incoming, response });

  function answerOrFail(incoming: IncomingMessage, response: ServerResponse): MaybeLater<Outgoing | undefined> {
    try {
      const outgoing = answer(incoming, response);
      return outgoing instanceof Promise ? outgoing.catch(failure) : outgoing;
    } catch (error) {
      return failure(error);
    }
  }

  /** `undefined`: it has been given, or nobody waits for it any more. */
  function answer(incoming: IncomingMessage, response: ServerResponse): MaybeLater<Outgoing | undefined> {
    const url = urlOf(incoming.url ?? '', incoming.headers.host ?? '');
    if (!url) return malformed();
    const refused = hostRefusal(url, allowedHosts);
    if (refused) return refused;
    const meant = meantUrl(incoming, url, realHosts);
    const page = meant ? undefined : pages?.(incoming, response, url);
    if (page) return page.then(() => undefined);
    const request = readIncoming(incoming, response, meant ?? url, door);
    return request instanceof Promise ? request.then(answerUnlessGone) : answerUnlessGone(request);
  }

  function answerUnlessGone(request: IncomingRequest): MaybeLater<Outgoing | undefined> {
    const outgoing = mock.answer(request);
    if (!(outgoing instanceof Promise)) return outgoing;
    return outgoing.catch((error: unknown) => {
      if (request.gone?.().aborted) return undefined;
      throw error;
    });
  }
}

type MaybeLater<Value> = Value | Promise<Value>;

interface Arrival {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
}

/** @param outgoing what is written, unless there is nothing to write any more. */
function finish(incoming: IncomingMessage, response: ServerResponse, outgoing: Outgoing | undefined): void {
  try {
    if (outgoing) writeOutgoing(response, outgoing);
  } catch (error) {
    const failed = failure(error);
    // What is on its way already cannot be taken back.
    if (response.headersSent) response.destroy();
    else writeOutgoing(response, failed);
  }
  if (!incoming.complete) readLeftOver(incoming);
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
