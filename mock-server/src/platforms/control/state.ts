/** What the mock holds, the way back to the start, and the keys that every fresh mock has. */
import type { components } from '@chaveiro/openapi/types';
import { version } from '../../version.ts';
import { currentState } from '../../core/key.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { zeroSetupKeys } from '../../zero-setup.ts';

type Schemas = components['schemas'];

export const state = {
  getMockState: (ctx) => ctx.reply(200, stateOf(ctx)),

  resetMock: (ctx) => {
    ctx.session.reset();
    return ctx.reply(200, stateOf(ctx));
  },

  /** Their secrets may be shown: they are public fixtures. */
  listZeroSetupKeys: (ctx) => {
    const keys = zeroSetupKeys(ctx.document.platforms).map(
      ({ platform, title, account, id, scheme, state: purpose, secret, scopes = [], instances = null, summary }) => ({
        platform,
        title,
        accountId: account.id,
        accountName: account.name,
        plan: account.plan,
        keyId: id,
        scheme,
        state: purpose,
        secret,
        scopes,
        instances,
        summary,
      }),
    );
    return ctx.reply(200, { keys });
  },
} satisfies Behaviours<'getMockState' | 'resetMock' | 'listZeroSetupKeys'>;

function stateOf({ session, document }: Context<'getMockState' | 'resetMock'>): Schemas['MockState'] {
  const keys = session.keys.values().filter((key) => currentState(key).status !== 'deleted');
  return {
    name: 'chaveiro',
    version,
    platforms: [...document.platforms.values()].map(({ id, title, tag, server }) => ({
      id,
      title,
      tag,
      server: server ?? null,
      accounts: session.accounts.find('platform', id).length,
      keys: keys.filter(({ platform }) => platform === id).length,
    })),
    accounts: session.accounts.size,
    keys: keys.length,
    requests: session.journal.size,
    seed: session.seed,
    now: new Date(session.clock.now()).toISOString(),
  };
}
