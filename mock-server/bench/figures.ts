/** The few sums that the bench does. */

/** @throws {RangeError} for no values at all. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  if (low === undefined || high === undefined) throw new RangeError('There is no median of nothing.');
  return (low + high) / 2;
}

/** How far the baseline may move within a run before its ratios mean little. */
export const MOST_DRIFT = 0.1;

/** By how much the last measurement of the baseline differs from the first, as a share of the first. */
export function drift(first: number, last: number): number {
  return (last - first) / first;
}

/** A sentence nobody can miss, or `undefined` where the baseline held. */
export function driftWarning(first: number, last: number): string | undefined {
  const moved = drift(first, last);
  if (Math.abs(moved) <= MOST_DRIFT) return undefined;
  const percent = Math.round(Math.abs(moved) * 100);
  return `THE BASELINE DRIFTED: its last figure is ${percent} % ${moved < 0 ? 'below' : 'above'} its first. Something else used the machine; run this again before you believe a ratio.`;
}
