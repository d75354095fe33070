/** What is wrong with a seed, all at once. */
import type { Problem } from '@chaveiro/openapi/policy';

const SHOWN = 20;

/** Nothing of the seed has been applied when this is thrown. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
  /** Each with its path in the seed: `['accounts', 0, 'plan']`. */
  readonly problems: readonly Problem[];

  /** @param where how a path is shown: `seed.yaml:12:5 accounts[0].plan`. */
  constructor(problems: readonly Problem[], where: (path: Problem['path']) => string = shown) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    const lines = problems.slice(0, SHOWN).map((each) => `  ${where(each.path)}: ${each.message}`);
    if (problems.length > SHOWN) lines.push(`  … and ${problems.length - SHOWN} more`);
    super([`The seed has ${count}, and nothing of it was applied:`, ...lines].join('\n'));
    this.problems = problems;
  }
}

/** `accounts[0].keys[1].state`. */
export function shown(path: Problem['path']): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text.replace(/^\./, '') || 'the seed';
}
