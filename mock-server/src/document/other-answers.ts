/** Which other answer a session may choose, where the document has several: `{ pingback: { missing_key: 'gateway_401' } }`. */
import type { JsonPath } from '@chaveiro/openapi/policy';
import type { SessionSettings } from '../core/session.ts';
import { isOne, type Note } from './known-name.ts';
import { schemesOf, type LoadedDocument } from './load.ts';

type Choices = SessionSettings['failures'];

/** Notes every choice that the document does not have. */
export function checkChoices(document: LoadedDocument, choices: Choices, at: JsonPath, note: Note): void {
  const platforms = [...document.platforms.keys()].filter((id) => Object.keys(otherAnswers(document, id)).length > 0);
  for (const [platform, chosen] of Object.entries(choices)) {
    const path = [...at, platform];
    if (!isOne(platform, platforms, 'no platform with other answers', path, note)) continue;
    const known = otherAnswers(document, platform);
    for (const [situation, answer] of Object.entries(chosen)) {
      if (!isOne(situation, Object.keys(known), 'nothing that has other answers here', [...path, situation], note)) continue;
      isOne(answer, known[situation] ?? [], `no other answer to ${situation}`, [...path, situation], note);
    }
  }
}

/** Names of the answers that can be chosen, by what they answer: states of a key, and what the platform lists besides. */
function otherAnswers(document: LoadedDocument, platform: string): Record<string, string[]> {
  const known: Record<string, string[]> = {};
  const add = (situation: string, answers: object = {}) => {
    const names = Object.keys(answers);
    if (names.length > 0) known[situation] = [...(known[situation] ?? []), ...names];
  };
  for (const { failures } of schemesOf(document, platform)) {
    for (const [state, failure] of Object.entries(failures)) add(state, failure?.alternatives);
  }
  for (const [situation, answers] of Object.entries(document.platforms.get(platform)?.choices ?? {})) add(situation, answers);
  return known;
}
