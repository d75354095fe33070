/** What of a request no answer may repeat and nobody may write down. */
import type { Secrets, Span } from '../core/known-secrets.ts';
import type { SessionEngine } from './handle.ts';
import { SHORTEST_WORD } from './redact.ts';
import type { IncomingRequest } from './request.ts';

/** Keys, sessions of the console and what opens the mock's controls, wherever a client has put them. */
export function secretsOf({ session, controlToken }: SessionEngine, { door }: Pick<IncomingRequest, 'door'>): Secrets {
  const { secrets } = session;
  const token = door?.controlToken ?? controlToken;
  // A shorter one is part of too much else.
  if (token === undefined || token.length < SHORTEST_WORD) return secrets;
  return { isWord: secrets.isWord, within: (text) => [...(secrets.within?.(text) ?? []), ...placesOf(token, text)] };
}

function* placesOf(token: string, text: string): Iterable<Span> {
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) yield [at, at + token.length];
}
