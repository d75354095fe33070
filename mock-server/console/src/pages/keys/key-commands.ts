/** What can be done with a key on its screen, as the person who is signed in. All of these throw a {@link Refusal}. */
import { ask, client, type Schemas } from '../../api/client.ts';
import { command } from '../../api/use-resource.ts';

type ApiKey = Pick<Schemas['ConsoleApiKey'], 'id' | 'accountId'>;

export function createKey(accountId: string, body: Schemas['ConsoleNewApiKey']): Promise<Schemas['ConsoleCreatedApiKey']> {
  return command(() => ask(client.POST('/accounts/{accountId}/api-keys', { params: { path: { accountId } }, body })));
}

/** Renames a key, or turns it on or off. */
export function changeKey(key: ApiKey, body: Schemas['ConsoleApiKeyChange']): Promise<Schemas['ConsoleApiKey']> {
  return command(() => ask(client.PATCH('/accounts/{accountId}/api-keys/{keyId}', { params: params(key), body })));
}

export function removeKey(key: ApiKey): Promise<unknown> {
  return command(() => ask(client.DELETE('/accounts/{accountId}/api-keys/{keyId}', { params: params(key) })));
}

/** Changes nothing, so nothing is loaded again. */
export async function revealKey(key: ApiKey): Promise<string> {
  const { secret } = await ask(client.POST('/accounts/{accountId}/api-keys/{keyId}/reveal', { params: params(key) }));
  return secret;
}

function params({ id, accountId }: ApiKey) {
  return { path: { accountId, keyId: id } };
}
