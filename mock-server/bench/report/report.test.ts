/** The bench's own parts; nothing here takes a time. */
import { describe, expect, test } from 'vitest';
import { OUR_CLI, OURS, OURS_ONE, PRISM } from '../cast.ts';
import type { HttpRow } from '../cases/http.ts';
import { oneOperation } from '../conversion.ts';
import { drift, driftWarning, median } from '../figures.ts';
import { PARTS, readOptions } from '../options.ts';
import { barsOf } from './bars.ts';
import { page } from './page.ts';
import type { Results } from './results.ts';
import { table } from './table.ts';

const MACHINE = {
  date: '2026-01-31T12:00:00.000Z',
  cpu: 'a processor',
  cores: 2,
  memoryGiB: 4,
  system: 'linux',
  node: 'v24.0.0',
  load: 0,
  versions: { msw: '3.0.5' },
};

function row(name: string, requestsPerSecond: number): HttpRow {
  return { name, does: '', requestsPerSecond, ofBase: requestsPerSecond / 1000, p50: 1, p99: 2, refused: 0 };
}

function run(lastBase = 1000, ours = 500): Results {
  const found = {
    quick: false,
    machine: MACHINE,
    pinning: 'not pinned',
    http: { firstBase: 1000, lastBase, rows: [row(OURS_ONE, 520), row(OURS, ours), row(PRISM, 50)] },
    starts: [{ name: OUR_CLI, medianMs: 200, leastMs: 180 }],
    inProcess: { fetchUs: 100, mswOursUs: 1100, mswByHandUs: 1000, ratio: 1.1 },
    state: { rows: 10_000, snapshotMs: 1, restoreMs: 1, resetMs: 0.1 },
    memory: [
      { requests: 100_000, heapMiB: 50, rssMiB: 150 },
      { requests: 1_000_000, heapMiB: 51, rssMiB: 160 },
    ],
  };
  return { ...found, bars: barsOf(found) };
}

describe('drift of the baseline', () => {
  test('is the share by which the last figure is off the first', () => {
    expect(drift(1000, 900)).toBeCloseTo(-0.1);
    expect(drift(1000, 1250)).toBeCloseTo(0.25);
  });

  test('is said loudly above ten per cent, in either direction, and not at all below', () => {
    expect(driftWarning(1000, 890)).toContain('11 % below');
    expect(driftWarning(1000, 1200)).toContain('20 % above');
    expect(driftWarning(1000, 950)).toBeUndefined();
  });

  test('stands in bold on the page', () => {
    expect(page(run(800))).toContain('**THE BASELINE DRIFTED');
    expect(page(run())).not.toContain('DRIFTED');
  });
});

describe('bars', () => {
  test('all hold where every figure is good enough', () => {
    expect(run().bars.map(({ holds }) => holds)).toEqual(Array(8).fill(true));
  });

  test('one that is missed says so on the page', () => {
    const missed = run(1000, 100);
    expect(missed.bars.filter(({ holds }) => !holds).map(({ promise }) => promise)).toEqual([
      'POST over HTTP >= 0.5 x bare node:http',
      'POST over HTTP >= 10 x Prism CLI',
      'flat in the number of operations (all >= 0.9 x one)',
    ]);
    expect(page(missed)).toMatch(/0\.10 x +\| NO/);
  });

  test('a heap that grows is not flat', () => {
    const { bars: _, ...found } = run();
    const memory = [
      found.memory?.[0] ?? { requests: 0, heapMiB: 0, rssMiB: 0 },
      { requests: 1_000_000, heapMiB: 90, rssMiB: 300 },
    ];
    expect(barsOf({ ...found, memory }).at(-1)).toMatchObject({ got: 'heap +40.0 MiB', holds: false });
  });

  test('of what was not measured nothing is said', () => {
    expect(barsOf({ quick: false, machine: MACHINE, pinning: '' })).toEqual([]);
  });
});

test('a table lines up: figures to the right, words to the left', () => {
  const text = table(
    ['name', 'ms'],
    [
      ['a|b', '1'],
      ['longer', '200'],
    ],
  );
  expect(text.split('\n')).toEqual(['| name   |  ms |', '| ------ | --: |', '| a\\|b   |   1 |', '| longer | 200 |']);
});

test('the median is the middle value, or the mean of the two there', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

test('the command line names parts, and an unknown one is refused', () => {
  expect(readOptions([])).toEqual({ quick: false, parts: PARTS });
  expect(readOptions(['--quick', '--only', 'http', '--only', 'state'])).toEqual({ quick: true, parts: ['http', 'state'] });
  expect(() => readOptions(['--only', 'sdk'])).toThrow(/no part "sdk".*http/);
});

test('the document of one operation has all that it refers to, and nothing else', () => {
  const cut = oneOperation() as { paths: object; components: Record<string, Record<string, object>> };
  expect(Object.keys(cut.paths)).toEqual(['/platform/conversions']);
  const references = [...JSON.stringify(cut).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(5);
  for (const [, kind = '', name = ''] of references) expect(cut.components[kind]?.[name], `${kind}/${name}`).toBeDefined();
  expect(Object.keys(cut.components.securitySchemes ?? {})).toEqual(['rdstationKey']);
});
