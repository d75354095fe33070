/** Seeds: accounts, keys, rows, scenarios, settings and faults in one value. Reading YAML is in parse.ts, since it needs a parser. */
export { applySeed, type AppliedSeed, type SeededAccount } from './apply.ts';
export { SeedError } from './problems.ts';
export type { Seed } from './schema.ts';
export { appliedSeedView } from './view.ts';
