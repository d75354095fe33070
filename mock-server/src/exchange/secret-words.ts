/** Words of a request that no answer may repeat. */
import type { SessionEngine } from './handle.ts';
import type { IncomingRequest } from './request.ts';

/** Tells keys, sessions of the console and what opens the mock's controls, wherever a client has put them. */
export function secretWords(
  { session, controlToken }: SessionEngine,
  { door }: Pick<IncomingRequest, 'door'>,
): (word: string) => boolean {
  const token = door?.controlToken ?? controlToken;
  return (word) => word === token || session.isSecret(word) || session.users.get(session.vault.fingerprint(word)) !== undefined;
}
