/** One connection after the other on which anything may be sent, and what comes back; nothing is waited for without a bound. */
import { connect, type Socket } from 'node:net';
import { ENDLESS, readReply, type Reply } from './replies.ts';

/** What came of a request. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly ms: number }
  /** The connection ended without an answer. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'silence'; readonly ms: number }
  /** Something came that is no answer, or that nobody asked for. */
  | { readonly kind: 'noise'; readonly said: string };

interface Waiting {
  readonly toHead: boolean;
  readonly began: number;
  readonly settle: (outcome: Outcome) => void;
}

export class RawClient implements Disposable {
  readonly #port: number;
  readonly #boundMs: number;
  #socket: Socket | undefined;
  #received: Buffer[] = [];
  #waiting: Waiting | undefined;
  /** What came while nobody waited; told with the next request. */
  #unasked: string | undefined;

  /** @param boundMs of real time that an answer may take. */
  constructor(port: number, boundMs: number) {
    this.#port = port;
    this.#boundMs = boundMs;
  }

  /** Sends a request on the connection that is there, or on a new one, and waits for its answer. */
  async ask(bytes: Buffer, method: string): Promise<Outcome> {
    const reused = this.#socket !== undefined;
    const outcome = await this.#send(bytes, method);
    // The server may end an idle connection at the very moment at which somebody writes to it.
    if (outcome.kind !== 'closed' || !reused) return outcome;
    return this.#send(bytes, method);
  }

  #send(bytes: Buffer, method: string): Promise<Outcome> {
    if (this.#unasked !== undefined) {
      const said = this.#unasked;
      this.#unasked = undefined;
      return Promise.resolve({ kind: 'noise', said });
    }
    return new Promise((resolve) => {
      const began = performance.now();
      const socket = (this.#socket ??= this.#open());
      const timer = setTimeout(() => this.#settle({ kind: 'silence', ms: performance.now() - began }), this.#boundMs);
      this.#waiting = {
        toHead: method === 'HEAD',
        began,
        settle: (outcome) => {
          clearTimeout(timer);
          if (outcome.kind !== 'reply' || !staysOpen(outcome.reply)) this.#leave(socket);
          resolve(outcome);
        },
      };
      socket.write(bytes);
    });
  }

  #open(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    socket.on('data', (chunk) => this.#take(socket, chunk));
    // Whatever went wrong, the connection is closed next, and that is told.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#socket !== socket) return;
      this.#leave(socket);
      this.#settle({ kind: 'closed' });
    });
    return socket;
  }

  #take(socket: Socket, chunk: Buffer): void {
    if (this.#socket !== socket) return;
    if (!this.#waiting) {
      this.#unasked = chunk.toString('latin1', 0, 300);
      this.#leave(socket);
      return;
    }
    this.#received.push(chunk);
    const bytes = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
    this.#received = [bytes];
    try {
      const reply = readReply(bytes, this.#waiting.toHead);
      if (!reply) return;
      this.#received = [];
      const { began } = this.#waiting;
      const more = bytes.length > reply.length && staysOpen(reply);
      if (more)
        this.#settle({ kind: 'noise', said: `after its answer: ${bytes.toString('latin1', reply.length).slice(0, 300)}` });
      else this.#settle({ kind: 'reply', reply, ms: performance.now() - began });
    } catch (error) {
      this.#settle({ kind: 'noise', said: (error as Error).message });
    }
  }

  #settle(outcome: Outcome): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.settle(outcome);
  }

  #leave(socket: Socket): void {
    if (this.#socket === socket) this.#socket = undefined;
    this.#received = [];
    socket.destroy();
  }

  [Symbol.dispose](): void {
    if (this.#socket) this.#leave(this.#socket);
  }
}

function staysOpen({ headers }: Reply): boolean {
  return headers['connection']?.toLowerCase() !== 'close' && headers['content-type'] !== ENDLESS;
}
