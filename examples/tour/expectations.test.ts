import { describe, expect, it, vi } from 'vitest';
import pc from 'picocolors';
import { Expectations } from './expectations.ts';

function reportOf(expectations: Expectations): string[] {
  const lines: string[] = [];
  expectations.report({ line: (text = '') => void lines.push(text), colors: pc.createColors(false) });
  return lines;
}

describe('the exit code', () => {
  it('is 0 when every expectation held', () => {
    const expectations = new Expectations();
    expectations.expect('the mock answers', true);
    expectations.expect('the SDK throws', true);
    expect(expectations.exitCode).toBe(0);
    expect(reportOf(expectations)).toEqual(['✓ 2 of 2 expectations held']);
  });

  it('is 1 when one did not, and the report says which and what was found', () => {
    const expectations = new Expectations();
    expectations.expect('the mock answers', true);
    expectations.expect('the key is refused', false, 'it was accepted');
    expectations.expect('nobody knows', false);
    expect(expectations.exitCode).toBe(1);
    expect(reportOf(expectations)).toEqual([
      '✗ 1 of 3 expectations held',
      '  ✗ the key is refused: it was accepted',
      '  ✗ nobody knows',
    ]);
  });

  it('is 1 when nothing was expected: a tour that stopped early is no success', () => {
    expect(new Expectations().exitCode).toBe(1);
  });
});

describe('the detail', () => {
  it('is worked out only for an expectation that did not hold', () => {
    const detail = vi.fn(() => 'found this');
    const expectations = new Expectations();
    expect(expectations.expect('holds', true, detail)).toBe(true);
    expect(detail).not.toHaveBeenCalled();
    expect(expectations.expect('does not', false, detail)).toBe(false);
    expect(expectations.failed).toEqual([{ name: 'does not', held: false, detail: 'found this' }]);
  });
});
