import { answerFromExample } from './chunk-HVDHYAHN.js';

// src/document/failures.ts
function answerToRefusal(document, chosen, operation, scheme, state, facts) {
  const failures = scheme?.failures ?? {};
  const failure = failures[state] ?? failures.unknown_key;
  if (!failure) throw new Error(`No x-auth-failures say how ${operation.id} answers ${state}.`);
  const choice = chosen[operation.platform]?.[state];
  const picked = choice !== void 0 && failure.alternatives?.[choice] || failure;
  const answer = answerFromExample(
    document.source,
    picked.status,
    operation.responses[String(picked.status)],
    picked.example,
    facts
  );
  return { ...answer, evidence: picked.evidence, source: picked.source };
}
function answerToProblem(document, platform2, problem, facts) {
  const failure = platform2.requestFailures[problem];
  const response = document.source.components.responses?.[failure.response];
  return {
    ...answerFromExample(document.source, failure.status, response, failure.example, facts),
    evidence: failure.evidence,
    source: failure.source
  };
}
function unimplemented(operationId) {
  return {
    status: 501,
    headers: { "x-mock-unimplemented": operationId },
    contentType: "application/problem+json",
    body: {
      type: "about:blank",
      title: "Not implemented by the mock",
      status: 501,
      detail: `The document has ${operationId}, but this mock gives it no behaviour.`
    },
    evidence: null,
    source: null
  };
}

// src/exchange/parameters.ts
function decodePathParameters(raw) {
  try {
    const decoded = {};
    for (const name of Object.keys(raw)) decoded[name] = decodeURIComponent(raw[name] ?? "");
    return decoded;
  } catch {
    return void 0;
  }
}
function readParameters(schema, valueOf) {
  const properties = schema?.properties;
  const values = {};
  for (const name in properties) {
    const text = valueOf(name);
    if (text !== null) values[name] = readAs(properties[name] ?? {}, text);
  }
  return values;
}
function readAs(schema, text) {
  const types = [schema.type].flat();
  if (types.includes("array")) return text.split(",").map((item) => readAs(schema.items ?? {}, item));
  if ((types.includes("integer") || types.includes("number")) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}

// src/exchange/outgoing.ts
var NO_BODY = /* @__PURE__ */ new Set([204, 205, 304]);
function toOutgoing(answer, decision, requestId) {
  const headers = { ...answer.headers };
  const hasBody = answer.stream !== void 0 || answer.body !== void 0 && !NO_BODY.has(answer.status);
  if (hasBody && !has(headers, "content-type")) headers["content-type"] = answer.contentType;
  headers["x-mock-decision"] = decision;
  if (answer.evidence) headers["x-mock-evidence"] = answer.evidence;
  headers["x-mock-request-id"] = requestId;
  const { stream, wait } = answer;
  if (stream) return { status: answer.status, headers, body: void 0, stream };
  if (!hasBody) return { status: answer.status, headers, body: void 0, ...wait && { wait } };
  return { status: answer.status, headers, body: textOf(answer) };
}
function has(headers, wanted) {
  for (const name in headers) if (name.toLowerCase() === wanted) return true;
  return false;
}
function textOf({ contentType, body }) {
  return typeof body === "string" && !/[/+]json\b/i.test(contentType) ? body : JSON.stringify(body);
}

// src/exchange/route.ts
var NEUTRAL = "control";
function findRoute(document, url, method) {
  const real = document.realHosts.get(url.host);
  if (real) return { platform: real.platform, route: onRealHost(document, real, url.pathname, method) };
  const route = onAnyHost(document, url.pathname, method);
  const found = route.kind === "found" ? route.operation.platform : route.platform;
  return { platform: platform(document, found ?? document.home ?? NEUTRAL), route };
}
function onRealHost(document, { platform: real, bases }, path, method) {
  const routes = bases.filter((base) => path.startsWith(`${base.path}/`)).map((base) => document.router.match(method, path.slice(base.path.length)));
  const own = routes.filter((route) => (route.kind === "found" ? route.operation.platform : route.platform) === real.id);
  return own.find(({ kind }) => kind === "found") ?? own[0] ?? { kind: "unknown", platform: real.id };
}
function onAnyHost(document, path, method) {
  const route = document.router.match(method, path);
  if (route.kind !== "unknown") return route;
  for (const { bases } of document.platforms.values()) {
    for (const base of bases) {
      if (base.host !== void 0 || !path.startsWith(`${base.path}/`)) continue;
      const below = document.router.match(method, path.slice(base.path.length));
      if (below.kind !== "unknown") return below;
    }
  }
  return route;
}
function platform(document, id) {
  const found = document.platforms.get(id) ?? document.platforms.values().next().value;
  if (!found) throw new Error("The document describes no platform in x-platforms.");
  return found;
}

export { NEUTRAL, answerToProblem, answerToRefusal, decodePathParameters, findRoute, readParameters, toOutgoing, unimplemented };
