/** Bodies that no client should send: damage to the JSON of a good one, to its text, and to its bytes. */
import type { JsonSchema, OpenApiDocument } from '@chaveiro/openapi/policy';
import { placesOf, raw, text, written, type Tree } from './json-tree.ts';
import type { Random } from './random.ts';
import { schemaAt, valueFor } from './schema-values.ts';

export interface BodyFrame {
  readonly document: OpenApiDocument;
  readonly schema: JsonSchema | undefined;
  /** Bytes that the platform takes. */
  readonly limit: number;
  /** Words that mean something here: ids, secrets. */
  readonly words: readonly string[];
}

type Damage = (root: { tree: Tree }, random: Random, frame: BodyFrame) => void;

const ODD_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '$ref',
  '\u0000',
  '\ud800',
  'a.b',
  '0',
];
const ODD_NUMBERS = [
  '1e400',
  '-1e400',
  '-0',
  '1e308',
  '9007199254740993',
  '-1',
  '0.1',
  '1e-400',
  '123456789012345678901234567890',
  '2147483648',
];
const ODD_TEXTS = [
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u0000"',
  '"\\u202e"',
  '"\\n\\r\\t"',
  '"__proto__"',
  '"../../etc/passwd"',
  '"${7*7}{{7*7}}"',
  '"\' OR 1=1 --"',
  '"<script>alert(1)</script>"',
];
const SPELLINGS = [
  'NaN',
  'Infinity',
  '01',
  '+1',
  '.5',
  '0x10',
  "'x'",
  'undefined',
  'True',
  '"\t"',
  '"\\x41"',
  '"\\u12"',
  '// x',
  '',
];

/** On the tree, by name. */
export const damages: Readonly<Record<string, Damage>> = {
  'wrong type': (root, random) => any(root, random).replace(random.pick(OTHER_TYPES)()),
  'missing member': (root, random) => {
    const members = random.pick(objectsOf(root)).members;
    if (members.length > 0) members.splice(random.below(members.length), 1);
  },
  'odd member': (root, random) =>
    void random.pick(objectsOf(root)).members.push([random.pick(ODD_NAMES), random.pick(OTHER_TYPES)()]),
  'polluting member': (root, random) => {
    const polluted: Tree = {
      kind: 'object',
      members: [
        ['contrabando', text(true)],
        ['toString', text('x')],
      ],
    };
    random.pick(objectsOf(root)).members.unshift([random.pick(['__proto__', 'constructor']), polluted]);
  },
  'member twice': (root, random, { document, schema }) => {
    const { members } = random.pick(objectsOf(root));
    if (members.length === 0) return;
    const [name] = random.pick(members);
    members.push([name, valueFor(document, schemaAt(document, schema, [name]), random)]);
  },
  'odd number': (root, random) => any(root, random).replace(raw(random.pick(ODD_NUMBERS))),
  'odd text': (root, random) => any(root, random).replace(raw(random.pick(ODD_TEXTS))),
  'known word': (root, random, { words }) => any(root, random).replace(text(random.pick(words))),
  'long text': (root, random) =>
    any(root, random).replace(
      text(random.pick(['a', 'á', '\\', '"', 'a@', '55', '1-']).repeat(random.pick([256, 5000, 60_000]))),
    ),
  'many items': (root, random) => {
    const place = any(root, random);
    const count = random.pick([100, 1001, 10_000]);
    place.replace({ kind: 'array', items: Array.from({ length: count }, () => (random.chance(0.5) ? place.tree : text(count))) });
  },
  'many members': (root, random) => {
    const { members } = random.pick(objectsOf(root));
    for (let n = random.pick([50, 2000]); n > 0; n--) members.push([`campo_${n}`, text(n)]);
  },
  'deep nesting': (root, random) => {
    const depth = random.pick([60, 63, 64, 65, 500, 20_000]);
    const [open, close] = random.pick([
      ['[', ']'],
      ['{"a":', '}'],
      ['[{"__proto__":', '}]'],
    ] as const);
    any(root, random).replace(raw(`${open.repeat(depth)}1${close.repeat(depth)}`));
  },
  'from the schema': (root, random, { document, schema }) => void (root.tree = valueFor(document, schema, random)),
  'a place from the schema': (root, random, { document, schema }) => {
    const place = any(root, random);
    place.replace(valueFor(document, schemaAt(document, schema, place.path), random));
  },
  'odd spelling': (root, random) => any(root, random).replace(raw(random.pick(SPELLINGS))),
  'something else': (root, random) => void (root.tree = random.pick(OTHER_TYPES)()),
};

const OTHER_TYPES: readonly (() => Tree)[] = [
  () => text(null),
  () => text(true),
  () => text(0),
  () => text(-1.5),
  () => text(''),
  () => text('x'),
  () => ({ kind: 'array', items: [] }),
  () => ({ kind: 'array', items: [text(null), text('x')] }),
  () => ({ kind: 'object', members: [] }),
  () => ({ kind: 'object', members: [['x', text(1)]] }),
];

type Bend = (bytes: Buffer, random: Random, frame: BodyFrame) => Buffer;

/** On the bytes, by name. */
export const bends: Readonly<Record<string, Bend>> = {
  'cut short': (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  'something after it': (bytes, random) =>
    Buffer.concat([bytes, Buffer.from(random.pick(['}', ']', ' x', '\0', ',{}', '\n\n\n']))]),
  'a byte order mark': (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  'UTF-16': (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le'),
  'bad UTF-8': (bytes, random) =>
    inserted(
      bytes,
      random,
      Buffer.from(random.pick([[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]])),
    ),
  'a byte changed': (bytes, random) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) changed[random.below(changed.length)] = random.below(256);
    return changed;
  },
  'random bytes': (_, random) => Buffer.from(Array.from({ length: 1 + random.below(400) }, () => random.below(256))),
  nothing: () => Buffer.alloc(0),
  'white space': (_, random) => Buffer.from(' \n\t'.repeat(1 + random.below(1000))),
  'up to the limit': (bytes, random, { limit }) =>
    Buffer.concat([bytes, Buffer.alloc(Math.max(0, limit - bytes.length), random.pick([' ', '\n']))]),
  'over the limit': (bytes, _, { limit }) => Buffer.concat([bytes, Buffer.alloc(limit + 1, ' ')]),
};

function inserted(bytes: Buffer, random: Random, more: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
}

function any(root: { tree: Tree }, random: Random) {
  return random.pick(placesOf(root));
}

/** At least one: a root that is no object becomes one. */
function objectsOf(root: { tree: Tree }) {
  const found = placesOf(root).flatMap(({ tree }) => (tree.kind === 'object' ? [tree] : []));
  if (found.length > 0) return found;
  const made: Extract<Tree, { kind: 'object' }> = { kind: 'object', members: [['x', root.tree]] };
  root.tree = made;
  return [made];
}

export function bytesOfTree(tree: Tree): Buffer {
  return Buffer.from(written(tree), 'utf8');
}
