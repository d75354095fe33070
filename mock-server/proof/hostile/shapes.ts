/** Bytes that are shaped so that two readers may see different requests in them, or none at all. */
import type { Random } from './random.ts';
import { CASE_HEADER, SMUGGLED } from './witness.ts';

export interface Shape {
  readonly name: string;
  /** As one text, one character a byte. */
  readonly bytes: string;
  /** Statuses of the answers, in order, where only these are right; otherwise any that are no failure of the server. */
  readonly answers?: readonly number[];
}

const HOST = 'Host: localhost\r\n';
const KEY = 'x-api-key: chaveiro-pingback-active\r\n';

/** A contact that would be made, were this seen as a request. */
function smuggled(random: Random): string {
  const body = `{"email":"contrabando-${random.below(1e9)}@exemplo.com.br"}`;
  return `POST /contacts HTTP/1.1\r\n${HOST}${KEY}${CASE_HEADER}: ${SMUGGLED}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

/** A request that is good but for the given headers and body. */
function post(headers: string, body: string): string {
  return `POST /contacts HTTP/1.1\r\n${HOST}${KEY}Content-Type: application/json\r\n${headers}\r\n${body}`;
}

function get(line = 'GET /contacts HTTP/1.1', headers = HOST + KEY, body = ''): string {
  return `${line}\r\n${headers}\r\n${body}`;
}

type Make = (random: Random) => Omit<Shape, 'name'>;

const ODD_CODINGS = [
  'xchunked', 'chunked, identity', 'chunked;q=1', '"chunked"', 'gzip', 'identity', '', 'chunked,', '\x0bchunked', 'chunked\x00',
  'x\r\n chunked', 'ch\u00fcnked',
]; // prettier-ignore
/** Where chunks come last, all readers find the end. */
const CHUNKED_CODINGS = [
  'CHUNKED',
  '\tchunked',
  'chunked\t',
  'identity, chunked',
  'gzip, chunked',
  'chunked, chunked',
  ',chunked',
];
const ODD_LENGTHS = [
  '-1', '+5', '5, 5', '5,6', '0x5', '5 5', '5.0', '1e1', '', ' ', '99999999999999999999', '18446744073709551616', '9007199254740993',
  '٥', '5;', '5\x00', '4294967297', 'NaN', 'chunked',
]; // prettier-ignore
const ODD_CHUNKS = [
  'zz\r\n', '-5\r\nabcde\r\n', '+5\r\nabcde\r\n', '0x5\r\nabcde\r\n', '5 \r\nabcde\r\n', ' 5\r\nabcde\r\n', '5;a=b\r\nabcde\r\n', '5;"\n"\r\nabcde\r\n',
  '5\nabcde\n', '5\rabcde\r', '5\r\nabcdef\r\n', '5\r\nabcd\r\n', 'ffffffffffffffff\r\nabc', '10000000000000005\r\nabcde\r\n', '5\r\nabcde',
  '\r\n', '5;' + 'x'.repeat(20_000) + '\r\nabcde\r\n', '5,5\r\nabcde\r\n', '5_\r\nabcde\r\n', '0\r\nX: y', '00000\r\n',
]; // prettier-ignore
const GARBAGE = [
  '\x00',
  'HELLO',
  '\r\n\r\n\r\n',
  '{"a":1}',
  'GET',
  'GET /x',
  'GET /x HTTP/1.1',
  '\x16\x03\x01\x02\x00\x01\x00',
  'HTTP/1.1 200 OK\r\n\r\n',
  ' ',
  '\ufeff',
];
const LINES = [
  'GET /contacts HTTP/0.9', 'GET /contacts', 'GET /contacts HTTP/1.0', 'GET /contacts HTTP/1.2', 'GET /contacts HTTP/2.0', 'GET /contacts HTTP/3',
  'GET /contacts HTTP/11', 'GET /contacts HTP/1.1', 'GET /contacts http/1.1', 'GET  /contacts HTTP/1.1', 'GET /contacts  HTTP/1.1',
  'GET\t/contacts\tHTTP/1.1', ' GET /contacts HTTP/1.1', 'GET /contacts HTTP/1.1 x', 'GET contacts HTTP/1.1', 'GET  HTTP/1.1', 'GET',
  'GET * HTTP/1.1', 'OPTIONS * HTTP/1.1', 'GET http://localhost/contacts HTTP/1.1', 'GET http://evil.example/contacts HTTP/1.1',
  'GET https://localhost/contacts HTTP/1.1', 'GET ftp://localhost/contacts HTTP/1.1', 'GET http:///contacts HTTP/1.1', 'GET http://localhost:x/ HTTP/1.1',
  'GET //evil.example/contacts HTTP/1.1', 'GET /\\evil.example HTTP/1.1', 'GET http://user:pass@localhost/contacts HTTP/1.1', 'GET ? HTTP/1.1',
  'GET /contacts#x HTTP/1.1', 'CONNECT localhost:80 HTTP/1.1', 'CONNECT /contacts HTTP/1.1', 'TRACE /contacts HTTP/1.1', 'SOURCE /x ICE/1.0',
  'GET /a\x00b HTTP/1.1', 'GET /\x7f HTTP/1.1', 'GET /\xff HTTP/1.1', `GET /${'a'.repeat(70_000)} HTTP/1.1`, 'PRI * HTTP/2.0', 'DESCRIBE rtsp://x RTSP/1.0',
]; // prettier-ignore
const ODD_FIELDS = [
  'x-api-key : y', ' x-api-key: y', 'x-api-key\t: y', ': y', 'x y: z', 'x', 'x:y\x00z', 'x: y\rz', 'x: y\nz: w', '\x00: y', 'x\xff: y', '(x): y',
  `${'x'.repeat(70_000)}: y`, 'x: \x01', 'x: y\r\n folded', 'x: y\r\n\tfolded', 'x-api-key: a\r\nx-api-key: b', 'Host: a\r\nHost: b', 'Content-Length', '"x": y',
]; // prettier-ignore

/** By name. */
const makers: Readonly<Record<string, Make>> = {
  'length and chunks': (random) =>
    refused(post('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${smuggled(random)}`)),
  'chunks and length': (random) =>
    refused(post('Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', `0\r\n\r\n${smuggled(random)}`)),
  'two lengths': (random) => refused(post('Content-Length: 0\r\nContent-Length: 400\r\n', smuggled(random))),
  'a length twice': (random) => refused(post('Content-Length: 2\r\nContent-Length: 2\r\n', `{}${smuggled(random)}`)),
  'an odd coding': (random) => ({
    bytes: post(`Transfer-Encoding: ${random.pick(ODD_CODINGS)}\r\n`, unseen(random, '5\r\nabcde\r\n0\r\n\r\n')),
  }),
  'an odd coding with chunks': (random) => ({
    bytes: post(`Transfer-Encoding: ${random.pick(CHUNKED_CODINGS)}\r\n`, '5\r\nabcde\r\n0\r\n\r\n'),
  }),
  'an odd coding and a length': (random) => {
    const inside = smuggled(random);
    return refused(
      post(
        `Transfer-Encoding: ${random.pick([...ODD_CODINGS, ...CHUNKED_CODINGS])}\r\nContent-Length: ${inside.length}\r\n`,
        inside,
      ),
    );
  },
  'two codings': (random) => ({
    bytes: post('Transfer-Encoding: chunked\r\nTransfer-encoding: identity\r\n', `0\r\n\r\n${unseen(random)}`),
  }),
  'a space before the colon': (random) => refused(post('Transfer-Encoding : chunked\r\n', `0\r\n\r\n${smuggled(random)}`)),
  'an odd length': (random) => ({ bytes: post(`Content-Length: ${random.pick(ODD_LENGTHS)}\r\n`, unseen(random, 'abcde')) }),
  'an odd chunk': (random) => ({ bytes: post('Transfer-Encoding: chunked\r\n', `${random.pick(ODD_CHUNKS)}0\r\n\r\n`) }),
  'an odd chunk around a request': (random) => {
    const inside = smuggled(random);
    const size = random.pick([inside.length, inside.length + 1, inside.length + 40]);
    return { bytes: post('Transfer-Encoding: chunked\r\n', `${size.toString(16)}\r\n${inside}\r\n0\r\n\r\n`) };
  },
  'a request in the body of GET': (random) => {
    const inside = smuggled(random);
    return { bytes: get(undefined, `${HOST}${KEY}Content-Length: ${inside.length}\r\n`, inside), answers: [200] };
  },
  'a request in chunks of GET': (random) => {
    const inside = smuggled(random);
    const chunks = `${inside.length.toString(16)}\r\n${inside}\r\n0\r\n\r\n`;
    return { bytes: get(undefined, `${HOST}${KEY}Transfer-Encoding: chunked\r\n`, chunks), answers: [200] };
  },
  'a request in a refused body': (random) => {
    const inside = smuggled(random);
    const host = random.pick(['evil.example', '[::x', '']);
    return { bytes: `POST /contacts HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${inside.length}\r\n\r\n${inside}` };
  },
  'a request in trailers': (random) => ({
    bytes: post(
      'Transfer-Encoding: chunked\r\n',
      `2\r\n{}\r\n0\r\nx: y\r\n${smuggled(random).replace('\r\n\r\n', '\r\n')}\r\n\r\n`,
    ),
  }),
  'a request behind CONNECT': (random) => ({ bytes: `CONNECT localhost:80 HTTP/1.1\r\n${HOST}\r\n${smuggled(random)}` }),
  'a request behind HTTP/1.0': (random) => ({ bytes: get('GET /contacts HTTP/1.0', KEY, smuggled(random)) }),
  'a request behind Connection: close': (random) => ({
    bytes: get(undefined, `${HOST}${KEY}Connection: close\r\n`, smuggled(random)),
  }),
  'a line of its own kind': (random) => ({ bytes: get(random.pick(LINES)) }),
  'bare line feeds': (random) =>
    refused(`GET /contacts HTTP/1.1\n${HOST.trim()}\n${KEY.trim()}\n\n${random.chance(0.5) ? smuggled(random) : ''}`),
  'bare carriage returns': () => refused(get().replaceAll('\r\n', '\r')),
  'mixed line ends': (random) => ({ bytes: get(undefined, `${HOST}x: y\n${KEY}`, unseen(random)) }),
  'an odd field': (random) => ({ bytes: get(undefined, `${HOST}${random.pick(ODD_FIELDS)}\r\n${KEY}`) }),
  'a line in a field': (random) => ({ bytes: get(undefined, `${HOST}x: y\r\n\r\n${random.pick(GARBAGE)}`) }),
  'no host': () => ({ bytes: get(undefined, KEY) }),
  'an upgrade to HTTP/2': (random) => ({
    bytes: get(
      undefined,
      `${HOST}${KEY}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n`,
      random.pick(['', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']),
    ),
  }),
  'an upgrade to a web socket': () => ({
    bytes: get(
      undefined,
      `${HOST}${KEY}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n`,
    ),
  }),
  'the preface of HTTP/2': () => ({ bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00' }),
  'a TLS hello': () => ({ bytes: '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03' }),
  garbage: (random) => ({ bytes: random.pick(GARBAGE) }),
  'random bytes': (random) => ({
    bytes: Array.from({ length: 1 + random.below(300) }, () => String.fromCharCode(random.below(256))).join(''),
  }),
  'a good request, then garbage': (random) => ({
    bytes: get() + random.pick(GARBAGE.filter((one) => one.trim() !== '')),
    answers: [200, 400],
  }),
  'a good body, then garbage': (random) => {
    const body = `{"email":"depois-${random.below(1e9)}@exemplo.com.br"}`;
    return { bytes: `${post(`Content-Length: ${body.length}\r\n`, body)}\x00\x00`, answers: [201, 400] };
  },
  'good requests, then a broken one': (random) => ({
    bytes: get().repeat(3) + random.pick(['GET /%zz', 'POST /contacts HTTP/1.1\r\nContent-Length: 5\r\n\r\n{', 'X\r\n\r\n']),
    answers: [200, 200, 200, 400],
  }),
  'many good requests at once': () => ({ bytes: get().repeat(30), answers: Array<number>(30).fill(200) }),
  'a body that is cut off': (random) => ({
    bytes: post('Content-Length: 50\r\n', '{"email":'.slice(0, random.below(10))),
    answers: [400],
  }),
  'chunks that are cut off': () => ({ bytes: post('Transfer-Encoding: chunked\r\n', '20\r\n{"email":'), answers: [400] }),
  'a request that is cut off': (random) => {
    const whole = post('Content-Length: 33\r\n', '{"email":"cortado@exemplo.com.br"}'.slice(0, 33));
    return { bytes: whole.slice(0, 1 + random.below(whole.length - 40)) };
  },
  'a head without end': () => ({ bytes: `GET /contacts HTTP/1.1\r\n${HOST}${'x: y\r\n'.repeat(20_000)}`, answers: [431] }),
  'Expect: 100-continue without a body': () => ({
    bytes: post('Expect: 100-continue\r\nContent-Length: 20\r\n', ''),
    answers: [400],
  }),
};

export const SHAPES = Object.keys(makers);

/** @param name one of {@link SHAPES} */
export function shapeOf(name: string, random: Random): Shape {
  const make = makers[name];
  if (!make) throw new Error(`There is no shape "${name}".`);
  return { name, ...make(random) };
}

/** Nothing of it may be taken for a request, and there is one answer that says so. */
function refused(bytes: string): Omit<Shape, 'name'> {
  return { bytes, answers: [400] };
}

/** Something in front of a request that nobody may see. */
function unseen(random: Random, before = ''): string {
  return random.chance(0.5) ? before + smuggled(random) : before;
}
