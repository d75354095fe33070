/** Targets that no client should send: damage to a path, and to a query. Text is bytes, one character each. */
import type { Parameter } from '@chaveiro/openapi/policy';
import type { Random } from './random.ts';
import { wireText } from './shot.ts';

type PathDamage = (segments: string[], random: Random, words: readonly string[]) => void;

/** Segments that mean something to somebody, or to nobody. */
const ODD_SEGMENTS = [
  '%zz', '%', '%2', '%E0%A4%A', '%ff', '%00', '%0d%0aX:%20y', '%2e%2e', '%2f', '%5c', '..', '.', '', '%c0%af', '%ed%a0%80',
  '%F0%9F%92%A9', '%25', '%2525', '*', '{accountId}', '__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '-1',
  '0', '99999999999999999999', "'", ';jsessionid=1', 'a;b=c', 'a,b', 'a:b', '~', '~x', '%7Edefault', '!', '(', '@', '+', '%20', '&', '=',
  '|', '^', '`', '"', '<x>', '[', ']', '{', '}', '\\', '..\\..',
]; // prettier-ignore

export const pathDamages: Readonly<Record<string, PathDamage>> = {
  'odd segment': (segments, random) => void (segments[at(segments, random)] = random.pick(ODD_SEGMENTS)),
  'odd letters': (segments, random) => void (segments[at(segments, random)] += random.pick(ODD_SEGMENTS)),
  'one segment more': (segments, random) => void segments.splice(at(segments, random), 0, random.pick(ODD_SEGMENTS)),
  'one segment less': (segments, random) => void segments.splice(at(segments, random), 1),
  'known word': (segments, random, words) => void (segments[at(segments, random)] = encodeURIComponent(random.pick(words))),
  'long segment': (segments, random) =>
    void (segments[at(segments, random)] = random.pick(['a', '%61', '%', 'é']).repeat(random.pick([300, 3000, 9000]))),
  'many segments': (segments, random) =>
    void segments.push(...Array<string>(random.pick([20, 2000])).fill(random.pick(['a', '', '..', '%2e']))),
  'bytes as they are': (segments, random) =>
    void (segments[at(segments, random)] = wireText(random.pick(['ação', '\u00ff', '👩', '\u2028', '\u0080']))),
  'other case': (segments, random) => {
    const index = at(segments, random);
    segments[index] = segments[index]!.toUpperCase();
  },
  'encoded letter': (segments, random) => {
    const index = at(segments, random);
    const [first = 'a'] = segments[index]!;
    segments[index] = `%${first.charCodeAt(0).toString(16).padStart(2, '0')}${segments[index]!.slice(1)}`;
  },
  'a slash at the end': (segments) => void segments.push(''),
  'a slash at the front': (segments) => void segments.unshift(''),
};

type QueryDamage = (pairs: string[], random: Random, declared: readonly Parameter[], words: readonly string[]) => void;

const ODD_PAIRS = [
  '', '=', '==', '=x', 'x', 'x=', 'a[b]=c', 'a[]=1', 'a[__proto__][x]=1', '__proto__=1', 'constructor=1', '%zz=1', 'x=%zz', 'x=%00',
  'x=%E0%A4%A', '%00', 'x=%0d%0a', 'x=+', '+=+', 'x;y=1', '?', '#x', 'x=%ed%a0%80', 'x={', '"x"=1',
]; // prettier-ignore
const ODD_VALUES = [
  '', '-1', '0', '1.5', '1e3', '1e400', '0x10', 'NaN', 'Infinity', '99999999999999999999', '9007199254740993', 'abc', 'true', 'null',
  '__proto__', '%00', '%zz', '%ff', ',', ',,,', '1,2,3', '2026-02-30T25:00:00Z', '[]', '{}', "'", '%20', '2147483648',
]; // prettier-ignore

export const queryDamages: Readonly<Record<string, QueryDamage>> = {
  'odd pair': (pairs, random) => void pairs.splice(random.below(pairs.length + 1), 0, random.pick(ODD_PAIRS)),
  'declared parameter': (pairs, random, declared, words) => {
    const query = declared.filter((parameter) => parameter.in === 'query');
    const name = query.length > 0 ? encodeURIComponent(random.pick(query).name) : 'page';
    const value = random.chance(0.8) ? random.pick(ODD_VALUES) : encodeURIComponent(random.pick(words));
    for (let n = random.pick([1, 1, 1, 2, 3]); n > 0; n--) pairs.push(`${name}=${value}`);
  },
  'a pair again': (pairs, random) => void (pairs.length > 0 && pairs.push(random.pick(pairs))),
  'no pairs': (pairs) => void pairs.splice(0),
  'many pairs': (pairs, random) => void pairs.push(...Array.from({ length: random.pick([200, 1000]) }, (_, n) => `p${n}=${n}`)),
  'a long value': (pairs, random) =>
    void pairs.push(`x=${random.pick(['a', '%61', '&', '+', '%']).repeat(random.pick([1000, 9000, 12_000]))}`),
  'more than a head takes': (pairs) => void pairs.push(`x=${'a'.repeat(66_000)}`),
  'bytes as they are': (pairs, random) => void pairs.push(`x=${wireText(random.pick(['ação', '👩', '\u0080']))}`),
};

function at(segments: readonly string[], random: Random): number {
  // The first is what stands before the first slash.
  return Math.min(1, segments.length - 1) + random.below(Math.max(1, segments.length - 1));
}
