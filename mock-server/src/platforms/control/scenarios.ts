/** Scenarios and seeds: an account and its keys, brought into a situation. */
import type { components } from '@chaveiro/openapi/types';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { listScenarios, playScenario, scenarioView, type ScenarioView } from '../../scenarios/index.ts';
import { appliedSeedView, applySeed, SeedError } from '../../seed/index.ts';
import { faultView } from './faults.ts';
import { issue, underRules } from './rules.ts';
import { listView } from './views.ts';

type Schemas = components['schemas'];

export const scenarios = {
  listMockScenarios: (ctx) => {
    const all = listScenarios(ctx.document).map(({ name, summary, platforms, keys }) => ({
      name,
      summary: { ...summary },
      platforms: [...platforms],
      keys: [...keys],
    }));
    return ctx.reply(200, listView(all));
  },

  playMockScenario: (ctx) =>
    underRules(ctx, () => ctx.reply(201, playedView(scenarioView(playScenario(ctx, ctx.path.name, ctx.body))))),

  /** All of it or nothing, with everything that is wrong. */
  applyMockSeed: (ctx) => {
    try {
      const { accounts, scenarios: played, faults, now } = appliedSeedView(applySeed(ctx, ctx.body));
      return ctx.reply(201, {
        accounts: accounts.map(({ keys, users, ...account }) => ({ ...account, keys: [...keys], users: [...users] })),
        scenarios: played.map(playedView),
        faults: faults.map(faultView),
        now,
      });
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      return ctx.invalid(error.problems.map(({ path, message }) => issue([...path], message)));
    }
  },
} satisfies Behaviours<'listMockScenarios' | 'playMockScenario' | 'applyMockSeed'>;

function playedView({ faults, ...played }: ScenarioView): Schemas['MockPlayedScenario'] {
  return { ...played, faults: faults.map(faultView) };
}
