/** A connection for some bytes and no more: whatever comes back until the server ends it, within a bound. */
import { connect } from 'node:net';

export interface Heard {
  readonly bytes: Buffer;
  readonly ms: number;
  /** The server ended the connection; otherwise the bound did. */
  readonly ended: boolean;
}

/** Sends, and ends its own half: whoever reads knows that nothing more comes. */
export function sendOnce(port: number, bytes: Buffer, boundMs: number): Promise<Heard> {
  return new Promise((resolve) => {
    const began = performance.now();
    const chunks: Buffer[] = [];
    let timedOut = false;
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.end(bytes));
    const timer = setTimeout(() => {
      timedOut = true;
      socket.destroy();
    }, boundMs);
    socket.on('data', (chunk) => chunks.push(chunk));
    // The server may have closed while something was still on its way; what counts is what came before.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ bytes: Buffer.concat(chunks), ms: performance.now() - began, ended: !timedOut });
    });
  });
}
