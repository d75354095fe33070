/** Prism as the one who answers operations that have no behaviour: from the document's examples and schemas. */
import type { LoadedDocument } from '../document/load.ts';
import { mockProblem } from '../exchange/mock-problem.ts';
import type { LetIn, Responded, Responder } from '../exchange/responder.ts';
import { toAnswer } from './answer.ts';
import { createPrismClient, inWords, type PrismClient } from './client.ts';
import { toPrismRequest } from './input.ts';
import { PrismUnavailableError } from './load.ts';
import { readPreferences } from './prefer.ts';
import { smallerAnswer } from './smaller-answer.ts';

/** @param options.checkSecurity whether Prism looks for a credential, because nobody else does. */
export function createPrismResponder(
  document: LoadedDocument,
  options: { readonly checkSecurity?: boolean; readonly client?: PrismClient } = {},
): Responder {
  const { checkSecurity = false, client = createPrismClient(document) } = options;

  return async ({ operation, request, rawParams, seed }: LetIn): Promise<Responded> => {
    const read = readPreferences(request.headers.get('prefer'));
    if (!read.ok) return unusable(400, 'preference_invalid', 'Preference not understood', read.message);
    try {
      const input = toPrismRequest(request, operation, rawParams);
      const given = await client.answer(operation, input, { checkSecurity, seed, ...read.preferences });
      return { answer: toAnswer(smallerAnswer(given, operation, document), operation), wrong: given.findings.map(inWords) };
    } catch (error) {
      if (!(error instanceof PrismUnavailableError)) throw error;
      return unusable(501, 'prism_unavailable', 'Prism cannot answer here', error.message);
    }
  };
}

function unusable(...problem: Parameters<typeof mockProblem>): Responded {
  return { answer: mockProblem(...problem), wrong: [] };
}
