/** An account of a running mock. */
import type { AccountHandle } from '../api/account-handle.ts';
import { keyHandle, newKeyHandle } from './keys.ts';
import type { Remote } from './shape.ts';
import { answerOf, type Schemas, type Wire } from './wire.ts';

export function accountHandle(wire: Wire, first: Schemas['MockAccount']): Remote<AccountHandle> {
  let row = first;
  const { client } = wire;
  const { id, platform } = first;
  const params = { path: { accountId: id } };
  const change = async (body: Schemas['MockAccountChange']) => {
    row = await answerOf(client.PATCH('/__mock/accounts/{accountId}', { params, body }));
  };
  return {
    id,
    platform,
    get name() {
      return row.name;
    },
    get plan() {
      return row.plan;
    },
    keys: {
      async create(options = {}) {
        const body = options as Schemas['MockNewKey'];
        const { secret, ...key } = await answerOf(client.POST('/__mock/accounts/{accountId}/keys', { params, body }));
        return newKeyHandle(wire, key, secret);
      },
      async list() {
        return (await keysOf(wire, id)).map((key) => keyHandle(wire, key));
      },
      async get(keyId) {
        const path = { accountId: id, keyId };
        return keyHandle(wire, await answerOf(client.GET('/__mock/accounts/{accountId}/keys/{keyId}', { params: { path } })));
      },
    },
    changePlan: (plan) => change({ plan }),
    limitRate: (rateLimits) => change({ rateLimits }),
    async signIn(role, name = role) {
      const body = { role, name };
      return (await answerOf(client.POST('/__mock/accounts/{accountId}/sign-in', { params, body }))).token;
    },
  };
}

export async function keysOf({ client }: Wire, accountId: string): Promise<Schemas['MockKey'][]> {
  return (await answerOf(client.GET('/__mock/accounts/{accountId}/keys', { params: { path: { accountId } } }))).items;
}

export async function accountOf(wire: Wire, accountId: string): Promise<Remote<AccountHandle>> {
  const asking = wire.client.GET('/__mock/accounts/{accountId}', { params: { path: { accountId } } });
  return accountHandle(wire, await answerOf(asking));
}
