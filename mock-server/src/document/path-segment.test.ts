import { describe, expect, test } from 'vitest';
import { pathSegment } from './path-segment.ts';

describe('a segment of a path template', () => {
  test.each([
    ['pets', 'pets', {}],
    ['pets', 'pet', undefined],
    ['{id}', '7', { id: '7' }],
    ['{id}', '', undefined],
    ['{id}.json', '7.json', { id: '7' }],
    ['{id}.json', '.json', undefined],
    ['{id}.json', '7.xml', undefined],
    ['{a}:{b}', '1:2:3', { a: '1', b: '2:3' }],
    ['{a}...{b}', 'v1...v2', { a: 'v1', b: 'v2' }],
    ['{id}:cancel', '7:cancel', { id: '7' }],
    ['@{user}', '@ana', { user: 'ana' }],
  ])('%s reads %s as %j', (template, text, read) => {
    expect(pathSegment(template).read(text)).toEqual(read);
  });

  test('reading takes time linear in the text', () => {
    const started = performance.now();
    pathSegment('{a}-{b}-{c}-{d}x').read('-'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
