/** What is read from YAML has an end, and what is wrong with it has a place. */
import { expect, test } from 'vitest';
import { parseYaml, YamlSlip } from './parse-yaml.ts';

const LEVELS = [...'abcdefghijkl'];
/** Each line repeats the one above it nine times. */
const BOMB = LEVELS.map((name, index) => {
  const above = index === 0 ? 'x' : `*${LEVELS[index - 1]}`;
  return `${name}: &${name} [${Array(9).fill(above).join(', ')}]`;
}).join('\n');
/** Merging copies, so that this grows even where aliases are one object in several places. */
const MERGED = LEVELS.map((name, index) => {
  const all = Array.from({ length: 9 }, (_, at) => (index === 0 ? `k${at}: 1` : `k${at}: { <<: *${LEVELS[index - 1]} }`));
  return `${name}: &${name} { ${all.join(', ')} }`;
}).join('\n');

function slipOf(text: string): YamlSlip {
  try {
    parseYaml(text, { merge: true });
  } catch (error) {
    if (error instanceof YamlSlip) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

test.each([
  ['a list that holds itself', 'a: &a [*a]', '1:8', '*a stands inside of &a itself'],
  ['a value that holds itself far below', 'a:\n  b: &b\n    c: [1, { d: *b }]', '3:17', '*b stands inside of &b itself'],
  ['a value that is merged into itself', 'a: &a { <<: *a }', '1:13', '*a stands inside of &a itself'],
  ['the second anchor of a name', 'a: &a 1\nb: &a [*a]', '2:8', '*a stands inside of &a itself'],
  ['an alias of nothing', 'a: 1\nb: *z', '2:4', '*z stands for nothing'],
  ['an alias of what comes later', 'a: *z\nb: &z 1', '1:4', '*z stands for nothing'],
  ['lines that each repeat the one above nine times', BOMB, '8:12', 'repeat more than 16 MB'],
  ['maps that each merge the one above nine times', MERGED, '7:131', 'repeat more than 16 MB'],
  ['aliases without number', `a: &a 1\nb:\n${'  - *a\n'.repeat(10_001)}`, '10003:5', 'more than 10,000 aliases'],
  ['a second document', 'a: 1\n---\nb: 2', '2:1', 'a second YAML document begins here'],
  ['a list that is not closed', 'a: [1', '1:6', 'Flow sequence'],
])('%s: refused where it goes wrong', (_, text, place, message) => {
  const slip = slipOf(text);
  expect(slip.message).toContain(message);
  expect(`${slip.place.line}:${slip.place.col}`).toBe(place);
});

test('a list in lists without end is refused in our words', () => {
  expect(slipOf(`a: 1\nb: ${'['.repeat(5000)}`)).toMatchObject({
    message: expect.stringContaining('nested too deeply') as string,
    place: { line: 2 },
  });
});

test('aliases that end are what they stand for, however many', () => {
  const text = `a: &a { x: 1 }\nb: &b [*a, *a]\nc: { <<: *a, y: *b }\nd: &a 2\ne: [${Array(2000).fill('*a').join()}]`;
  expect(parseYaml(text, { merge: true }).value).toEqual({
    a: { x: 1 },
    b: [{ x: 1 }, { x: 1 }],
    c: { x: 1, y: [{ x: 1 }, { x: 1 }] },
    d: 2,
    e: Array(2000).fill(2),
  });
});

test('a path has the place of its key, also where an alias leads, and else of the nearest above', () => {
  const { place } = parseYaml('a: &a\n  b: 1\nc:\n  - *a\n');
  expect([place(['a', 'b']), place(['c', 0, 'b']), place(['c', 0]), place(['c', 7]), place(['z']), place([])]).toEqual([
    { line: 2, col: 3 },
    { line: 2, col: 3 },
    { line: 4, col: 5 },
    { line: 3, col: 1 },
    { line: 1, col: 1 },
    { line: 1, col: 1 },
  ]);
});
