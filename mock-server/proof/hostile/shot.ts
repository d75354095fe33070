/** A request as it goes on the wire, however odd: text in it is bytes, one character each (latin1). */

export type Field = readonly [name: string, value: string];

export interface Shot {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: readonly Field[];
  readonly body?: Buffer | undefined;
  /** In pieces, each with its length, instead of a length for all. */
  readonly chunked?: boolean;
  /** Goes to the mock that has a control token. */
  readonly guarded: boolean;
  /** The operation that it began as. */
  readonly operation: string;
  /** What was done to it since. */
  readonly how: readonly string[];
}

/** What of it travels. */
type Wire = Pick<Shot, 'method' | 'target' | 'headers' | 'body' | 'chunked'>;

/** Text as the bytes that UTF-8 makes of it, one character each. */
export function wireText(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** Request line, headers and body; what frames the body is right, since the oddities of framing are cases of their own. */
export function bytesOf({ method, target, headers, body, chunked = false }: Wire, host = 'localhost'): Buffer {
  const framing: Field[] =
    body === undefined ? [] : chunked ? [['transfer-encoding', 'chunked']] : [['content-length', String(body.length)]];
  const named = headers.some(([name]) => name.toLowerCase() === 'host');
  const lines = [...(named ? [] : [['host', host] as const]), ...headers, ...framing];
  const head = `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), ...(body ? (chunked ? inChunks(body) : [body]) : [])]);
}

function inChunks(body: Buffer): Buffer[] {
  const half = body.length >> 1;
  const pieces = [body.subarray(0, half), body.subarray(half)].filter(({ length }) => length > 0);
  return [
    ...pieces.flatMap((piece) => [Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]),
    Buffer.from('0\r\n\r\n'),
  ];
}
