/** A key of a running mock. */
import type { KeyHandle, NewKeyHandle } from '../api/key-handle.ts';
import type { Remote } from './shape.ts';
import { answerOf, type Schemas, type Wire } from './wire.ts';

export function keyHandle({ client }: Wire, first: Schemas['MockKey']): Remote<KeyHandle> {
  let row = first;
  const { id, accountId, platform, scheme } = first;
  const params = { path: { accountId, keyId: id } };
  const change = async (body: Schemas['MockKeyChange']) => {
    row = await answerOf(client.PATCH('/__mock/accounts/{accountId}/keys/{keyId}', { params, body }));
  };
  return {
    id,
    accountId,
    platform,
    scheme,
    get name() {
      return row.name;
    },
    get status() {
      return row.status;
    },
    get disabledReason() {
      return row.disabledReason;
    },
    get masked() {
      return row.masked;
    },
    get scopes() {
      return row.scopes;
    },
    get instances() {
      return row.instances;
    },
    get requests() {
      return row.requests;
    },
    disable: () => change({ status: 'disabled' }),
    enable: () => change({ status: 'active' }),
    rename: (name) => change({ name }),
    async delete() {
      row = await answerOf(client.DELETE('/__mock/accounts/{accountId}/keys/{keyId}', { params }));
    },
    async expire() {
      row = await answerOf(client.POST('/__mock/accounts/{accountId}/keys/{keyId}/expire', { params }));
    },
    async reveal() {
      return (await answerOf(client.POST('/__mock/accounts/{accountId}/keys/{keyId}/reveal', { params }))).secret;
    },
  };
}

/** The secret is in no JSON and no `inspect`, as in process. */
export function newKeyHandle(wire: Wire, row: Schemas['MockKey'], secret: string): Remote<NewKeyHandle> {
  return Object.defineProperty(keyHandle(wire, row), 'secret', { value: secret, enumerable: false }) as Remote<NewKeyHandle>;
}
