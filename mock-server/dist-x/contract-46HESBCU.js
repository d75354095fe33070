import { createPrismClient, toPrismRequest } from './chunk-WZEDNVV6.js';
import { redactedPath } from './chunk-RREXESEU.js';
import './chunk-RSEDY5BX.js';
import { PrismUnavailableError } from './chunk-QPKCAVO4.js';
import './chunk-PYFF5V7Q.js';
import './chunk-OX5GNH2G.js';
import './chunk-OSGOXWAO.js';
import './chunk-Z6D3U4QF.js';

// src/prism/contract.ts
var UNREADABLE = {
  bad_encoding: "The path is not valid percent-encoded UTF-8",
  malformed_json: "The body is not valid JSON",
  unsupported_media_type: "The body is of a media type that the operation does not take",
  payload_too_large: "The body is larger than the platform takes"
};
function createInspector(document, { side, onViolation } = {}) {
  const client = createPrismClient(document);
  async function findings(exchange) {
    const { operation, request, rawParams, decision, outgoing } = exchange;
    const unreadable = UNREADABLE[decision];
    const params = decision === "bad_encoding" ? {} : rawParams;
    const output = { statusCode: outgoing.status, headers: { ...outgoing.headers }, body: bodyOf(outgoing) };
    const found = await client.check(operation, toPrismRequest(request, operation, params), output).catch(unchecked);
    const asked = unreadable === void 0 ? found.request : [{ place: "", message: unreadable }];
    const answered = typeof output.body === "string" ? found.response.filter(({ place }) => !place.startsWith("body")) : found.response;
    return [...asked.map(onSide("request")), ...answered.map(onSide("response"))];
  }
  return async (exchange) => {
    const found = (await findings(exchange)).filter((violation) => side === void 0 || violation.side === side);
    if (!onViolation) return found;
    const { requestId, session, operation, request, outgoing } = exchange;
    const path = redactedPath(request.url, document.secretParameters);
    const common = { requestId, session, operationId: operation.id, method: request.method, path, status: outgoing.status };
    for (const violation of found) onViolation({ ...violation, ...common });
    return found;
  };
}
function unchecked(error) {
  if (error instanceof PrismUnavailableError) throw error;
  return { request: [], response: [{ place: "", message: `Prism could not check this exchange: ${String(error)}` }] };
}
function onSide(side) {
  return ({ place, message }) => ({ side, place, message });
}
function bodyOf({ headers, body }) {
  if (body === void 0) return void 0;
  return /[/+]json\b/i.test(headers["content-type"] ?? "") ? JSON.parse(body) : body;
}

export { createInspector };
