/** Headers that no client should send. */
import type { Random } from './random.ts';
import { wireText, type Field } from './shot.ts';

type HeaderDamage = (fields: Field[], random: Random, words: readonly string[]) => void;

const CONTENT_TYPES = [
  'text/plain', 'application/xml', 'text/xml; charset=utf-8', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x',
  'multipart/form-data', 'application/json; charset=latin1', 'application/json; charset=', 'application/json;charset="utf-8"',
  'application/json; charset=utf-16', 'application/json;', ';', '', 'application', '/', '*/*', 'application/*', 'APPLICATION/JSON',
  'application/vnd.api+json', 'application/json, text/html', 'application/json-patch+json', 'application/ json', 'nonsense',
  'text/event-stream', 'application/octet-stream', 'application/json; boundary=; =; ;;', `application/${'x'.repeat(4000)}`,
]; // prettier-ignore
const ODD_VALUES = [
  '',
  ' ',
  '\t',
  'x'.repeat(5000),
  ',,,',
  '"',
  '\\',
  '%00',
  '\u00ff',
  '\u0080',
  '__proto__',
  '*',
  '-1',
  '\u0000',
  '\u007f',
];
const ODD_FIELDS: readonly Field[] = [
  ['__proto__', 'x'], ['constructor', 'x'], ['prototype', 'x'], ['toString', 'x'], ['hasOwnProperty', 'x'],
  ['content-encoding', 'gzip'], ['content-encoding', 'br, gzip'], ['content-encoding', 'identity'], ['accept-encoding', 'gzip;q=0, *;q=0'],
  ['accept', 'text/html'], ['accept', 'application/xml'], ['accept', ';;;'], ['expect', '100-continue'], ['expect', 'something'],
  ['range', 'bytes=0-1'], ['if-none-match', '*'], ['if-modified-since', 'yesterday'], ['x-http-method-override', 'DELETE'],
  ['x-method-override', 'DELETE'], ['x-forwarded-host', 'evil.example'], ['x-forwarded-for', '127.0.0.1'], ['forwarded', 'host=evil.example'],
  ['x-original-url', '/__mock/reset'], ['x-rewrite-url', '/__mock/reset'], ['connection', 'keep-alive, x-api-key'], ['connection', 'close'],
  ['keep-alive', 'timeout=99999'], ['te', 'trailers'], ['trailer', 'x-api-key'], ['via', '1.1 x'], ['upgrade', 'h2c'],
  ['origin', 'https://evil.example'], ['origin', 'null'], ['origin', 'http://localhost:3000'], ['origin', 'not a url'],
  ['access-control-request-method', 'DELETE'], ['access-control-request-headers', '*'], ['cookie', 'a=b; a=c'], ['cookie', `x=${'y'.repeat(4000)}`],
  ['prefer', 'code=500'], ['prefer', 'dynamic=true, example=x'], ['x-mock-journal', 'skip'], ['x-mock-decision', 'allowed'],
  ['x-mock-request-id', 'req_1'], ['x-mock-control-token', 'wrong'], ['idempotency-key', ''], ['idempotency-key', '__proto__'],
  ['idempotency-key', 'k'.repeat(4000)], ['idempotency-key', 'contrabando'], ['x-developer-mode', 'true'], ['x-developer-mode', '\u00ff'],
  ['authorization', 'Basic Og=='], ['authorization', 'Basic ====='], ['authorization', 'Bearer'], ['authorization', 'Bearer  '],
  ['authorization', 'Bearer a b c'], ['authorization', 'bearer \u00ff'], ['authorization', 'Digest x'], ['authorization', 'B'.repeat(9000)],
]; // prettier-ignore
const SESSIONS = [
  '', ' ', 'default', 'outra', 'Outra', '..', '../..', '-x', '.x', '_x', 'a/b', 'a b', 'a%2fb', '__proto__', 'constructor', 'x'.repeat(100),
  'x'.repeat(101), 'a, b', '\u00ff', '0', '~x',
]; // prettier-ignore
const HOSTS = [
  'evil.example', 'localhost:99999', 'localhost:x', 'localhost@evil.example', 'evil.example@localhost', '', '127.0.0.1', '[::1]', '[::1',
  'LOCALHOST', 'localhost.', 'x.localhost', 'localhost/x', 'localhost?x', 'localhost#x', '2130706433', '0x7f.1', '\u00ff', 'localhost, localhost',
]; // prettier-ignore

export const headerDamages: Readonly<Record<string, HeaderDamage>> = {
  'odd content type': (fields, random) => put(fields, 'content-type', random.pick(CONTENT_TYPES)),
  'no content type': (fields) => drop(fields, 'content-type'),
  'two content types': (fields, random) =>
    void fields.push(['content-type', random.pick(CONTENT_TYPES)], ['Content-Type', 'application/json']),
  'odd field': (fields, random) => void fields.push(random.pick(ODD_FIELDS)),
  'odd fields': (fields, random) => void fields.push(random.pick(ODD_FIELDS), random.pick(ODD_FIELDS), random.pick(ODD_FIELDS)),
  'odd value': (fields, random) => {
    if (fields.length === 0) return;
    const index = random.below(fields.length);
    fields[index] = [fields[index]![0], random.pick(ODD_VALUES)];
  },
  'a field again': (fields, random) => {
    if (fields.length === 0) return;
    const [name, value] = random.pick(fields);
    fields.push([random.chance(0.5) ? name.toUpperCase() : name, random.chance(0.5) ? value : random.pick(ODD_VALUES)]);
  },
  'a field less': (fields, random) => void fields.splice(random.below(fields.length + 1), 1),
  'many fields': (fields, random) =>
    void fields.push(...Array.from({ length: random.pick([100, 1900, 2500]) }, (_, n): Field => [`x-${n}`, ''])),
  'long field': (fields, random) => void fields.push(['x-long', 'a'.repeat(random.pick([8000, 30_000, 70_000]))]),
  'text of UTF-8': (fields, random) =>
    void fields.push([random.pick(['user-agent', 'x-api-key', 'idempotency-key']), wireText('ação 👩')]),
  session: (fields, random) => void fields.push(['x-mock-session', random.pick(SESSIONS)]),
  'two sessions': (fields, random) => void fields.push(['x-mock-session', random.pick(SESSIONS)], ['X-Mock-Session', 'outra']),
  host: (fields, random) => void fields.push(['host', random.pick(HOSTS)]),
  'two hosts': (fields, random) => void fields.push(['host', 'localhost'], ['Host', random.pick(HOSTS)]),
  'known word': (fields, random, words) =>
    void fields.push([
      random.pick(['user-agent', 'referer', 'cookie', 'x-api-key', 'idempotency-key', 'origin']),
      random.pick(words),
    ]),
};

function put(fields: Field[], name: string, value: string): void {
  drop(fields, name);
  fields.push([name, value]);
}

function drop(fields: Field[], name: string): void {
  for (let index = fields.length; index-- > 0;) if (fields[index]![0] === name) fields.splice(index, 1);
}
