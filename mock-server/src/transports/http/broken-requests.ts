/** What comes over a connection and is no request that could be answered in the ordinary way. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { parserProblem, problemAnswer, rawProblem } from './neutral.ts';
import { writeOutgoing } from './write-outgoing.ts';

/** How long a sender may take to see why its connection ends. */
const FAREWELL_MS = 2_000;

/** The last two requests of a connection. Answers come in the order of the requests, so that no others can be under way. */
interface Recent {
  before: ServerResponse | undefined;
  last: ServerResponse;
}

export function refuseBrokenRequests(server: Server): void {
  const recent = new WeakMap<Duplex, Recent>();
  const leaving = new WeakSet<Duplex>();

  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const known = recent.get(socket);
    if (!known) return void recent.set(socket, { before: undefined, last: response });
    known.before = known.last;
    known.last = response;
  });

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    // What is still on its way belongs to the same request; it is read, so that its sender comes to read the answer.
    if (leaving.has(socket)) return;
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    leaving.add(socket);
    const { before, last } = recent.get(socket) ?? {};
    const broken = last?.req.complete === false ? last : undefined;
    const good = broken ? before : last;
    // It may have its answer already, and gets no second one.
    const refuse = () => farewell(socket, broken?.headersSent ? undefined : parserProblem(error.code));
    // Whoever sent a good request first must not take this for its answer.
    if (good && !good.writableFinished && !good.closed) good.once('close', refuse);
    else refuse();
  });

  // Without a listener Node closes the connection, and nobody learns why.
  server.on('connect', (_: IncomingMessage, socket: Duplex) => {
    const detail = 'This is a mock and no proxy: it opens no tunnels. Send your request to its own address.';
    socket.on('error', () => socket.destroy());
    farewell(socket, rawProblem(405, 'method_not_allowed', 'Method not allowed', detail));
  });

  server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    const detail = 'The header Expect may say "100-continue" and nothing else. Leave it out.';
    writeOutgoing(response, problemAnswer(417, 'expectation_failed', 'Expectation failed', detail));
  });
}

/** Ends a connection, also when the other side would rather keep it. */
function farewell(socket: Duplex, text: string | undefined): void {
  if (socket.destroyed) return;
  if (text === undefined || !socket.writable) socket.end();
  else socket.end(text);
  const timer = setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
  socket.once('close', () => clearTimeout(timer));
}
