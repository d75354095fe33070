/** Whether requests and answers keep to the document: every exchange is shown to Prism before its answer goes out. */
import type { LoadedDocument } from '../document/load.ts';
import type { Outgoing } from '../exchange/outgoing.ts';
import type { Exchange, Inspector, Violation } from '../exchange/responder.ts';
import { createPrismClient, type Finding, type Findings } from './client.ts';
import type { ContractOptions } from './contract-view.ts';
import { toPrismRequest } from './input.ts';
import { PrismUnavailableError } from './load.ts';

/** Requests that never came as far as their schema; Prism would only say that their body is missing. */
const UNREADABLE: Readonly<Record<string, string>> = {
  bad_encoding: 'The path is not valid percent-encoded UTF-8',
  malformed_json: 'The body is not valid JSON',
  unsupported_media_type: 'The body is of a media type that the operation does not take',
  payload_too_large: 'The body is larger than the platform takes',
};

export function createInspector(document: LoadedDocument, { side, onViolation }: ContractOptions = {}): Inspector {
  const client = createPrismClient(document);

  async function findings(exchange: Exchange): Promise<Violation[]> {
    const { operation, request, rawParams, decision, outgoing } = exchange;
    const unreadable = UNREADABLE[decision];
    const params = decision === 'bad_encoding' ? {} : rawParams;
    const output = { statusCode: outgoing.status, headers: { ...outgoing.headers }, body: bodyOf(outgoing) };
    const found = await client.check(operation, toPrismRequest(request, operation, params), output).catch(unchecked);
    const asked = unreadable === undefined ? found.request : [{ place: '', message: unreadable }];
    // A text that stands for an object, such as XML, cannot be held against the object's schema.
    const answered =
      typeof output.body === 'string' ? found.response.filter(({ place }) => !place.startsWith('body')) : found.response;
    return [...asked.map(onSide('request')), ...answered.map(onSide('response'))];
  }

  return async (exchange) => {
    const all = await findings(exchange);
    const found = exchange.shown(all.filter((violation) => side === undefined || violation.side === side));
    if (!onViolation) return found;
    const { requestId, session, operation, request, outgoing, path } = exchange;
    const common = { requestId, session, operationId: operation.id, method: request.method, path, status: outgoing.status };
    for (const violation of found) onViolation({ ...violation, ...common });
    return found;
  };
}

/** A check that cannot be made is no check passed. */
function unchecked(error: unknown): Findings {
  if (error instanceof PrismUnavailableError) throw error;
  return { request: [], response: [{ place: '', message: `Prism could not check this exchange: ${String(error)}` }] };
}

function onSide(side: Violation['side']): (finding: Finding) => Violation {
  return ({ place, message }) => ({ side, place, message });
}

function bodyOf({ headers, body }: Outgoing): unknown {
  if (body === undefined) return undefined;
  return /[/+]json\b/i.test(headers['content-type'] ?? '') ? (JSON.parse(body) as unknown) : body;
}
