/** Connections that want nothing, say it slowly, or never listen: the others are answered meanwhile, and they come to an end. */
import { connect, type Socket } from 'node:net';
import { RawClient } from './raw-client.ts';
import type { Heap } from './watch.ts';
import type { Watched } from './watched-process.ts';

export interface EnduranceProof {
  /** Idle connections that were there at once. */
  readonly held: number;
  /** Ordinary requests while all of them were there, and the slowest of them in milliseconds. */
  readonly answered: number;
  readonly slowest: number;
  readonly slowSenders: number;
  /** Answers that never readers did not read. */
  readonly neverReaders: number;
  /** Seconds until the server had ended every one of them. */
  readonly endedAfter: number;
  readonly before: Heap;
  readonly after: Heap;
  readonly failures: readonly string[];
}

export interface EnduranceOptions {
  readonly idle: number;
  readonly slowSenders: number;
  readonly neverReaders: number;
  /** Real time that the server may take to be rid of whoever does not get on with it; absent: nobody waits for that. */
  readonly endWithinMs?: number;
}

const BOUND_MS = 15_000;
/** Fewer than a listener queues. */
const WAVE = 200;
const ORDINARY = 500;
const KEY = 'x-api-key: chaveiro-pingback-active\r\n';
const ASK = Buffer.from(`GET /contacts HTTP/1.1\r\nHost: localhost\r\n${KEY}\r\n`);

export async function proveEndurance(watched: Watched, options: EnduranceOptions): Promise<EnduranceProof> {
  const failures: string[] = [];
  const before = await watched.heap();
  const port = watched.ports.unwatched;
  const sockets: Socket[] = [];
  const ends: Promise<void>[] = [];
  const open = () => {
    const { opened, ended, socket } = knock(port);
    sockets.push(socket);
    ends.push(ended);
    return opened;
  };
  try {
    for (let left = options.idle; left > 0; left -= WAVE) await Promise.all(Array.from({ length: Math.min(WAVE, left) }, open));
    const held = sockets.filter((socket) => !socket.destroyed).length;
    if (held < options.idle) failures.push(`Only ${held} of ${options.idle} idle connections were held.`);
    const slow = await Promise.all(
      Array.from({ length: options.slowSenders }, (_, n) => open().then((socket) => dribble(socket, n))),
    );
    await Promise.all(Array.from({ length: options.neverReaders }, () => open().then(neverRead)));
    const began = performance.now();
    const { answered, slowest, refused } = await askMeanwhile(port);
    failures.push(...refused);
    if (options.endWithinMs !== undefined) {
      const ended = await within(options.endWithinMs, Promise.all(ends.slice(0, options.idle + options.slowSenders)));
      if (!ended)
        failures.push(
          `After ${options.endWithinMs} ms ${sockets.filter((socket) => !socket.destroyed).length} connections were still there.`,
        );
    }
    const endedAfter = (performance.now() - began) / 1000;
    for (const stop of slow) stop();
    const counts = { slowSenders: options.slowSenders, neverReaders: options.neverReaders };
    for (const socket of sockets) socket.destroy();
    await Promise.all(ends);
    const after = await settled(watched, before);
    return { held, answered, slowest, ...counts, endedAfter, before, after, failures };
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

function knock(port: number): { readonly socket: Socket; readonly opened: Promise<Socket>; readonly ended: Promise<void> } {
  const socket = connect({ port, host: '127.0.0.1' });
  const opened = new Promise<Socket>((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('close', () => resolve(socket));
  });
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  // What the server says at its end is of no interest, but has to be read for the end to be seen.
  socket.resume();
  return { socket, opened, ended };
}

/** A byte now and then, of a head or of a body, and never the last one. @returns how to stop. */
function dribble(socket: Socket, n: number): () => void {
  const head = `POST /contacts HTTP/1.1\r\nHost: localhost\r\n${KEY}Content-Type: application/json\r\n`;
  if (n % 2 === 0) socket.write(`${head}Content-Length: 100000\r\n\r\n{`);
  else socket.write(head);
  const timer = setInterval(() => socket.writable && socket.write(n % 2 === 0 ? ' ' : 'x'), 100);
  const stop = () => clearInterval(timer);
  socket.once('close', stop);
  return stop;
}

/** Asks for a long answer again and again, and reads none of it. */
function neverRead(socket: Socket): void {
  socket.pause();
  socket.write('GET /__mock/console/document.json HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(1000));
}

async function askMeanwhile(port: number): Promise<{ answered: number; slowest: number; refused: string[] }> {
  using client = new RawClient(port, BOUND_MS);
  let [answered, slowest] = [0, 0];
  const refused: string[] = [];
  for (let n = 0; n < ORDINARY; n++) {
    const outcome = await client.ask(ASK, 'GET');
    if (outcome.kind !== 'reply' || outcome.reply.status !== 200)
      refused.push(`Meanwhile an ordinary request got: ${JSON.stringify(outcome).slice(0, 200)}`);
    else {
      answered += 1;
      slowest = Math.max(slowest, outcome.ms);
    }
    if (refused.length > 3) break;
  }
  return { answered, slowest, refused };
}

/** The server sees some ends later than we do. */
async function settled(watched: Watched, before: Heap): Promise<Heap> {
  for (let left = 20; ; left--) {
    const after = await watched.heap();
    if (left === 0 || after.heapUsed < before.heapUsed + 10_000_000) return after;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function within(ms: number, all: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  const done = await Promise.race([all.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
