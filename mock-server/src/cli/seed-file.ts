/** Loads a seed file into a mock of this process. */
import type { Mock } from '../mock.ts';
import { SeedError, type AppliedSeed } from '../seed/index.ts';
import { parseSeed } from '../seed/parse.ts';

/** @throws {SeedError} with file, line and column of everything that is wrong. */
export function loadSeedFile(mock: Mock, file: string, text: string): AppliedSeed {
  const { seed, located } = parseSeed(text, file);
  try {
    return mock.load(seed);
  } catch (error) {
    throw error instanceof SeedError ? located(error) : error;
  }
}
