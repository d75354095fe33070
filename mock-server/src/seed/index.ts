/** Seeds: accounts, keys, rows, scenarios, settings and faults in one value. Reading YAML is in parse.ts, since it needs a parser. */
export { applySeed, type AppliedSeed, type SeededAccount, type SeededUser } from './apply.ts';
export { SeedError } from './problems.ts';
export { seedSchema, type Seed } from './schema.ts';
export { appliedSeedView, type AppliedSeedView } from './view.ts';
