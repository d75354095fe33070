/** Reads answers from the bytes of a connection, strictly: what is no whole HTTP/1.1 answer is none. */

export interface Reply {
  readonly status: number;
  /** By name in lower case; several of one name are one text. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Bytes that it took. */
  readonly length: number;
}

/** An answer without end: its head is all that is waited for. */
export const ENDLESS = 'text/event-stream';

/**
 * The answer that the bytes begin with, or `undefined` when more has to come.
 *
 * @param toHead whether it answers `HEAD`, and so has no body.
 * @throws {Error} where the bytes are no answer.
 */
export function readReply(bytes: Buffer, toHead: boolean): Reply | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [line = '', ...fields] = bytes.toString('latin1', 0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(line)?.[1]);
  if (!status) throw new Error(`no answer of HTTP/1.1 begins with ${JSON.stringify(line.slice(0, 80))}`);
  const headers = fieldsOf(fields);
  const from = end + 4;
  const whole = (body: Buffer, length: number): Reply => ({ status, headers, body: body.toString('utf8'), length });
  if (status < 200) return pastInformation(bytes, from, toHead);
  if (toHead || status === 204 || status === 304 || headers['content-type'] === ENDLESS) return whole(Buffer.alloc(0), from);
  if (headers['transfer-encoding'] === 'chunked') {
    const chunks = readChunks(bytes, from);
    return chunks && whole(chunks.body, chunks.end);
  }
  const length = Number(headers['content-length']);
  if (!Number.isInteger(length)) throw new Error(`nobody can tell where the answer ${status} ends`);
  return bytes.length < from + length ? undefined : whole(bytes.subarray(from, from + length), from + length);
}

/** The answers that the bytes have one after the other. @throws {Error} where something is left over. */
export function readReplies(bytes: Buffer): Reply[] {
  const replies: Reply[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const reply = readReply(rest, false);
    if (!reply) throw new Error(`an answer is cut off: ${JSON.stringify(rest.toString('latin1', 0, 200))}`);
    replies.push(reply);
    rest = rest.subarray(reply.length);
  }
  return replies;
}

function pastInformation(bytes: Buffer, from: number, toHead: boolean): Reply | undefined {
  const reply = readReply(bytes.subarray(from), toHead);
  return reply && { ...reply, length: reply.length + from };
}

function fieldsOf(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(line.slice(0, Math.max(0, colon))))
      throw new Error(`the answer has a broken header: ${JSON.stringify(line.slice(0, 80))}`);
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = Object.hasOwn(headers, name) ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

function readChunks(bytes: Buffer, start: number): { readonly body: Buffer; readonly end: number } | undefined {
  const pieces: Buffer[] = [];
  for (let from = start; ;) {
    const end = bytes.indexOf('\r\n', from);
    if (end < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', from, end), 16);
    if (Number.isNaN(size)) throw new Error('the answer has a broken chunk');
    const next = end + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return { body: Buffer.concat(pieces), end: next };
    pieces.push(bytes.subarray(end + 2, end + 2 + size));
    from = next;
  }
}
