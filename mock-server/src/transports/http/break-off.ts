/** An answer that goes wrong on a real socket: dropped, cut short, or stalled. */
import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Outgoing } from '../../exchange/outgoing.ts';

export function breakOff(response: ServerResponse, { status, headers, body = '', breakage }: Outgoing): Response {
  // Nobody is to be told anything any more, so a socket that is gone already is as good.
  response.on('error', () => undefined);
  if (!breakage || breakage.kind === 'drop') {
    response.socket?.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  const bytes = Buffer.from(body);
  // The full length is promised, so that a client can tell that something is missing.
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, breakage.after), () => {
    if (breakage.kind === 'truncate') response.socket?.destroy();
  });
  return RESPONSE_ALREADY_SENT;
}
