/** Makes the mock of `chaveiro mock`, with what its seed file and scenarios say. What is heavy is loaded only here. */
import type { Mock, MockOptions } from '../mock.ts';
import type { Seed } from '../seed/index.ts';
import type { AppliedSeedView } from '../seed/view.ts';
import { appliedSeedView } from '../seed/view.ts';
import { readText, report } from './seed-command.ts';

interface StartFlags {
  readonly seedFile?: string;
  /** `rotation@zenvio`, or the name alone. */
  readonly scenario: readonly string[];
}

/** @throws {SeedError} with file, line and column of everything that is wrong. */
export async function startMock({ seedFile, scenario }: StartFlags, options: MockOptions): Promise<Mock> {
  const { createMock } = await import('../mock.ts');
  if (seedFile === undefined && scenario.length === 0) return createMock(options);
  const { parseSeed } = await import('../seed/parse.ts');
  const { SeedError } = await import('../seed/problems.ts');
  const { seed, located } = parseSeed(seedFile === undefined ? '{}' : readText(seedFile), seedFile ?? '--scenario');
  const start: Seed = { ...seed, scenarios: [...(seed.scenarios ?? []), ...scenario.map(named)] };
  try {
    return createMock({ ...options, start });
  } catch (error) {
    throw error instanceof SeedError ? located(error) : error;
  }
}

/** What the start made, with the secrets. */
export function seeded({ started }: Pick<Mock, 'started'>): AppliedSeedView | undefined {
  return started && appliedSeedView(started);
}

/** The same for a person; empty when there was nothing to start with. */
export function seedReport(mock: Pick<Mock, 'started'>): string {
  const applied = seeded(mock);
  return applied ? `\n\n${report(applied)}` : '';
}

function named(text: string): string | { name: string; platform: string } {
  const [name = '', platform] = text.split('@');
  return platform === undefined ? name : { name, platform };
}
