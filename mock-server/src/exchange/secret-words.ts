/** Words of a request that no answer may repeat. */
import type { SessionEngine } from './handle.ts';
import type { IsSecret } from './redact.ts';
import type { IncomingRequest } from './request.ts';

/** Tells keys, sessions of the console and what opens the mock's controls, wherever a client has put them. */
export function secretWords({ session, controlToken }: SessionEngine, { door }: Pick<IncomingRequest, 'door'>): IsSecret {
  const token = door?.controlToken ?? controlToken;
  return (text, start, end) => {
    if (session.isSecret(text, start, end)) return true;
    const word = text.slice(start, end);
    return word === token || session.users.get(session.vault.fingerprint(word)) !== undefined;
  };
}
