import { expect, test } from 'vitest';
import { drift, median, table } from './report.ts';

test('the median of an even and an odd number of values', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test('a drift of more than a tenth is said loudly, in either direction', () => {
  expect(drift([10, 10, 10, 10.5, 10.5, 10.5])).toBe('The baseline drifted by 5 % from the first third of the run to the last.');
  expect(drift([10, 10, 10, 12, 12, 12])).toContain('**The baseline drifted by 20 %');
  expect(drift([12, 12, 12, 10, 10, 10])).toContain('do not trust');
});

test('a row says nothing about what was not measured', () => {
  const row = { name: 'raw', minified: undefined, gzip: undefined, importMs: undefined, callUs: 12.34, ratio: 1 };
  expect(table([row])).toContain('| raw | – | – | – | 12.3 | 1.00 |');
});
