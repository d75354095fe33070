import { createPrismClient, toPrismRequest, inWords } from './chunk-WZEDNVV6.js';
import { mockProblem } from './chunk-LLOIATAR.js';
import { sampleBody } from './chunk-YHB2EGH4.js';
import { PrismUnavailableError } from './chunk-QPKCAVO4.js';

// src/prism/xml.ts
function toXml(value, name = "xml") {
  if (Array.isArray(value)) return value.map((item) => toXml(item, name)).join("");
  const tag = elementName(name);
  if (typeof value !== "object" || value === null) return `<${tag}>${escaped(value)}</${tag}>`;
  const inner = Object.entries(value).map(([member, part]) => toXml(part, member));
  return `<${tag}>${inner.join("")}</${tag}>`;
}
function elementName(name) {
  const allowed = name.replaceAll(/[^\w.-]/g, "_");
  return /^[A-Za-z_]/.test(allowed) ? allowed : `_${allowed}`;
}
function escaped(value) {
  const text = value === null || value === void 0 ? "" : typeof value === "string" ? value : JSON.stringify(value);
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// src/prism/answer.ts
var OF_THE_TRANSPORT = /* @__PURE__ */ new Set([
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "keep-alive",
  "transfer-encoding",
  "upgrade"
]);
var SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/;
var NAME = /^[\w!#$%&'*+.^`|~-]+$/;
function toAnswer(prism, operation) {
  const contentType = contentTypeOf(prism);
  const response = operation.responses[String(prism.status)];
  return {
    status: prism.status >= 200 && prism.status <= 599 ? prism.status : 500,
    headers: headersOf(prism),
    contentType,
    body: operation.method === "HEAD" ? void 0 : bodyAs(contentType, prism.body),
    evidence: response?.["x-evidence"] ?? null,
    source: response?.["x-source"] ?? null
  };
}
function contentTypeOf({ headers }) {
  const [, type] = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type") ?? [];
  return typeof type === "string" && SENDABLE.test(type) && !type.includes("*") ? type : "application/json";
}
function headersOf({ headers }) {
  const kept = {};
  for (const [name, value] of Object.entries(headers)) {
    if (OF_THE_TRANSPORT.has(name.toLowerCase()) || !NAME.test(name)) continue;
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") continue;
    if (SENDABLE.test(String(value))) kept[name.toLowerCase()] = String(value);
  }
  return kept;
}
function bodyAs(contentType, body) {
  if (/[/+]xml\b/i.test(contentType) && typeof body === "object" && body !== null) return toXml(body);
  return body;
}

// src/prism/prefer.ts
function readPreferences(header) {
  const said = /* @__PURE__ */ new Map();
  for (const preference of (header ?? "").split(/[,;]/)) {
    const [, name, quoted, plain] = /^\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s"]*))\s*$/.exec(preference) ?? [];
    if (name !== void 0 && !said.has(name.toLowerCase())) said.set(name.toLowerCase(), quoted ?? plain ?? "");
  }
  const [code, example, dynamic, seed] = ["code", "example", "dynamic", "seed"].map((name) => said.get(name));
  if (code !== void 0 && !/^[1-5]\d\d$/.test(code)) {
    return { ok: false, message: `Prefer: code=${code.slice(0, 20)} is no status. Give three digits, such as code=404.` };
  }
  if (dynamic !== void 0 && dynamic !== "true" && dynamic !== "false") {
    return { ok: false, message: `Prefer: dynamic=${dynamic.slice(0, 20)} is neither true nor false.` };
  }
  return {
    ok: true,
    preferences: {
      ...code !== void 0 && { code: Number(code) },
      ...example !== void 0 && { exampleKey: example },
      ...dynamic !== void 0 && { dynamic: dynamic === "true" },
      ...seed !== void 0 && { seed }
    }
  };
}

// src/prism/smaller-answer.ts
var WORDS = { message: "string", code: "string" };
function smallerAnswer(prism, operation, { source }) {
  if (!isTooComplex(prism)) return prism;
  const [status, response] = Object.entries(operation.responses).find(([code]) => /^2(\d\d|XX)$/i.test(code)) ?? [];
  const [mediaType, media] = Object.entries(response?.content ?? {}).find(([type]) => /[/+]json\b/i.test(type)) ?? [];
  const body = sampleBody(source, media?.schema, { ...WORDS, status: 200 });
  if (status === void 0 || mediaType === void 0 || body === void 0) return prism;
  return { status: Number(status.replace(/xx/i, "00")), headers: { "content-type": mediaType }, body, findings: [] };
}
function isTooComplex({ status, body }) {
  return status === 500 && String(body?.type).endsWith("SCHEMA_TOO_COMPLEX");
}

// src/prism/responder.ts
function createPrismResponder(document, options = {}) {
  const { checkSecurity = false, client = createPrismClient(document) } = options;
  return async ({ operation, request, rawParams, seed }) => {
    const read = readPreferences(request.headers.get("prefer"));
    if (!read.ok) return unusable(400, "preference_invalid", "Preference not understood", read.message);
    try {
      const input = toPrismRequest(request, operation, rawParams);
      const given = await client.answer(operation, input, { checkSecurity, seed, ...read.preferences });
      return { answer: toAnswer(smallerAnswer(given, operation, document), operation), wrong: given.findings.map(inWords) };
    } catch (error) {
      if (!(error instanceof PrismUnavailableError)) throw error;
      return unusable(501, "prism_unavailable", "Prism cannot answer here", error.message);
    }
  };
}
function unusable(...problem) {
  return { answer: mockProblem(...problem), wrong: [] };
}

export { createPrismResponder };
