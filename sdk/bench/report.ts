/** What a run found, as a table for people. */

export interface Row {
  readonly name: string;
  readonly minified: number | undefined;
  readonly gzip: number | undefined;
  readonly importMs: number | undefined;
  readonly callUs: number;
  /** To the bare baseline of the same run. */
  readonly ratio: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

export function table(rows: readonly Row[]): string {
  const cell = (value: number | undefined, digits = 0): string =>
    value === undefined ? '–' : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const lines = rows.map(({ name, minified, gzip, importMs, callUs, ratio }) =>
    ['', name, cell(minified), cell(gzip), cell(importMs, 1), cell(callUs, 1), cell(ratio, 2), ''].join(' | ').trim(),
  );
  return [
    '| library | minified B | gzip B | import ms | µs a call | × raw |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}

/** Whether the machine was steady: the baseline of the first rounds against that of the last ones. */
export function drift(baseline: readonly number[]): string {
  const part = Math.max(1, Math.floor(baseline.length / 3));
  const [first, last] = [median(baseline.slice(0, part)), median(baseline.slice(-part))];
  const percent = Math.round((Math.max(first, last) / Math.min(first, last) - 1) * 100);
  const said = `The baseline drifted by ${percent} % from the first third of the run to the last.`;
  return percent > 10 ? `**${said} The machine was busy: do not trust these figures.**` : said;
}
