/** Scenarios and seeds, played in a running mock. */
import type { SessionApi } from '../api/session-api.ts';
import type { AppliedSeed } from '../seed/apply.ts';
import { SeedError } from '../seed/problems.ts';
import type { Seed } from '../seed/schema.ts';
import type { PlayedScenario } from '../scenarios/index.ts';
import { accountOf, keysOf } from './accounts.ts';
import { newKeyHandle } from './keys.ts';
import type { Remote, RemotePlayed, RemoteSession } from './shape.ts';
import { answerOf, InvalidBodyError, type Schemas, type Wire } from './wire.ts';

type ScenariosApi = Pick<RemoteSession, 'scenario'> & Pick<Remote<SessionApi>, 'scenarios' | 'load'>;

export function scenariosApi(wire: Wire): ScenariosApi {
  const { client } = wire;
  return {
    async scenario(name, options = {}) {
      const params = { path: { name: String(name) } };
      const body = options;
      // Which keys it has follows from its name.
      return await playedOf(wire, await answerOf(client.POST('/__mock/scenarios/{name}', { params, body })));
    },
    scenarios: async () => (await answerOf(client.GET('/__mock/scenarios'))).items,
    async load(seed) {
      const { accounts, scenarios, faults, now } = await applied(wire, seed);
      return {
        accounts: await Promise.all(
          accounts.map(async ({ id, keys, users }) => ({
            account: await accountOf(wire, id),
            keys: Object.values(await withSecrets(wire, id, Object.fromEntries(keys.map((key) => [key.id, key])))),
            users,
          })),
        ),
        scenarios: await Promise.all(scenarios.map((scenario) => playedOf(wire, scenario))),
        faults,
        now: Date.parse(now),
      } satisfies Remote<AppliedSeed>;
    },
  };
}

async function applied({ client }: Wire, seed: Seed): Promise<Schemas['MockAppliedSeed']> {
  try {
    return await answerOf(client.POST('/__mock/seed', { body: { ...seed } }));
  } catch (error) {
    if (!(error instanceof InvalidBodyError)) throw error;
    throw new SeedError(error.issues.map(({ field, message }) => ({ path: pathOf(field), message })));
  }
}

async function playedOf(wire: Wire, { account, keys, users, ...played }: Schemas['MockPlayedScenario']): Promise<RemotePlayed> {
  const [handle, handles] = await Promise.all([accountOf(wire, account.id), withSecrets(wire, account.id, keys)]);
  return { ...played, account: handle, keys: handles, users: users as PlayedScenario['users'] };
}

/** The answer shows a key with its secret; all that there is to a handle is asked for. */
async function withSecrets(wire: Wire, accountId: string, made: Readonly<Record<string, Schemas['MockMadeKey']>>) {
  const rows = new Map((await keysOf(wire, accountId)).map((row) => [row.id, row]));
  return Object.fromEntries(
    Object.entries(made).flatMap(([role, { id, secret }]) => {
      const row = rows.get(id);
      return row ? [[role, newKeyHandle(wire, row, secret)]] : [];
    }),
  );
}

/** `/accounts/0/plan` as `['accounts', 0, 'plan']`. */
function pathOf(pointer: string): (string | number)[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}
