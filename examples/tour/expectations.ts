/** What the tour claims, counted: each claim is checked while it is shown, and the exit code is the result. */
import type { Screen } from './screen.ts';

export interface Expectation {
  readonly name: string;
  readonly held: boolean;
  /** What was found instead, for a claim that did not hold. */
  readonly detail: string | undefined;
}

export class Expectations {
  readonly #all: Expectation[] = [];

  /** Records a claim and returns whether it held. `detail` is worked out only when it did not. */
  expect(name: string, held: boolean, detail?: string | (() => string)): boolean {
    const found = typeof detail === 'function' && !held ? detail() : detail;
    this.#all.push({ name, held, detail: held || typeof found !== 'string' ? undefined : found });
    return held;
  }

  get total(): number {
    return this.#all.length;
  }

  get failed(): readonly Expectation[] {
    return this.#all.filter(({ held }) => !held);
  }

  /** 0 when every claim held. A tour that claimed nothing has not been one: that is 1, too. */
  get exitCode(): 0 | 1 {
    return this.total > 0 && this.failed.length === 0 ? 0 : 1;
  }

  report({ line, colors }: Pick<Screen, 'line' | 'colors'>): void {
    const { total, failed } = this;
    const count = `${total - failed.length} of ${total} expectations held`;
    if (this.exitCode === 0) return line(colors.green(`✓ ${count}`));
    line(colors.red(`✗ ${count}`));
    for (const { name, detail } of failed) line(colors.red(`  ✗ ${name}${detail === undefined ? '' : `: ${detail}`}`));
  }
}
