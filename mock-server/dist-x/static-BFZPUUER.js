import { createPrismResponder } from './chunk-DXSH2AT4.js';
import './chunk-WZEDNVV6.js';
import { findRoute, toOutgoing, answerToProblem, decodePathParameters } from './chunk-CFO2XY6P.js';
import { createIds } from './chunk-G5JZZHNQ.js';
import './chunk-LLOIATAR.js';
import { readBody } from './chunk-RSEDY5BX.js';
import './chunk-YHB2EGH4.js';
import { assertNodeRunsPrism } from './chunk-QPKCAVO4.js';
import './chunk-PYFF5V7Q.js';
import './chunk-HVDHYAHN.js';
import './chunk-OX5GNH2G.js';
import './chunk-OSGOXWAO.js';
import './chunk-Z6D3U4QF.js';

// src/prism/static.ts
function createStaticMock(document, { seed = 1 } = {}) {
  assertNodeRunsPrism();
  const respond = createPrismResponder(document, { checkSecurity: true });
  const ids = createIds(seed);
  async function answer(request) {
    const requestId = ids.id("req");
    const { platform, route } = findRoute(document, request.url, request.method);
    const facts = { requestId, path: request.url.pathname };
    const refuse = (problem, more = {}) => toOutgoing(answerToProblem(document, platform, problem, { ...facts, ...more }), problem, requestId);
    if (request.url.pathname.length + request.url.search.length > platform.limits.urlBytes.value) return refuse("uri_too_long");
    if (route.kind === "unknown") return refuse("unknown_path");
    if (route.kind === "wrong_method") return refuse("method_not_allowed", { allowedMethods: route.allowed.join(", ") });
    const { operation, rawParams } = route;
    const unreadable = problemOf(request, operation, rawParams, platform.limits.bodyBytes.value);
    if (unreadable) return refuse(unreadable);
    try {
      const given = await respond({ operation, request, rawParams, seed: `${seed} ${requestId}` });
      return toOutgoing(given.answer, given.wrong.length > 0 ? "invalid_request" : "public", requestId);
    } catch (error) {
      console.error(`Prism failed in ${operation.id}.`, error);
      return refuse("server_error");
    }
  }
  return { answer, tick: () => void 0 };
}
function problemOf(request, { requestBody }, rawParams, bodyBytes) {
  if (!decodePathParameters(rawParams)) return "bad_encoding";
  if (request.tooLarge || (request.body?.length ?? 0) > bodyBytes) return "payload_too_large";
  if (!requestBody) return void 0;
  const read = readBody(request.body, request.headers.get("content-type"), Object.keys(requestBody.content));
  return read.kind === "malformed_json" || read.kind === "unsupported_media_type" ? read.kind : void 0;
}

export { createStaticMock };
