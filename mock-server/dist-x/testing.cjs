'use strict';

var policy = require('@chaveiro/openapi/policy');
var z5 = require('zod');
var openapi = require('@chaveiro/openapi');
var hmac_js = require('@noble/hashes/hmac.js');
var sha2_js = require('@noble/hashes/sha2.js');
var utils_js$1 = require('@noble/hashes/utils.js');
var aes_js = require('@noble/ciphers/aes.js');
var utils_js = require('@noble/ciphers/utils.js');
var bcryptjs = require('bcryptjs');
var schemas = require('@chaveiro/openapi/schemas');
var async_hooks = require('async_hooks');
var node = require('msw/node');
var msw = require('msw');
var diagnostics_channel = require('diagnostics_channel');

function _interopNamespace(e) {
  if (e && e.__esModule) return e;
  var n = Object.create(null);
  if (e) {
    Object.keys(e).forEach(function (k) {
      if (k !== 'default') {
        var d = Object.getOwnPropertyDescriptor(e, k);
        Object.defineProperty(n, k, d.get ? d : {
          enumerable: true,
          get: function () { return e[k]; }
        });
      }
    });
  }
  n.default = e;
  return Object.freeze(n);
}

var z5__namespace = /*#__PURE__*/_interopNamespace(z5);

var __defProp = Object.defineProperty;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name2 in all)
    __defProp(target, name2, { get: all[name2], enumerable: true });
};

// src/exchange/mock-problem.ts
function mockProblem(status2, code, title, detail) {
  return {
    status: status2,
    headers: {},
    contentType: "application/problem+json",
    body: { type: `urn:chaveiro:problem:${code}`, title, status: status2, detail, code },
    evidence: null,
    source: null
  };
}
var init_mock_problem = __esm({
  "src/exchange/mock-problem.ts"() {
  }
});

// src/exchange/body.ts
function readBody(body, contentType, accepted) {
  if (!body || body.length === 0) return { kind: "none" };
  const type = contentType ?? (accepted.some(isJson) || accepted.length === 0 ? "application/json" : accepted[0] ?? "");
  const isText3 = !isJson(type);
  if (!takes(accepted, (range) => isText3 ? essenceOf(range) === essenceOf(type) : isJson(range), type))
    return { kind: "unsupported_media_type" };
  if (isText3) return { kind: "text", text: lenient.decode(body) };
  return isUtf8(type) ? readJson(body) : { kind: "unsupported_media_type" };
}
function formFields(text2, contentType) {
  if (essenceOf(contentType ?? "") !== "application/x-www-form-urlencoded") return void 0;
  return Object.fromEntries(new URLSearchParams(text2));
}
function readJson(body) {
  try {
    const text2 = strict.decode(body);
    const value = MAY_POLLUTE.test(text2) ? JSON.parse(text2, withoutPrototype) : JSON.parse(text2);
    return isDeeperThan(body, MAX_DEPTH) ? { kind: "malformed_json" } : { kind: "json", value, text: text2 };
  } catch {
    return { kind: "malformed_json" };
  }
}
function withoutPrototype(name2, value) {
  return name2 === "__proto__" ? void 0 : value;
}
function takes(accepted, fits, type) {
  if (accepted.length === 0) return isJson(type);
  return accepted.some((range) => fits(range) || coversByWildcard(essenceOf(range), essenceOf(type)));
}
function coversByWildcard(range, type) {
  return range === "*/*" || range.endsWith("/*") && type.startsWith(range.slice(0, -1));
}
function essenceOf(type) {
  return type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
function isJson(contentType) {
  return contentType === "application/json" || /^application\/([\w.-]+\+)?json$/.test(essenceOf(contentType));
}
function isUtf8(contentType) {
  if (!contentType.includes(";")) return true;
  const parameters = contentType.toLowerCase().split(";").slice(1);
  const charset = parameters.map((parameter) => /^\s*charset="?([^"\s]*)/.exec(parameter)?.[1]).find(Boolean);
  return charset === void 0 || /^utf-?8$/.test(charset);
}
function isDeeperThan(json, most) {
  let depth = 0;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i];
    if (byte === QUOTE) i = endOfText(json, i);
    else if (byte === OBJECT || byte === ARRAY) {
      if (++depth > most) return true;
    } else if (byte === OBJECT_END || byte === ARRAY_END) depth -= 1;
  }
  return false;
}
function endOfText(json, start2) {
  let i = start2 + 1;
  while (i < json.length && json[i] !== QUOTE) i += json[i] === BACKSLASH ? 2 : 1;
  return i;
}
var lenient, strict, MAX_DEPTH, MAY_POLLUTE, QUOTE, BACKSLASH, OBJECT, OBJECT_END, ARRAY, ARRAY_END;
var init_body = __esm({
  "src/exchange/body.ts"() {
    lenient = new TextDecoder();
    strict = new TextDecoder("utf-8", { fatal: true });
    MAX_DEPTH = 64;
    MAY_POLLUTE = /__proto__|\\u/;
    [QUOTE, BACKSLASH, OBJECT, OBJECT_END, ARRAY, ARRAY_END] = [...'"\\{}[]'].map((letter) => letter.charCodeAt(0));
  }
});

// src/exchange/redact.ts
function soundsSecret(name2) {
  if (name2.length > LONG2) return SECRET_NAMES.test(name2);
  const known = judged.get(name2);
  if (known !== void 0) return known;
  const verdict = SECRET_NAMES.test(name2);
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(name2, verdict);
  return verdict;
}
function redactedPath(url, secrets) {
  if (url.search === "") return url.pathname;
  let query = "";
  for (const pair of url.search.slice(1).split("&")) {
    const end = pair.indexOf("=");
    const name2 = end < 0 ? pair : pair.slice(0, end);
    query += `${query === "" ? "?" : "&"}${isSecretName(name2, secrets) ? `${name2}=${MASK}` : pair}`;
  }
  return url.pathname + query;
}
function redactedBody(body, isSecret) {
  if (typeof body === "string") return isSecret ? withoutSecrets(body, isSecret) : body;
  if (Array.isArray(body)) return body.map((item) => redactedBody(item, isSecret));
  if (typeof body !== "object" || body === null) return body;
  const copy = {};
  for (const name2 of Object.keys(body)) {
    const shown4 = soundsSecret(name2) ? MASK : redactedBody(body[name2], isSecret);
    if (name2 === "__proto__") Object.defineProperty(copy, name2, { value: shown4, enumerable: true });
    else copy[isSecret ? withoutSecrets(name2, isSecret) : name2] = shown4;
  }
  return copy;
}
function withoutSecrets(value, isSecret) {
  if (typeof value === "string") return mayHold(value, isSecret) ? masked(value, isSecret) : value;
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, isSecret));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name2, inner]) => [
    withoutSecrets(name2, isSecret),
    withoutSecrets(inner, isSecret)
  ]);
  return Object.fromEntries(entries);
}
function masked(text2, isSecret) {
  return text2.replace(WORD, (word) => isSecret(word) ? MASK : word);
}
function redactedJson(body, json, isSecret) {
  if (json !== void 0 && !json.includes("\\") && !mayHold(json, isSecret, true)) return json;
  return JSON.stringify(redactedBody(body, isSecret));
}
function mayHold(text2, isSecret, names = false) {
  let start2 = 0;
  for (let i = 0; i <= text2.length; i++) {
    if (i < text2.length) {
      const code = text2.charCodeAt(i);
      if (code < 128 && IN_WORD[code] === 1) continue;
    }
    const length = i - start2;
    if (length > LONGEST_WORD) return true;
    if (length >= SHORTEST_WORD && isSecret(text2.slice(start2, i))) return true;
    if (names && length >= SHORTEST_NAME && NAME_ENDS.has(endOf(text2, i)) && isName(text2.slice(start2, i))) return true;
    start2 = i + 1;
  }
  return false;
}
function endOf(text2, end) {
  return (text2.charCodeAt(end - 2) | 32) << 8 | (text2.charCodeAt(end - 1) | 32);
}
function isName(word) {
  return word === "__proto__" || soundsSecret(word);
}
function isSecretName(name2, secrets) {
  const decoded = /[%+]/.test(name2) ? decode(name2) : name2;
  return decoded === void 0 || soundsSecret(decoded) || secrets?.has(decoded) === true;
}
function decode(name2) {
  try {
    return decodeURIComponent(name2.replaceAll("+", " "));
  } catch {
    return void 0;
  }
}
var MASK, SECRET_NAMES, judged, MOST_JUDGED, LONG2, SHORTEST_WORD, LONGEST_WORD, WORD, IN_WORD, SHORTEST_NAME, NAME_ENDS;
var init_redact = __esm({
  "src/exchange/redact.ts"() {
    MASK = "\u2022\u2022\u2022\u2022";
    SECRET_NAMES = /(api[-_]?key|token|secret|password|authorization)$/i;
    judged = /* @__PURE__ */ new Map();
    MOST_JUDGED = 1e3;
    LONG2 = 100;
    SHORTEST_WORD = 8;
    LONGEST_WORD = 512;
    WORD = new RegExp(`[\\w-]{${SHORTEST_WORD},${LONGEST_WORD}}`, "g");
    IN_WORD = Uint8Array.from({ length: 128 }, (_, code) => Number(/[\w-]/.test(String.fromCharCode(code))));
    SHORTEST_NAME = 5;
    NAME_ENDS = new Set(["ey", "en", "et", "rd", "on", "__"].map((end) => endOf(end, 2)));
  }
});

// src/prism/load.ts
function loadPrism() {
  assertNodeRunsPrism();
  loading ??= load().catch((error) => {
    loading = void 0;
    throw error;
  });
  return loading;
}
function assertNodeRunsPrism(version2 = globalThis.process?.versions.node) {
  if (version2 === void 0) return;
  const [major = 0, minor = 0] = version2.split(".").map(Number);
  if (major > LEAST_NODE[0] || major === LEAST_NODE[0] && minor >= LEAST_NODE[1]) return;
  throw new PrismUnavailableError(
    `Prism needs Node ${LEAST_NODE.join(".")} or newer, and this is Node ${version2}. Update Node, or do without --static, --contract and --responder prism; everything else works here.`
  );
}
async function load() {
  try {
    const loaded = await import(PACKAGE);
    return loaded.default ?? loaded;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new PrismUnavailableError(`Prism is not installed. Add it beside the mock: npm install --save-dev ${PACKAGE}`);
  }
}
function isMissing(error) {
  const code = error instanceof Error && "code" in error ? error.code : void 0;
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && String(error).includes(PACKAGE);
}
var PACKAGE, LEAST_NODE, PrismUnavailableError, loading;
var init_load = __esm({
  "src/prism/load.ts"() {
    PACKAGE = "@stoplight/prism-http";
    LEAST_NODE = [24, 18];
    PrismUnavailableError = class extends Error {
      name = "PrismUnavailableError";
    };
  }
});
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function localPointer(value) {
  const reference = isRecord(value) ? value["$ref"] : void 0;
  return typeof reference === "string" && reference.startsWith("#") ? reference.slice(1) : void 0;
}
function atLocalPointer(document2, pointer) {
  const found = policy.atPointer(document2, pointer);
  if (found !== void 0 || !pointer.includes("%")) return found;
  try {
    return policy.atPointer(document2, decodeURIComponent(pointer));
  } catch {
    return void 0;
  }
}
function follow(document2, value) {
  let current = value;
  for (let hops = 0; hops < MAX_HOPS; hops += 1) {
    if (!isRecord(current) || typeof current["$ref"] !== "string") return current;
    const pointer = localPointer(current);
    if (pointer === void 0) return void 0;
    current = atLocalPointer(document2, pointer);
  }
  return void 0;
}
function followRecord(document2, value) {
  const found = follow(document2, value);
  return isRecord(found) ? found : void 0;
}
var MAX_HOPS;
var init_follow = __esm({
  "src/document/follow.ts"() {
    MAX_HOPS = 32;
  }
});

// src/document/sample-body.ts
function sampleBody(document2, schema, words) {
  return sample(schema, "", 0);
  function sample(described, name2, depth) {
    const node = follow(document2, described);
    if (!isRecord(node) || depth > MAX_DEPTH2) return void 0;
    const given = shown2(node);
    if (given !== void 0) return given;
    const whole2 = combined(node, depth);
    if (whole2 !== node) return sample(whole2, name2, depth + 1);
    switch (typeOf(node)) {
      case "object":
        return objectOf(node, depth);
      case "array":
        return HOLDS_ERRORS.test(name2) || Number(node["minItems"]) > 0 ? listOf(node, name2, depth) : [];
      case "string":
        return textFor(node, name2);
      case "integer":
      case "number":
        return FOR_STATUS.test(name2) ? words.status : typeof node["minimum"] === "number" ? node["minimum"] : 0;
      case "boolean":
        return false;
      case "null":
        return null;
      default:
        return void 0;
    }
  }
  function objectOf(node, depth) {
    const required = new Set(Array.isArray(node["required"]) ? node["required"] : []);
    const out = {};
    for (const [name2, property] of Object.entries(isRecord(node["properties"]) ? node["properties"] : {})) {
      const telling = FOR_PEOPLE.test(name2) || FOR_PROGRAMS.test(name2) || FOR_STATUS.test(name2) || HOLDS_ERRORS.test(name2);
      if (!required.has(name2) && !(telling && depth < 3)) continue;
      const value = sample(property, name2, depth + 1);
      if (value !== void 0 || required.has(name2)) out[name2] = value ?? null;
    }
    return out;
  }
  function listOf(node, name2, depth) {
    const item = sample(node["items"], name2, depth + 1);
    return item === void 0 ? [] : [item];
  }
  function combined(node, depth) {
    const branch = [node["oneOf"], node["anyOf"]].find((list) => Array.isArray(list) && list.length > 0);
    if (branch && !isRecord(node["properties"])) return follow(document2, branch[0]) ?? {};
    if (!Array.isArray(node["allOf"]) || depth > MAX_DEPTH2) return node;
    const parts2 = [{ ...node, allOf: void 0 }, ...node["allOf"]].map((part) => follow(document2, part)).filter(isRecord);
    return {
      type: "object",
      properties: Object.assign({}, ...parts2.map((part) => combined(part, depth + 1)["properties"])),
      required: parts2.flatMap((part) => combined(part, depth + 1)["required"] ?? [])
    };
  }
  function textFor(node, name2) {
    switch (node["format"]) {
      case "date-time":
        return "2026-01-01T00:00:00Z";
      case "date":
        return "2026-01-01";
      case "uuid":
        return "00000000-0000-4000-8000-000000000000";
      case "uri":
      case "url":
        return "https://example.com/";
      case "email":
        return "ana@example.com";
      default:
        if (FOR_STATUS.test(name2) && !FOR_PROGRAMS.test(name2)) return String(words.status);
        return FOR_PROGRAMS.test(name2) ? words.code : FOR_PEOPLE.test(name2) ? words.message : "string";
    }
  }
}
function shown2(node) {
  const examples = node["examples"];
  const enumerated = node["enum"];
  return node["example"] ?? (Array.isArray(examples) ? examples[0] : void 0) ?? node["const"] ?? node["default"] ?? (Array.isArray(enumerated) ? enumerated[0] : void 0);
}
function typeOf(node) {
  const { type } = node;
  if (Array.isArray(type)) return type.find((each) => each !== "null") ?? "null";
  return type ?? (isRecord(node["properties"]) ? "object" : "items" in node ? "array" : void 0);
}
var MAX_DEPTH2, FOR_PEOPLE, FOR_PROGRAMS, FOR_STATUS, HOLDS_ERRORS;
var init_sample_body = __esm({
  "src/document/sample-body.ts"() {
    init_follow();
    MAX_DEPTH2 = 6;
    FOR_PEOPLE = /^(messages?|detail|details|description|error_description|error|title|reason|msg)$/i;
    FOR_PROGRAMS = /^(id|code|error_?code|type|error_type)$/i;
    FOR_STATUS = /^(status|code|status_?code|http_?status)$/i;
    HOLDS_ERRORS = /^(errors?|fault|problem|meta)$/i;
  }
});

// src/prism/xml.ts
function toXml(value, name2 = "xml") {
  if (Array.isArray(value)) return value.map((item) => toXml(item, name2)).join("");
  const tag = elementName(name2);
  if (typeof value !== "object" || value === null) return `<${tag}>${escaped(value)}</${tag}>`;
  const inner = Object.entries(value).map(([member, part]) => toXml(part, member));
  return `<${tag}>${inner.join("")}</${tag}>`;
}
function elementName(name2) {
  const allowed = name2.replaceAll(/[^\w.-]/g, "_");
  return /^[A-Za-z_]/.test(allowed) ? allowed : `_${allowed}`;
}
function escaped(value) {
  const text2 = value === null || value === void 0 ? "" : typeof value === "string" ? value : JSON.stringify(value);
  return text2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
var init_xml = __esm({
  "src/prism/xml.ts"() {
  }
});

// src/prism/answer.ts
function toAnswer(prism, operation) {
  const contentType = contentTypeOf2(prism);
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
function contentTypeOf2({ headers }) {
  const [, type] = Object.entries(headers).find(([name2]) => name2.toLowerCase() === "content-type") ?? [];
  return typeof type === "string" && SENDABLE.test(type) && !type.includes("*") ? type : "application/json";
}
function headersOf({ headers }) {
  const kept = {};
  for (const [name2, value] of Object.entries(headers)) {
    if (OF_THE_TRANSPORT.has(name2.toLowerCase()) || !NAME2.test(name2)) continue;
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") continue;
    if (SENDABLE.test(String(value))) kept[name2.toLowerCase()] = String(value);
  }
  return kept;
}
function bodyAs(contentType, body) {
  if (/[/+]xml\b/i.test(contentType) && typeof body === "object" && body !== null) return toXml(body);
  return body;
}
var OF_THE_TRANSPORT, SENDABLE, NAME2;
var init_answer = __esm({
  "src/prism/answer.ts"() {
    init_xml();
    OF_THE_TRANSPORT = /* @__PURE__ */ new Set([
      "connection",
      "content-encoding",
      "content-length",
      "content-type",
      "keep-alive",
      "transfer-encoding",
      "upgrade"
    ]);
    SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/;
    NAME2 = /^[\w!#$%&'*+.^`|~-]+$/;
  }
});

// src/prism/prune.ts
function withoutStubs(value, schema, bundle) {
  if (Array.isArray(value)) {
    const items = parts(schema, bundle).map((part) => part["items"]).find(isRecord);
    if (!items) return value;
    return value.filter((item) => !isStub(item, items, bundle)).map((item) => withoutStubs(item, items, bundle));
  }
  if (!isRecord(value)) return value;
  for (const part of parts(schema, bundle)) {
    const required = Array.isArray(part["required"]) ? part["required"] : [];
    for (const [name2, property] of Object.entries(isRecord(part["properties"]) ? part["properties"] : {})) {
      if (!Object.hasOwn(value, name2)) continue;
      if (isStub(value[name2], property, bundle) && !required.includes(name2)) delete value[name2];
      else value[name2] = withoutStubs(value[name2], property, bundle);
    }
  }
  return value;
}
function isStub(value, schema, bundle) {
  const empty = isRecord(value) && Object.keys(value).length === 0;
  return empty && parts(schema, bundle).some(({ required }) => Array.isArray(required) && required.length > 0);
}
function parts(schema, bundle, depth = 0) {
  if (!isRecord(schema) || depth > 8) return [];
  const reference = schema["$ref"];
  if (typeof reference === "string") return parts(bundle[reference.replace("#/__bundled__/", "")], bundle, depth + 1);
  const all = Array.isArray(schema["allOf"]) ? schema["allOf"] : [];
  const union2 = [schema["oneOf"], schema["anyOf"]].find(Array.isArray);
  return [schema, ...[...all, union2?.[0]].flatMap((part) => parts(part, bundle, depth + 1))];
}
var init_prune = __esm({
  "src/prism/prune.ts"() {
    init_follow();
  }
});

// src/prism/schema-keywords.ts
function isUsable(keyword, value) {
  if (keyword === "id") return typeof value !== "string";
  if (keyword.startsWith("x-")) return keyword === "x-faker";
  return !DROPPED.has(keyword) && (ALLOWED[keyword]?.(value) ?? true);
}
function knownTypes(type) {
  if (typeof type === "string") return TYPES.has(type) ? type : void 0;
  if (!Array.isArray(type)) return void 0;
  const known = type.filter((each) => TYPES.has(each));
  return known.length === type.length && known.length > 0 ? known : void 0;
}
function isPattern(value) {
  if (typeof value !== "string") return false;
  try {
    new RegExp(value, "u");
    return true;
  } catch {
    return false;
  }
}
var TYPES, isNumber, isCount, isBoolean, isText2, ALLOWED, DROPPED;
var init_schema_keywords = __esm({
  "src/prism/schema-keywords.ts"() {
    TYPES = /* @__PURE__ */ new Set(["null", "boolean", "object", "array", "number", "integer", "string"]);
    isNumber = (value) => typeof value === "number";
    isCount = (value) => Number.isInteger(value) && value >= 0;
    isBoolean = (value) => typeof value === "boolean";
    isText2 = (value) => typeof value === "string";
    ALLOWED = {
      multipleOf: (value) => isNumber(value) && value > 0,
      maximum: isNumber,
      minimum: isNumber,
      exclusiveMaximum: isNumber,
      exclusiveMinimum: isNumber,
      maxLength: isCount,
      minLength: isCount,
      maxItems: isCount,
      minItems: isCount,
      maxContains: isCount,
      minContains: isCount,
      maxProperties: isCount,
      minProperties: isCount,
      uniqueItems: isBoolean,
      pattern: isPattern,
      format: isText2,
      required: (value) => Array.isArray(value) && value.every(isText2),
      enum: (value) => Array.isArray(value) && value.length > 0,
      title: isText2,
      description: isText2
    };
    DROPPED = /* @__PURE__ */ new Set([
      "$id",
      "id",
      "$schema",
      "$anchor",
      "$dynamicAnchor",
      "$dynamicRef",
      "$recursiveAnchor",
      "$recursiveRef"
    ]);
  }
});

// src/prism/schemas.ts
function createSchemas(document2) {
  const entries = /* @__PURE__ */ new Map();
  const legacy = document2.openapi.startsWith("3.0");
  function copy(schema, side) {
    const names = /* @__PURE__ */ new Set();
    const refer = (pointer) => {
      const name2 = nameOf2(pointer, side);
      names.add(name2);
      if (!entries.has(name2)) entries.set(name2, { pointer, side });
      return { [HELD_REFERENCE]: name2 };
    };
    return { schema: copySchema(schema, side, refer), names };
  }
  function writtenOut(schema, side, around = []) {
    return copySchema(
      schema,
      side,
      (pointer) => around.includes(pointer) || around.length > 12 ? {} : writtenOut(atLocalPointer(document2, pointer) ?? {}, side, [...around, pointer])
    );
  }
  function copySchema(schema, side, refer) {
    if (typeof schema === "boolean") return schema;
    if (!isRecord(schema)) return {};
    const pointer = localPointer(schema);
    if (pointer !== void 0) return withSiblings(schema, refer(pointer));
    if ("$ref" in schema && typeof schema["$ref"] === "string") return {};
    const inner = (value) => copySchema(value, side, refer);
    const alone = onlyPart(schema);
    if (alone !== void 0) return withSiblings(schema, inner(alone));
    const out = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === "properties" && isRecord(value)) out[keyword] = mapValues(visible(value, side), inner);
      else if (MAPS.has(keyword)) {
        if (isRecord(value)) out[keyword] = mapValues(value, inner);
      } else if (LISTS.has(keyword)) {
        if (Array.isArray(value) && value.length > 0) out[keyword] = value.map(inner);
      } else if (ONE_OR_LIST.has(keyword)) out[keyword] = Array.isArray(value) ? value.map(inner) : inner(value);
      else if (ONE.has(keyword)) out[keyword] = inner(value);
      else if (DATA.has(keyword)) {
        if (isUsable(keyword, value)) out[keyword] = withoutReferences(value);
      } else if (isUsable(keyword, value)) out[keyword] = withoutReferences(value);
    }
    return normalised(out, schema, side);
  }
  function withSiblings(schema, target) {
    return legacy && schema["nullable"] === true ? { anyOf: [target, { type: "null" }] } : target;
  }
  function normalised(out, schema, side) {
    const type = knownTypes(schema["type"]);
    if (type === void 0) delete out["type"];
    else out["type"] = type;
    if (Array.isArray(out["required"])) {
      const hidden = isRecord(schema["properties"]) ? hiddenNames(schema["properties"], side) : /* @__PURE__ */ new Set();
      out["required"] = out["required"].filter((name2) => !hidden.has(name2));
    }
    if (schema["example"] !== void 0 && out["examples"] === void 0) out["examples"] = [out["example"]];
    if (!Array.isArray(out["examples"])) delete out["examples"];
    return legacy ? fromOpenApi30(out, schema) : out;
  }
  function visible(properties, side) {
    const hidden = hiddenNames(properties, side);
    return Object.fromEntries(Object.entries(properties).filter(([name2]) => !hidden.has(name2)));
  }
  function hiddenNames(properties, side) {
    const mark = side === "request" ? "readOnly" : "writeOnly";
    const hidden = Object.entries(properties).filter(([, property]) => {
      const target = follow(document2, property);
      return isRecord(property) && property[mark] === true || isRecord(target) && target[mark] === true;
    });
    return new Set(hidden.map(([name2]) => name2));
  }
  return {
    copy,
    writtenOut: (schema, side) => writtenOut(schema, side),
    bundle(names) {
      const bundle = {};
      const queue = [...names];
      for (const name2 of queue) {
        const entry = entries.get(name2);
        if (!entry || Object.hasOwn(bundle, name2)) continue;
        entry.copied ??= copy(atLocalPointer(document2, entry.pointer) ?? {}, entry.side);
        bundle[name2] = entry.copied.schema;
        queue.push(...entry.copied.names);
      }
      return bundle;
    }
  };
}
function onlyPart(schema) {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf) || allOf.length !== 1) return void 0;
  return Object.keys(rest).every((keyword) => ANNOTATIONS.has(keyword) || keyword.startsWith("x-")) ? allOf[0] : void 0;
}
function fromOpenApi30(out, schema) {
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"]
  ]) {
    if (schema[exclusive] !== true || typeof out[limit] !== "number") continue;
    out[exclusive] = out[limit];
    delete out[limit];
  }
  if (schema["nullable"] !== true) return out;
  delete out["nullable"];
  if (Array.isArray(out["enum"]) && !out["enum"].includes(null)) out["enum"] = [...out["enum"], null];
  if (typeof out["type"] === "string") return { ...out, type: [out["type"], "null"] };
  if (Array.isArray(out["type"])) return { ...out, type: [.../* @__PURE__ */ new Set([...out["type"], "null"])] };
  return "allOf" in out || "oneOf" in out || "anyOf" in out ? { anyOf: [out, { type: "null" }] } : out;
}
function nameOf2(pointer, side) {
  const plain2 = pointer.replace(/^\/components\/schemas\//, "").replaceAll(/[^A-Za-z0-9]/g, (character) => `.${character.charCodeAt(0).toString(16)}.`);
  return `${side}.${plain2}`;
}
function mapValues(map, change3) {
  return Object.fromEntries(Object.entries(map).map(([name2, value]) => [name2, change3(value)]));
}
function withoutReferences(data) {
  if (typeof data !== "object" || data === null || !mentionsReference(data)) return data;
  if (Array.isArray(data)) return data.map(withoutReferences);
  const kept = Object.entries(data).filter(([name2]) => name2 !== "$ref");
  return Object.fromEntries(kept.map(([name2, value]) => [name2, withoutReferences(value)]));
}
function mentionsReference(data) {
  return Object.entries(data).some(
    ([name2, value]) => name2 === "$ref" || typeof value === "object" && value !== null && mentionsReference(value)
  );
}
var HELD_REFERENCE, ONE, ONE_OR_LIST, LISTS, MAPS, ANNOTATIONS, DATA;
var init_schemas = __esm({
  "src/prism/schemas.ts"() {
    init_follow();
    init_schema_keywords();
    HELD_REFERENCE = "x-chaveiro-reference";
    ONE = /* @__PURE__ */ new Set(["additionalProperties", "additionalItems", "contains", "else", "if", "not", "propertyNames", "then"]);
    ONE_OR_LIST = /* @__PURE__ */ new Set(["items", "unevaluatedItems", "unevaluatedProperties"]);
    LISTS = /* @__PURE__ */ new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
    MAPS = /* @__PURE__ */ new Set(["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]);
    ANNOTATIONS = /* @__PURE__ */ new Set(["title", "description", "nullable", "deprecated", "readOnly", "writeOnly", "externalDocs", "xml"]);
    DATA = /* @__PURE__ */ new Set(["const", "default", "enum", "example", "examples"]);
  }
});

// src/prism/isolate.ts
function isolate(source, schemas, operation) {
  const names = /* @__PURE__ */ new Set();
  const item = followRecord(source, source.paths[operation.path]) ?? {};
  const method = operation.method.toLowerCase();
  const described = followRecord(source, item[method]) ?? {};
  function schemaOf(schema, side) {
    const copied = schemas.copy(schema, side);
    copied.names.forEach((name2) => names.add(name2));
    return copied.schema;
  }
  function contentOf(content, side) {
    const types = Object.entries(isRecord(content) ? content : {});
    return Object.fromEntries(
      types.map(([type, media]) => {
        const { schema, examples, example, encoding } = followRecord(source, media) ?? {};
        const copy = FORM.test(type) ? schemas.writtenOut(schema, side) : schemaOf(schema, side);
        return [
          type,
          {
            ...schema !== void 0 && (side === "response" || READABLE.test(type)) && { schema: copy },
            ...isRecord(examples) && { examples: examplesOf3(examples) },
            ...example !== void 0 && { example: withoutReferences(example) },
            ...isRecord(encoding) && { encoding: encodingOf(encoding) }
          }
        ];
      })
    );
  }
  function examplesOf3(examples) {
    const named = Object.entries(examples).flatMap(([name2, example]) => {
      const found = followRecord(source, example);
      return found ? [[name2, withoutReferences(found)]] : [];
    });
    return Object.fromEntries(named);
  }
  function parameterOf(parameter, side) {
    const { schema, content: _, examples, example, ...rest } = parameter;
    const copy = schema === void 0 ? void 0 : schemas.writtenOut(schema, side);
    const usable = parameter["in"] === "header" && isRecord(copy) && copy["type"] === "object" ? void 0 : copy;
    return {
      ...withoutReferences(rest),
      ...usable !== void 0 && { schema: usable },
      ...isRecord(examples) && { examples: examplesOf3(examples) },
      ...example !== void 0 && { example: withoutReferences(example) }
    };
  }
  function parametersOf(parameters) {
    return (Array.isArray(parameters) ? parameters : []).flatMap((each) => {
      const parameter = followRecord(source, each);
      if (!parameter || typeof parameter["name"] !== "string") return [];
      if (parameter["in"] === "path" && !operation.path.includes(`{${parameter["name"]}}`)) return [];
      return [parameterOf(parameter, "request")];
    });
  }
  function responseOf(response) {
    const { description, headers, content } = followRecord(source, response) ?? {};
    const described2 = Object.entries(isRecord(headers) ? headers : {}).flatMap(([name2, header]) => {
      const found = followRecord(source, header);
      return found ? [[name2, parameterOf(found, "response")]] : [];
    });
    return {
      description: typeof description === "string" ? description : "",
      headers: Object.fromEntries(described2),
      content: contentOf(content, "response")
    };
  }
  const body = followRecord(source, described["requestBody"]);
  const responses = Object.entries(isRecord(described["responses"]) ? described["responses"] : {});
  const alone = {
    operationId: operation.id,
    deprecated: described["deprecated"] === true,
    parameters: [...parametersOf(item["parameters"]), ...parametersOf(described["parameters"])],
    ...body && { requestBody: { required: body["required"] === true, content: contentOf(body["content"], "request") } },
    // Callbacks are left out: Prism would send requests of its own to whatever address a client names.
    responses: Object.fromEntries(responses.map(([status2, response]) => [status2, responseOf(response)])),
    security: described["security"] ?? []
  };
  return {
    names,
    document: {
      openapi: source.openapi,
      info: { title: operation.platform, version: "1" },
      jsonSchemaDialect: source.openapi.startsWith("3.0") ? DRAFT["3.0"] : DRAFT.later,
      paths: { [operation.path]: { [method]: alone } },
      components: { securitySchemes: schemesOf2(source) }
    }
  };
}
function encodingOf(encoding) {
  const plain2 = Object.entries(encoding).flatMap(([name2, value]) => {
    if (!isRecord(value)) return [];
    const { headers: _, ...rest } = value;
    return [[name2, withoutReferences(rest)]];
  });
  return Object.fromEntries(plain2);
}
function schemesOf2(source) {
  return Object.fromEntries(
    Object.entries(source.components.securitySchemes).map(([name2, scheme]) => {
      const known = Object.entries(follow(source, scheme)).filter(([line]) => !line.startsWith("x-"));
      return [name2, Object.fromEntries(known)];
    })
  );
}
var FORM, READABLE, DRAFT;
var init_isolate = __esm({
  "src/prism/isolate.ts"() {
    init_follow();
    init_schemas();
    FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)/i;
    READABLE = /[/+]json\b|\*|^(application\/x-www-form-urlencoded|multipart\/form-data)/i;
    DRAFT = { "3.0": "http://json-schema.org/draft-07/schema#", later: "https://json-schema.org/draft/2020-12/schema" };
  }
});

// src/prism/resources.ts
function createResources(prism, { source }) {
  const schemas = createSchemas(source);
  const made = /* @__PURE__ */ new Map();
  const bundled = /* @__PURE__ */ new Map();
  async function make(operation) {
    const { document: document2, names } = isolate(source, schemas, operation);
    const [described] = await prism.getHttpOperationsFromSpec(document2);
    if (!described) throw new Error(`Prism does not see ${operation.id} in the document.`);
    releaseReferences(described);
    return { ...described, __bundled__: released(schemas.bundle(names)) };
  }
  function released(bundle) {
    for (const [name2, schema] of Object.entries(bundle)) {
      if (bundled.has(name2)) continue;
      bundled.set(name2, releaseReferences(schema));
    }
    return bundle;
  }
  return {
    of(operation) {
      let resource = made.get(operation);
      if (!resource) made.set(operation, resource = make(operation));
      return resource;
    }
  };
}
function releaseReferences(node) {
  if (Array.isArray(node)) node.forEach(releaseReferences);
  else if (typeof node === "object" && node !== null) {
    const holder = node;
    const name2 = holder[HELD_REFERENCE];
    if (typeof name2 === "string") {
      delete holder[HELD_REFERENCE];
      holder["$ref"] = `#/__bundled__/${name2}`;
    }
    Object.values(holder).forEach(releaseReferences);
  }
  return node;
}
var init_resources = __esm({
  "src/prism/resources.ts"() {
    init_isolate();
    init_schemas();
  }
});

// src/prism/client.ts
function inWords2({ place, message }) {
  return place === "" || message.includes(place.split(".").at(-1) ?? "") ? message : `${place}: ${message}`;
}
function createPrismClient(document2) {
  let ready;
  const prepare = async (operation) => {
    ready ??= loadPrism().then((prism2) => ({ prism: prism2, resources: createResources(prism2, document2) }));
    const { prism, resources } = await ready;
    return { prism, resource: await resources.of(operation) };
  };
  return {
    async answer(operation, input, { checkSecurity, dynamic = false, ...preferences }) {
      const { prism, resource } = await prepare(operation);
      const mock = { dynamic, ...preferences };
      const result = await ask(prism, dynamic ? copyOf(resource) : resource, input, config({ checkSecurity, mock }), {});
      if ("error" in result) return refusal2(result.error);
      const { output, validations } = result;
      return {
        status: output.statusCode,
        headers: output.headers ?? {},
        body: withoutStubsOf(resource, output),
        findings: validations.input.filter(isError).map(toFinding)
      };
    },
    async check(operation, input, output) {
      const { prism, resource } = await prepare(operation);
      const given = { mock: () => () => right(output) };
      const result = await ask(prism, resource, input, config({ validateResponse: true }), given);
      if ("error" in result) throw result.error;
      const { validations } = result;
      return { request: validations.input.filter(isError).map(toFinding), response: validations.output.map(toFinding) };
    }
  };
}
async function ask(prism, resource, input, settings2, components) {
  const instance = prism.createInstance(settings2, { logger: SILENT, route: () => right(resource), ...components });
  const result = await instance.request(input, [resource], settings2)();
  return result._tag === "Left" ? { error: result.left } : result.right;
}
function config(changes) {
  return {
    checkSecurity: false,
    validateRequest: true,
    validateResponse: false,
    errors: false,
    upstreamProxy: void 0,
    isProxy: false,
    mock: { dynamic: false },
    ...changes
  };
}
function withoutStubsOf({ responses, __bundled__: bundle }, { statusCode, headers = {}, body }) {
  const type = Object.entries(headers).find(([name2]) => name2.toLowerCase() === "content-type")?.[1];
  const response = responses.find(({ code }) => code === String(statusCode)) ?? responses.find(({ code }) => code === "default");
  const content = response?.contents?.find(({ mediaType }) => mediaType === type);
  return content?.schema && !content.examples?.length ? withoutStubs(body, content.schema, bundle) : body;
}
function refusal2(error) {
  if (typeof error.status !== "number") throw error;
  const { headers = {}, ...additional } = error.additional ?? {};
  const body = { type: error.name, title: error.message, status: error.status, detail: error.detail ?? "", ...additional };
  return {
    status: error.status,
    headers: { ...headers, "content-type": "application/problem+json" },
    body,
    findings: findingsOf(additional["validation"])
  };
}
function findingsOf(validation) {
  if (!Array.isArray(validation)) return [];
  return validation.map(({ location, message }) => ({
    place: (location ?? []).join("."),
    message: message ?? ""
  }));
}
function toFinding({ path, message }) {
  return { place: (path ?? []).join("."), message };
}
function isError({ severity }) {
  return severity === 0;
}
function copyOf(resource) {
  return structuredClone(resource);
}
function right(value) {
  return { _tag: "Right", right: value };
}
var nothing, SILENT;
var init_client = __esm({
  "src/prism/client.ts"() {
    init_load();
    init_prune();
    init_resources();
    nothing = () => void 0;
    SILENT = new Proxy({}, { get: (_, name2) => name2 === "child" ? () => SILENT : nothing });
  }
});

// src/prism/input.ts
function toPrismRequest(request, operation, rawParams) {
  const body = sentBody(request, operation);
  return {
    method: operation.method.toLowerCase(),
    url: { path: pathOf(operation, rawParams), query: queryOf(request.url) },
    headers: headersOf2(request),
    ...body !== void 0 && { body }
  };
}
function pathOf(operation, rawParams) {
  return operation.path.replaceAll(/\{([^{}]*)\}/g, (whole2, name2) => rawParams[name2] ?? whole2);
}
function queryOf(url) {
  const query = {};
  for (const name2 of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name2);
    query[name2] = values.length === 1 ? values[0] ?? "" : values;
  }
  return query;
}
function headersOf2({ headers }) {
  const kept = Object.fromEntries(headers);
  if (!MEDIA_TYPE.test(kept["content-type"] ?? "")) delete kept["content-type"];
  const accept = acceptable(kept["accept"]);
  delete kept["accept"];
  return accept === void 0 ? kept : { ...kept, accept };
}
function acceptable(accept) {
  const ranges = (accept ?? "").split(",").map((range) => range.trim());
  const readable = ranges.filter((range) => MEDIA_RANGE.test(range));
  const first = readable[0];
  return first === void 0 || first.startsWith("*/*") ? void 0 : readable.join(", ");
}
function sentBody(request, operation) {
  if (!operation.requestBody) return void 0;
  const read2 = readBody(request.body, request.headers.get("content-type"), Object.keys(operation.requestBody.content));
  if (read2.kind === "json") return read2.value;
  return read2.kind === "text" ? read2.text : void 0;
}
var MEDIA_TYPE, MEDIA_RANGE;
var init_input = __esm({
  "src/prism/input.ts"() {
    init_body();
    MEDIA_TYPE = /^\s*[\w!#$&^.+-]+\/[\w!#$&^.+-]+\s*(;|$)/;
    MEDIA_RANGE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;\s*[\w-]+=("[^"]*"|[\w.+-]+))*$/;
  }
});

// src/prism/prefer.ts
function readPreferences(header) {
  const said = /* @__PURE__ */ new Map();
  for (const preference of (header ?? "").split(/[,;]/)) {
    const [, name2, quoted, plain2] = /^\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s"]*))\s*$/.exec(preference) ?? [];
    if (name2 !== void 0 && !said.has(name2.toLowerCase())) said.set(name2.toLowerCase(), quoted ?? plain2 ?? "");
  }
  const [code, example, dynamic, seed] = ["code", "example", "dynamic", "seed"].map((name2) => said.get(name2));
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
var init_prefer = __esm({
  "src/prism/prefer.ts"() {
  }
});

// src/prism/smaller-answer.ts
function smallerAnswer(prism, operation, { source }) {
  if (!isTooComplex(prism)) return prism;
  const [status2, response] = Object.entries(operation.responses).find(([code]) => /^2(\d\d|XX)$/i.test(code)) ?? [];
  const [mediaType, media] = Object.entries(response?.content ?? {}).find(([type]) => /[/+]json\b/i.test(type)) ?? [];
  const body = sampleBody(source, media?.schema, { ...WORDS, status: 200 });
  if (status2 === void 0 || mediaType === void 0 || body === void 0) return prism;
  return { status: Number(status2.replace(/xx/i, "00")), headers: { "content-type": mediaType }, body, findings: [] };
}
function isTooComplex({ status: status2, body }) {
  return status2 === 500 && String(body?.type).endsWith("SCHEMA_TOO_COMPLEX");
}
var WORDS;
var init_smaller_answer = __esm({
  "src/prism/smaller-answer.ts"() {
    init_sample_body();
    WORDS = { message: "string", code: "string" };
  }
});

// src/prism/responder.ts
var responder_exports = {};
__export(responder_exports, {
  createPrismResponder: () => createPrismResponder
});
function createPrismResponder(document2, options = {}) {
  const { checkSecurity = false, client = createPrismClient(document2) } = options;
  return async ({ operation, request, rawParams, seed }) => {
    const read2 = readPreferences(request.headers.get("prefer"));
    if (!read2.ok) return unusable(400, "preference_invalid", "Preference not understood", read2.message);
    try {
      const input = toPrismRequest(request, operation, rawParams);
      const given = await client.answer(operation, input, { checkSecurity, seed, ...read2.preferences });
      return { answer: toAnswer(smallerAnswer(given, operation, document2), operation), wrong: given.findings.map(inWords2) };
    } catch (error) {
      if (!(error instanceof PrismUnavailableError)) throw error;
      return unusable(501, "prism_unavailable", "Prism cannot answer here", error.message);
    }
  };
}
function unusable(...problem2) {
  return { answer: mockProblem(...problem2), wrong: [] };
}
var init_responder = __esm({
  "src/prism/responder.ts"() {
    init_mock_problem();
    init_answer();
    init_client();
    init_input();
    init_load();
    init_prefer();
    init_smaller_answer();
  }
});

// src/prism/contract.ts
var contract_exports = {};
__export(contract_exports, {
  createInspector: () => createInspector
});
function createInspector(document2, { side, onViolation } = {}) {
  const client = createPrismClient(document2);
  async function findings(exchange) {
    const { operation, request, rawParams, decision, outgoing } = exchange;
    const unreadable = UNREADABLE[decision];
    const params = decision === "bad_encoding" ? {} : rawParams;
    const output = { statusCode: outgoing.status, headers: { ...outgoing.headers }, body: bodyOf2(outgoing) };
    const found = await client.check(operation, toPrismRequest(request, operation, params), output).catch(unchecked);
    const asked = unreadable === void 0 ? found.request : [{ place: "", message: unreadable }];
    const answered = typeof output.body === "string" ? found.response.filter(({ place }) => !place.startsWith("body")) : found.response;
    return [...asked.map(onSide("request")), ...answered.map(onSide("response"))];
  }
  return async (exchange) => {
    const found = (await findings(exchange)).filter((violation) => side === void 0 || violation.side === side);
    if (!onViolation) return found;
    const { requestId, session, operation, request, outgoing } = exchange;
    const path = redactedPath(request.url, document2.secretParameters);
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
function bodyOf2({ headers, body }) {
  if (body === void 0) return void 0;
  return /[/+]json\b/i.test(headers["content-type"] ?? "") ? JSON.parse(body) : body;
}
var UNREADABLE;
var init_contract = __esm({
  "src/prism/contract.ts"() {
    init_redact();
    init_client();
    init_input();
    init_load();
    UNREADABLE = {
      bad_encoding: "The path is not valid percent-encoded UTF-8",
      malformed_json: "The body is not valid JSON",
      unsupported_media_type: "The body is of a media type that the operation does not take",
      payload_too_large: "The body is larger than the platform takes"
    };
  }
});

// src/core/journal.ts
function entryOf({ requestJson, responseJson, ...head }) {
  return { ...head, requestBody: parsed(requestJson), responseBody: parsed(responseJson) };
}
function recordOf({ requestBody, responseBody, ...head }) {
  return { ...head, requestJson: JSON.stringify(requestBody), responseJson: JSON.stringify(responseBody) };
}
function parsed(json) {
  return json === void 0 ? void 0 : JSON.parse(json);
}
var LIGHT = 4096;
var MOST_BYTES = 32 * 1024 * 1024;
function createJournal(capacity = 1e4, mostBytes = MOST_BYTES) {
  let entries = [];
  let first = 0;
  const heavy = /* @__PURE__ */ new Map();
  let bytes2 = 0;
  let count = 0;
  let byId;
  let repeats = false;
  let listener;
  const watchers = /* @__PURE__ */ new Set();
  function kept() {
    return entries.slice(first);
  }
  function find(requestId) {
    byId ??= new Map(kept().map((entry) => [entry.requestId, entry]));
    return byId.get(requestId);
  }
  function forgotten(id2) {
    byId?.delete(id2);
    bytes2 -= heavy.get(id2) ?? 0;
    heavy.delete(id2);
    listener?.deleted(id2);
  }
  function dropOldest2() {
    const oldest = entries[first];
    entries[first] = void 0;
    first += 1;
    if (oldest) forgotten(oldest.requestId);
    if (first < capacity) return;
    entries = entries.slice(first);
    first = 0;
  }
  function tell(entry) {
    for (const { added } of [...watchers]) added(entry);
  }
  return {
    get count() {
      return count;
    },
    get size() {
      return entries.length - first;
    },
    add(entry, size = 0) {
      const { requestId } = entry;
      count += 1;
      const earlier = repeats ? find(requestId) : void 0;
      if (earlier) {
        entries.splice(entries.indexOf(earlier, first), 1);
        forgotten(requestId);
      }
      entries.push(entry);
      byId?.set(requestId, entry);
      if (size > LIGHT) {
        heavy.set(requestId, size);
        bytes2 += size;
      }
      listener?.inserted(requestId);
      if (watchers.size > 0) tell(entryOf(entry));
      while (this.size > capacity || bytes2 > mostBytes && this.size > 1) dropOldest2();
    },
    expectRepeats() {
      repeats = this.size > 0;
    },
    list: () => kept().reverse(),
    get(requestId) {
      const found = find(requestId);
      return found && entryOf(found);
    },
    clear() {
      if (listener) for (const { requestId } of kept()) listener.deleted(requestId);
      entries = [];
      heavy.clear();
      byId = void 0;
      repeats = false;
      [first, bytes2, count] = [0, 0, 0];
      for (const { cleared } of [...watchers]) cleared();
    },
    ids: () => kept().map(({ requestId }) => requestId),
    restore(saved, itsCount) {
      entries = saved.map(recordOf);
      [first, count] = [0, itsCount];
      byId = void 0;
    },
    listen(wanted) {
      listener = wanted;
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    }
  };
}

// src/core/account.ts
function planHasApiAccess(policy, plan) {
  return policy.plans.withApiAccess.includes(plan);
}

// src/core/authorize/progress.ts
function passed(rule, detail) {
  return { outcome: "passed", rule, detail };
}
function skipped(rule, detail) {
  return { outcome: "skipped", rule, detail };
}
function refused(as, rule, detail) {
  return { outcome: "refused", as, rule, detail };
}

// src/core/authorize/account-state.ts
function planGrantsAccess(progress) {
  const { account: account2, scheme } = progress;
  if (!account2 || !scheme) return skipped("x-key-policy.plans", "no plan is needed");
  if (planHasApiAccess(scheme.policy, account2.plan)) return passed("x-key-policy.plans", `plan ${account2.plan} has API access`);
  progress.facts = { ...progress.facts, plan: account2.plan };
  return refused(
    "plan_not_allowed",
    "x-key-policy.plans",
    `plan ${account2.plan} has no API access; ${scheme.policy.plans.withApiAccess.join(", ")} have`
  );
}
function productAccepted({ account: account2, scheme }) {
  const products = scheme?.policy.products;
  if (!products) return skipped("x-key-policy.products", "the platform has one product");
  if (account2?.product && products.accepted.includes(account2.product))
    return passed("x-key-policy.products", `an account of ${account2.product}`);
  return refused(
    "wrong_product",
    "x-key-policy.products",
    `an account of ${account2?.product ?? "no product"}; keys of ${products.accepted.join(", ")} are accepted`
  );
}

// src/core/authorize/credential.ts
function waysTaken({ security }, credentials) {
  return security.filter((way) => requirementsOf(way).every(({ scheme }) => credentialAt(scheme.placement, credentials)));
}
function bringsCredential({ security }, credentials) {
  return security.flatMap(requirementsOf).some(({ scheme }) => credentialAt(scheme.placement, credentials));
}
function locate(progress) {
  const { operation, credentials, way } = progress;
  if (way) {
    progress.scheme = way.scheme;
    progress.scopes = way.scopes;
    progress.secret = credentialAt(way.scheme.placement, credentials);
    return passed("security", `a credential came in ${placesOf(way)}`);
  }
  const elsewhere = operation.otherSchemes.find((scheme) => credentialAt(scheme.placement, credentials));
  const expected = operation.security.map(
    (each) => requirementsOf(each).map(({ scheme }) => placeName(scheme.placement)).join(" and ")
  ).join(" or ");
  if (elsewhere) {
    return refused(
      "wrong_endpoint",
      "security",
      `the credential came in ${placeName(elsewhere.placement)}, which this operation does not read; it takes ${expected}`
    );
  }
  return refused("missing_key", "security", `no credential in ${expected}`);
}
var places = /* @__PURE__ */ new WeakMap();
function placesOf(way) {
  const known = places.get(way);
  if (known !== void 0) return known;
  const named = requirementsOf(way).map(({ scheme }) => placeName(scheme.placement)).join(" and in ");
  places.set(way, named);
  return named;
}
function identify(progress) {
  const { session, scheme } = progress;
  const key2 = session.findKey(progress.secret ?? "");
  if (!key2 || key2.platform !== scheme?.platform) {
    return refused("unknown_key", "security", key2 ? "the key belongs to another platform" : "no account has this key");
  }
  const account2 = session.accounts.get(key2.accountId);
  if (!account2) return refused("unknown_key", "security", "the account of this key no longer exists");
  progress.key = key2;
  progress.account = account2;
  return passed("security", `key ${key2.id} of account ${account2.id}`);
}
function requirementsOf(way) {
  return way.also ? [way, ...way.also] : [way];
}
function credentialAt(placement, credentials) {
  switch (placement.in) {
    case "query":
      return credentials.query(placement.name) ?? void 0;
    case "header":
      return inHeader(placement.name, credentials.header(placement.name)?.trim());
    case "cookie":
      return inCookie(placement.name, credentials.header("cookie") ?? "");
    case "basic":
      return inBasic(afterWord("basic", credentials.header("authorization")));
    case "bearer":
      return afterWord(placement.word ?? "bearer", credentials.header(placement.name));
  }
}
function inHeader(name2, value) {
  return (name2 === "authorization" ? /^[\w-]+ +(\S+)$/.exec(value ?? "")?.[1] : void 0) ?? (value || void 0);
}
function afterWord(word, value) {
  const [, said, credential] = /^([\w-]+) +(\S+)\s*$/.exec(value ?? "") ?? [];
  return said?.toLowerCase() === word ? credential : void 0;
}
function inCookie(name2, header) {
  for (const pair of header.split(";")) {
    const at2 = pair.indexOf("=");
    if (at2 > 0 && pair.slice(0, at2).trim() === name2) return pair.slice(at2 + 1).trim() || void 0;
  }
  return void 0;
}
function inBasic(encoded) {
  try {
    const [, user2, password] = /^([^:]*):?(.*)$/s.exec(atob(encoded ?? "")) ?? [];
    return password || user2 || void 0;
  } catch {
    return void 0;
  }
}
function placeName({ in: where, name: name2, word = "bearer" }) {
  switch (where) {
    case "query":
      return `the query parameter ${name2}`;
    case "header":
      return `the header ${name2}`;
    case "cookie":
      return `the cookie ${name2}`;
    case "basic":
      return "the Authorization header (Basic)";
    case "bearer":
      return `the Authorization header (${word[0]?.toUpperCase()}${word.slice(1)})`;
  }
}

// src/core/key.ts
function currentState(key2) {
  return key2.history[key2.history.length - 1] ?? key2.history[0];
}
function effectiveState(key2, now, delay) {
  let state2 = key2.history[0];
  for (const change3 of key2.history) if (change3.at + delay <= now) state2 = change3;
  return state2;
}
function mask(secret2, start2, revealable) {
  const end = revealable && secret2.length >= 12 ? secret2.slice(-4) : "";
  return `${revealable ? start2.slice(0, 4) : start2}\u2022\u2022\u2022\u2022${end}`;
}

// src/core/clock.ts
var UNITS = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
function milliseconds(duration2) {
  if (typeof duration2 === "number") {
    if (Number.isFinite(duration2) && duration2 >= 0) return duration2;
  } else {
    const match = /^(\d{1,12})(ms|s|m|h|d)$/.exec(duration2.trim());
    const unit = UNITS[match?.[2] ?? ""];
    if (match?.[1] && unit) return Number(match[1]) * unit;
  }
  throw new RangeError(
    `"${String(duration2).slice(0, 40)}" is no duration. Use milliseconds or a number with a unit: 250ms, 61s, 15m, 24h, 30d.`
  );
}
var lastInstant = NaN;
var lastText = "";
function iso(instant3) {
  if (instant3 !== lastInstant) [lastInstant, lastText] = [instant3, new Date(instant3).toISOString()];
  return lastText;
}
var LONGEST_TIMER = 2147483647;
function createClock(source) {
  const read2 = typeof source === "number" ? () => source : source;
  const sleepers = /* @__PURE__ */ new Set();
  let offset = 0;
  function wake(isDue) {
    for (const sleeper of [...sleepers]) if (isDue(sleeper)) sleeper.wake();
  }
  function sleep(duration2, signal) {
    const until = read2() + offset + milliseconds(duration2);
    return new Promise((resolve4, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (until <= read2() + offset) return resolve4();
      let timer;
      const end = () => {
        sleepers.delete(sleeper);
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      };
      const abort = () => (end(), reject(signal?.reason));
      const sleeper = { until, wake: () => (end(), resolve4()) };
      const setTimer = () => {
        const left = until - read2() - offset;
        if (left <= 0) sleeper.wake();
        else timer = setTimeout(setTimer, Math.min(left, LONGEST_TIMER));
      };
      sleepers.add(sleeper);
      signal?.addEventListener("abort", abort);
      if (typeof source === "function") setTimer();
    });
  }
  return {
    offset: () => offset,
    moveTo(wanted) {
      offset = wanted;
    },
    now: () => read2() + offset,
    advance(by) {
      const next = read2() + offset + milliseconds(by);
      if (next > 864e13) throw new RangeError("The clock cannot pass the year 275760.");
      offset = next - read2();
      wake(({ until }) => until <= next);
      return next;
    },
    set(instant3) {
      offset = instant3 - read2();
      wake(({ until }) => until <= instant3);
    },
    sleep,
    reset() {
      offset = 0;
      wake(() => true);
    }
  };
}

// src/core/authorize/key-state.ts
function notDeleted(progress) {
  const state2 = stateOf(progress);
  if (state2?.status !== "deleted") return passed("x-key-policy.actions", "the key has not been deleted");
  return refused("deleted_key", "x-key-policy.actions", `deleted at ${iso(state2.at)}; a deleted key never comes back`);
}
function notDisabled(progress) {
  const state2 = stateOf(progress);
  if (state2?.status !== "disabled") return passed("x-key-policy.actions", "the key is active");
  if (state2.reason === "plan_downgraded" && !hasPlan(progress)) {
    return skipped("x-key-policy.plans", `disabled at ${iso(state2.at)} by a downgrade; the plan decides`);
  }
  const why = state2.reason === "plan_downgraded" ? "by a downgrade; an upgrade does not enable it by itself" : "in the dashboard";
  return refused("disabled_key", "x-key-policy.actions", `disabled at ${iso(state2.at)} ${why}`);
}
function notExpired({ key: key2, now }) {
  if (!key2 || key2.expiresAt === null) return skipped("x-key-policy.expires", "keys of this kind do not expire");
  if (now < key2.expiresAt) return passed("x-key-policy.expires", `valid until ${iso(key2.expiresAt)}`);
  return refused("expired_key", "x-key-policy.expires", `expired at ${iso(key2.expiresAt)}`);
}
function stateOf({ key: key2, now, session }) {
  return key2 && effectiveState(key2, now, session.settings.propagationDelay);
}
function hasPlan({ account: account2, scheme }) {
  return !account2 || !scheme || planHasApiAccess(scheme.policy, account2.plan);
}

// src/core/authorize/permission.ts
function sameAccount({ account: account2 }, first) {
  if (account2?.id === first?.id) return passed("security", "both keys are of one account");
  return refused("unknown_key", "security", `the keys are of different accounts: ${first?.id} and ${account2?.id}`);
}
function keyOpensEndpoint({ key: key2, scheme }) {
  if (key2 && (key2.scheme === scheme?.name || scheme?.alsoKeysOf?.includes(key2.scheme)))
    return passed("security", `${key2.scheme} opens this operation`);
  return refused(
    "wrong_endpoint",
    "security",
    `this is a ${key2?.scheme ?? "different"} credential; the operation takes ${scheme?.name ?? "another"}`
  );
}
function scopeGranted(progress) {
  const { key: key2, scopes } = progress;
  if (scopes.length === 0) return skipped("x-key-policy.scopes", "the operation asks for no scope");
  const missing = scopes.find((scope) => !key2?.scopes.includes(scope));
  if (missing === void 0) return passed("x-key-policy.scopes", `the key has ${scopes.join(", ")}`);
  progress.facts = { ...progress.facts, scope: missing };
  return refused(
    "scope_missing",
    "x-key-policy.scopes",
    `the key lacks ${missing}; it has ${key2?.scopes.join(", ") || "no scope"}`
  );
}
function instanceAllowed(progress) {
  const { key: key2, operation, account: account2 } = progress;
  if (!operation.instance || !account2) return skipped("x-instance", "the operation is about no single instance");
  const instanceId = progress.instanceOf(account2);
  progress.instanceId = instanceId;
  if (!key2?.instances) return passed("x-key-policy.lockTo", "the key opens every instance");
  if (instanceId === void 0) return skipped("x-instance", "the request names no instance");
  if (key2.instances.includes(instanceId)) return passed("x-key-policy.lockTo", `the key opens ${instanceId}`);
  progress.facts = { ...progress.facts, instanceId };
  return refused(
    "instance_not_allowed",
    "x-key-policy.lockTo",
    `the key is locked to ${key2.instances.join(", ")}; the request is about ${instanceId}`
  );
}

// src/core/rate-limit.ts
function takeFromAll(meters, counted, now) {
  const taken = [];
  for (const { limit, subject } of counted) {
    const id2 = `${limit.id} ${subject}`;
    const result = limit.burst ? takeToken(meters.get(id2), limit, limit.burst, now) : takeSlot(meters.get(id2), limit, now);
    if ("usage" in result) return result;
    taken.push({ id: id2, ...result });
  }
  for (const meter of taken) meters.put(meter);
  return void 0;
}
function takeToken(meter, limit, burst, now) {
  const perMs = limit.requests / milliseconds(limit.window);
  const tokens = meter ? Math.min(burst, meter.amount + Math.max(0, now - meter.at) * perMs) : burst;
  if (tokens < 1 - 1e-9) {
    return { limit, usage: limit.requests + 1, remainingSeconds: Math.ceil((1 - tokens) / perMs / 1e3) };
  }
  return { at: now, amount: tokens - 1 };
}
function takeSlot(meter, limit, now) {
  const window = milliseconds(limit.window);
  if (!meter || now < meter.at || now >= meter.at + window) return { at: now, amount: 1 };
  if (meter.amount >= limit.requests) {
    return { limit, usage: meter.amount + 1, remainingSeconds: Math.ceil((meter.at + window - now) / 1e3) };
  }
  return { at: meter.at, amount: meter.amount + 1 };
}

// src/core/authorize/rate-limits.ts
function withinRateLimits(progress) {
  const { account: account2, scheme, session, now } = progress;
  const rule = "x-key-policy.rateLimits";
  if (!account2 || !scheme) return skipped(rule, "no account");
  const limits = scheme.policy.rateLimits.filter((limit) => !limit.plans || limit.plans.includes(account2.plan));
  const mode = account2.rateLimits ?? session.settings.rateLimits;
  if (mode === "off") return skipped(rule, "rate limits are off in this session");
  if (mode === "exhausted") {
    const limit = limits[0];
    progress.facts = { ...progress.facts, ...limit && limitFacts(limit, limit.requests + 1, 1) };
    return refused(
      limit?.state ?? "rate_limited",
      rule,
      "the quota of this account is used up for ever: it is a fixture for 429"
    );
  }
  const hit = takeFromAll(session.meters, countedBy(progress, limits, account2), now);
  if (!hit) return passed(rule, limits.length > 0 ? "within every limit" : "the platform states no limit");
  progress.facts = { ...progress.facts, ...limitFacts(hit.limit, hit.usage, hit.remainingSeconds) };
  return refused(
    hit.limit.state,
    rule,
    `${hit.limit.requests} requests per ${hit.limit.window} and ${hit.limit.per} are used up; ${hit.remainingSeconds} s to wait`
  );
}
function countedBy(progress, limits, account2) {
  const counted = [];
  for (const limit of limits) {
    if (limit.per === "account") counted.push({ limit, subject: account2.id });
    const value = limit.subject === void 0 ? void 0 : progress.bodyValue(limit.subject);
    if (limit.per === "account" || typeof value !== "string") continue;
    progress.facts = { ...progress.facts, lead: value };
    counted.push({ limit, subject: `${account2.id} ${value.toLowerCase()}` });
  }
  return counted;
}
function limitFacts(limit, usage, remainingSeconds) {
  return { limit: limit.requests, max: limit.requests, usage, remainingSeconds };
}

// src/core/authorize/request.ts
function requestValid({ checkRequest }) {
  const problem2 = checkRequest();
  if (!problem2) return passed("schema", "the request fits the document");
  return refused(problem2, "schema", `the request does not fit the document: ${problem2.replaceAll("_", " ")}`);
}

// src/core/authorize/standing.ts
var standings = /* @__PURE__ */ new WeakMap();
function remember(way, { key: key2, account: account2, now, session }, steps) {
  if (!key2 || !account2) return;
  const { propagationDelay } = session.settings;
  const ofWay = standings.get(way) ?? /* @__PURE__ */ new WeakMap();
  standings.set(way, ofWay);
  ofWay.set(key2, { steps: [...steps], account: account2, propagationDelay, ...sameUntil(key2, propagationDelay, now) });
}
function recall(way, { key: key2, account: account2, now, session }) {
  const standing = key2 && standings.get(way)?.get(key2);
  if (!standing || standing.account !== account2 || standing.propagationDelay !== session.settings.propagationDelay) return void 0;
  return now >= standing.from && now < standing.until ? standing : void 0;
}
function sameUntil({ history, expiresAt }, delay, now) {
  let [from, until] = [-Infinity, expiresAt ?? Infinity];
  for (const { at: at2 } of history) {
    const arrives = at2 + delay;
    if (arrives <= now) from = Math.max(from, arrives);
    else until = Math.min(until, arrives);
  }
  return { from, until };
}

// src/core/authorize/index.ts
var KEY_STEPS = [
  ["identify", identify],
  ["deleted", notDeleted],
  ["disabled", notDisabled],
  ["expired", notExpired],
  ["plan", planGrantsAccess],
  ["product", productAccepted],
  ["endpoint", keyOpensEndpoint],
  ["scope", scopeGranted]
];
var FIRST_KEY_STEPS = [["locate", locate], ...KEY_STEPS];
var REQUEST_STEPS = [
  ["rate_limit", withinRateLimits],
  ["request", requestValid],
  ["instance", instanceAllowed]
];
var PUBLIC_STEPS = [["request", requestValid]];
function keyOf(session, operation, credentials) {
  for (const { scheme } of operation.security) {
    const secret2 = credentialAt(scheme.placement, credentials);
    if (secret2) return session.findKey(secret2);
  }
  return void 0;
}
function authorize(attempt) {
  const { operation, session, credentials } = attempt;
  const isPublic = operation.security.length === 0 || operation.anonymous === true && !bringsCredential(operation, credentials);
  const walk = isPublic ? take(start(attempt, void 0), PUBLIC_STEPS) : take(throughKeys(attempt), REQUEST_STEPS);
  const { progress, steps, refusedAs, keys: keys2 } = walk;
  for (const id2 of keys2) session.countUse(id2, progress.now);
  const { scheme, key: key2, account: account2, instanceId, facts } = progress;
  return {
    decision: refusedAs ?? (isPublic ? "public" : "allowed"),
    steps,
    facts,
    scheme: isPublic ? void 0 : scheme,
    key: key2,
    account: account2,
    instanceId
  };
}
function throughKeys(attempt) {
  const [first, ...others] = waysTaken(attempt.operation, attempt.credentials);
  const walk = withKeys(attempt, first);
  if (!walk.refusedAs) return walk;
  return others.map((way) => withKeys(attempt, way)).find(({ refusedAs }) => !refusedAs) ?? walk;
}
function withKeys(attempt, way) {
  const walk = start(attempt, way);
  const { progress } = walk;
  const known = way && standingOf(progress, way);
  if (known) noteKey(walk, known.steps);
  else take(walk, FIRST_KEY_STEPS);
  if (way && !known && !walk.refusedAs) remember(way, progress, walk.steps);
  for (const { scheme, scopes } of way?.also ?? []) {
    if (walk.refusedAs) return walk;
    const { key: key2, account: account2 } = progress;
    Object.assign(progress, { scheme, scopes, secret: credentialAt(scheme.placement, attempt.credentials) });
    take(walk, KEY_STEPS);
    if (!walk.refusedAs) take(walk, [["identify", (companion) => sameAccount(companion, account2)]]);
    if (!walk.refusedAs) Object.assign(progress, { key: key2, account: account2, scheme: way?.scheme, scopes: way?.scopes });
  }
  return walk;
}
function standingOf(progress, way) {
  if (locate(progress).outcome !== "passed" || identify(progress).outcome !== "passed") return void 0;
  return recall(way, progress);
}
function start(attempt, way) {
  const progress = {
    ...attempt,
    way,
    now: attempt.session.clock.now(),
    scheme: attempt.operation.security[0]?.scheme,
    scopes: [],
    secret: void 0,
    key: void 0,
    account: void 0,
    instanceId: void 0,
    facts: {}
  };
  return { progress, steps: [], keys: [], refusedAs: void 0 };
}
function take(walk, steps) {
  for (const [name2, run] of steps) {
    if (walk.refusedAs) break;
    const finding = run(walk.progress);
    walk.steps.push(traceOf(name2, finding, walk.progress.scheme?.policy));
    if (finding.outcome === "refused") walk.refusedAs = finding.as;
  }
  return noteKey(walk, []);
}
function noteKey(walk, found) {
  const { key: key2 } = walk.progress;
  for (const trace of found) walk.steps.push(trace);
  if (key2 && !walk.keys.includes(key2.id)) walk.keys.push(key2.id);
  return walk;
}
var POLICY = "x-key-policy.";
var told = /* @__PURE__ */ new Map();
var MOST_TOLD = 1e3;
var LONG = 500;
function traceOf(step2, { outcome, rule, detail }, policy) {
  const known = told.get(detail);
  if (known?.policy === policy && known?.trace.step === step2 && known.trace.outcome === outcome && known.trace.rule === rule)
    return known.trace;
  const line = rule.startsWith(POLICY) ? policy?.evidence[rule.slice(POLICY.length)] : void 0;
  const trace = { step: step2, outcome, rule, detail, ...line && { evidence: line.level, source: line.source } };
  if (detail.length > LONG) return trace;
  if (told.size >= MOST_TOLD) told.clear();
  told.set(detail, { trace, policy });
  return trace;
}

// src/core/dashboard.ts
function signIn(session, token, user2) {
  return session.users.insert({ ...user2, id: session.vault.fingerprint(token) });
}
function authorizeDashboard(attempt) {
  const token = /^bearer +(\S+)\s*$/i.exec(attempt.credentials.header("authorization") ?? "")?.[1];
  const user2 = token === void 0 ? void 0 : attempt.session.users.get(attempt.session.vault.fingerprint(token));
  const detail = token === void 0 ? "no session token in the Authorization header (Bearer)" : "nobody is signed in with this token";
  if (!user2) return { decision: "session_required", facts: {}, steps: [step("session", "refused", detail)] };
  const steps = [step("session", "passed", `${user2.name} is signed in as ${user2.role}`)];
  const problem2 = attempt.checkRequest();
  steps.push(
    step(
      "request",
      problem2 ? "refused" : "passed",
      problem2 ? `the request does not fit the document: ${problem2.replaceAll("_", " ")}` : "the request fits the document"
    )
  );
  return { decision: problem2 ?? "allowed", facts: {}, steps, user: user2 };
}
function step(name2, outcome, detail) {
  return { step: name2, outcome, rule: name2 === "session" ? "security" : "schema", detail };
}

// src/core/check-fault.ts
var MAX_SEED = 4294967295;
function checkFault({ effect: effect2, times, probability = 1, seed = 0 }) {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError("The probability of a fault is a number from 0 to 1.");
  if (times !== void 0 && !isInteger(times, 1, Number.MAX_SAFE_INTEGER))
    throw new RangeError('A fault hits 1 or more times; leave "times" out for no end.');
  if (!isInteger(seed, -MAX_SEED, MAX_SEED)) throw new RangeError("The seed of a fault is an integer of 32 bits.");
  checkEffect(effect2);
}
function checkEffect(effect2) {
  switch (effect2.kind) {
    case "status":
      checkHeaders(effect2.headers ?? {});
      return checkStatus(effect2.status);
    case "html":
      return checkStatus(effect2.status ?? 502);
    case "latency":
      milliseconds(effect2.delay);
      milliseconds(effect2.jitter ?? 0);
      return;
    case "stall":
    case "truncate":
      if (!isInteger(effect2.after ?? 0, 0, Number.MAX_SAFE_INTEGER))
        throw new RangeError(`"after" of a fault is a number of bytes, and ${effect2.after} is none.`);
      return;
    case "content_type":
      return checkHeaders({ "content-type": effect2.contentType });
    case "drop":
    case "malformed":
    case "rate_limited":
      return;
    default:
      throw new RangeError(
        `There is no fault "${String(effect2.kind)}". Choose from: status, latency, drop, stall, truncate, malformed, html, content_type, rate_limited.`
      );
  }
}
function checkStatus(status2) {
  if (!isInteger(status2, 200, 599)) throw new RangeError(`The status of a fault is from 200 to 599, and ${status2} is not.`);
}
function checkHeaders(headers) {
  try {
    new Headers({ ...headers });
  } catch (error) {
    throw new RangeError(`A header of the fault cannot be sent: ${error.message}`, { cause: error });
  }
}
function isInteger(value, from, to) {
  return Number.isInteger(value) && value >= from && value <= to;
}

// src/core/ids.ts
var HEX = "0123456789abcdef";
var BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var UUID = "xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx";
var VARIANT_AT = UUID.indexOf("v");
var VARIANTS = "89ab";
function createIds(seed, stream = 0) {
  let state2 = seed | 0;
  function next() {
    state2 = state2 + 1831565813 | 0;
    let t = state2 ^ stream;
    t = Math.imul(t ^ t >>> 15, t | 1);
    t ^= t + Math.imul(t ^ t >>> 7, t | 61);
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  }
  const codes = [];
  const drawn = (characters) => characters.charCodeAt(Math.floor(next() * characters.length));
  function text2(alphabet, length) {
    const characters = alphabet === "hex" ? HEX : BASE62;
    codes.length = length;
    for (let i = 0; i < length; i++) codes[i] = drawn(characters);
    return String.fromCharCode(...codes);
  }
  function uuid3() {
    codes.length = UUID.length;
    for (let i = 0; i < UUID.length; i++) codes[i] = UUID[i] === "x" ? drawn(HEX) : UUID.charCodeAt(i);
    codes[VARIANT_AT] = drawn(VARIANTS);
    return String.fromCharCode(...codes);
  }
  return {
    uuid: uuid3,
    text: text2,
    id: (prefix) => `${prefix}_${text2("base62", 12)}`,
    random: next,
    state: () => state2,
    restore(saved) {
      state2 = saved | 0;
    }
  };
}

// src/core/fault.ts
function addFault(faults2, ids, wanted) {
  checkFault(wanted);
  const { effect: effect2, on = {}, times, probability = 1 } = wanted;
  const id2 = ids.id("fault");
  const seed = wanted.seed ?? Math.floor(ids.random() * 4294967296);
  return faults2.insert({ id: id2, effect: effect2, on, left: times ?? null, probability, seed, seen: 0, hits: 0 });
}
function takeFaults(faults2, subject) {
  const taken = [];
  for (const fault2 of faults2.values()) {
    if (fault2.left === 0 || !matches(fault2.on, subject)) continue;
    if (fault2.effect.kind !== "latency" && taken.some(({ effect: effect2 }) => effect2.kind !== "latency")) continue;
    const seen = fault2.seen + 1;
    const hit = fault2.probability === 1 || draw(fault2.seed, 2 * seen) < fault2.probability;
    const left = fault2.left !== null && hit ? fault2.left - 1 : fault2.left;
    const counted = faults2.update(fault2.id, { seen, hits: fault2.hits + (hit ? 1 : 0), left });
    if (hit) taken.push(counted);
  }
  return taken;
}
function delayOf({ effect: effect2, seed, seen }) {
  if (effect2.kind !== "latency") return 0;
  return milliseconds(effect2.delay) + draw(seed, 2 * seen + 1) * milliseconds(effect2.jitter ?? 0);
}
function draw(seed, index) {
  return createIds(seed + Math.imul(index, 2654435761)).random();
}
function matches(on, subject) {
  if (on.platform !== void 0 && on.platform !== subject.platform) return false;
  if (on.operationId !== void 0 && on.operationId !== subject.operationId) return false;
  if (on.method !== void 0 && on.method.toUpperCase() !== subject.method) return false;
  if (on.keyId === void 0 && on.accountId === void 0) return true;
  const key2 = subject.key();
  return (on.keyId === void 0 || key2?.id === on.keyId) && (on.accountId === void 0 || key2?.accountId === on.accountId);
}
function answerFromExample(document2, status2, response, name2, facts) {
  for (const [contentType, media] of Object.entries(response?.content ?? {})) {
    const named = media.examples?.[name2];
    if (!named) continue;
    const example = policy.resolve(document2, named);
    const fill = example["x-fill"];
    return {
      status: status2,
      contentType,
      body: fill?.body ? filledBody(example.value, fill.body, facts) : example.value,
      headers: filledHeaders(fill, facts),
      evidence: example["x-evidence"] ?? response?.["x-evidence"] ?? null,
      source: example["x-source"] ?? response?.["x-source"] ?? null
    };
  }
  throw new Error(`The document has no example "${name2}" for status ${status2}.`);
}
function filledHeaders(fill, facts) {
  const headers = {};
  for (const [name2, template] of Object.entries(fill?.headers ?? {})) {
    const value = policy.fillTemplate(template, facts);
    if (typeof value === "string" || typeof value === "number") headers[name2] = String(value);
  }
  return headers;
}
function filledBody(value, templates, facts) {
  const copy = structuredClone(value);
  for (const [pointer, template] of Object.entries(templates)) {
    const filled = policy.fillTemplate(template, facts);
    if (filled !== void 0) put(copy, pointer, filled);
  }
  return copy;
}
function put(root, pointer, value) {
  const steps = policy.pointerSteps(pointer);
  const last = steps.pop();
  let target = root;
  for (const step2 of steps) target = target?.[step2];
  if (last !== void 0 && typeof target === "object" && target !== null) target[last] = value;
}

// src/document/failures.ts
function answerToRefusal(document2, chosen, operation, scheme, state2, facts) {
  const failures = scheme?.failures ?? {};
  const failure = failures[state2] ?? failures.unknown_key;
  if (!failure) throw new Error(`No x-auth-failures say how ${operation.id} answers ${state2}.`);
  const choice = chosen[operation.platform]?.[state2];
  const picked = choice !== void 0 && failure.alternatives?.[choice] || failure;
  const answer = answerFromExample(
    document2.source,
    picked.status,
    operation.responses[String(picked.status)],
    picked.example,
    facts
  );
  return { ...answer, evidence: picked.evidence, source: picked.source };
}
function answerToProblem(document2, platform2, problem2, facts) {
  const failure = platform2.requestFailures[problem2];
  const response = document2.source.components.responses?.[failure.response];
  return {
    ...answerFromExample(document2.source, failure.status, response, failure.example, facts),
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

// src/exchange/apply-fault.ts
init_mock_problem();
function answerInstead(effect2, struck) {
  switch (effect2.kind) {
    case "status":
      return statusAnswer(effect2, struck);
    case "html":
      return neutral(effect2.status ?? 502, void 0);
    case "rate_limited":
      return tooManyRequests(effect2.example, struck);
    case "drop":
      return effect2.when === "after" ? void 0 : neutral(503, void 0);
    default:
      return void 0;
  }
}
function withFaults(outgoing, faults2, clock2) {
  const named = { ...outgoing, headers: { ...outgoing.headers, "x-mock-fault": faults2.map(({ id: id2 }) => id2).join(", ") } };
  const faulty = faults2.reduce(withEffect, named);
  const delay = faults2.reduce((sum, fault2) => sum + delayOf(fault2), 0);
  return delay === 0 ? faulty : { ...faulty, wait: (signal) => clock2.sleep(delay, signal) };
}
function withEffect(outgoing, { effect: effect2 }) {
  const { body } = outgoing;
  if (effect2.kind === "drop") return { ...outgoing, breakage: { kind: "drop" } };
  if (effect2.kind === "html") return withBody(outgoing, "text/html", htmlPage(outgoing.status));
  if (body === void 0) return outgoing;
  switch (effect2.kind) {
    case "stall":
    case "truncate": {
      const length = new TextEncoder().encode(body).length;
      const after = Math.min(effect2.after ?? length >> 1, Math.max(0, length - 1));
      return { ...outgoing, breakage: { kind: effect2.kind, after } };
    }
    case "malformed":
      return { ...outgoing, body: body.slice(0, Math.max(1, body.length >> 1)) };
    case "content_type":
      return withBody(outgoing, effect2.contentType, body);
    default:
      return outgoing;
  }
}
function withBody(outgoing, contentType, body) {
  return { ...outgoing, headers: { ...outgoing.headers, "content-type": contentType }, body };
}
function statusAnswer(effect2, struck) {
  const { status: status2, headers = {} } = effect2;
  const fallback = effect2.body === void 0 ? documentedAnswer(status2, struck) : void 0;
  const answer = fallback ?? neutral(status2, effect2.body ?? { message: `Fault injected by the mock: ${status2}` });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
function documentedAnswer(status2, { document: document2, operation, requestId }) {
  const response = operation.responses[String(status2)];
  const name2 = Object.values(response?.content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {}))[0];
  return name2 === void 0 ? void 0 : answerFromExample(document2.source, status2, response, name2, { requestId });
}
function tooManyRequests(example, struck) {
  const { document: document2, requestId, failures } = struck;
  const limited = (candidate) => candidate.platform === struck.operation.platform && candidate.responses["429"] !== void 0;
  const operation = limited(struck.operation) ? struck.operation : document2.operations.find(limited);
  const scheme = operation?.security[0]?.scheme;
  if (!operation || !scheme)
    return mockProblem(429, "rate_limited", "Too many requests", "A fault says so; the document has no words of its own for it.");
  const facts = { requestId, ...limitFacts2(example ?? "rate_limited", scheme.policy.rateLimits, struck) };
  const response = operation.responses["429"];
  const has3 = Object.values(response?.content ?? {}).some(({ examples }) => examples?.[example ?? ""] !== void 0);
  return example !== void 0 && has3 ? answerFromExample(document2.source, 429, response, example, facts) : answerToRefusal(document2, failures, operation, scheme, "rate_limited", facts);
}
function limitFacts2(state2, limits, struck) {
  const limit = limits.find((candidate) => candidate.state === state2) ?? limits[0];
  if (!limit) return {};
  const lead = limit.subject === void 0 ? void 0 : struck.bodyValue(limit.subject);
  const remainingSeconds = Math.ceil(milliseconds(limit.window) / 1e3);
  return {
    limit: limit.requests,
    max: limit.requests,
    usage: limit.requests + 1,
    remainingSeconds,
    ...typeof lead === "string" && { lead }
  };
}
function neutral(status2, body) {
  return { status: status2, body, headers: {}, contentType: "application/json", evidence: null, source: null };
}
function htmlPage(status2) {
  return `<html>\r
<head><title>${status2}</title></head>\r
<body>\r
<center><h1>${status2}</h1></center>\r
</body>\r
</html>\r
`;
}

// src/exchange/check-request.ts
init_body();

// src/exchange/parameters.ts
function decodePathParameters(raw) {
  try {
    const decoded = {};
    for (const name2 of Object.keys(raw)) decoded[name2] = decodeURIComponent(raw[name2] ?? "");
    return decoded;
  } catch {
    return void 0;
  }
}
function readParameters(schema, valueOf2) {
  const properties = schema?.properties;
  const values = {};
  for (const name2 in properties) {
    const text2 = valueOf2(name2);
    if (text2 !== null) values[name2] = readAs(properties[name2] ?? {}, text2);
  }
  return values;
}
function readAs(schema, text2) {
  const types = [schema.type].flat();
  if (types.includes("array")) return text2.split(",").map((item) => readAs(schema.items ?? {}, item));
  if ((types.includes("integer") || types.includes("number")) && /^-?\d+(\.\d+)?$/.test(text2)) return Number(text2);
  if (types.includes("boolean") && (text2 === "true" || text2 === "false")) return text2 === "true";
  return text2;
}

// src/exchange/check-request.ts
var CheckedRequest = class {
  #validators;
  #platform;
  #operation;
  #rawParams;
  #request;
  /** `null`: not valid percent-encoded UTF-8. */
  #path;
  #query;
  #header;
  #sent;
  #issues;
  constructor(validators, platform2, operation, rawParams, request) {
    this.#validators = validators;
    this.#platform = platform2;
    this.#operation = operation;
    this.#rawParams = rawParams;
    this.#request = request;
  }
  get path() {
    return this.#decodedPath() ?? {};
  }
  get query() {
    return this.#query ??= this.#declared("query", (name2) => this.#request.url.searchParams.get(name2));
  }
  get header() {
    return this.#header ??= this.#declared("header", (name2) => this.#request.headers.get(name2));
  }
  /** The parsed body (JSON, or the fields of a form), or `undefined` when there is none or it cannot be parsed. */
  body() {
    const read2 = this.#read();
    if (read2.kind === "json") return read2.value;
    return read2.kind === "text" ? formFields(read2.text, this.#request.headers.get("content-type")) : void 0;
  }
  /** The body as it was sent, where it is JSON. */
  json() {
    const read2 = this.#read();
    return read2.kind === "json" ? read2.text : void 0;
  }
  bodyValue(pointer) {
    return policy.atPointer(this.body(), pointer);
  }
  /** The first thing wrong, in the order in which a server would notice it. */
  problem() {
    if (!this.#decodedPath()) return "bad_encoding";
    if (this.#isTooLarge()) return "payload_too_large";
    const { kind } = this.#read();
    if (kind === "malformed_json" || kind === "unsupported_media_type") return kind;
    if (kind === "none" && this.#operation.requestBody?.required) return "missing_body";
    return this.issues().length > 0 ? "invalid_request" : void 0;
  }
  /** What the schema says, when the problem is `invalid_request`. */
  issues() {
    return this.#issues ??= this.#found();
  }
  #found() {
    const parameters = this.#check("path", this.path).concat(this.#check("query", this.query), this.#check("header", this.header));
    return this.#read().kind === "json" ? parameters.concat(this.#check("body", this.body())) : parameters;
  }
  #decodedPath() {
    if (this.#path !== void 0) return this.#path;
    const decoded = decodePathParameters(this.#rawParams);
    return this.#path = decoded ? this.#declared("path", (name2) => decoded[name2] ?? null) : null;
  }
  #declared(place, valueOf2) {
    return readParameters(this.#validators.parameterSchema(this.#operation.id, place), valueOf2);
  }
  #check(place, value) {
    return this.#validators.check(this.#operation.id, place, value);
  }
  #isTooLarge() {
    const { tooLarge, body } = this.#request;
    return tooLarge || (body?.length ?? 0) > this.#platform.limits.bodyBytes.value;
  }
  /** What is too large is not taken apart: it is refused whatever it says. */
  #read() {
    const { requestBody } = this.#operation;
    const { body, headers } = this.#request;
    return this.#sent ??= requestBody && !this.#isTooLarge() ? readBody(body, headers.get("content-type"), Object.keys(requestBody.content)) : { kind: "none" };
  }
};

// src/exchange/control-guard.ts
var CONTROL_TOKEN_HEADER = "x-mock-control-token";
function checkedToken(token) {
  if (token === void 0 || /^[\x21-\x7e]+$/.test(token)) return token;
  throw new RangeError("A control token has visible ASCII characters alone, and at least one. Leave it out for none.");
}
var READ_ONLY_STATE = "getMockState";
var LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;
function controlRefusal({ document: document2, session, controlToken }, operation, request, requestId) {
  const refuse2 = (status2, decision, example = decision) => ({
    answer: answerFromExample(document2.source, status2, operation.responses[String(status2)], example, { requestId }),
    decision
  });
  if (isForeignPage(request)) return refuse2(403, "control_forbidden", "foreign_origin");
  const { door } = request;
  const token = door?.controlToken ?? controlToken;
  if (token !== void 0)
    return bringsToken(session, request.headers, token) ? void 0 : refuse2(401, "control_token_required");
  return door?.exposed && operation.id !== READ_ONLY_STATE ? refuse2(403, "control_forbidden") : void 0;
}
function bringsToken({ vault }, headers, token) {
  const bearer = /^bearer +(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1];
  const wanted = vault.fingerprint(token);
  return [headers.get(CONTROL_TOKEN_HEADER), bearer].some((given) => !!given && vault.fingerprint(given) === wanted);
}
function isForeignPage({ headers, url }) {
  const origin = headers.get("origin");
  if (origin === null) return false;
  if (!URL.canParse(origin)) return true;
  const { hostname, host } = new URL(origin);
  return !LOOPBACK.test(hostname) && host !== url.host;
}

// src/document/path-segment.ts
var read = /* @__PURE__ */ new Map();
function pathSegment(template) {
  let segment = read.get(template);
  if (!segment) read.set(template, segment = parse(template));
  return segment;
}
function parse(template) {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name2]) => name2 ?? "");
  const [only2] = names;
  if (only2 === void 0) return { kind: "literal", shape: template, read: (text2) => text2 === template ? {} : void 0 };
  if (template === `{${only2}}`)
    return { kind: "parameter", shape: "{}", read: (text2) => text2 === "" ? void 0 : { [only2]: text2 } };
  const letters = template.split(/\{[^{}]*\}/);
  return {
    kind: "mixed",
    shape: letters.join("{}"),
    read(text2) {
      const texts = between(letters, text2);
      return texts && Object.fromEntries(names.map((name2, index) => [name2, texts[index] ?? ""]));
    }
  };
}
function between(letters, text2) {
  const [first = "", ...others] = letters;
  const last = others.pop() ?? "";
  const end = text2.length - last.length;
  if (!text2.startsWith(first) || !text2.endsWith(last)) return void 0;
  const found = [];
  let from = first.length;
  for (const each of others) {
    const at2 = text2.indexOf(each, from + 1);
    if (at2 < 0 || at2 + each.length > end) return void 0;
    found.push(text2.slice(from, at2));
    from = at2 + each.length;
  }
  return end > from ? [...found, text2.slice(from, end)] : void 0;
}

// src/document/router.ts
var NO_PARAMS = {};
function createNode() {
  return { literals: /* @__PURE__ */ new Map(), mixed: /* @__PURE__ */ new Map(), parameter: void 0, operations: /* @__PURE__ */ new Map(), platforms: /* @__PURE__ */ new Set() };
}
function createRouter(operations) {
  const root = createNode();
  const plain2 = /* @__PURE__ */ new Map();
  for (const operation of operations) {
    const node = addTo(root, operation);
    if (!operation.path.includes("{")) plain2.set(`/${operation.path.split("/").slice(1).map(asOnTheWire).join("/")}`, node);
  }
  return {
    match(method, path) {
      const known = plain2.get(path)?.operations.get(method);
      if (known) return { kind: "found", operation: known, rawParams: NO_PARAMS };
      const segments2 = path.split("/").slice(1);
      const node = descend(root, segments2, 0);
      const operation = node?.operations.get(method);
      if (operation) return { kind: "found", operation, rawParams: paramsOf(operation, segments2) };
      const some = node?.operations.values().next().value;
      if (node && some)
        return { kind: "wrong_method", platform: some.platform, operation: some, allowed: [...node.operations.keys()] };
      return { kind: "unknown", platform: platformOf(root, segments2) };
    }
  };
}
function addTo(root, operation) {
  let node = root;
  for (const template of operation.path.split("/").slice(1)) {
    node = childFor(node, pathSegment(template), template);
    node.platforms.add(operation.platform);
  }
  if (!node.operations.has(operation.method)) node.operations.set(operation.method, operation);
  return node;
}
function asOnTheWire(literal2) {
  return new URL(`http://localhost/${literal2}`).pathname.slice(1);
}
function childFor(node, segment, template) {
  if (segment.kind === "parameter") return node.parameter ??= createNode();
  if (segment.kind === "literal") {
    const literal2 = asOnTheWire(template);
    const known2 = node.literals.get(literal2) ?? createNode();
    node.literals.set(literal2, known2);
    return known2;
  }
  const known = node.mixed.get(segment.shape) ?? { segment, node: createNode() };
  node.mixed.set(segment.shape, known);
  return known.node;
}
function descend(node, segments2, depth) {
  const segment = segments2[depth];
  if (segment === void 0) return node.operations.size > 0 ? node : void 0;
  const literal2 = node.literals.get(segment);
  const found = literal2 && descend(literal2, segments2, depth + 1);
  if (found) return found;
  for (const { segment: mixed, node: next } of node.mixed.values()) {
    const deeper = mixed.read(segment) && descend(next, segments2, depth + 1);
    if (deeper) return deeper;
  }
  return segment !== "" && node.parameter ? descend(node.parameter, segments2, depth + 1) : void 0;
}
function platformOf(root, segments2) {
  let node = root;
  for (const segment of segments2) {
    const next = node.literals.get(segment);
    if (!next) break;
    node = next;
  }
  const [only2, ...others] = node.platforms;
  return others.length === 0 ? only2 : void 0;
}
function paramsOf(operation, segments2) {
  if (!operation.path.includes("{")) return NO_PARAMS;
  const templates = operation.path.split("/").slice(1);
  return Object.assign(
    {},
    ...templates.map((template, index) => pathSegment(template).read(segments2[index] ?? "") ?? {})
  );
}

// src/document/load.ts
var SAME_KEYS = "x-same-keys";
function loadDocument(source) {
  const schemes = /* @__PURE__ */ new Map();
  for (const [name2, scheme] of Object.entries(source.components.securitySchemes)) {
    const loaded = keyScheme(name2, scheme);
    if (loaded) schemes.set(name2, loaded);
  }
  const platforms = /* @__PURE__ */ new Map();
  for (const [id2, platform2] of Object.entries(source["x-platforms"]))
    platforms.set(id2, { ...platform2, id: id2, bases: basesOf(platform2) });
  const operations = policy.operationsOf(source).map((entry) => loadOperation(source, entry, schemes));
  return {
    source,
    operations,
    operationById: new Map(operations.map((operation) => [operation.id, operation])),
    platforms,
    realHosts: realHostsOf(platforms.values()),
    home: onlyOne(new Set([...schemes.values()].map(({ platform: platform2 }) => platform2))),
    schemes,
    secretParameters: new Set(
      [...schemes.values()].flatMap(({ placement }) => placement.in === "query" ? [placement.name] : [])
    ),
    router: createRouter(operations)
  };
}
function basesOf({ server, otherServers = [] }) {
  return [...server === void 0 ? [] : [server], ...otherServers].map((url) => {
    if (url.startsWith("/")) return { host: void 0, path: url };
    const { host, pathname } = new URL(url);
    return { host, path: pathname.replace(/\/$/, "") };
  });
}
function realHostsOf(platforms) {
  const hosts = /* @__PURE__ */ new Map();
  for (const platform2 of platforms) {
    for (const { host } of platform2.bases) {
      if (host === void 0 || hosts.has(host)) continue;
      hosts.set(host, { platform: platform2, bases: platform2.bases.filter((base) => base.host === host) });
    }
  }
  return hosts;
}
function onlyOne(names) {
  const [name2] = names;
  return names.size === 1 ? name2 : void 0;
}
function schemesOf(document2, platform2) {
  return [...document2.schemes.values()].filter((scheme) => scheme.platform === platform2);
}
function keyScheme(name2, scheme) {
  const policy = scheme["x-key-policy"];
  const failures = scheme["x-auth-failures"];
  if (!policy || !failures) return void 0;
  const alsoKeysOf = scheme[SAME_KEYS];
  return { name: name2, platform: policy.platform, placement: placementOf(scheme), policy, failures, ...alsoKeysOf && { alsoKeysOf } };
}
function placementOf(scheme) {
  if (scheme.type === "apiKey") return { in: scheme.in, name: scheme.in === "header" ? scheme.name.toLowerCase() : scheme.name };
  const word = scheme.type === "http" ? scheme.scheme.toLowerCase() : "bearer";
  if (word === "basic") return { in: "basic", name: "authorization" };
  return { in: "bearer", name: "authorization", ...word !== "bearer" && { word } };
}
function wayIn(alternative, schemes) {
  const needed = Object.entries(alternative).flatMap(([name2, scopes]) => {
    const scheme = schemes.get(name2);
    return scheme ? [{ scheme, scopes }] : [];
  });
  const [first, ...also] = needed;
  return first ? [{ ...first, ...also.length > 0 && { also } }] : [];
}
function loadOperation(source, entry, schemes) {
  const { operation, platform: platform2 } = entry;
  if (!platform2) throw new Error(`${operation.operationId} has no tag that names one of x-platforms.`);
  const security = (operation.security ?? []).flatMap((alternative) => wayIn(alternative, schemes));
  const opening = new Set(policy.requirementsOf(operation).map(({ scheme }) => scheme));
  const responses = Object.entries(operation.responses).map(([status2, response]) => [status2, policy.resolve(source, response)]);
  return {
    id: operation.operationId,
    method: entry.method.toUpperCase(),
    path: entry.path,
    platform: platform2,
    security,
    otherSchemes: [...schemes.values()].filter((scheme) => scheme.platform === platform2 && !opening.has(scheme.name)),
    ...operation.security?.some((alternative) => Object.keys(alternative).length === 0) && { anonymous: true },
    dashboard: [...opening].some((name2) => !schemes.has(name2)),
    responses: Object.fromEntries(responses),
    ...operation.requestBody && { requestBody: policy.resolve(source, operation.requestBody) },
    ...operation["x-instance"] && { instance: operation["x-instance"] },
    ...operation["x-cors"] && { cors: operation["x-cors"] }
  };
}

// src/exchange/context.ts
init_redact();

// src/exchange/secret-words.ts
function secretWords({ session, controlToken }, { door }) {
  const token = door?.controlToken ?? controlToken;
  return (word) => word === token || session.isSecret(word) || session.users.get(session.vault.fingerprint(word)) !== void 0;
}

// src/exchange/context.ts
function createContext(engine, operation, verdict, checked, requestId) {
  return new RequestContext(engine, operation, verdict, checked, requestId);
}
var RequestContext = class {
  engine;
  document;
  session;
  operation;
  requestId;
  now;
  path;
  query;
  header;
  body;
  key;
  user;
  choices;
  #verdict;
  constructor(engine, operation, verdict, checked, requestId) {
    this.engine = engine;
    this.document = engine.document;
    this.session = engine.session;
    this.operation = operation;
    this.requestId = requestId;
    this.now = engine.session.clock.now();
    this.path = checked.path;
    this.query = checked.query;
    this.header = checked.header;
    this.body = checked.body();
    this.key = verdict.key;
    this.user = verdict.user;
    this.choices = engine.session.settings.failures[operation.platform] ?? {};
    this.#verdict = verdict;
  }
  get account() {
    const { account: account2 } = this.#verdict;
    if (!account2) throw new Error(`${this.operation.id} takes no key, so it has no account.`);
    return account2;
  }
  // Behaviours take these out of the context, so each is a function that does not depend on how it is called; most
  // requests need one or two of them.
  get table() {
    return (definition) => this.session.table(this.account.id, definition);
  }
  get example() {
    return (status2, name2, facts = {}) => this.#example(status2, name2, facts);
  }
  get reply() {
    return (status2, body) => this.#reply(status2, body);
  }
  get invalid() {
    return (found) => this.#invalid(found);
  }
  get schemesOf() {
    return (platform2) => schemesOf(this.document, platform2);
  }
  #example(status2, name2, facts) {
    const known = { requestId: this.requestId, ...this.#verdict.facts, ...facts };
    return answerFromExample(this.document.source, status2, this.operation.responses[String(status2)], name2, known);
  }
  #reply(status2, body) {
    const response = this.operation.responses[String(status2)];
    return {
      status: status2,
      body,
      contentType: response ? contentTypeOf(response) : JSON_TYPE,
      headers: NO_HEADERS,
      evidence: response?.["x-evidence"] ?? null,
      source: response?.["x-source"] ?? null
    };
  }
  #invalid(found) {
    const { operation, requestId, choices, example, reply } = this;
    const isSecret = secretWords(this.engine, {});
    const issues = found.map((issue3) => ({ ...issue3, message: withoutSecrets(issue3.message, isSecret) }));
    const module = this.engine.modules[operation.platform];
    if (module?.invalidRequest) return module.invalidRequest(issues, { operation, requestId, choices, example, reply });
    const shown4 = [400, 422].find((status2) => policy.examplesOf(this.document.source, operation.responses[status2])["invalid_request"]);
    return shown4 === void 0 ? unimplemented(operation.id) : example(shown4, "invalid_request");
  }
};
var JSON_TYPE = "application/json";
var NO_HEADERS = {};
function contentTypeOf({ content }) {
  for (const type in content) return type;
  return JSON_TYPE;
}

// src/exchange/cors.ts
function corsOf(route) {
  return route.kind === "unknown" ? void 0 : route.operation.cors;
}
function preflight(cors, allowed) {
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": allowed.join(", "),
      "access-control-allow-headers": cors.headers.join(", "),
      ...cors.maxAge !== void 0 && { "access-control-max-age": String(cors.maxAge) }
    },
    contentType: "application/json",
    body: void 0,
    evidence: cors.evidence,
    source: cors.source
  };
}
function corsHeaders(cors) {
  return { "access-control-allow-origin": cors.origin };
}

// src/exchange/instance.ts
function instanceOf(session, account2, operation, request) {
  const reference = operation.instance;
  switch (reference?.in) {
    case "body":
      return textOrNothing(request.bodyValue(reference.pointer));
    case "path":
      return textOrNothing(request.path[reference.name]);
    case "resource": {
      const id2 = textOrNothing(request.path[reference.by]);
      const row = id2 === void 0 ? void 0 : session.rowOf(account2.id, reference.collection, id2);
      return textOrNothing(row && row[reference.field]);
    }
    default:
      return void 0;
  }
}
function textOrNothing(value) {
  return typeof value === "string" ? value : void 0;
}

// src/exchange/open-session.ts
init_mock_problem();
var SESSION_HEADER = "x-mock-session";
function openSession(sessions2, document2, request) {
  const { pathname } = request.url;
  const inPath = pathname.startsWith("/~") ? /^\/~([^/]*)(\/.*)?$/.exec(pathname) : null;
  const name2 = inPath?.[1] ?? request.headers.get(SESSION_HEADER);
  const opened = name2 === null ? sessionOfCredential(sessions2, document2, request) : sessions2.open(name2);
  if (!opened.ok) {
    const { status: status2, title, detail } = explainProblem(opened.problem, name2 ?? "", sessions2);
    return { ok: false, decision: opened.problem, answer: mockProblem(status2, opened.problem, title, detail) };
  }
  if (!inPath) return { ok: true, session: opened.session, request };
  const url = new URL(request.url.href);
  url.pathname = inPath[2] ?? "/";
  return { ok: true, session: opened.session, request: { ...request, url } };
}
function sessionOfCredential(sessions2, document2, request) {
  const byDefault = { ok: true, session: sessions2.default };
  if (sessions2.count === 0) return byDefault;
  const secrets = credentialsIn(document2, request).map((secret2) => ({
    secret: secret2,
    print: sessions2.default.vault.fingerprint(secret2)
  }));
  const has3 = (session) => secrets.some(({ secret: secret2, print }) => session.findKey(secret2, print) !== void 0 || session.users.get(print) !== void 0);
  return secrets.length > 0 && sessions2.owning(has3) || byDefault;
}
function credentialsIn(document2, { headers, url }) {
  const credentials = {
    header: (name2) => headers.get(name2),
    query: (name2) => url.searchParams.get(name2)
  };
  const placements = [
    { in: "bearer", name: "authorization" },
    ...[...document2.schemes.values()].map((scheme) => scheme.placement)
  ];
  return [...new Set(placements.flatMap((placement) => credentialAt(placement, credentials) ?? []))];
}
function explainProblem(problem2, name2, { limits }) {
  switch (problem2) {
    case "session_name_invalid":
      return {
        status: 400,
        title: "Not a session name",
        detail: "A session name has 1 to 100 letters, digits, dots, dashes and underscores, and begins with a letter or digit."
      };
    case "session_expired":
      return {
        status: 410,
        title: "Session expired",
        detail: `The session "${name2}" had no request for ${inWords(limits.idle)} and was dropped with all it held. Create it again with mock.session("${name2}") or POST /__mock/sessions, or use another name.`
      };
    case "session_limit_reached":
      return {
        status: 429,
        title: "Too many sessions",
        detail: `There are ${limits.count} sessions, as many as this mock keeps. Drop some with mock.sessions.drop(name) or DELETE /__mock/sessions/{name}, or allow more of them: createMock({ sessions: { count } }), --session-limit.`
      };
    case "session_ambiguous":
      return {
        status: 409,
        title: "More than one session has this key",
        detail: `The key was chosen, or made from one seed, in more than one session. Say which one is meant with the header ${SESSION_HEADER} or a base URL with /~name, or let the mock make the secret.`
      };
  }
}
function inWords(duration2) {
  return duration2 >= 6e4 ? `${duration2 / 6e4} min` : `${duration2 / 1e3} s`;
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
  for (const name2 in headers) if (name2.toLowerCase() === wanted) return true;
  return false;
}
function textOf({ contentType, body }) {
  return typeof body === "string" && !/[/+]json\b/i.test(contentType) ? body : JSON.stringify(body);
}

// src/exchange/handle.ts
init_redact();

// src/exchange/route.ts
var NEUTRAL = "control";
function findRoute(document2, url, method) {
  const real = document2.realHosts.get(url.host);
  if (real) return { platform: real.platform, route: onRealHost(document2, real, url.pathname, method) };
  const route = onAnyHost(document2, url.pathname, method);
  const found = route.kind === "found" ? route.operation.platform : route.platform;
  return { platform: platform(document2, found ?? document2.home ?? NEUTRAL), route };
}
function onRealHost(document2, { platform: real, bases }, path, method) {
  const routes = bases.filter((base) => path.startsWith(`${base.path}/`)).map((base) => document2.router.match(method, path.slice(base.path.length)));
  const own = routes.filter((route) => (route.kind === "found" ? route.operation.platform : route.platform) === real.id);
  return own.find(({ kind }) => kind === "found") ?? own[0] ?? { kind: "unknown", platform: real.id };
}
function onAnyHost(document2, path, method) {
  const route = document2.router.match(method, path);
  if (route.kind !== "unknown") return route;
  for (const { bases } of document2.platforms.values()) {
    for (const base of bases) {
      if (base.host !== void 0 || !path.startsWith(`${base.path}/`)) continue;
      const below2 = document2.router.match(method, path.slice(base.path.length));
      if (below2.kind !== "unknown") return below2;
    }
  }
  return route;
}
function platform(document2, id2) {
  const found = document2.platforms.get(id2) ?? document2.platforms.values().next().value;
  if (!found) throw new Error("The document describes no platform in x-platforms.");
  return found;
}

// src/exchange/responder.ts
async function respond(engine, responder, platform2, letIn, verdict, requestId) {
  try {
    const { answer, wrong } = await responder(letIn);
    return wrong.length === 0 ? { answer } : { answer, decision: "invalid_request", verdict: refusedBy(verdict, wrong) };
  } catch (error) {
    engine.onBug(error, letIn.operation.id);
    return { answer: answerToProblem(engine.document, platform2, "server_error", { requestId }), decision: "server_error" };
  }
}
function refusedBy(verdict, wrong) {
  const detail = `the request does not fit the document: ${wrong.join("; ")}`;
  const steps = verdict.steps.filter(({ step: step2 }) => step2 !== "request");
  return {
    ...verdict,
    decision: "invalid_request",
    steps: [...steps, { step: "request", outcome: "refused", rule: "schema", detail }]
  };
}
function exchangeOf({ document: document2, session }, request, requestId, { operation, decision, faults: faults2 }, outgoing) {
  if (!operation || operation.platform === NEUTRAL || faults2.length > 0) return void 0;
  const { route } = findRoute(document2, request.url, request.method);
  const rawParams = route.kind === "found" ? route.rawParams : {};
  return { operation, request, rawParams, requestId, session: session.name, decision, outgoing };
}

// src/exchange/looking.ts
var JOURNAL_HEADER = "x-mock-journal";
var CONSOLE = "console";
function isLooking(platform2, { method, headers }) {
  if (platform2 === NEUTRAL) return true;
  return platform2 === CONSOLE && method === "GET" && headers.get(JOURNAL_HEADER) === "skip";
}

// src/exchange/once-kept.ts
init_mock_problem();
function onceKept(keeper, session, outgoing) {
  try {
    keeper.commit(session);
    return outgoing;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const answer = mockProblem(
      503,
      "not_kept",
      "Not kept",
      `What this request did could not be written down, and a restart may forget it: ${reason}`
    );
    return toOutgoing(answer, "not_kept", outgoing.headers["x-mock-request-id"] ?? "");
  }
}

// src/exchange/record.ts
init_redact();
var MOST_WRITTEN = 262144;
var TOO_LONG = JSON.stringify("(too long to be written down)");
var NO_STEPS = [];
var NO_FAULTS = [];
function record(engine, request, requestId, handled, outgoing, durationMs) {
  const { session, document: document2 } = engine;
  const { answer, verdict, operation, checked } = handled;
  const isSecret = secretWords(engine, request);
  const instanceId = verdict?.instanceId ?? null;
  const shownInstance = instanceId === null ? null : withoutSecrets(instanceId, isSecret);
  const steps = verdict?.steps ?? NO_STEPS;
  const requestLength = request.body?.length ?? 0;
  const answerLength = outgoing.body?.length ?? 0;
  const entry = {
    requestId,
    at: session.clock.now(),
    method: request.method,
    path: withoutSecrets(redactedPath(request.url, document2.secretParameters), isSecret),
    platform: handled.platform,
    operationId: operation?.id ?? null,
    status: answer.status,
    decision: handled.decision,
    evidence: answer.evidence,
    source: answer.source,
    scheme: verdict?.scheme?.name ?? null,
    keyId: verdict?.key?.id ?? null,
    accountId: verdict?.account?.id ?? null,
    instanceId: shownInstance,
    userAgent: withoutSecrets(request.headers.get("user-agent"), isSecret),
    requestJson: written(session, checked?.body(), checked?.json(), requestLength),
    responseJson: written(session, answer.body, typeof answer.body === "string" ? void 0 : outgoing.body, answerLength),
    faults: handled.faults.length > 0 ? handled.faults.map(({ id: id2 }) => id2) : NO_FAULTS,
    durationMs,
    steps: shownInstance === instanceId ? steps : withoutSecrets(steps, isSecret),
    ...handled.violations && { violations: handled.violations }
  };
  session.journal.add(entry, Math.min(requestLength, MOST_WRITTEN) + Math.min(answerLength, MOST_WRITTEN));
}
function written(session, body, json, length) {
  return length > MOST_WRITTEN ? TOO_LONG : redactedJson(body, json, session.isSecret);
}

// src/exchange/send.ts
function send(engine, request, requestId, handled, started) {
  const { cors } = handled;
  const answer = cors ? { ...handled.answer, headers: { ...corsHeaders(cors), ...handled.answer.headers } } : handled.answer;
  const outgoing = toOutgoing(answer, handled.decision, requestId);
  const exchange = engine.inspector && exchangeOf(engine, request, requestId, handled, outgoing);
  if (!exchange) return conclude(engine, request, requestId, handled, outgoing, started);
  return engine.inspector(exchange).then((violations) => conclude(engine, request, requestId, { ...handled, violations }, outgoing, started));
}
function conclude(engine, request, requestId, handled, outgoing, started) {
  const { session } = engine;
  if (!isLooking(handled.platform, request))
    record(engine, request, requestId, handled, outgoing, engine.stopwatch() - started);
  session.runDueTasks();
  const sent = handled.faults.length > 0 ? withFaults(outgoing, handled.faults, session.clock) : outgoing;
  return engine.keeper ? onceKept(engine.keeper, session, sent) : sent;
}

// src/exchange/handle.ts
function handle(engine, request) {
  const opened = openSession(engine.sessions, engine.document, request);
  if (opened.ok) return handleIn(inSession(engine, opened.session), opened.request);
  return toOutgoing(opened.answer, opened.decision, engine.sessions.ids.id("req"));
}
var engines = /* @__PURE__ */ new WeakMap();
function inSession(engine, session) {
  let own = engines.get(session);
  if (!own) engines.set(session, own = { ...engine, session });
  return own;
}
function handleIn(engine, request) {
  const started = engine.stopwatch();
  engine.session.runDueTasks();
  const requestId = engine.session.ids.id("req");
  const handled = answerTo(engine, request, requestId);
  if (!(handled instanceof Promise)) return send(engine, request, requestId, handled, started);
  return handled.then((done2) => send(engine, request, requestId, done2, started));
}
function answerTo(engine, request, requestId) {
  const { document: document2, session } = engine;
  const { platform: platform2, route } = findRoute(document2, request.url, request.method);
  const cors = corsOf(route);
  const early = (problem2, facts = {}) => ({
    answer: answerToProblem(document2, platform2, problem2, { requestId, ...facts }),
    decision: problem2,
    verdict: void 0,
    platform: platform2.id,
    operation: void 0,
    checked: void 0,
    faults: NO_FAULTS2,
    cors
  });
  if (request.url.pathname.length + request.url.search.length > platform2.limits.urlBytes.value) return early("uri_too_long");
  if (route.kind === "unknown")
    return early("unknown_path", { path: withoutSecrets(request.url.pathname, secretWords(engine, request)) });
  if (route.kind === "wrong_method" && cors && request.method === "OPTIONS")
    return { ...early("method_not_allowed"), answer: preflight(cors, route.allowed), decision: "preflight" };
  if (route.kind === "wrong_method") return early("method_not_allowed", { allowedMethods: route.allowed.join(", ") });
  const { operation } = route;
  const closed = operation.platform === NEUTRAL ? controlRefusal(engine, operation, request, requestId) : void 0;
  const found = { platform: platform2.id, operation, cors };
  if (closed) return { ...found, ...closed, verdict: void 0, checked: void 0, faults: NO_FAULTS2 };
  const checked = new CheckedRequest(engine.validators, platform2, operation, route.rawParams, request);
  const faults2 = faultsFor(session, operation, request);
  for (const { effect: effect2 } of faults2) {
    const { failures } = session.settings;
    const struck = { document: document2, operation, requestId, failures, bodyValue: (pointer) => checked.bodyValue(pointer) };
    const answer = answerInstead(effect2, struck);
    if (answer) return { ...found, answer, decision: "fault", verdict: void 0, checked, faults: faults2 };
  }
  const verdict = operation.dashboard ? dashboardVerdict(engine, operation, request, checked) : keyVerdict(session, operation, request, checked);
  const handled = ({ answer, decision = verdict.decision, verdict: last = verdict }) => {
    return { answer, decision, verdict: last, platform: platform2.id, operation, checked, faults: faults2, cors };
  };
  if (verdict.decision !== "allowed" && verdict.decision !== "public")
    return handled({ answer: refusal(engine, platform2, operation, verdict, checked, requestId) });
  if (engine.responder && !engine.modules[platform2.id]?.behaviours[operation.id]) {
    const letIn = { operation, request, rawParams: route.rawParams, seed: `${session.seed} ${requestId}` };
    return respond(engine, engine.responder, platform2, letIn, verdict, requestId).then(handled);
  }
  return handled(behave(engine, platform2, operation, verdict, checked, requestId));
}
var NO_FAULTS2 = [];
function faultsFor(session, operation, request) {
  if (session.faults.size === 0 || operation.platform === NEUTRAL) return NO_FAULTS2;
  return takeFaults(session.faults, {
    platform: operation.platform,
    operationId: operation.id,
    method: operation.method,
    key: () => keyOf(session, operation, credentialsOf(request))
  });
}
function keyVerdict(session, operation, request, checked) {
  return authorize({
    session,
    operation,
    credentials: credentialsOf(request),
    checkRequest: () => checked.problem(),
    bodyValue: (pointer) => checked.bodyValue(pointer),
    instanceOf: (account2) => instanceOf(session, account2, operation, checked)
  });
}
function dashboardVerdict(engine, operation, request, checked) {
  return authorizeDashboard({
    session: engine.session,
    operation,
    credentials: credentialsOf(request),
    checkRequest: () => checked.problem()
  });
}
function credentialsOf(request) {
  return {
    header: (name2) => request.headers.get(name2),
    query: (name2) => request.url.searchParams.get(name2)
  };
}
function refusal(engine, platform2, operation, verdict, checked, requestId) {
  const { decision, scheme } = verdict;
  const facts = { requestId, ...verdict.facts };
  if (decision === "invalid_request") {
    const context = createContext(engine, operation, verdict, checked, requestId);
    const partly = engine.modules[platform2.id]?.partial?.[operation.id]?.(checked.issues(), context);
    return partly ?? context.invalid(checked.issues());
  }
  if (decision === "session_required") {
    return answerFromExample(engine.document.source, 401, operation.responses["401"], decision, facts);
  }
  if (isRequestFailure(platform2, decision)) return answerToProblem(engine.document, platform2, decision, facts);
  return answerToRefusal(engine.document, engine.session.settings.failures, operation, scheme, decision, facts);
}
function isRequestFailure(platform2, decision) {
  return decision in platform2.requestFailures;
}
function behave(engine, platform2, operation, verdict, checked, requestId) {
  const behaviour = engine.modules[platform2.id]?.behaviours[operation.id];
  if (!behaviour) return { answer: unimplemented(operation.id), decision: "unimplemented" };
  try {
    const answer = behaviour(createContext(engine, operation, verdict, checked, requestId));
    return { answer, ...answer.decision && { decision: answer.decision } };
  } catch (error) {
    engine.onBug(error, operation.id);
    return { answer: answerToProblem(engine.document, platform2, "server_error", { requestId }), decision: "server_error" };
  }
}
function injectFault(session, document2, fault2) {
  const { platform: platform2, operationId } = fault2.on ?? {};
  if (platform2 !== void 0) mustKnow("platform", platform2, document2.platforms);
  if (operationId !== void 0) mustKnow("operation", operationId, document2.operationById);
  return addFault(session.faults, session.ids, fault2);
}
function mustKnow(what, name2, known) {
  if (!known.has(name2)) throw new RangeError(`The document has no ${what} "${name2}"${policy.didYouMean(name2, known.keys())}`);
}

// src/exchange/request.ts
var MAX_BODY_BYTES = 10485760;
async function readRequest(request) {
  const base = { method: request.method, url: new URL(request.url), headers: request.headers, gone: () => request.signal };
  if (request.body === null) return { ...base, body: void 0, tooLarge: false };
  const announced = request.headers.get("content-length");
  if (Number(announced) > MAX_BODY_BYTES) {
    await request.body?.cancel();
    return { ...base, body: void 0, tooLarge: true };
  }
  if (announced !== null || !request.body) return { ...base, ...whole(new Uint8Array(await request.arrayBuffer())) };
  const chunks = [];
  let size = 0;
  const reader = request.body.getReader();
  for (; ; ) {
    const { done: done2, value } = await reader.read();
    if (done2) return { ...base, body: size > 0 ? concatenate(chunks, size) : void 0, tooLarge: false };
    size += value.length;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      return { ...base, body: void 0, tooLarge: true };
    }
    chunks.push(value);
  }
}
function whole(body) {
  const tooLarge = body.length > MAX_BODY_BYTES;
  return { body: tooLarge || body.length === 0 ? void 0 : body, tooLarge };
}
function concatenate(chunks, size) {
  const [only2, ...others] = chunks;
  if (only2 && others.length === 0) return only2;
  const all = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

// src/core/outcome.ts
function done(value) {
  return { ok: true, value };
}
function broken(code, message, facts = {}) {
  return { ok: false, code, message, facts };
}
var KeyRuleError = class extends Error {
  name = "KeyRuleError";
  code;
  facts;
  constructor(rule) {
    super(rule.message);
    this.code = rule.code;
    this.facts = rule.facts;
  }
};
function valueOf(outcome) {
  if (!outcome.ok) throw new KeyRuleError(outcome);
  return outcome.value;
}

// src/scenarios/definition.ts
function scenario(definition) {
  return { keys: [], ...definition };
}
function onKeyScreen({ policy }) {
  return policy.managedBy.length > 0;
}
function planWithoutAccess({ plans }) {
  return plans.all.find((plan) => !plans.withApiAccess.includes(plan));
}

// src/scenarios/key-numbers.ts
var keyNumbers = {
  "key-limit-reached": scenario({
    summary: {
      en: "As many keys as the account may have: creating another one is refused.",
      pt: "A conta j\xE1 tem todas as chaves que pode ter: criar outra \xE9 recusado."
    },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.keysPerAccount !== null,
    play(stage) {
      for (let number3 = 1; number3 <= (stage.policy.keysPerAccount ?? 0); number3++) {
        stage.key(number3 === 1 ? "key" : `key${number3}`, { name: `Chave ${number3}` });
      }
    }
  }),
  rotation: scenario({
    summary: {
      en: "In the middle of a rotation: `next` works; `old` works too, unless the platform has room for one key only, so that it had to go first.",
      pt: "No meio de uma troca de chave: `next` funciona; `old` tamb\xE9m, a n\xE3o ser que a plataforma s\xF3 aceite uma chave e ela tenha sa\xEDdo antes."
    },
    keys: ["old", "next"],
    fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.keysPerAccount !== 1 || scheme.policy.actions.delete),
    play(stage) {
      const old = stage.key("old", { name: "Chave antiga" });
      if (stage.policy.keysPerAccount === 1) old.delete();
      stage.key("next", { name: "Chave nova" });
    }
  }),
  rotated: scenario({
    summary: {
      en: "After a rotation: `next` works, and `old` is deleted, or disabled where keys cannot be deleted.",
      pt: "Depois de uma troca de chave: `next` funciona, e `old` foi exclu\xEDda, ou desativada onde n\xE3o se exclui."
    },
    keys: ["old", "next"],
    fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.actions.delete || scheme.policy.actions.disable),
    play(stage) {
      const old = stage.key("old", { name: "Chave antiga" });
      if (stage.policy.actions.delete) old.delete();
      else old.disable();
      stage.key("next", { name: "Chave nova" });
    }
  })
};

// src/scenarios/key-rights.ts
function only(scope, en, pt) {
  return scenario({
    summary: { en, pt },
    keys: ["key"],
    fits: ({ policy }) => policy.scopes.includes(scope),
    play: (stage) => void stage.key("key", { scopes: [scope] })
  });
}
var keyRights = {
  "send-only": only("whatsapp:send", "May send messages and nothing else.", "S\xF3 pode enviar mensagens."),
  "manage-only": only("whatsapp:manage", "May manage instances and nothing else.", "S\xF3 pode gerenciar inst\xE2ncias."),
  "logs-only": only("logs:read", "May read the logs and nothing else.", "S\xF3 pode ler os logs."),
  "locked-instance": scenario({
    summary: {
      en: "A key locked to the first instance of its account; another account-wide key for comparison.",
      pt: "Uma chave presa \xE0 primeira inst\xE2ncia da conta; outra, sem essa trava, para comparar."
    },
    keys: ["locked", "open"],
    fits: ({ policy }) => policy.lockTo === "instance",
    play(stage) {
      stage.key("locked", { name: "Uma inst\xE2ncia", instances: stage.idsOf("instances").slice(0, 1) });
      stage.key("open", { name: "Todas as inst\xE2ncias" });
    }
  })
};

// src/scenarios/key-states.ts
function losePlan({ account: account2, policy }) {
  const plan = planWithoutAccess(policy);
  if (plan !== void 0) account2.changePlan(plan);
}
var keyStates = {
  active: scenario({
    summary: { en: "A key that works everywhere.", pt: "Uma chave que funciona em tudo." },
    keys: ["key"],
    fits: onKeyScreen,
    play: (stage) => void stage.key("key")
  }),
  "no-key": scenario({
    summary: { en: "An account without any key.", pt: "Uma conta sem nenhuma chave." },
    fits: onKeyScreen,
    play: () => void 0
  }),
  disabled: scenario({
    summary: { en: "A key that was switched off.", pt: "Uma chave desativada." },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.disable,
    play: (stage) => stage.key("key").disable()
  }),
  "re-enabled": scenario({
    summary: { en: "A key that was switched off and on again.", pt: "Uma chave desativada e ativada de novo." },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.disable,
    play(stage) {
      const key2 = stage.key("key");
      key2.disable();
      key2.enable();
    }
  }),
  deleted: scenario({
    summary: { en: "A key that was deleted (revoked) for good.", pt: "Uma chave exclu\xEDda (revogada) para sempre." },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.delete,
    play: (stage) => stage.key("key").delete()
  }),
  "free-plan": scenario({
    summary: {
      en: "A downgrade to a plan without API access has disabled the key.",
      pt: "A mudan\xE7a para um plano sem acesso \xE0 API desativou a chave."
    },
    keys: ["key"],
    fits: ({ policy }) => planWithoutAccess(policy) !== void 0 && policy.plans.onLosingAccess === "disable",
    play(stage) {
      stage.key("key");
      losePlan(stage);
    }
  }),
  "plan-restored": scenario({
    summary: {
      en: "Downgraded and upgraded again: the key stays disabled until somebody enables it.",
      pt: "O plano caiu e voltou: a chave continua desativada at\xE9 algu\xE9m ativ\xE1-la."
    },
    keys: ["key"],
    fits: ({ policy }) => planWithoutAccess(policy) !== void 0 && policy.plans.onLosingAccess === "disable",
    play(stage) {
      stage.key("key");
      const { plan } = stage.account;
      losePlan(stage);
      stage.account.changePlan(plan);
    }
  }),
  "blocked-workspace": scenario({
    summary: {
      en: "The plan has expired: the key is active, and every request is refused.",
      pt: "O plano venceu: a chave est\xE1 ativa, e toda requisi\xE7\xE3o \xE9 recusada."
    },
    keys: ["key"],
    fits: ({ policy }) => planWithoutAccess(policy) !== void 0 && policy.plans.onLosingAccess === "refuse",
    play(stage) {
      stage.key("key");
      losePlan(stage);
    }
  }),
  "wrong-product": scenario({
    summary: { en: "The key of an account of another product.", pt: "A chave de uma conta de outro produto." },
    keys: ["key"],
    fits: ({ policy: { products } }) => products !== null && products.all.some((product) => !products.accepted.includes(product)),
    product: ({ products }) => products?.all.find((product) => !products.accepted.includes(product)),
    play: (stage) => void stage.key("key")
  }),
  "access-token": scenario({
    summary: { en: "An OAuth access token that works.", pt: "Um token de acesso OAuth que funciona." },
    keys: ["token"],
    fits: (scheme) => !onKeyScreen(scheme),
    play: (stage) => void stage.key("token")
  }),
  "revoked-token": scenario({
    summary: { en: "An OAuth access token that was revoked.", pt: "Um token de acesso OAuth revogado." },
    keys: ["token"],
    fits: (scheme) => !onKeyScreen(scheme) && scheme.policy.actions.delete,
    play: (stage) => stage.key("token").delete()
  }),
  expired: scenario({
    summary: { en: "A key or token past its time.", pt: "Uma chave ou um token vencido." },
    keys: ["key"],
    fits: ({ policy }) => policy.expires !== "never",
    play: (stage) => stage.key("key").expire()
  })
};

// src/scenarios/traffic.ts
var traffic = {
  "rate-limited": scenario({
    summary: { en: "The account has used up its rate limit.", pt: "A conta esgotou o limite de requisi\xE7\xF5es." },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.failures.rate_limited !== void 0,
    play(stage) {
      stage.key("key");
      stage.account.limitRate("exhausted");
    }
  }),
  "rate-limits": scenario({
    summary: { en: "The platform's rate limits count for this account.", pt: "Os limites da plataforma valem para esta conta." },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && scheme.policy.rateLimits.length > 0,
    play(stage) {
      stage.key("key");
      stage.account.limitRate("on");
    }
  }),
  "slow-propagation": scenario({
    summary: {
      en: "The key was just switched off, and it takes a minute until the API knows.",
      pt: "A chave acabou de sair do ar, e a API leva um minuto para saber."
    },
    keys: ["key"],
    fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.actions.disable || scheme.policy.actions.delete),
    play(stage) {
      stage.configure({ propagationDelay: "1m" });
      const key2 = stage.key("key");
      if (stage.policy.actions.disable) key2.disable();
      else key2.delete();
    }
  }),
  outage: scenario({
    summary: {
      en: "The platform is down: its gateway answers 503 with an HTML page.",
      pt: "A plataforma est\xE1 fora do ar: o gateway responde 503 com uma p\xE1gina HTML."
    },
    keys: ["key"],
    fits: onKeyScreen,
    play(stage) {
      stage.key("key");
      stage.fault({ kind: "html", status: 503 });
    }
  }),
  "server-errors": scenario({
    summary: {
      en: "Every request ends in the platform's own server error.",
      pt: "Toda requisi\xE7\xE3o termina no erro interno da plataforma."
    },
    keys: ["key"],
    fits: onKeyScreen,
    play(stage) {
      stage.key("key");
      stage.fault({ kind: "status", ...stage.serverError() });
    }
  }),
  slow: scenario({
    summary: { en: "Every answer takes two to four seconds.", pt: "Toda resposta leva de dois a quatro segundos." },
    keys: ["key"],
    fits: onKeyScreen,
    play(stage) {
      stage.key("key");
      stage.fault({ kind: "latency", delay: "2s", jitter: "2s" });
    }
  }),
  flaky: scenario({
    summary: { en: "One connection in three is dropped.", pt: "Uma em cada tr\xEAs conex\xF5es cai." },
    keys: ["key"],
    fits: onKeyScreen,
    play(stage) {
      stage.key("key");
      stage.fault({ kind: "drop" }, { probability: 1 / 3 });
    }
  })
};

// src/scenarios/registry.ts
var registry = { ...keyStates, ...keyNumbers, ...keyRights, ...traffic };
var scenarios = new Map(
  Object.entries(registry)
);

// src/core/key-lifecycle.ts
function keysInUse(session, scheme, accountId) {
  return session.keysOf(accountId).filter((key2) => key2.scheme === scheme.name && currentState(key2).status !== "deleted");
}
function createKey(session, scheme, account2, wanted) {
  const { policy } = scheme;
  const others = keysInUse(session, scheme, account2.id);
  if (!planHasApiAccess(policy, account2.plan)) return planRequired(scheme, account2);
  if (policy.keysPerAccount !== null && others.length >= policy.keysPerAccount)
    return limitReached(scheme, policy.keysPerAccount);
  const name2 = wanted.name?.trim() || (policy.names.required ? "" : freeName(others));
  const refusedName = checkName(scheme, others, name2);
  if (refusedName) return refusedName;
  const strangers = (wanted.scopes ?? []).filter((scope) => !policy.scopes.includes(scope));
  if (strangers.length > 0) {
    return broken(
      "invalid_request",
      `There is no scope "${strangers[0]}". Choose from: ${policy.scopes.join(", ") || "none, this platform has no scopes"}.`
    );
  }
  if (wanted.instances && policy.lockTo === null) {
    return broken("invalid_request", 'Keys of this platform cannot be locked to an instance. Leave "instances" out.');
  }
  const now = session.clock.now();
  const secret2 = wanted.secret ?? policy.format.prefix + session.ids.text(policy.format.alphabet, policy.format.length);
  const sealed = session.vault.seal(secret2, policy.storage, wanted.published);
  const key2 = {
    id: wanted.id ?? session.ids.id("key"),
    accountId: account2.id,
    platform: scheme.platform,
    scheme: scheme.name,
    name: name2,
    sealed,
    masked: mask(secret2, sealed.start, policy.secret === "revealable"),
    history: [{ at: now, status: "active", reason: null }],
    scopes: wanted.scopes ?? policy.scopes,
    instances: wanted.instances?.length ? wanted.instances : null,
    createdAt: now,
    expiresAt: policy.expires === "never" ? null : now + milliseconds(policy.expires)
  };
  return done({ key: session.keys.insert(key2), secret: secret2 });
}
function renameKey(session, scheme, keyId, name2) {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  if (!scheme.policy.actions.rename) return forbidden("rename");
  const others = keysInUse(session, scheme, key2.accountId).filter((other) => other.id !== keyId);
  const wanted = name2.trim();
  if (!wanted) return broken("invalid_request", "A key needs a name. Give one of at least one character.");
  return checkName(scheme, others, wanted) ?? done(session.keys.update(keyId, { name: wanted }));
}
function disableKey(session, scheme, keyId, reason = "by_user") {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  if (!scheme.policy.actions.disable && reason === "by_user") return forbidden("disable");
  return done(currentState(key2).status === "disabled" ? key2 : change(session, key2, "disabled", reason));
}
function enableKey(session, scheme, account2, keyId) {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  if (!scheme.policy.actions.disable) return forbidden("enable");
  if (!planHasApiAccess(scheme.policy, account2.plan)) return planRequired(scheme, account2);
  return done(currentState(key2).status === "active" ? key2 : change(session, key2, "active", null));
}
function deleteKey(session, scheme, keyId) {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  if (!scheme.policy.actions.delete) return forbidden("delete");
  return done(change(session, key2, "deleted", null));
}
function expireKey(session, scheme, keyId) {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  if (scheme.policy.expires === "never")
    return broken("action_not_allowed", "Keys of this kind never expire.", { action: "expire" });
  return done(session.keys.update(keyId, { expiresAt: session.clock.now() - 1 }));
}
function revealKey(session, scheme, keyId) {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  const secret2 = scheme.policy.secret === "revealable" ? session.vault.open(key2.sealed) : void 0;
  if (secret2 !== void 0) return done(secret2);
  return broken(
    "secret_not_recoverable",
    "Keys of this platform are shown once, when they are created, and nobody can show this one again. Create a new key, move your integrations to it, then revoke this one."
  );
}
function liveKey(session, keyId) {
  const key2 = session.keys.get(keyId);
  return key2 && currentState(key2).status !== "deleted" ? key2 : void 0;
}
function change(session, key2, status2, reason) {
  return session.keys.update(key2.id, { history: [...key2.history, { at: session.clock.now(), status: status2, reason }] });
}
function checkName(scheme, others, name2) {
  const { names } = scheme.policy;
  if (!name2 && names.required)
    return broken("invalid_request", "A key of this platform needs a name. Give one that says where it is used.");
  if (names.unique && others.some((other) => other.name === name2)) {
    return broken("key_name_taken", `Another key of this account is named "${name2}". Choose a different name.`, {
      keyName: name2
    });
  }
  return void 0;
}
function freeName(others) {
  const taken = new Set(others.map((key2) => key2.name));
  let number3 = others.length + 1;
  while (taken.has(`Chave ${number3}`)) number3 += 1;
  return `Chave ${number3}`;
}
function wayOut(scheme) {
  const { actions } = scheme.policy;
  if (actions.delete) return "Delete a key first; the integrations that use it stop at once.";
  if (actions.disable)
    return "Keys here are never deleted, and disabling one does not free its place: rename and reuse an existing key.";
  return "Reuse an existing key.";
}
function limitReached(scheme, limit) {
  const keys2 = limit === 1 ? "1 key" : `${limit} keys`;
  return broken("key_limit_reached", `This account has ${keys2}, as many as it may have. ${wayOut(scheme)}`, {
    keyLimit: limit,
    wayOut: wayOut(scheme)
  });
}
function planRequired(scheme, account2) {
  const plans = scheme.policy.plans.withApiAccess;
  return broken("plan_required", `The plan "${account2.plan}" has no API access. Move the account to: ${plans.join(", ")}.`, {
    plan: account2.plan,
    plans: plans.join(", ")
  });
}
function forbidden(action) {
  return broken("action_not_allowed", `This platform does not let anybody ${action} a key.`, { action });
}
function notFound(keyId) {
  return broken("key_not_found", `There is no key "${keyId}" in this account. List the keys to see their ids.`, { keyId });
}

// src/core/plan.ts
function changePlan(session, schemes, account2, plan) {
  const known = schemes[0]?.policy.plans.all ?? [];
  if (!known.includes(plan)) {
    return broken("invalid_request", `There is no plan "${plan}" on this platform. Choose from: ${known.join(", ")}.`, { plan });
  }
  for (const scheme of schemes) {
    if (planHasApiAccess(scheme.policy, plan) || scheme.policy.plans.onLosingAccess !== "disable") continue;
    for (const key2 of keysInUse(session, scheme, account2.id)) {
      if (currentState(key2).status === "active") disableKey(session, scheme, key2.id, "plan_downgraded");
    }
  }
  return done(session.accounts.update(account2.id, { plan }));
}

// src/api/key-handle.ts
function keyHandle(session, scheme, id2) {
  const row = () => {
    const key2 = session.keys.get(id2);
    if (!key2) throw new Error(`The key ${id2} is gone: the mock was reset since. Create it again after the reset.`);
    return key2;
  };
  const accountOf = () => {
    const account2 = session.accounts.get(row().accountId);
    if (!account2) throw new Error(`The account of key ${id2} is gone.`);
    return account2;
  };
  return {
    id: id2,
    scheme: scheme.name,
    platform: scheme.platform,
    get accountId() {
      return row().accountId;
    },
    get name() {
      return row().name;
    },
    get status() {
      return currentState(row()).status;
    },
    get disabledReason() {
      return currentState(row()).reason;
    },
    get masked() {
      return row().masked;
    },
    get scopes() {
      return row().scopes;
    },
    get instances() {
      return row().instances;
    },
    get requests() {
      return session.useOf(id2).requests;
    },
    disable: () => void valueOf(disableKey(session, scheme, id2)),
    enable: () => void valueOf(enableKey(session, scheme, accountOf(), id2)),
    rename: (name2) => void valueOf(renameKey(session, scheme, id2, name2)),
    delete: () => void valueOf(deleteKey(session, scheme, id2)),
    expire: () => void valueOf(expireKey(session, scheme, id2)),
    reveal: () => valueOf(revealKey(session, scheme, id2))
  };
}
function withSecret(handle2, secret2) {
  return Object.defineProperty(handle2, "secret", { value: secret2, enumerable: false });
}

// src/api/account-handle.ts
function accountHandle(session, schemes, id2) {
  const row = () => {
    const account2 = session.accounts.get(id2);
    if (!account2) throw new Error(`The account ${id2} is gone: the mock was reset since. Create it again after the reset.`);
    return account2;
  };
  const schemeNamed = (name2) => {
    const scheme = name2 === void 0 ? schemes[0] : schemes.find((candidate) => candidate.name === name2);
    if (!scheme) throw new Error(`There is no key scheme "${name2}" here. Choose from: ${schemes.map((s) => s.name).join(", ")}.`);
    return scheme;
  };
  const handleOf = (keyId) => {
    const key2 = session.keys.get(keyId);
    if (key2?.accountId !== id2) throw new Error(`The account ${id2} has no key ${keyId}.`);
    return keyHandle(session, schemeNamed(key2.scheme), keyId);
  };
  return {
    id: id2,
    get platform() {
      return row().platform;
    },
    get name() {
      return row().name;
    },
    get plan() {
      return row().plan;
    },
    keys: {
      create({ scheme: name2, ...wanted } = {}) {
        const scheme = schemeNamed(name2);
        if (wanted.secret !== void 0 && session.findKey(wanted.secret)) {
          valueOf(broken("invalid_request", 'Another key has this secret. Leave "secret" out to get a new one.'));
        }
        const named = { ...wanted, name: wanted.name ?? (scheme.policy.names.required ? "Test key" : void 0) };
        const { key: key2, secret: secret2 } = valueOf(createKey(session, scheme, row(), named));
        return withSecret(keyHandle(session, scheme, key2.id), secret2);
      },
      list: () => session.keysOf(id2).map((key2) => handleOf(key2.id)),
      get: handleOf
    },
    changePlan: (plan) => void valueOf(changePlan(session, schemes, row(), plan)),
    limitRate: (rateLimits) => void session.accounts.update(id2, { rateLimits }),
    signIn(role, name2 = role) {
      const token = `session-${session.ids.text("base62", 24)}`;
      signIn(session, token, { role, name: name2, accountId: id2 });
      return token;
    }
  };
}

// src/api/platform-handle.ts
function platformHandle(session, document2, info) {
  const schemes = schemesOf(document2, info.id);
  const policy = schemes[0]?.policy;
  return {
    id: info.id,
    title: info.title,
    server: info.server ?? "",
    accounts: {
      create(options = {}) {
        if (!policy) throw new Error(`${info.title} has no accounts.`);
        const plan = options.plan ?? policy.plans.default;
        if (!policy.plans.all.includes(plan)) {
          valueOf(broken("invalid_request", `${info.title} has no plan "${plan}". Choose from: ${policy.plans.all.join(", ")}.`));
        }
        const { id: id2 } = session.accounts.insert({
          id: options.id ?? session.ids.id("acc"),
          platform: info.id,
          name: options.name ?? `${info.title} account`,
          plan,
          product: options.product ?? policy.products?.default ?? null,
          rateLimits: options.rateLimits ?? null,
          createdAt: session.clock.now()
        });
        return accountHandle(session, schemes, id2);
      },
      list: () => session.accounts.find("platform", info.id).map(({ id: id2 }) => accountHandle(session, schemes, id2)),
      get(id2) {
        if (session.accounts.get(id2)?.platform !== info.id) throw new Error(`${info.title} has no account ${id2}.`);
        return accountHandle(session, schemes, id2);
      }
    }
  };
}

// src/api/setting-changes.ts
function changedSettings(settings2, changes) {
  return { ...settings2, ...settingsIn(changes) };
}
function settingsIn({ rateLimits, propagationDelay, failures }) {
  return {
    ...rateLimits !== void 0 && { rateLimits },
    ...propagationDelay !== void 0 && { propagationDelay: milliseconds(propagationDelay) },
    ...failures !== void 0 && { failures }
  };
}

// src/core/table.ts
function defineTable(name2, indexes = {}) {
  return { name: name2, indexes };
}
var NONE = [];
var Table = class {
  #rows = /* @__PURE__ */ new Map();
  #indexes;
  #listener;
  #lookups = /* @__PURE__ */ new Map();
  constructor(indexes = {}) {
    this.#indexes = indexes;
  }
  /** Names the indexes; a table filled from a snapshot learns them when it is first used. */
  declare(indexes) {
    this.#indexes = indexes;
    return this;
  }
  /** Tells `listener`, and nobody else, of what changes from now on; `undefined`: nobody. */
  listen(listener) {
    this.#listener = listener;
  }
  get size() {
    return this.#rows.size;
  }
  get(id2) {
    return this.#rows.get(id2);
  }
  ids() {
    return this.#rows.keys();
  }
  /** Rows in the order they were inserted. */
  values() {
    return [...this.#rows.values()];
  }
  /** @throws {Error} when a row with this id exists. */
  insert(row) {
    if (this.#rows.has(row.id)) throw new Error(`a row with the id ${row.id} exists`);
    this.#rows.set(row.id, row);
    this.#addToLookups(row);
    this.#listener?.inserted(row.id);
    return row;
  }
  /** Inserts the row, or replaces the one with its id. */
  put(row) {
    const old = this.#rows.get(row.id);
    if (!old) return this.insert(row);
    this.#rows.set(row.id, row);
    this.#moveInLookups(old, row);
    this.#listener?.updated(row.id);
    return row;
  }
  /** Puts `changes` over the row and returns the new one. @throws {Error} when there is no such row. */
  update(id2, changes) {
    const old = this.#rows.get(id2);
    if (!old) throw new Error(`no row with the id ${id2}`);
    return this.put({ ...old, ...changes, id: id2 });
  }
  delete(id2) {
    const old = this.#rows.get(id2);
    if (!old) return false;
    this.#removeFromLookups(old);
    this.#listener?.deleted(id2);
    return this.#rows.delete(id2);
  }
  /** Rows whose index has this value, in constant time. @throws {Error} for an index that was not declared. */
  find(index, value) {
    const found = [];
    const ids = this.#lookup(index).get(value);
    if (!ids) return found;
    for (const id2 of ids) {
      const row = this.#rows.get(id2);
      if (row) found.push(row);
    }
    return found;
  }
  /** The first of those that {@link find} finds. */
  first(index, value) {
    for (const id2 of this.#lookup(index).get(value) ?? NONE) return this.#rows.get(id2);
    return void 0;
  }
  /** Whether {@link find} finds any. */
  has(index, value) {
    return this.#lookup(index).has(value);
  }
  /** The rows as they are now; valid for ever, since rows never change in place. */
  snapshot() {
    return new Map(this.#rows);
  }
  restore(rows) {
    const old = this.#rows;
    this.#rows = new Map(rows);
    this.#lookups.clear();
    if (this.#listener) tellDifference(this.#listener, old, this.#rows);
  }
  /** Built when first asked for, so that a restored table pays only for the indexes it uses. */
  #lookup(index) {
    const built = this.#lookups.get(index);
    if (built) return built;
    const valueOf2 = this.#indexes[index];
    if (!valueOf2) throw new Error(`no index named ${index}`);
    const lookup = /* @__PURE__ */ new Map();
    this.#lookups.set(index, lookup);
    for (const row of this.#rows.values()) addTo2(lookup, valueOf2(row), row.id);
    return lookup;
  }
  #addToLookups(row) {
    for (const [index, lookup] of this.#lookups) addTo2(lookup, this.#indexes[index]?.(row), row.id);
  }
  /** A row whose value stays keeps its place, so that rows are found in the order they were inserted. */
  #moveInLookups(old, row) {
    for (const [index, lookup] of this.#lookups) {
      const before = this.#indexes[index]?.(old);
      const after = this.#indexes[index]?.(row);
      if (before === after) continue;
      removeFrom(lookup, before, row.id);
      addTo2(lookup, after, row.id);
    }
  }
  #removeFromLookups(row) {
    for (const [index, lookup] of this.#lookups) removeFrom(lookup, this.#indexes[index]?.(row), row.id);
  }
};
function tellDifference(listener, before, after) {
  const [old, wanted] = [[...before.values()], [...after.values()]];
  let same = 0;
  while (same < old.length && old[same] === wanted[same]) same += 1;
  for (const { id: id2 } of old.slice(same)) listener.deleted(id2);
  for (const { id: id2 } of wanted.slice(same)) listener.inserted(id2);
}
function addTo2(lookup, value, id2) {
  if (value === void 0) return;
  const ids = lookup.get(value);
  if (ids) ids.add(id2);
  else lookup.set(value, /* @__PURE__ */ new Set([id2]));
}
function removeFrom(lookup, value, id2) {
  if (value === void 0) return;
  const ids = lookup.get(value);
  ids?.delete(id2);
  if (ids?.size === 0) lookup.delete(value);
}

// src/scenarios/stage.ts
function setStage(world, scheme, definition, options) {
  const { session, document: document2 } = world;
  const { policy } = scheme;
  const platform2 = document2.platforms.get(scheme.platform);
  if (!platform2) throw new Error(`The document has no platform ${scheme.platform}.`);
  const product = options.account?.product ?? definition.product?.(policy);
  const account2 = platformHandle(session, document2, platform2).accounts.create({
    name: "Loja Ip\xEA",
    plan: planWithAccess(policy),
    ...options.account,
    ...product !== void 0 && { product }
  });
  if (options.rows !== "none") plantExampleRows(world, account2.id, platform2);
  const keys2 = {};
  const faults2 = [];
  const stage = {
    policy,
    account: account2,
    key(role, wanted = {}) {
      const secret2 = options.secrets?.[role];
      const name2 = wanted.name ?? "Integra\xE7\xE3o";
      return keys2[role] = account2.keys.create({
        scheme: scheme.name,
        name: name2,
        ...wanted,
        ...secret2 !== void 0 && { secret: secret2 }
      });
    },
    idsOf: (collection) => session.table(account2.id, defineTable(collection)).values().map(({ id: id2 }) => id2),
    fault(effect2, limits = {}) {
      const fault2 = addFault(session.faults, session.ids, { effect: effect2, on: { platform: platform2.id }, ...limits });
      faults2.push(fault2);
      return fault2;
    },
    serverError: () => serverErrorOf(document2, platform2),
    configure: (changes) => void (session.settings = changedSettings(session.settings, changes))
  };
  return { stage, account: account2, keys: keys2, faults: faults2 };
}
function planWithAccess({ plans }) {
  return plans.withApiAccess.includes(plans.default) ? plans.default : plans.withApiAccess[0] ?? plans.default;
}
function plantExampleRows({ session }, accountId, { zeroSetup }) {
  const example = zeroSetup?.accounts.find(({ resources }) => resources !== void 0);
  for (const [name2, rows] of Object.entries(example?.resources ?? {})) {
    for (const row of rows) session.table(accountId, defineTable(name2)).insert(row);
  }
}
function serverErrorOf({ source }, { requestFailures }) {
  const { status: status2, response, example } = requestFailures.server_error;
  const { content } = policy.resolve(source, { $ref: `#/components/responses/${response}` });
  const found = Object.values(content ?? {})[0]?.examples?.[example];
  return { status: status2, body: found && policy.resolve(source, found).value };
}

// src/scenarios/view.ts
function scenarioView({ scenario: scenario3, platform: platform2, account: account2, keys: keys2, users, faults: faults2 }) {
  return {
    scenario: scenario3,
    platform: platform2,
    account: { id: account2.id, name: account2.name, plan: account2.plan },
    keys: Object.fromEntries(Object.entries(keys2).map(([role, key2]) => [role, createdKeyView(key2)])),
    users,
    faults: faults2
  };
}
function createdKeyView(key2) {
  const { id: id2, scheme, name: name2, status: status2, masked: masked2, secret: secret2 } = key2;
  return { id: id2, scheme, name: name2, status: status2, masked: masked2, secret: secret2 };
}

// src/scenarios/index.ts
function listScenarios(document2) {
  return [...scenarios].map(([name2, definition]) => ({
    name: name2,
    summary: definition.summary,
    platforms: [...new Set(fitting(document2, definition).map(({ platform: platform2 }) => platform2))],
    keys: definition.keys
  }));
}
function playScenario(world, name2, options = {}) {
  const { scheme, definition } = findScenario(world.document, name2, options);
  const strange = Object.keys(options.secrets ?? {}).find((role) => !definition.keys.includes(role) && !/^key\d+$/.test(role));
  if (strange !== void 0)
    refuse(`The scenario "${name2}" has no key "${strange}". It has: ${definition.keys.join(", ") || "none"}.`);
  const id2 = options.account?.id;
  if (id2 !== void 0 && world.session.accounts.get(id2))
    refuse(`There is an account "${id2}" already. Choose another id, or leave it out.`);
  const before = world.session.snapshot();
  try {
    const { stage, account: account2, keys: keys2, faults: faults2 } = setStage(world, scheme, definition, options);
    definition.play(stage);
    const users = Object.fromEntries(policy.roles.map((role) => [role, account2.signIn(role)]));
    return { scenario: name2, platform: scheme.platform, account: account2, keys: keys2, users, faults: faults2 };
  } catch (error) {
    world.session.restore(before);
    throw error;
  }
}
function findScenario(document2, name2, { platform: platform2, scheme: wanted }) {
  const definition = scenarios.get(name2) ?? refuse(
    `There is no scenario "${name2}"${policy.didYouMean(name2, scenarios.keys()) || "."} There are: ${[...scenarios.keys()].join(", ")}.`
  );
  if (platform2 !== void 0 && !document2.platforms.has(platform2)) {
    refuse(`There is no platform "${platform2}". There are: ${[...document2.platforms.keys()].join(", ")}.`);
  }
  const all = fitting(document2, definition);
  const platforms = [...new Set(all.map((scheme2) => scheme2.platform))];
  const candidates = all.filter(
    (scheme2) => [void 0, scheme2.platform].includes(platform2) && [void 0, scheme2.name].includes(wanted)
  );
  const [scheme] = candidates;
  if (!scheme) {
    const where = platforms.length > 0 ? `It exists on: ${platforms.join(", ")}.` : "No platform of this document has it.";
    return refuse(`The rules of ${wanted ?? platform2 ?? "every platform"} allow no scenario "${name2}". ${where}`);
  }
  if (candidates.some((other) => other.platform !== scheme.platform)) {
    refuse(`Several platforms have the scenario "${name2}". Say which: ${platforms.join(", ")}.`);
  }
  return { scheme, definition };
}
function fitting(document2, definition) {
  return [...document2.schemes.values()].filter((scheme) => definition.fits(scheme));
}
function refuse(message) {
  return valueOf(broken("invalid_request", message));
}

// src/seed/problems.ts
var SHOWN = 20;
var SeedError = class extends Error {
  name = "SeedError";
  /** Each with its path in the seed: `['accounts', 0, 'plan']`. */
  problems;
  /** @param where how a path is shown: `seed.yaml:12:5 accounts[0].plan`. */
  constructor(problems, where = shown) {
    const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
    const lines5 = problems.slice(0, SHOWN).map((each) => `  ${where(each.path)}: ${each.message}`);
    if (problems.length > SHOWN) lines5.push(`  \u2026 and ${problems.length - SHOWN} more`);
    super([`The seed has ${count}, and nothing of it was applied:`, ...lines5].join("\n"));
    this.problems = problems;
  }
};
function shown(path) {
  const text2 = path.map((step2) => typeof step2 === "number" ? `[${step2}]` : `.${step2}`).join("");
  return text2.replace(/^\./, "") || "the seed";
}
var email2 = z5__namespace.email("expected an e-mail address");
var moment = z5__namespace.iso.datetime({ offset: true, error: "expected an instant such as 2026-01-31T12:00:00Z" });
var fields = z5__namespace.record(z5__namespace.string(), z5__namespace.unknown());
var name = z5__namespace.string().min(1, "expected at least one character");

// src/platforms/pingback/rows.ts
function pingbackRows({ uuid: uuid3, now }) {
  const id2 = z5__namespace.uuid("expected a UUID").default(uuid3);
  const created = moment.default(now);
  return {
    contacts: policy.lines({
      id: id2,
      email: email2,
      status: z5__namespace.string().default("active"),
      source: z5__namespace.string().default("PublicApi"),
      origin: fields.nullable().default(null),
      segmentedListsIds: z5__namespace.array(z5__namespace.uuid("expected the UUID of a segment")).default([]),
      createdAt: created,
      attributes: fields.default({})
    }),
    segments: policy.lines({ id: id2, name, createdAt: created }),
    pipelines: policy.lines({ id: id2, name, stages: z5__namespace.array(policy.lines({ id: id2, name })).default([]) }),
    deals: policy.lines({
      id: id2,
      contactId: z5__namespace.string(),
      pipelineId: z5__namespace.string(),
      stageId: z5__namespace.string(),
      attributes: fields.default({}),
      createdAt: created,
      updatedAt: created
    }),
    webhooks: policy.lines({ id: id2, channelUid: name, workflowId: z5__namespace.uuid("expected a UUID").default(uuid3) }),
    customFields: z5__namespace.preprocess(
      // A field is its name; the id follows from it.
      (row) => typeof row === "object" && row !== null && "name" in row && !("id" in row) ? { id: row.name, ...row } : row,
      policy.lines({ id: name, name })
    )
  };
}
function rdstationRows({ uuid: uuid3, now }) {
  const id2 = z5__namespace.uuid("expected a UUID").default(uuid3);
  const created = moment.default(now);
  const funnel = policy.lines({
    name,
    stage: z5__namespace.enum(["opportunity", "sale", "opportunity_lost"]),
    value: z5__namespace.exactOptional(z5__namespace.number()),
    reason: z5__namespace.exactOptional(z5__namespace.string()),
    at: created
  });
  return {
    leads: policy.lines({
      id: id2,
      email: email2,
      fields: fields.default({}),
      tags: z5__namespace.array(z5__namespace.string().regex(/^[^A-Z]*$/, "expected lower case")).default([]),
      legal_bases: z5__namespace.array(fields).default([]),
      funnel: funnel.nullable().default(null),
      createdAt: created,
      updatedAt: created
    }),
    customFields: policy.lines({
      id: id2,
      api_identifier: z5__namespace.string().startsWith("cf_", "expected an identifier that begins with cf_"),
      data_type: z5__namespace.enum(["STRING", "INTEGER", "BOOLEAN", "STRING[]"]).default("STRING"),
      valid_options: z5__namespace.exactOptional(z5__namespace.array(z5__namespace.string()))
    }),
    conversions: policy.lines({ id: id2, leadId: z5__namespace.string(), identifier: name, payload: fields.default({}), at: created }),
    events: policy.lines({
      id: id2,
      event_type: name,
      email: email2,
      leadId: z5__namespace.string().nullable().default(null),
      processed: z5__namespace.boolean().default(true),
      payload: fields.default({}),
      at: created
    })
  };
}
function zenvioRows({ id: id2, now }) {
  const created = moment.default(now);
  const later2 = moment.nullable().default(null);
  const number3 = z5__namespace.string().regex(/^\d{8,15}$/, "expected a phone number in digits alone, with its country code");
  return {
    instances: policy.lines({
      id: name.default(() => id2("inst")),
      name,
      phoneNumber: number3.nullable().default(null),
      status: z5__namespace.enum(["PENDING", "ACTIVE", "DISCONNECTED", "SUSPENDED", "CANCELLED"]).default("ACTIVE"),
      createdAt: created,
      updatedAt: created
    }),
    messages: policy.lines({
      id: name.default(() => id2("msg")),
      instance_id: name,
      to: number3,
      type: z5__namespace.enum(["text", "image", "video", "audio", "document", "location", "contact"]).default("text"),
      status: z5__namespace.string().default("queued"),
      payload: fields,
      scheduled_at: later2,
      sent_at: later2,
      delivered_at: later2,
      read_at: later2,
      failed_at: later2,
      error_message: z5__namespace.string().nullable().default(null),
      external_id: z5__namespace.string().nullable().default(null),
      created_at: created
    })
  };
}

// src/seed/rows.ts
var ROWS = {
  pingback: pingbackRows,
  rdstation: rdstationRows,
  zenvio: zenvioRows
};
function rowSchemasOf({ session }, platform2) {
  const { ids, clock: clock2 } = session;
  return ROWS[platform2]?.({
    uuid: () => ids.uuid(),
    id: (prefix) => ids.id(prefix),
    now: () => new Date(clock2.now()).toISOString()
  }) ?? {};
}
var DURATION = "expected a duration such as 250ms, 61s, 15m, 24h or 30d";
var duration = z5__namespace.union([z5__namespace.number().nonnegative(), z5__namespace.string().regex(/^\d{1,12}(ms|s|m|h|d)$/, DURATION)], {
  error: DURATION
});
var maybe = z5__namespace.exactOptional;
var text = z5__namespace.string().min(1, "expected at least one character");
var id = z5__namespace.string().regex(/^[\w.:@-]{1,100}$/, "expected 1 to 100 letters, digits and . _ - : @");
var secret = z5__namespace.string().regex(/^[\x21-\x7e]{8,72}$/, "expected 8 to 72 visible ASCII characters without spaces");
var rateLimiting = z5__namespace.enum(["off", "on", "exhausted"]);
var instant = z5__namespace.iso.datetime({ offset: true, error: "expected an instant such as 2026-01-31T12:00:00Z" });
var key = policy.lines({
  id: maybe(id),
  name: maybe(text),
  /** A kind of key other than the platform's first: `rdstationOAuth`. */
  scheme: maybe(z5__namespace.string()),
  /** A secret of your own; without it, one in the platform's format. */
  secret: maybe(secret),
  state: maybe(z5__namespace.enum(["active", "disabled", "deleted", "expired"])),
  scopes: maybe(z5__namespace.array(z5__namespace.string())),
  instances: maybe(z5__namespace.array(z5__namespace.string()))
});
var user = policy.lines({ role: policy.roleSchema, name: maybe(text), token: maybe(secret) });
var account = policy.lines({
  platform: z5__namespace.string(),
  id: maybe(id),
  name: maybe(text),
  plan: maybe(z5__namespace.string()),
  product: maybe(z5__namespace.string()),
  /** `exhausted`: every request finds the quota used up. */
  rateLimits: maybe(rateLimiting),
  keys: maybe(z5__namespace.array(key)),
  /** People who may sign in to the account's console. */
  users: maybe(z5__namespace.array(user)),
  /** Rows by collection: contacts, instances, leads, … */
  resources: maybe(z5__namespace.record(z5__namespace.string(), z5__namespace.array(z5__namespace.record(z5__namespace.string(), z5__namespace.unknown()))))
});
var scenario2 = policy.lines({
  name: z5__namespace.string(),
  platform: maybe(z5__namespace.string()),
  scheme: maybe(z5__namespace.string()),
  account: maybe(
    policy.lines({
      id: maybe(id),
      name: maybe(text),
      plan: maybe(z5__namespace.string()),
      product: maybe(z5__namespace.string()),
      rateLimits: maybe(rateLimiting)
    })
  ),
  /** By the key's name in the scenario. */
  secrets: maybe(z5__namespace.record(z5__namespace.string(), secret)),
  rows: maybe(z5__namespace.enum(["example", "none"]))
});
var bytes = z5__namespace.int().nonnegative();
var status = z5__namespace.int().min(200).max(599);
var FAULT_KINDS = ["status", "latency", "drop", "stall", "truncate", "malformed", "html", "content_type", "rate_limited"];
var effect = z5__namespace.discriminatedUnion(
  "kind",
  [
    policy.lines({
      kind: z5__namespace.literal("status"),
      status,
      body: maybe(z5__namespace.unknown()),
      headers: maybe(z5__namespace.record(z5__namespace.string(), z5__namespace.string()))
    }),
    policy.lines({ kind: z5__namespace.literal("latency"), delay: duration, jitter: maybe(duration) }),
    policy.lines({ kind: z5__namespace.literal("drop"), when: maybe(z5__namespace.enum(["before", "after"])) }),
    policy.lines({ kind: z5__namespace.literal("stall"), after: maybe(bytes) }),
    policy.lines({ kind: z5__namespace.literal("truncate"), after: maybe(bytes) }),
    policy.lines({ kind: z5__namespace.literal("malformed") }),
    policy.lines({ kind: z5__namespace.literal("html"), status: maybe(status) }),
    policy.lines({ kind: z5__namespace.literal("content_type"), contentType: text }),
    policy.lines({ kind: z5__namespace.literal("rate_limited") })
  ],
  { error: (issue3) => issue3.code === "invalid_union" ? `expected one of: ${FAULT_KINDS.join(", ")}` : void 0 }
);
var fault = policy.lines({
  effect,
  on: maybe(
    policy.lines({
      platform: maybe(z5__namespace.string()),
      operationId: maybe(z5__namespace.string()),
      method: maybe(z5__namespace.string()),
      keyId: maybe(z5__namespace.string()),
      accountId: maybe(z5__namespace.string())
    })
  ),
  times: maybe(z5__namespace.int().positive()),
  probability: maybe(z5__namespace.number().min(0).max(1))
});
var seedSchema = policy.lines({
  /** Where editors find the schema; the mock does not look at it. */
  $schema: maybe(z5__namespace.string()),
  clock: maybe(policy.lines({ now: instant })),
  settings: maybe(
    policy.lines({
      rateLimits: maybe(z5__namespace.enum(["off", "on"])),
      propagationDelay: maybe(duration),
      /** `{ pingback: { missing_key: gateway_401 } }`: another plausible answer where the real one is not known. */
      failures: maybe(z5__namespace.record(z5__namespace.string(), z5__namespace.record(z5__namespace.string(), z5__namespace.string())))
    })
  ),
  accounts: maybe(z5__namespace.array(account)),
  scenarios: maybe(z5__namespace.array(scenario2)),
  faults: maybe(z5__namespace.array(fault))
});
function spelledOut(seed) {
  const plain2 = seed === void 0 ? null : JSON.parse(JSON.stringify(seed));
  const scenarios3 = isObject(plain2) ? plain2["scenarios"] : void 0;
  if (!isObject(plain2) || !Array.isArray(scenarios3)) return plain2;
  return { ...plain2, scenarios: scenarios3.map((each) => typeof each === "string" ? { name: each } : each) };
}
function slipsOf(seed) {
  return policy.problemsOf(seedSchema, spelledOut(seed), []).map((problem2) => {
    const [name2, parent] = [problem2.path.at(-1), problem2.path.at(-2)];
    const isSecret = name2 === "secret" || name2 === "token" || parent === "secrets";
    return isSecret ? { ...problem2, message: problem2.message.replace(/, not .*/, "") } : problem2;
  });
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/seed/check.ts
function checkedSeed(world, seed) {
  const slips = slipsOf(seed);
  if (slips.length > 0) throw new SeedError(slips);
  const checked = seedSchema.parse(spelledOut(seed));
  const problems = [];
  const note = (path, message) => void problems.push({ path, message });
  checkFailures(world.document, checked, note);
  checked.accounts?.forEach((account2, index) => checkAccount(world, account2, ["accounts", index], note));
  checkScenarios(world.document, checked, note);
  checkFaults(world.document, checked, note);
  if (problems.length > 0) throw new SeedError(problems);
  return checked;
}
function checkAccount(world, account2, path, note) {
  const { platform: platform2, plan, product, keys: keys2 = [], resources = {} } = account2;
  const withKeys2 = new Set([...world.document.schemes.values()].map((scheme) => scheme.platform));
  if (!isOne(platform2, withKeys2, "no platform with accounts", [...path, "platform"], note)) return;
  const schemes = schemesOf(world.document, platform2);
  const policy = schemes[0]?.policy;
  if (!policy) return;
  if (plan !== void 0) isOne(plan, policy.plans.all, `no plan of ${platform2}`, [...path, "plan"], note);
  if (product !== void 0) isOne(product, policy.products?.all ?? [], `no product of ${platform2}`, [...path, "product"], note);
  if (account2.id !== void 0 && world.session.accounts.get(account2.id)) {
    note([...path, "id"], `the account ${account2.id} exists already; reset the mock first, or choose another id`);
  }
  checkRows(world, platform2, resources, [...path, "resources"], note);
  const instances3 = (resources["instances"] ?? []).map(({ id: id2 }) => id2).filter((id2) => typeof id2 === "string");
  keys2.forEach((key2, index) => checkKey(key2, schemes, instances3, [...path, "keys", index], note));
}
function checkKey(key2, schemes, instances3, path, note) {
  const names = schemes.map(({ name: name2 }) => name2);
  if (key2.scheme !== void 0 && !isOne(key2.scheme, names, "no kind of key here", [...path, "scheme"], note)) return;
  const scheme = schemes.find(({ name: name2 }) => key2.scheme === void 0 || key2.scheme === name2);
  if (!scheme) return;
  const { policy } = scheme;
  key2.scopes?.forEach((scope, at2) => isOne(scope, policy.scopes, `no scope of ${scheme.name}`, [...path, "scopes", at2], note));
  if (policy.names.required && key2.name === void 0) note([...path, "name"], "missing line: keys of this platform have a name");
  const possible = ["active", ...statesOf(scheme)];
  if (key2.state !== void 0 && !possible.includes(key2.state)) {
    note([...path, "state"], `${scheme.name} keys are never ${key2.state}; they can be: ${possible.join(", ")}`);
  }
  if (key2.instances && policy.lockTo === null)
    note([...path, "instances"], "keys of this platform open everything; leave the line out");
  else
    key2.instances?.forEach((id2, at2) => isOne(id2, instances3, "none of the account's instances", [...path, "instances", at2], note));
}
function statesOf({ policy }) {
  const { actions, expires } = policy;
  return [
    ...actions.disable ? ["disabled"] : [],
    ...actions.delete ? ["deleted"] : [],
    ...expires === "never" ? [] : ["expired"]
  ];
}
function checkRows(world, platform2, resources, path, note) {
  const schemas = rowSchemasOf(world, platform2);
  for (const [collection, rows] of Object.entries(resources ?? {})) {
    if (!isOne(collection, Object.keys(schemas), `no collection of ${platform2}`, [...path, collection], note)) continue;
    const ids = /* @__PURE__ */ new Set();
    rows.forEach((row, index) => {
      const schema = schemas[collection];
      if (schema) policy.problemsOf(schema, row, [...path, collection, index]).forEach((each) => note(each.path, each.message));
      const { id: id2 } = row;
      if (id2 !== void 0 && ids.has(id2)) note([...path, collection, index, "id"], "another row has this id");
      ids.add(id2);
    });
  }
}
function checkScenarios(document2, { scenarios: scenarios3 = [] }, note) {
  scenarios3.forEach(({ name: name2, ...options }, index) => {
    try {
      findScenario(document2, name2, options);
    } catch (error) {
      if (!(error instanceof KeyRuleError)) throw error;
      note(["scenarios", index], error.message);
    }
  });
}
function checkFailures(document2, { settings: settings2 }, note) {
  const platforms = [...document2.platforms.keys()].filter((id2) => Object.keys(otherAnswers(document2, id2)).length > 0);
  for (const [platform2, chosen] of Object.entries(settings2?.failures ?? {})) {
    const path = ["settings", "failures", platform2];
    if (!isOne(platform2, platforms, "no platform with other answers", path, note)) continue;
    const known = otherAnswers(document2, platform2);
    for (const [situation, answer] of Object.entries(chosen)) {
      if (!isOne(situation, Object.keys(known), "nothing that has other answers here", [...path, situation], note)) continue;
      isOne(answer, known[situation] ?? [], `no other answer to ${situation}`, [...path, situation], note);
    }
  }
}
function otherAnswers(document2, platform2) {
  const known = {};
  const add = (situation, answers = {}) => {
    const names = Object.keys(answers);
    if (names.length > 0) known[situation] = [...known[situation] ?? [], ...names];
  };
  for (const { failures } of schemesOf(document2, platform2)) {
    for (const [state2, failure] of Object.entries(failures)) add(state2, failure?.alternatives);
  }
  for (const [situation, answers] of Object.entries(document2.platforms.get(platform2)?.choices ?? {})) add(situation, answers);
  return known;
}
function checkFaults({ platforms, operationById }, { faults: faults2 = [] }, note) {
  faults2.forEach(({ on }, index) => {
    const path = ["faults", index, "on"];
    if (on?.platform !== void 0) isOne(on.platform, platforms.keys(), "no platform", [...path, "platform"], note);
    if (on?.operationId !== void 0)
      isOne(on.operationId, operationById.keys(), "no operation", [...path, "operationId"], note, false);
  });
}
function isOne(value, known, what, path, note, list = true) {
  const names = [...new Set(known)];
  if (names.includes(value)) return true;
  const guess = policy.didYouMean(value, names);
  const choice = guess || !list ? "" : names.length > 0 ? `; choose from: ${names.join(", ")}` : "; there are none";
  note(path, `"${value}" is ${what}${guess}${choice}`);
  return false;
}

// src/seed/apply.ts
function applySeed(world, seed) {
  const { session } = world;
  const [before, instant3] = [session.snapshot(), session.clock.now()];
  try {
    const { clock: clock2, settings: settings2, accounts: accounts3 = [], scenarios: scenarios3 = [], faults: faults2 = [] } = checkedSeed(world, seed);
    if (clock2) session.clock.set(Date.parse(clock2.now));
    if (settings2) session.settings = changedSettings(session.settings, settings2);
    return {
      accounts: accounts3.map((account2, index) => openAccount(world, account2, ["accounts", index])),
      scenarios: scenarios3.map(
        ({ name: name2, ...options }, index) => at(["scenarios", index], () => playScenario(world, name2, options))
      ),
      faults: faults2.map((fault2, index) => at(["faults", index], () => addFault(session.faults, session.ids, fault2))),
      now: session.clock.now()
    };
  } catch (error) {
    session.restore(before);
    session.clock.set(instant3);
    throw error;
  }
}
function openAccount(world, seed, path) {
  const { session, document: document2 } = world;
  const { platform: platform2, plan, keys: keys2 = [], users = [], resources = {} } = seed;
  const info = document2.platforms.get(platform2);
  const plans = schemesOf(document2, platform2)[0]?.policy.plans;
  if (!info || !plans) throw new Error(`The check let an unknown platform through: ${platform2}.`);
  const wanted = plan ?? plans.default;
  const first = plans.withApiAccess.includes(wanted) ? wanted : plans.withApiAccess[0] ?? wanted;
  const account2 = at(path, () => {
    const { id: id2, name: name2, product, rateLimits } = seed;
    const given = { ...id2 && { id: id2 }, ...name2 && { name: name2 }, ...product && { product }, ...rateLimits && { rateLimits } };
    return platformHandle(session, document2, info).accounts.create({ ...given, plan: first });
  });
  const schemas = rowSchemasOf(world, platform2);
  for (const [collection, rows] of Object.entries(resources)) {
    const table = session.table(account2.id, defineTable(collection));
    rows.forEach(
      (row, index) => at(
        [...path, "resources", collection, index],
        () => table.insert(schemas[collection]?.parse(row) ?? row)
      )
    );
  }
  const created = keys2.map((key2, index) => at([...path, "keys", index], () => createKey2(account2, key2)));
  if (wanted !== first) account2.changePlan(wanted);
  const people = users.map(({ role, name: name2 = role, token = `session-${session.ids.text("base62", 24)}` }, index) => {
    at([...path, "users", index, "token"], () => signIn(session, token, { role, name: name2, accountId: account2.id }));
    return { role, name: name2, token };
  });
  return { account: account2, keys: created, users: people };
}
function createKey2(account2, { state: state2, ...wanted }) {
  const key2 = account2.keys.create(wanted);
  if (state2 === "disabled") key2.disable();
  if (state2 === "deleted") key2.delete();
  if (state2 === "expired") key2.expire();
  return key2;
}
function at(path, make) {
  try {
    return make();
  } catch (error) {
    throw new SeedError([{ path, message: error instanceof Error ? error.message : String(error) }]);
  }
}

// src/seed/view.ts
function appliedSeedView({ accounts: accounts3, scenarios: scenarios3, faults: faults2, now }) {
  return {
    accounts: accounts3.map(({ account: { id: id2, platform: platform2, name: name2, plan }, keys: keys2, users }) => ({
      id: id2,
      platform: platform2,
      name: name2,
      plan,
      keys: keys2.map(createdKeyView),
      users
    })),
    scenarios: scenarios3.map(scenarioView),
    faults: faults2,
    now: new Date(now).toISOString()
  };
}

// src/transports/streamed-body.ts
var MOST_WAITING = 1e3;
function streamedBody(start2) {
  const encoder2 = new TextEncoder();
  let stop;
  let over = false;
  const end = () => {
    over = true;
    stop?.();
    stop = void 0;
  };
  return new ReadableStream(
    {
      start(controller) {
        const close = () => {
          if (over) return;
          end();
          controller.close();
        };
        stop = start2({
          write(text2) {
            if (over) return false;
            controller.enqueue(encoder2.encode(text2));
            if ((controller.desiredSize ?? 0) <= 0) close();
            return !over;
          },
          end: close
        });
        if (over) end();
      },
      cancel: end
    },
    { highWaterMark: MOST_WAITING }
  );
}

// src/transports/deliver.ts
function connectionLost(within = "head") {
  const cause = Object.assign(new Error("other side closed"), { code: "ECONNRESET" });
  return new TypeError(within === "head" ? "fetch failed" : "terminated", { cause });
}
function isConnectionLost(error) {
  return error instanceof TypeError && error.cause?.code === "ECONNRESET";
}
async function delivered(request, answer) {
  request.signal?.throwIfAborted();
  const outgoing = await answer();
  request.signal?.throwIfAborted();
  await outgoing.wait?.(request.signal);
  return toResponse(outgoing, request.signal);
}
var encoder = new TextEncoder();
function toResponse({ status: status2, headers, body, breakage, stream }, signal) {
  if (stream) return new Response(streamedBody(stream), { status: status2, headers: { ...headers } });
  if (breakage?.kind === "drop") throw connectionLost();
  if (body === void 0) return new Response(null, { status: status2, headers: { ...headers } });
  const bytes2 = encoder.encode(body);
  return new Response(breakage ? brokenBody(bytes2, breakage, signal) : bytes2, {
    status: status2,
    headers: { ...headers, "content-length": String(bytes2.length) }
  });
}
var { setTimeout: later } = globalThis;
function brokenBody(bytes2, breakage, signal) {
  let abort;
  const forget = () => abort && signal?.removeEventListener("abort", abort);
  let sent = breakage.after === 0;
  return new ReadableStream({
    start(controller) {
      if (breakage.kind !== "stall") return;
      abort = () => controller.error(signal?.reason);
      if (signal?.aborted) abort();
      else signal?.addEventListener("abort", abort, { once: true });
    },
    async pull(controller) {
      if (!sent) {
        sent = true;
        controller.enqueue(bytes2.subarray(0, breakage.after));
        return;
      }
      if (breakage.kind === "stall") return new Promise(() => void 0);
      await new Promise((resolve4) => later(resolve4, 1));
      controller.error(connectionLost("body"));
    },
    cancel: forget
  });
}

// src/api/arrivals.ts
function arrivals(session, platform2, table) {
  const list = () => session.accounts.find("platform", platform2).flatMap(({ id: id2 }) => session.table(id2, table).values());
  return {
    list,
    where: (like) => list().filter((row) => resembles(row, like)),
    last: () => list().at(-1),
    count: () => list().length
  };
}
function resembles(value, like) {
  return Object.entries(like).every(([name2, wanted]) => has2(value[name2], wanted));
}
function has2(value, wanted) {
  return isObject2(value) && isObject2(wanted) ? resembles(value, wanted) : JSON.stringify(value) === JSON.stringify(wanted);
}
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/platforms/pingback/tables.ts
function mailbox(email3) {
  return email3.toLowerCase();
}
var contactTable = defineTable("contacts", { email: (contact) => mailbox(contact.email) });
var segmentTable = defineTable("segments");
var pipelineTable = defineTable("pipelines");
var dealTable = defineTable("deals", { contact: (deal) => deal.contactId });
var webhookTable = defineTable("webhooks");
var webhookRunTable = defineTable("webhookRuns", { webhook: (run) => run.webhookId });
var customFieldTable = defineTable("customFields", { name: (field) => field.name });

// src/platforms/rdstation/tables.ts
function mailbox2(email3) {
  return email3.toLowerCase();
}
var leadTable = defineTable("leads", { email: (lead) => mailbox2(lead.email) });
var conversionTable = defineTable("conversions", { lead: (conversion) => conversion.leadId });
var customFieldTable2 = defineTable("customFields", { api_identifier: (field) => field.api_identifier });
var eventTable = defineTable("events", { type: (event) => event.event_type });

// src/platforms/zenvio/tables.ts
var instanceTable = defineTable("instances");
var messageTable = defineTable("messages");
var senderTable = defineTable("senders");
var rememberedSendTable = defineTable("rememberedSends");

// src/api/custom-fields.ts
function customFieldArrivals(session) {
  return {
    ...arrivals(session, "rdstation", customFieldTable2),
    define(accountId, field) {
      if (session.accounts.get(accountId)?.platform !== "rdstation") throw new Error(`RD Station has no account ${accountId}.`);
      return session.table(accountId, customFieldTable2).insert({ id: session.ids.uuid(), ...field });
    }
  };
}

// src/platforms/zenvio/test-numbers.ts
var ORDINARY = { failures: 0, delivered: true, read: true, responded: false };
function fateOf(recipient) {
  switch (recipient.slice(-4)) {
    case "0001":
      return { ...ORDINARY, read: false };
    case "0002":
      return { ...ORDINARY, failures: Infinity };
    case "0003":
      return { ...ORDINARY, delivered: false };
    case "0004":
      return { ...ORDINARY, failures: 1 };
    case "0005":
      return { ...ORDINARY, responded: true };
    default:
      return ORDINARY;
  }
}

// src/webhooks/delivery.ts
init_redact();
var WEBHOOKS = "webhooks";
var deliveryTable = defineTable("deliveries", {
  pending: ({ status: status2, webhookId }) => status2 === "pending" ? webhookId : void 0
});
function deliveriesOf(session) {
  return session.table(WEBHOOKS, deliveryTable);
}
function deliveryViews(session) {
  return deliveriesOf(session).values().map(({ payload, ...delivery }) => ({ ...delivery, url: redactedUrl(delivery.url), body: redactedBody(payload) }));
}
function redactedUrl(text2) {
  const url = new URL(text2);
  return url.origin + redactedPath(url);
}

// src/webhooks/target.ts
function checkedTarget(text2, allowedHosts) {
  const url = URL.canParse(text2) ? new URL(text2) : void 0;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error("A webhook needs a URL that begins with http:// or https://.");
  if (url.username || url.password)
    throw new Error("The URL of a webhook cannot carry a user name or password. Put a token into its path or query.");
  if (!isLoopback(url.hostname) && !allowedHosts.includes(url.hostname)) {
    throw new Error(
      `The mock calls nothing but this machine, and the webhook is at "${url.hostname}". Allow the host with createMock({ webhooks: { allowHosts: ['${url.hostname}'] } }) if it is yours.`
    );
  }
  return url;
}
function isLoopback(hostname) {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

// src/webhooks/registration.ts
var registrationTable = defineTable("registrations", { platform: (webhook) => webhook.platform });
function registrationsOf(session) {
  return session.table(WEBHOOKS, registrationTable);
}
function registerWebhook(session, style, allowedHosts, wanted) {
  const { platform: platform2, accountId = null, events: events3, identifiers = null } = wanted;
  if (!style) throw new Error(`The platform "${platform2}" sends no webhooks.`);
  const unknown3 = events3?.find((event) => !style.events.includes(event));
  if (unknown3 !== void 0) throw new Error(`${platform2} has no event "${unknown3}". Choose from: ${style.events.join(", ")}.`);
  if (accountId !== null && session.accounts.get(accountId)?.platform !== platform2)
    throw new Error(`${platform2} has no account ${accountId}.`);
  const url = checkedTarget(wanted.url, allowedHosts);
  const secret2 = style.secretPrefix === void 0 ? null : wanted.secret ?? style.secretPrefix + session.ids.text("base62", 32);
  const stored = registrationsOf(session).insert({
    id: session.ids.id("wh"),
    platform: platform2,
    accountId,
    url: url.href,
    events: events3 ?? style.events,
    identifiers,
    createdAt: session.clock.now(),
    sealed: secret2 === null ? null : session.vault.seal(secret2, "aes-256-gcm")
  });
  return Object.defineProperty(viewOf(stored), "secret", { value: secret2, enumerable: false });
}
function registrations(session) {
  return registrationsOf(session).values().map(viewOf);
}
function removeWebhook(session, id2) {
  const deliveries = session.table(WEBHOOKS, deliveryTable);
  for (const delivery of deliveries.find("pending", id2)) {
    deliveries.update(delivery.id, { status: "failed", nextAttemptAt: null });
  }
  return registrationsOf(session).delete(id2);
}
function viewOf({ sealed: _, ...registration }) {
  return registration;
}

// src/webhooks/outbox.ts
var COURIER_TASK = "webhooks.deliver";
var KEPT = 1e4;
var LOOKED_AFTER_EVERY = 1e3;
function somebodyListens(session, platform2) {
  const registrations2 = registrationsOf(session);
  return registrations2.size > 0 && registrations2.find("platform", platform2).length > 0;
}
function emitWebhook(session, { identifier, at: at2, payload, ...happened }) {
  const { platform: platform2, accountId, event } = happened;
  for (const webhook of registrationsOf(session).find("platform", platform2)) {
    if (webhook.accountId !== null && webhook.accountId !== accountId) continue;
    if (!webhook.events.includes(event)) continue;
    if (webhook.identifiers && (identifier === void 0 || !webhook.identifiers.includes(identifier))) continue;
    const { id: id2 } = deliveriesOf(session).insert({
      id: session.ids.id("dlv"),
      webhookId: webhook.id,
      ...happened,
      url: webhook.url,
      payload,
      eventAt: at2,
      status: "pending",
      attempts: [],
      nextAttemptAt: at2
    });
    session.plan({ at: at2, kind: COURIER_TASK, accountId, subject: id2 });
  }
  dropOldest(session);
}
function dropOldest(session) {
  const deliveries = deliveriesOf(session);
  if (deliveries.size <= KEPT || deliveries.size % LOOKED_AFTER_EVERY !== 0) return;
  const over = deliveries.values().filter(({ status: status2 }) => status2 !== "pending");
  for (const { id: id2 } of over.slice(0, deliveries.size - KEPT)) deliveries.delete(id2);
}

// src/webhooks/courier.ts
var Courier = class {
  allowedHosts;
  #options;
  #styleOf;
  #rounds = /* @__PURE__ */ new WeakMap();
  constructor(styleOf, options = {}) {
    this.#styleOf = styleOf;
    this.#options = options;
    this.allowedHosts = options.allowHosts ?? [];
  }
  /** What a task says: this delivery is due. */
  wake(session, deliveryId) {
    const webhookId = deliveriesOf(session).get(deliveryId)?.webhookId;
    const webhook = webhookId === void 0 ? void 0 : registrationsOf(session).get(webhookId);
    if (webhook) this.#start(session, webhook);
  }
  /** Starts every attempt that is due and not on its way. */
  poke(session) {
    for (const webhook of registrationsOf(session).values()) this.#start(session, webhook);
  }
  #start(session, webhook) {
    const rounds = this.#roundsOf(session);
    if (rounds.has(webhook)) return;
    const [first, ...others] = dueFor(session, webhook);
    if (!first) return;
    const round = { delivery: first, over: Promise.resolve() };
    rounds.set(webhook, round);
    round.over = this.#deliver(session, webhook, round, [first, ...others]).finally(() => rounds.delete(webhook));
  }
  /** Everything that is due, and what falls due meanwhile, as long as the registration is there. */
  async #deliver(session, webhook, round, due) {
    while (due.length > 0 && registrationsOf(session).get(webhook.id) === webhook) {
      for (const delivery of due) {
        if (!isCurrent(session, delivery)) continue;
        round.delivery = delivery;
        this.#record(session, delivery, await this.#attempt(session, delivery, webhook));
      }
      due = dueFor(session, webhook);
    }
  }
  /** Resolves when nothing is on its way and nothing is due; a retry that is planned for later is not waited for. */
  async settle(session) {
    for (; ; ) {
      session.runDueTasks();
      this.poke(session);
      const current = [...this.#roundsOf(session).values()].filter(({ delivery }) => isCurrent(session, delivery));
      if (current.length === 0) return;
      await Promise.race(current.map(({ over }) => over));
    }
  }
  async #attempt(session, delivery, webhook) {
    const at2 = session.clock.now();
    const style = this.#styleOf(delivery.platform);
    const timeout = milliseconds(this.#options.timeout ?? style?.timeout ?? "5s");
    const started = performance.now();
    const abort = new AbortController();
    await Promise.resolve();
    const timer = setTimeout(() => abort.abort(), timeout);
    const over = (status2, error) => ({
      at: at2,
      status: status2,
      error,
      durationMs: performance.now() - started
    });
    try {
      const url = checkedTarget(delivery.url, this.allowedHosts);
      const body = JSON.stringify(delivery.payload);
      const secret2 = webhook.sealed && session.vault.open(webhook.sealed);
      const { accountId, eventAt } = delivery;
      const signed = secret2 ? style?.headers?.({ body, secret: secret2, accountId, eventAt, attemptAt: at2 }) : void 0;
      const send2 = this.#options.fetch ?? ((to, init) => globalThis.fetch(to, init));
      const response = await send2(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...signed },
        body,
        redirect: "manual",
        signal: abort.signal
      });
      await response.body?.cancel();
      return over(response.status, null);
    } catch (error) {
      return over(null, abort.signal.aborted ? `no answer within ${timeout} ms` : reasonOf(error));
    } finally {
      clearTimeout(timer);
    }
  }
  #record(session, delivery, attempt) {
    if (!isCurrent(session, delivery)) return;
    const attempts = [...delivery.attempts, attempt];
    const deliveries = deliveriesOf(session);
    if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) {
      deliveries.update(delivery.id, { attempts, status: "delivered", nextAttemptAt: null });
      return;
    }
    const wait = this.#styleOf(delivery.platform)?.retries[attempts.length - 1];
    if (wait === void 0) {
      deliveries.update(delivery.id, { attempts, status: "failed", nextAttemptAt: null });
      return;
    }
    const nextAttemptAt = attempt.at + milliseconds(wait);
    deliveries.update(delivery.id, { attempts, nextAttemptAt });
    session.plan({ at: nextAttemptAt, kind: COURIER_TASK, accountId: delivery.accountId, subject: delivery.id });
  }
  #roundsOf(session) {
    let rounds = this.#rounds.get(session);
    if (!rounds) this.#rounds.set(session, rounds = /* @__PURE__ */ new Map());
    return rounds;
  }
};
function dueFor(session, webhook) {
  const now = session.clock.now();
  return deliveriesOf(session).find("pending", webhook.id).filter(({ nextAttemptAt }) => nextAttemptAt !== null && nextAttemptAt <= now).sort((one, other) => (one.nextAttemptAt ?? 0) - (other.nextAttemptAt ?? 0));
}
function isCurrent(session, delivery) {
  return deliveriesOf(session).get(delivery.id) === delivery;
}
function reasonOf(error) {
  const cause = error instanceof Error && error.cause !== void 0 ? error.cause : error;
  if (typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string") return cause.code;
  return cause instanceof Error ? cause.message : "no answer";
}
function signatureValue({ format, signed, timestamp }, secret2, at2, body) {
  const time = String(timestamp === "seconds" ? Math.floor(at2 / 1e3) : at2);
  const [text2 = ""] = signed;
  const hash2 = hmacHex(
    secret2,
    text2.replace("{timestamp}", time).replace("{body}", () => body)
  );
  return format.replace("{timestamp}", time).replace("{hash}", hash2);
}
function hmacHex(secret2, text2) {
  const encoder2 = new TextEncoder();
  return utils_js$1.bytesToHex(hmac_js.hmac(sha2_js.sha256, encoder2.encode(secret2), encoder2.encode(text2)));
}

// src/platforms/zenvio/webhooks.ts
var EVENTS = [
  "message.sent",
  "message.delivered",
  "message.read",
  "message.failed",
  "message.received",
  "message.responded",
  "message.deleted",
  "message.edited",
  "instance.connected",
  "instance.disconnected",
  "instance.qrcode"
];
var signature = openapi.document["x-platforms"]["zenvio"]?.webhooks?.signature;
var zenvioWebhooks = {
  events: EVENTS,
  timeout: "10s",
  retries: ["10s", "1m", "5m", "30m", "2h"],
  secretPrefix: signature.secretPrefix,
  headers({ body, secret: secret2, accountId, eventAt, attemptAt }) {
    return {
      [signature.header]: signatureValue(signature, secret2, attemptAt, body),
      "X-Zenvio-Timestamp": String(Math.floor(eventAt / 1e3)),
      "X-Workspace-Id": accountId
    };
  }
};
function emit(session, { event, accountId, instanceId, messageId, at: at2, data }) {
  const payload = {
    event,
    workspace_id: accountId,
    instance_id: instanceId,
    ...messageId !== void 0 && { message_id: messageId },
    timestamp: iso(at2),
    data
  };
  emitWebhook(session, { platform: "zenvio", accountId, event, identifier: instanceId, at: at2, payload });
}
function emitMessage(session, accountId, event, message, at2) {
  const { to, status: status2, external_id: externalId, error_message: error } = message;
  const data = { to, status: status2.toUpperCase(), externalId, ...error !== null && { error } };
  emit(session, { event, accountId, instanceId: message.instance_id, messageId: message.id, at: at2, data });
}

// src/platforms/zenvio/life-cycle.ts
var MESSAGE_TASK = "zenvio.message";
var PACE = 1e3;
var PROCESSING = 500;
var DEFAULT_RETRIES = 3;
var WAITING = /* @__PURE__ */ new Set(["queued", "scheduled", "processing"]);
function startMessage(session, accountId, message, now) {
  if (message.scheduled_at !== null) {
    planStep(session, accountId, message.id, Date.parse(message.scheduled_at) - PROCESSING, {});
  } else if (isConnected(session, accountId, message.instance_id)) {
    planStep(session, accountId, message.id, nextTurn(session, accountId, message.instance_id, now) - PROCESSING, {});
  }
}
function resumeMessages(session, accountId, instanceId, now) {
  for (const message of messagesOf(session, accountId, instanceId)) {
    if (message.status === "queued" && typeof message.dueAt !== "number") startMessage(session, accountId, message, now);
  }
}
function abandonMessages(session, accountId, instanceId, now) {
  for (const message of messagesOf(session, accountId, instanceId)) {
    if (WAITING.has(message.status)) fail(session, accountId, message, now, "Instance removed.");
  }
}
function takeStep(session, { accountId, subject, at: at2 }) {
  const message = session.table(accountId, messageTable).get(subject);
  if (message?.dueAt !== at2) return;
  if (message.status === "processing") attemptToSend(session, accountId, message, at2);
  else if (WAITING.has(message.status)) startProcessing(session, accountId, message, at2);
  else moveOn(session, accountId, message, at2);
}
function startProcessing(session, accountId, message, at2) {
  if (isConnected(session, accountId, message.instance_id)) {
    planStep(session, accountId, message.id, at2 + PROCESSING, { status: "processing" });
  } else change2(session, accountId, message.id, { status: "queued", dueAt: null });
}
function attemptToSend(session, accountId, message, at2) {
  if (!isConnected(session, accountId, message.instance_id)) {
    change2(session, accountId, message.id, { status: "queued", dueAt: null });
    return;
  }
  const { failures, delivered: delivered2 } = fateOf(message.to);
  const failedAttempts = message.failedAttempts ?? 0;
  if (failedAttempts >= failures) {
    const external_id = `wamid.HBgN${session.ids.text("base62", 22)}`;
    const sent = { status: "sent", sent_at: iso(at2), external_id };
    const row = delivered2 ? planStep(session, accountId, message.id, at2 + PACE, sent) : change2(session, accountId, message.id, { ...sent, dueAt: null });
    emitMessage(session, accountId, "message.sent", row, at2);
  } else if (failedAttempts < (message.maxRetries ?? DEFAULT_RETRIES)) {
    planStep(session, accountId, message.id, at2 + PACE, { failedAttempts: failedAttempts + 1 });
  } else fail(session, accountId, message, at2, "The number is not on WhatsApp.");
}
function moveOn(session, accountId, message, at2) {
  const { read: read2, responded } = fateOf(message.to);
  const status2 = (next) => message.status === "edited" ? message.status : next;
  const goOn = (more, changes) => more ? planStep(session, accountId, message.id, at2 + PACE, changes) : change2(session, accountId, message.id, { ...changes, dueAt: null });
  if (message.delivered_at === null) {
    const row = goOn(read2, { status: status2("delivered"), delivered_at: iso(at2) });
    emitMessage(session, accountId, "message.delivered", row, at2);
  } else if (message.read_at === null) {
    const row = goOn(responded, { status: status2("read"), read_at: iso(at2) });
    emitMessage(session, accountId, "message.read", row, at2);
  } else {
    const row = goOn(false, { status: status2("responded") });
    emitMessage(session, accountId, "message.responded", row, at2);
    receiveMessage(session, accountId, { instanceId: row.instance_id, from: row.to, text: "Ok, obrigado!" }, at2);
  }
}
function receiveMessage(session, accountId, { instanceId, from, text: text2 }, at2) {
  const messageId = session.ids.id("msg");
  const externalId = `wamid.HBgN${session.ids.text("base62", 22)}`;
  const data = { from, type: "text", message: text2, externalId };
  emit(session, { event: "message.received", accountId, instanceId, messageId, at: at2, data });
}
function fail(session, accountId, message, at2, error_message) {
  const failed = change2(session, accountId, message.id, { status: "failed", failed_at: iso(at2), error_message, dueAt: null });
  emitMessage(session, accountId, "message.failed", failed, at2);
}
function planStep(session, accountId, id2, at2, changes) {
  session.plan({ at: at2, kind: MESSAGE_TASK, accountId, subject: id2 });
  return change2(session, accountId, id2, { ...changes, dueAt: at2 });
}
function nextTurn(session, accountId, instanceId, now) {
  const senders = session.table(accountId, senderTable);
  const last = senders.get(instanceId);
  const lastAt = Math.max(now, last?.lastAt ?? 0) + PACE;
  if (last) senders.update(instanceId, { lastAt });
  else senders.insert({ id: instanceId, lastAt });
  return lastAt;
}
function messagesOf(session, accountId, instanceId) {
  return session.table(accountId, messageTable).values().filter((message) => message.instance_id === instanceId);
}
function isConnected(session, accountId, instanceId) {
  return session.table(accountId, instanceTable).get(instanceId)?.status === "ACTIVE";
}
function change2(session, accountId, id2, changes) {
  return session.table(accountId, messageTable).update(id2, changes);
}

// src/platforms/zenvio/connection.ts
var QR_TASK = "zenvio.qr_code";
var UNTIL_READ = 15e3;
function showQrCode(session, accountId, instance, base64, at2) {
  const data = { status: instance.status, base64 };
  emit(session, { event: "instance.qrcode", accountId, instanceId: instance.id, at: at2, data });
  session.plan({ at: at2 + UNTIL_READ, kind: QR_TASK, accountId, subject: instance.id });
}
function readQrCode(session, { accountId, subject, at: at2 }) {
  const instance = session.table(accountId, instanceTable).get(subject);
  if (instance?.status === "PENDING") connect(session, accountId, instance, at2);
}
function connect(session, accountId, instance, at2) {
  if (instance.status === "ACTIVE") return instance;
  const phoneNumber = instance.phoneNumber ?? `55119${String(Math.floor(session.ids.random() * 1e8)).padStart(8, "0")}`;
  const row = session.table(accountId, instanceTable).update(instance.id, { status: "ACTIVE", phoneNumber, updatedAt: iso(at2) });
  const data = { status: row.status, phoneNumber };
  emit(session, { event: "instance.connected", accountId, instanceId: row.id, at: at2, data });
  resumeMessages(session, accountId, row.id, at2);
  return row;
}
function disconnect(session, accountId, instance, at2) {
  if (instance.status === "DISCONNECTED") return instance;
  const row = session.table(accountId, instanceTable).update(instance.id, { status: "DISCONNECTED", updatedAt: iso(at2) });
  emit(session, { event: "instance.disconnected", accountId, instanceId: row.id, at: at2, data: { status: row.status } });
  return row;
}

// src/api/instance-arrivals.ts
function instanceArrivals(session) {
  const find = (id2) => {
    for (const account2 of session.accounts.find("platform", "zenvio")) {
      const instance = session.table(account2.id, instanceTable).get(id2);
      if (instance) return { accountId: account2.id, instance };
    }
    throw new Error(`Zenvio has no instance ${id2}.`);
  };
  return {
    ...arrivals(session, "zenvio", instanceTable),
    connect(id2) {
      const { accountId, instance } = find(id2);
      const connected = connect(session, accountId, instance, session.clock.now());
      session.runDueTasks();
      return connected;
    },
    disconnect(id2) {
      const { accountId, instance } = find(id2);
      const disconnected = disconnect(session, accountId, instance, session.clock.now());
      session.runDueTasks();
      return disconnected;
    },
    receive(id2, message) {
      receiveMessage(session, find(id2).accountId, { ...message, instanceId: id2 }, session.clock.now());
      session.runDueTasks();
    }
  };
}

// src/api/platform-handles.ts
function platformHandles(session, document2) {
  const platform2 = (id2) => {
    const info = document2.platforms.get(id2);
    if (!info) throw new Error(`The document has no platform "${id2}". It has: ${[...document2.platforms.keys()].join(", ")}.`);
    return platformHandle(session, document2, info);
  };
  return {
    platform: platform2,
    get pingback() {
      return {
        ...platform2("pingback"),
        contacts: arrivals(session, "pingback", contactTable),
        segments: arrivals(session, "pingback", segmentTable),
        deals: arrivals(session, "pingback", dealTable),
        webhookRuns: arrivals(session, "pingback", webhookRunTable)
      };
    },
    get rdstation() {
      return {
        ...platform2("rdstation"),
        conversions: arrivals(session, "rdstation", conversionTable),
        leads: arrivals(session, "rdstation", leadTable),
        events: arrivals(session, "rdstation", eventTable),
        customFields: customFieldArrivals(session)
      };
    },
    get zenvio() {
      return {
        ...platform2("zenvio"),
        messages: arrivals(session, "zenvio", messageTable),
        instances: instanceArrivals(session)
      };
    }
  };
}

// src/api/webhooks-api.ts
function webhooksApi(session, courier, modules2) {
  return {
    register: (wanted) => registerWebhook(session, modules2[wanted.platform]?.webhooks, courier.allowedHosts, wanted),
    list: () => registrations(session),
    remove: (id2) => removeWebhook(session, id2),
    deliveries: () => deliveryViews(session),
    settle: () => courier.settle(session)
  };
}

// src/api/session-api.ts
function sessionApi(engine, session) {
  const bound = inSession(engine, session);
  const api = {
    name: session.name,
    async fetch(input, init) {
      const request = asRequest(input, init);
      engine.sessions.touch(session);
      return delivered(request, async () => handleIn(bound, await readRequest(request)));
    },
    clock: session.clock,
    requests: {
      list: () => session.journal.list().map(entryOf),
      get: (id2) => session.journal.get(id2),
      where: (like) => session.journal.list().map(entryOf).filter((entry) => resembles(entry, like)),
      last: () => session.journal.list().slice(0, 1).map(entryOf)[0],
      clear: () => session.journal.clear()
    },
    faults: {
      add: (fault2) => injectFault(session, engine.document, fault2),
      list: () => session.faults.values(),
      remove: (id2) => session.faults.delete(id2),
      clear: () => session.faults.restore(/* @__PURE__ */ new Map())
    },
    webhooks: webhooksApi(session, engine.courier, engine.modules),
    scenario: (name2, options) => playScenario({ session, document: engine.document }, name2, options),
    scenarios: () => listScenarios(engine.document),
    load: (seed) => applySeed({ session, document: engine.document }, seed),
    configure: (changes) => void (session.settings = changedSettings(session.settings, changes)),
    reset: () => session.reset(),
    snapshot: () => session.snapshot(),
    restore: (snapshot) => session.restore(snapshot)
  };
  return Object.assign(platformHandles(session, engine.document), api);
}
function asRequest(input, init) {
  return typeof input === "object" && "headers" in input && !init ? input : new Request(input, init);
}

// src/core/changes.ts
var ChangeLog = class {
  #onChange;
  #followed = /* @__PURE__ */ new Map();
  #changed = /* @__PURE__ */ new Set();
  /** @param onChange called at every change, also at the first of many. */
  constructor(onChange) {
    this.#onChange = onChange;
  }
  /** Notes what changes in a table from now on; what it has already counts as a change, unless it is `known`. */
  follow(account2, table, source, known) {
    const log = new TableLog(account2, table, source, () => {
      this.#changed.add(log);
      this.#onChange();
    });
    this.#followed.set(source, log);
    if (!known) for (const id2 of source.ids()) log.inserted(id2);
    source.listen(log);
  }
  /** Notes nothing more of a table that is given up; what it told before stays noted. */
  unfollow(source) {
    source.listen(void 0);
    this.#followed.delete(source);
  }
  /** Something that is in no table changed. */
  touch() {
    this.#onChange();
  }
  /** What is not written yet. */
  pending() {
    return [...this.#changed].map((log) => log.pending());
  }
  /** Everything that {@link pending} told is written. */
  settle() {
    for (const log of this.#changed) log.settle();
    this.#changed.clear();
  }
  /** Notes nothing from now on. */
  end() {
    for (const source of this.#followed.keys()) this.unfollow(source);
    this.settle();
  }
};
var TableLog = class {
  source;
  #account;
  #table;
  #onChange;
  /** Changed ids, new ones in the order of insertion, each with whether it was deleted on the way. */
  #ids = /* @__PURE__ */ new Map();
  constructor(account2, table, source, onChange) {
    this.#account = account2;
    this.#table = table;
    this.source = source;
    this.#onChange = onChange;
  }
  inserted(id2) {
    const wasDeleted = this.#ids.get(id2) ?? false;
    this.#ids.delete(id2);
    this.#ids.set(id2, wasDeleted);
    this.#onChange();
  }
  updated(id2) {
    if (!this.#ids.has(id2)) this.#ids.set(id2, false);
    this.#onChange();
  }
  deleted(id2) {
    this.#ids.set(id2, true);
    this.#onChange();
  }
  pending() {
    const deleted = [];
    const put2 = [];
    for (const [id2, wasDeleted] of this.#ids) {
      if (wasDeleted) deleted.push(id2);
      const value = this.source.get(id2);
      if (value) put2.push([id2, value]);
    }
    return { account: this.#account, table: this.#table, deleted, put: put2 };
  }
  settle() {
    this.#ids.clear();
  }
};

// src/core/store.ts
var DEFAULT = "default";

// src/core/keeper.ts
var Keeper = class {
  #store;
  #onFailure;
  #kept = /* @__PURE__ */ new Map();
  #changed = /* @__PURE__ */ new Set();
  /** Names of dropped sessions, and whether each is to be remembered as that of an idle one. */
  #dropped = /* @__PURE__ */ new Map();
  #scheduled = false;
  /** @param onFailure told when a change outside of requests could not be written; it is tried again with the next one. */
  constructor(store, onFailure) {
    this.#store = store;
    this.#onFailure = onFailure;
    store.onClose(() => this.commit());
  }
  /**
   * What an earlier process left.
   *
   * @param settings win over those that it left.
   */
  load(settings2) {
    const { sessions: sessions2, expired } = this.#store.load();
    return {
      seed: sessions2.find(({ name: name2 }) => name2 === DEFAULT)?.head.seed,
      sessions: sessions2.map((saved) => {
        const head = { ...saved.head, settings: { ...saved.head.settings, ...settings2 } };
        return { ...saved, head };
      }),
      expired
    };
  }
  /** Follows a session from now on. `saved`: what the store has of it; without, all of it is new. */
  keep(session, start2, saved) {
    const log = new ChangeLog(() => this.#noteChange(session.name));
    const kept = {
      session,
      start: start2,
      log,
      end: session.record(log, saved !== void 0),
      version: saved?.version ?? 0,
      head: JSON.stringify(saved?.head)
    };
    this.#kept.set(session.name, kept);
    this.#noteChange(session.name);
  }
  /** Ends a session for good, and forgets its name unless that has `expired`. */
  drop(name2, expired) {
    const kept = this.#kept.get(name2);
    kept?.end();
    this.#kept.delete(name2);
    if (kept) this.#changed.delete(kept);
    this.#dropped.set(name2, expired);
    this.#schedule();
  }
  /**
   * Writes everything that is not written yet, and looks at `session` whether or not it told of a change.
   * @throws whatever the store does; nothing is lost then, and the next call tries again.
   */
  commit(session) {
    const current = session && this.#kept.get(session.name);
    if (current && current.session === session) this.#changed.add(current);
    for (const [name2, expired] of this.#dropped) {
      this.#store.drop(name2, expired);
      this.#dropped.delete(name2);
    }
    const failures = [];
    for (const kept of this.#changed) {
      try {
        this.#write(kept);
        this.#changed.delete(kept);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
  #write(kept) {
    const { session, log } = kept;
    const tables = log.pending();
    const head = headOf(kept);
    const text2 = JSON.stringify(head);
    if (tables.length === 0 && text2 === kept.head) return;
    kept.version = this.#store.commit(session.name, kept.version, { head, tables });
    kept.head = text2;
    log.settle();
  }
  #noteChange(name2) {
    const kept = this.#kept.get(name2);
    if (!kept) return;
    this.#changed.add(kept);
    this.#schedule();
  }
  /** A microtask: what one piece of code changes goes together, and is written before anything else happens. */
  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      try {
        this.commit();
      } catch (error) {
        this.#onFailure(error);
      }
    });
  }
};
function headOf({ session, start: start2 }) {
  return {
    seed: session.seed,
    start: start2,
    settings: session.settings,
    ids: session.ids.state(),
    clockOffset: session.clockOffset,
    requests: session.journal.count
  };
}
function resume(session, { head, tables }) {
  const own = /* @__PURE__ */ new Map();
  const resources = /* @__PURE__ */ new Map();
  let entries = [];
  for (const { account: account2, table, rows } of tables) {
    if (account2 === null && table === "journal") entries = rows.map(([, entry]) => entry);
    else if (account2 === null) own.set(table, new Map(rows));
    else {
      const ofAccount = resources.get(account2) ?? /* @__PURE__ */ new Map();
      resources.set(account2, ofAccount.set(table, new Map(rows)));
    }
  }
  const snapshot = { own, resources, settings: head.settings, ids: head.ids };
  session.resume(snapshot, head.clockOffset, { entries, count: head.requests });
}

// src/core/account-tables.ts
var AccountTables = class {
  /** By account, then by the table's name. */
  #tables = /* @__PURE__ */ new Map();
  #log;
  /** The table of one account; an empty one when first asked for. */
  table(accountId, definition) {
    let tables = this.#tables.get(accountId);
    if (!tables) this.#tables.set(accountId, tables = /* @__PURE__ */ new Map());
    let table = tables.get(definition.name);
    if (!table) {
      table = new Table();
      tables.set(definition.name, table);
      this.#log?.follow(accountId, definition.name, table, false);
    }
    return table.declare(definition.indexes);
  }
  row(accountId, table, id2) {
    return this.#tables.get(accountId)?.get(table)?.get(id2);
  }
  rows(accountId, table) {
    return this.#tables.get(accountId)?.get(table)?.values() ?? [];
  }
  snapshot() {
    return new Map([...this.#tables].map(([accountId, tables]) => [accountId, rowsOf(tables)]));
  }
  /** Puts every table back, and gives up those of accounts that the snapshot does not have. */
  restore(snapshot) {
    for (const [accountId, tables] of this.#tables) {
      if (snapshot.has(accountId)) continue;
      for (const table of tables.values()) {
        table.restore(/* @__PURE__ */ new Map());
        this.#log?.unfollow(table);
      }
      this.#tables.delete(accountId);
    }
    for (const [accountId, saved] of snapshot) {
      for (const name2 of /* @__PURE__ */ new Set([...saved.keys(), ...this.#tables.get(accountId)?.keys() ?? []]))
        this.table(accountId, defineTable(name2)).restore(saved.get(name2) ?? /* @__PURE__ */ new Map());
    }
  }
  /** Lets `log` follow every table, those that come later too; `undefined`: none. */
  record(log, known) {
    this.#log = log;
    for (const [accountId, tables] of this.#tables) {
      for (const [name2, table] of tables) log?.follow(accountId, name2, table, known);
    }
  }
};
function rowsOf(tables) {
  return new Map([...tables].map(([name2, table]) => [name2, table.snapshot()]));
}

// src/core/tasks.ts
var Tasks = class extends Table {
  #heap;
  #planned = 0;
  insert(task) {
    const inserted = super.insert(task);
    if (this.#heap) push(this.#heap, { task: inserted, order: this.#planned++ });
    return inserted;
  }
  update(id2, changes) {
    const task = super.update(id2, changes);
    if (this.#heap) push(this.#heap, { task, order: this.#planned++ });
    return task;
  }
  restore(rows) {
    super.restore(rows);
    this.#heap = void 0;
  }
  /** The task that is due first, at or before `until`. */
  next(until) {
    const heap = this.#heap ??= this.#built();
    while (heap[0] && this.get(heap[0].task.id) !== heap[0].task) pop(heap);
    const first = heap[0]?.task;
    return first && first.at <= until ? first : void 0;
  }
  #built() {
    const heap = [];
    for (const task of this.values()) push(heap, { task, order: this.#planned++ });
    return heap;
  }
};
function isBefore(one, other) {
  return one.task.at < other.task.at || one.task.at === other.task.at && one.order < other.order;
}
function push(heap, entry) {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const above = index - 1 >> 1;
    const parent = heap[above];
    if (!parent || !isBefore(entry, parent)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = entry;
}
function pop(heap) {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let index = 0;
  for (; ; ) {
    const left = 2 * index + 1;
    const right2 = left + 1;
    const [leftChild, rightChild] = [heap[left], heap[right2]];
    const child = rightChild && leftChild && isBefore(rightChild, leftChild) ? right2 : left;
    const smaller = heap[child];
    if (!smaller || !isBefore(smaller, last)) break;
    heap[index] = smaller;
    index = child;
  }
  heap[index] = last;
}
var REMEMBERED = 1e3;
var LONG3 = 512;
function createFingerprint(key2) {
  const encoder2 = new TextEncoder();
  const keyed = hmac_js.hmac.create(sha2_js.sha256, key2);
  const scratch = keyed.clone();
  const known = /* @__PURE__ */ new Map();
  return (secret2) => {
    const remembered = known.get(secret2);
    if (remembered !== void 0) return remembered;
    const digest = utils_js.bytesToHex(keyed._cloneInto(scratch).update(encoder2.encode(secret2)).digest());
    if (known.size >= REMEMBERED) known.clear();
    if (secret2.length <= LONG3) known.set(secret2, digest);
    return digest;
  };
}
function sameFingerprint(one, other) {
  let difference = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}

// src/core/vault.ts
var BCRYPT_COST = 4;
var BCRYPT_MAX_BYTES = 72;
var NONCE_BYTES = 12;
var REMEMBERED2 = 1e4;
var NOBODYS_HASH = "$2b$04$btIvkm9irmP7RtqHrwPmS.ZKF5EiwdotJAvkrP7FOOMq2qkxxTume";
function startOf(secret2) {
  return secret2.slice(0, Math.min(12, secret2.length >> 1));
}
function createVault(kept) {
  const key2 = kept ?? utils_js.randomBytes(32);
  const encoder2 = new TextEncoder();
  const decoder = new TextDecoder();
  const fingerprint = createFingerprint(key2);
  const nobodysPrint = fingerprint("");
  const sealedHere = /* @__PURE__ */ new WeakMap();
  const known = /* @__PURE__ */ new Map();
  const remember3 = (print, hash2, matches2) => {
    if (known.size >= REMEMBERED2) known.clear();
    known.set(`${print} ${hash2}`, matches2);
    return matches2;
  };
  function bcryptMatches(hash2, secret2, print) {
    const remembered = known.get(`${print} ${hash2}`);
    if (remembered !== void 0) return remembered;
    return remember3(print, hash2, encoder2.encode(secret2).length <= BCRYPT_MAX_BYTES && bcryptjs.compareSync(secret2, hash2));
  }
  function open(sealed) {
    if (sealed.kind === "bcrypt") return void 0;
    const bytes2 = utils_js.hexToBytes(sealed.box);
    const nonce = bytes2.subarray(0, NONCE_BYTES);
    return decoder.decode(aes_js.gcm(key2, nonce).decrypt(bytes2.subarray(NONCE_BYTES)));
  }
  function hashed(secret2) {
    if (encoder2.encode(secret2).length > BCRYPT_MAX_BYTES) {
      throw new RangeError(`A secret kept with bcrypt has at most ${BCRYPT_MAX_BYTES} bytes. Choose a shorter one.`);
    }
    const hash2 = once(() => bcryptjs.hashSync(secret2, BCRYPT_COST));
    return {
      kind: "bcrypt",
      start: startOf(secret2),
      get hash() {
        return hash2();
      }
    };
  }
  function encrypted(secret2) {
    const box = once(() => {
      const nonce = utils_js.randomBytes(NONCE_BYTES);
      return utils_js.bytesToHex(nonce) + utils_js.bytesToHex(aes_js.gcm(key2, nonce).encrypt(encoder2.encode(secret2)));
    });
    return {
      kind: "aes-256-gcm",
      start: startOf(secret2),
      get box() {
        return box();
      },
      fingerprint: fingerprint(secret2)
    };
  }
  return {
    fingerprint,
    open,
    seal(secret2, storage, published = false) {
      const whenAsked = storage === "bcrypt" ? hashed(secret2) : encrypted(secret2);
      const sealed = published ? whenAsked : { ...whenAsked };
      if (sealed.kind === "bcrypt") sealedHere.set(sealed, fingerprint(secret2));
      return sealed;
    },
    matches(sealed, secret2, print = fingerprint(secret2)) {
      const own = sealed.kind === "bcrypt" ? sealedHere.get(sealed) : sealed.fingerprint;
      if (own !== void 0) return sameFingerprint(own, print);
      return sealed.kind === "bcrypt" && bcryptMatches(sealed.hash, secret2, print);
    },
    compareInVain(secret2, print, compared) {
      if (compared.length === 0) sameFingerprint(nobodysPrint, print);
      if (kept && compared.every((sealed) => sealedHere.has(sealed))) bcryptMatches(NOBODYS_HASH, secret2, print);
    }
  };
}
function once(make) {
  let made;
  return () => (made ??= { value: make() }).value;
}

// src/core/session.ts
var Session = class {
  accounts = new Table({ platform: (account2) => account2.platform });
  keys = new Table({
    account: (key2) => key2.accountId,
    fingerprint: (key2) => key2.sealed.kind === "bcrypt" ? void 0 : key2.sealed.fingerprint,
    hashedStart: (key2) => key2.sealed.kind === "bcrypt" ? key2.sealed.start : void 0,
    start: (key2) => key2.sealed.start
  });
  users = new Table({ account: (user2) => user2.accountId ?? void 0 });
  faults = new Table();
  tasks = new Tasks();
  meters = new Table();
  journal = createJournal();
  #uses = new Table();
  /** By the names under which they are saved: a table that is not here is in no snapshot and in no store. */
  #own = new Map(
    Object.entries({
      accounts: this.accounts,
      keys: this.keys,
      users: this.users,
      uses: this.#uses,
      meters: this.meters,
      faults: this.faults,
      tasks: this.tasks
    })
  );
  #initial;
  /** How far the clock was moved by then. */
  #initialOffset = 0;
  #log;
  #settings;
  #resources = new AccountTables();
  name;
  /** Ids and generated secrets follow from it. */
  seed;
  /** Its `advance` also runs what falls due on the way. */
  clock;
  ids;
  vault;
  #clock;
  #run;
  constructor(parts2) {
    this.name = parts2.name;
    this.seed = parts2.seed;
    this.#clock = parts2.clock;
    this.clock = {
      ...parts2.clock,
      advance: (by) => this.#advance(parts2.clock, milliseconds(by)),
      set: (instant3) => {
        parts2.clock.set(instant3);
        this.#log?.touch();
      },
      reset: () => {
        parts2.clock.reset();
        if (this.#initialOffset !== 0) parts2.clock.moveTo(this.#initialOffset);
        this.#log?.touch();
      }
    };
    this.#run = parts2.run ?? (() => void 0);
    this.ids = createIds(parts2.seed, parts2.stream);
    this.vault = parts2.vault;
    this.#settings = parts2.settings;
  }
  get settings() {
    return this.#settings;
  }
  set settings(settings2) {
    this.#settings = settings2;
    this.#log?.touch();
  }
  /** A platform's table of one account: no behaviour can reach another account's rows through it. */
  table(accountId, definition) {
    return this.#resources.table(accountId, definition);
  }
  /** A row by the name of its table, for references that the document makes. */
  rowOf(accountId, table, id2) {
    return this.#resources.row(accountId, table, id2);
  }
  /** All rows of an account's table by its name; none where the platform keeps no such table. */
  rowsOf(accountId, table) {
    return this.#resources.rows(accountId, table);
  }
  /**
   * The key with this secret, whatever its status.
   * @param print the secret's fingerprint, from who has it already
   */
  findKey(secret2, print = this.vault.fingerprint(secret2)) {
    const sealed = this.keys.first("fingerprint", print);
    if (sealed && this.vault.matches(sealed.sealed, secret2, print)) return sealed;
    const isIt = (key2) => this.vault.matches(key2.sealed, secret2, print);
    const alike = this.keys.find("hashedStart", startOf(secret2));
    const hashed = alike.find(isIt);
    if (!hashed) {
      const compared = alike.map((key2) => key2.sealed);
      this.vault.compareInVain(secret2, print, compared);
    }
    return hashed;
  }
  /** Whether a word is the secret of a key, or begins like one of which only the hash is kept. */
  isSecret = (word) => {
    const start2 = startOf(word);
    if (!this.keys.has("start", start2)) return false;
    const alike = this.keys.find("start", start2);
    return alike.some(({ sealed }) => sealed.kind === "bcrypt" || sealed.fingerprint === this.vault.fingerprint(word));
  };
  keysOf(accountId) {
    return this.keys.find("account", accountId);
  }
  useOf(keyId) {
    return this.#uses.get(keyId) ?? { id: keyId, lastUsedAt: null, requests: 0 };
  }
  countUse(keyId, now) {
    this.#uses.put({ id: keyId, lastUsedAt: now, requests: this.useOf(keyId).requests + 1 });
  }
  snapshot() {
    const resources = this.#resources.snapshot();
    return { own: rowsOf(this.#own), resources, settings: this.settings, ids: this.ids.state() };
  }
  /** From now on {@link reset} comes back to this moment. */
  markInitial() {
    this.#initial = this.snapshot();
    this.#initialOffset = this.#clock.offset();
  }
  /** Starts as another session started, with ids of its own, and these settings. */
  startAs(other, own = {}) {
    if (!other.#initial) throw new Error(`The session ${other.name} has no initial state yet.`);
    this.restore({ ...other.#initial, ids: this.ids.state(), settings: { ...other.#initial.settings, ...own } });
    this.#clock.moveTo(other.#initialOffset);
    this.markInitial();
  }
  /** Plans a task; it runs when the clock gets there. */
  plan(task) {
    return this.tasks.insert({ ...task, id: this.ids.id("task") });
  }
  /** Runs what has fallen due by itself, because real time went by. */
  runDueTasks() {
    if (this.tasks.size === 0) return;
    for (let task = this.tasks.next(this.clock.now()); task; task = this.tasks.next(this.clock.now())) {
      this.tasks.delete(task.id);
      this.#run(this, task);
    }
  }
  /** Goes from task to task, so that each sees its own moment on the clock. */
  #advance(clock2, by) {
    const target = clock2.now() + by;
    for (let task = this.tasks.next(target); task; task = this.tasks.next(target)) {
      this.tasks.delete(task.id);
      if (task.at > clock2.now()) clock2.advance(task.at - clock2.now());
      this.#run(this, task);
    }
    this.#log?.touch();
    return clock2.advance(Math.max(0, target - clock2.now()));
  }
  /** As new: state, limits, ids, journal and clock. */
  reset() {
    if (this.#initial) this.restore(this.#initial);
    this.journal.clear();
    this.clock.reset();
  }
  /** Puts the session back to a snapshot. The journal and the clock stay as they are. */
  restore(snapshot) {
    for (const [name2, table] of this.#own) table.restore(snapshot.own.get(name2) ?? /* @__PURE__ */ new Map());
    this.settings = snapshot.settings;
    this.ids.restore(snapshot.ids);
    this.journal.expectRepeats();
    this.#resources.restore(snapshot.resources);
  }
  /** Milliseconds that the clock was moved forward. */
  get clockOffset() {
    return this.#clock.offset();
  }
  /** Goes on where a session of an earlier process was. */
  resume(snapshot, clockOffset, requests2) {
    this.restore(snapshot);
    this.#clock.moveTo(clockOffset);
    this.journal.restore(requests2.entries, requests2.count);
  }
  /** Lets `log` follow everything that is to be kept, `known` if it is kept already. @returns how to end it. */
  record(log, known) {
    this.#log = log;
    for (const [name2, table] of this.#own) log.follow(null, name2, table, known);
    this.#resources.record(log, known);
    log.follow(null, "journal", this.journal, known);
    return () => {
      this.#log = void 0;
      this.#resources.record(void 0, known);
      log.end();
    };
  }
};

// src/core/sessions.ts
var NAME = /^[A-Za-z0-9][\w.-]{0,99}$/;
var REMEMBERED_NAMES = 1e4;
var Sessions = class {
  default;
  limits;
  /** For answers that belong to no session, so that none of them moves the ids of one. */
  ids = createIds(1582633173);
  #make;
  #now;
  #keeper;
  /** The longest unused one first. */
  #kept = /* @__PURE__ */ new Map();
  /** Names whose session went idle: using one again must not quietly start from nothing. */
  #expired = /* @__PURE__ */ new Set();
  /**
   * `now`: real time; sessions have clocks of their own, and idleness is not on them. `keeper`: follows every session,
   * and `saved` is what it has from an earlier process.
   */
  constructor(parts2) {
    this.#make = parts2.make;
    this.#now = parts2.now;
    this.limits = parts2.limits;
    this.#keeper = parts2.keeper;
    const { sessions: sessions2 = [], expired = [] } = parts2.saved ?? {};
    const saved = sessions2.find(({ name: name2 }) => name2 === DEFAULT);
    this.default = this.#begin(DEFAULT, {}, saved);
    for (const other of sessions2) {
      if (other !== saved)
        this.#kept.set(other.name, { session: this.#begin(other.name, other.head.start, other), usedAt: this.#now() });
    }
    for (const name2 of expired) this.#expired.add(name2);
  }
  /** How many there are besides the default one. */
  get count() {
    return this.#kept.size;
  }
  /** The session of this name; a new one when there is none. */
  open(name2, start2 = {}) {
    if (name2 === this.default.name) return { ok: true, session: this.default };
    if (!NAME.test(name2)) return { ok: false, problem: "session_name_invalid" };
    this.#dropIdle();
    const kept = this.#kept.get(name2);
    if (kept) return { ok: true, session: this.#used(name2, kept) };
    if (this.#expired.has(name2)) return { ok: false, problem: "session_expired" };
    if (this.#kept.size >= this.limits.count) return { ok: false, problem: "session_limit_reached" };
    const session = this.#begin(name2, start2);
    this.#kept.set(name2, { session, usedAt: this.#now() });
    return { ok: true, session };
  }
  /** As {@link open}, and a session that went idle starts anew. `start` is for a new one only. */
  create(name2, start2 = {}) {
    this.#dropIdle();
    this.#expired.delete(name2);
    return this.open(name2, start2);
  }
  has(name2) {
    this.#dropIdle();
    return name2 === this.default.name || this.#kept.has(name2);
  }
  /** Says that a session is in use by somebody who holds it and need not open it. */
  touch(session) {
    const kept = this.#kept.get(session.name);
    if (kept?.session === session) this.#used(session.name, kept);
  }
  /** What waits in it goes on at once. The default session cannot be dropped, only reset. @returns whether there was one. */
  drop(name2) {
    if (this.#expired.delete(name2) || this.#kept.has(name2)) this.#keeper?.drop(name2, false);
    this.#kept.get(name2)?.session.reset();
    return this.#kept.delete(name2);
  }
  /** The default one, then the others by name. */
  list() {
    this.#dropIdle();
    const named = [...this.#kept.values()].map(({ session }) => session);
    return [this.default, ...named.sort((one, other) => one.name < other.name ? -1 : 1)];
  }
  /**
   * The session that has a credential; the default one before others, since every session has the zero-setup keys.
   * A secret that somebody chose may be in several, and then nobody can tell which one is meant.
   */
  owning(has3) {
    this.#dropIdle();
    if (has3(this.default)) return { ok: true, session: this.default };
    const owners = [...this.#kept.entries()].filter(([, { session }]) => has3(session));
    const [owner, ...others] = owners;
    if (others.length > 0) return { ok: false, problem: "session_ambiguous" };
    return owner && { ok: true, session: this.#used(...owner) };
  }
  /** Makes a session, or takes up one that was saved. */
  #begin(name2, start2, saved) {
    const session = this.#make(name2, start2);
    if (saved) resume(session, saved);
    this.#keeper?.keep(session, start2, saved);
    return session;
  }
  #used(name2, kept) {
    kept.usedAt = this.#now();
    this.#kept.delete(name2);
    this.#kept.set(name2, kept);
    return kept.session;
  }
  #dropIdle() {
    const limit = this.#now() - this.limits.idle;
    for (const [name2, { session, usedAt }] of this.#kept) {
      if (usedAt > limit) return;
      this.#keeper?.drop(name2, true);
      session.reset();
      this.#kept.delete(name2);
      if (this.#expired.size >= REMEMBERED_NAMES) this.#expired.clear();
      this.#expired.add(name2);
    }
  }
};
function createValidators(schemas$1) {
  const compiled = /* @__PURE__ */ new WeakMap();
  function zodFor(schema) {
    let type = compiled.get(schema);
    if (!type) {
      type = z5__namespace.compile(z5__namespace.fromJSONSchema(schemas.standalone(schema, schemas$1.$defs)));
      compiled.set(schema, type);
    }
    return type;
  }
  function issuesOf2(schema, place, value) {
    if (!schema) return [];
    if (Array.isArray(value) && value.length > MOST_EXPLAINED && schema["items"]) {
      const issues2 = issuesOfItems(schema["items"], place, value);
      if (issues2.length > 0) return issues2;
    }
    const result = zodFor(schema).safeParse(value, REPORT_INPUT);
    if (result.success) return [];
    const issues = result.error.issues.flatMap((issue3) => toIssues(issue3, place, []));
    return issues.length > 0 ? issues : [{ in: place, path: [], rule: "other", message: "is not valid" }];
  }
  function issuesOfItems(schema, place, items) {
    let explained = 0;
    return items.flatMap((item, index) => {
      if (z5__namespace.validate(zodFor(schema), item)) return [];
      if (++explained > MOST_EXPLAINED) return [{ in: place, path: [index], rule: "other", message: "is not valid" }];
      return issuesOf2(schema, place, item).map((issue3) => ({ ...issue3, path: [index, ...issue3.path] }));
    });
  }
  return {
    parameterSchema: (operationId, place) => schemas$1.operations[operationId]?.parameters[place],
    check(operationId, place, value) {
      const operation = schemas$1.operations[operationId];
      if (place === "body") return issuesOf2(operation?.request, place, value);
      const schema = operation?.parameters[place];
      return declaresNothing(schema) ? [] : issuesOf2(schema, place, value);
    },
    checkResponse: (operationId, status2, body) => issuesOf2(schemas$1.operations[operationId]?.responses[String(status2)], "body", body)
  };
}
var REPORT_INPUT = { reportInput: true };
var MOST_EXPLAINED = 100;
function declaresNothing(schema) {
  for (const _ in schema?.properties) return false;
  return true;
}
function toIssues(issue3, place, base) {
  const path = [...base, ...issue3.path.map((part) => typeof part === "symbol" ? String(part) : part)];
  const said = (rule, message, more = {}) => [
    { in: place, path, rule, message, ...more }
  ];
  switch (issue3.code) {
    case "invalid_type":
      if (issue3.input === void 0) return said("missing", "is required", { expected: issue3.expected });
      return said("type", `must be of type ${issue3.expected}`, { expected: issue3.expected });
    case "invalid_value":
      if (issue3.input === void 0) return said("missing", "is required", { options: issue3.values });
      return said("enum", `must be one of: ${issue3.values.map(String).join(", ")}`, { options: issue3.values });
    case "invalid_format":
      if (issue3.format === "regex") return said("pattern", "does not have the expected form");
      return said("format", `must be a valid ${issue3.format}`, { expected: issue3.format });
    case "too_small":
      return said(sizeRule(issue3.origin, "min"), `must have at least ${issue3.minimum}`, { limit: Number(issue3.minimum) });
    case "too_big":
      return said(sizeRule(issue3.origin, "max"), `must have at most ${issue3.maximum}`, { limit: Number(issue3.maximum) });
    case "unrecognized_keys":
      return issue3.keys.map((key2) => ({ in: place, path: [...path, key2], rule: "unknown_property", message: "is not known" }));
    case "invalid_union":
      return (wrongKind(issue3.errors) ?? bestBranch(issue3.errors)).flatMap((inner) => toIssues(inner, place, path));
    default:
      return said("other", "is not valid");
  }
}
function sizeRule(origin, end) {
  if (origin === "string") return `${end}_length`;
  if (origin === "array" || origin === "set") return `${end}_items`;
  return end === "min" ? "minimum" : "maximum";
}
function wrongKind(branches) {
  const told2 = branches.map((branch) => branch.find((issue3) => issue3.code === "invalid_value" && issue3.path.length === 1));
  const [first] = told2;
  if (first?.code !== "invalid_value" || branches.length < 2) return void 0;
  const values = told2.flatMap(
    (issue3) => issue3?.code === "invalid_value" && issue3.path[0] === first.path[0] ? [issue3.values] : []
  );
  return values.length === branches.length ? [{ ...first, values: [...new Set(values.flat())] }] : void 0;
}
function bestBranch(branches) {
  const cost = (branch) => branch.reduce((sum, issue3) => sum + (issue3.code === "invalid_value" && issue3.path.length === 1 ? 1e3 : 1), 0);
  return [...branches].sort((a, b) => cost(a) - cost(b))[0] ?? [];
}

// src/prism/contract-view.ts
function contractOver(check, sessions2) {
  const on = () => {
    if (check) return check;
    throw new Error("This mock checks no contract. Make it with createMock({ contract: true }), or start it with --contract.");
  };
  const entries = () => sessions2().flatMap(({ name: name2, journal }) => journal.list().map((entry) => ({ ...entry, session: name2 })));
  return {
    get side() {
      return on().side;
    },
    get found() {
      return on().found;
    },
    get checked() {
      on();
      return entries().filter(({ violations }) => violations !== void 0).length;
    },
    get violations() {
      on();
      return entries().flatMap(
        ({ violations = [], requestId, session, operationId, method, path, status: status2 }) => violations.map((violation) => ({
          ...violation,
          requestId,
          session,
          operationId: operationId ?? "",
          method,
          path,
          status: status2
        }))
      );
    }
  };
}

// src/own-document/set-up.ts
init_load();

// src/own-document/adopt.ts
init_follow();

// src/own-document/check.ts
init_follow();
var OwnDocumentError = class extends Error {
  name = "OwnDocumentError";
};
function assertOpenApi(value) {
  if (!isRecord(value)) throw new OwnDocumentError(`An OpenAPI document is an object, and this is ${nameOf(value)}.`);
  const { openapi, swagger, paths } = value;
  if (swagger !== void 0) {
    throw new OwnDocumentError(
      `This is a Swagger ${JSON.stringify(swagger)} document. Convert it to OpenAPI 3 first, for example with swagger2openapi.`
    );
  }
  if (openapi === void 0) {
    const keys2 = Object.keys(value).slice(0, 4).join(", ");
    throw new OwnDocumentError(`This is no OpenAPI document: it has no line "openapi"${keys2 ? `; it begins with ${keys2}` : ""}.`);
  }
  if (typeof openapi !== "string" || !/^3\.[0-2](\.|$)/.test(openapi)) {
    throw new OwnDocumentError(
      `This document says openapi: ${JSON.stringify(openapi)}. The mock takes 3.0 and 3.1 (as text: "3.1.0").`
    );
  }
  if (!isRecord(paths) || Object.keys(paths).length === 0) {
    throw new OwnDocumentError("This document has no paths, so there is nothing that the mock could answer.");
  }
}
function nameOf(value) {
  if (Array.isArray(value)) return "a list";
  return value === null || value === void 0 ? "empty" : `a ${typeof value}`;
}

// src/own-document/console.ts
init_follow();
var CONSOLE_PREFIX = "/__console";
var CONTROL_PREFIX = "/__mock";
var PLATFORMS = ["console", "control"];
function takeOwnParts(ours, clashes) {
  const platforms = Object.fromEntries(Object.entries(ours["x-platforms"]).filter(([id2]) => PLATFORMS.includes(id2)));
  const tags = Object.values(platforms).map(({ tag }) => tag);
  const items = Object.entries(ours.paths).filter(([, item]) => tags.includes(tagOf(item)));
  const rename = (kind, name2) => clashes(kind, name2) ? `Chaveiro${name2}` : name2;
  const components = {};
  function renamed(node) {
    if (Array.isArray(node)) return node.map(renamed);
    if (!isRecord(node)) return node;
    const [, section, kind, name2] = localPointer(node)?.split("/") ?? [];
    if (section === "components" && kind !== void 0 && name2 !== void 0) {
      bring(kind, name2);
      return { ...node, $ref: `#/components/${kind}/${rename(kind, name2)}` };
    }
    return Object.fromEntries(
      Object.entries(node).map(([key2, value]) => [key2, key2 === "security" ? security(value) : renamed(value)])
    );
  }
  function bring(kind, name2) {
    const target = components[kind] ??= {};
    if (Object.hasOwn(target, rename(kind, name2))) return;
    target[rename(kind, name2)] = {};
    target[rename(kind, name2)] = renamed(policy.atPointer(ours, `/components/${kind}/${name2}`));
  }
  function security(value) {
    return value.map(
      (alternative) => Object.fromEntries(
        Object.entries(alternative).map(([name2, scopes]) => {
          bring("securitySchemes", name2);
          return [rename("securitySchemes", name2), scopes];
        })
      )
    );
  }
  const paths = items.map(([path, item]) => {
    const prefix = tagOf(item) === platforms["console"]?.tag ? CONSOLE_PREFIX : "";
    return [prefix + path, renamed(item)];
  });
  const adoptedPlatforms = Object.entries(platforms).map(([id2, platform2]) => {
    const failures = Object.entries(platform2.requestFailures).map(([kind, failure]) => {
      bring("responses", failure.response);
      return [kind, { ...failure, response: rename("responses", failure.response) }];
    });
    return [id2, { ...platform2, requestFailures: Object.fromEntries(failures) }];
  });
  return {
    paths: Object.fromEntries(paths),
    components,
    platforms: Object.fromEntries(adoptedPlatforms),
    operationIds: new Set(items.flatMap(([, item]) => operationIdsOf(item)))
  };
}
function operationIdsOf(item) {
  return Object.values(item).flatMap(
    (value) => isRecord(value) && typeof value["operationId"] === "string" ? [value["operationId"]] : []
  );
}
function tagOf(item) {
  for (const value of Object.values(item)) {
    const tags = isRecord(value) ? value["tags"] : void 0;
    if (Array.isArray(tags)) return String(tags[0]);
  }
  return "";
}

// src/own-document/failures.ts
init_follow();

// src/own-document/shown-bodies.ts
init_follow();
init_sample_body();
function shownBody(document2, response, likely, words, wanted) {
  const [mediaType, media] = preferredContent(document2, response) ?? [];
  if (mediaType === void 0 || media === void 0) return void 0;
  const candidates = examplesOf2(document2, media);
  const chosen = candidates.find(({ name: name2 }) => name2 === wanted) ?? candidates.find(({ name: name2, summary }) => likely.test(`${name2} ${summary}`)) ?? candidates.find(({ value }) => likely.test(textOf2(value))) ?? candidates[0];
  if (chosen) return { mediaType, value: parsedIfJson(mediaType, chosen.value), documented: true };
  const guess = sampledOnce(document2, media["schema"], words);
  return isRecord(guess) || Array.isArray(guess) ? { mediaType, value: guess, documented: false } : void 0;
}
var sampled = /* @__PURE__ */ new WeakMap();
function sampledOnce(document2, schema, words) {
  const reference = isRecord(schema) ? schema["$ref"] : void 0;
  if (typeof reference !== "string") return sampleBody(document2, schema, words);
  const known = sampled.get(document2) ?? /* @__PURE__ */ new Map();
  sampled.set(document2, known);
  const key2 = `${reference} ${words.code} ${words.status}`;
  if (!known.has(key2)) known.set(key2, sampleBody(document2, schema, words));
  return known.get(key2);
}
function preferredContent(document2, response) {
  const types = Object.entries(isRecord(response["content"]) ? response["content"] : {});
  const [type, media] = types.find(([name2]) => /[/+]json\b/i.test(name2)) ?? types[0] ?? [];
  const found = followRecord(document2, media);
  return type !== void 0 && found && !type.includes("*") ? [type, found] : void 0;
}
function examplesOf2(document2, media) {
  const named = Object.entries(isRecord(media["examples"]) ? media["examples"] : {}).flatMap(([name2, example]) => {
    const found = followRecord(document2, example);
    return found && "value" in found ? [{ name: name2, summary: textOf2(found["summary"]), value: found["value"] }] : [];
  });
  const single = [media["example"], followRecord(document2, media["schema"])?.["example"]].filter((value) => value !== void 0);
  return [...named, ...single.map((value) => ({ name: "", summary: "", value }))];
}
function parsedIfJson(mediaType, value) {
  if (typeof value !== "string" || !/[/+]json\b/i.test(mediaType)) return value;
  try {
    const parsed2 = JSON.parse(value);
    return typeof parsed2 === "object" ? parsed2 : value;
  } catch {
    return value;
  }
}
function textOf2(value) {
  return typeof value === "string" ? value : JSON.stringify(value) ?? "";
}

// src/own-document/states.ts
var stateWords = {
  missing_key: {
    status: 401,
    title: "Unauthorized",
    detail: "The request brings no credential.",
    likely: /missing|required|absent|not.?provided|unauthenticated|no.?(api.?)?(key|token|auth)/i
  },
  unknown_key: {
    status: 401,
    title: "Unauthorized",
    detail: "The credential is not valid.",
    likely: /invalid|unknown|incorrect|wrong|bad.?credential|not.?found/i
  },
  deleted_key: {
    status: 401,
    title: "Unauthorized",
    detail: "The credential is no longer valid.",
    likely: /delet|revok|invalid/i
  },
  disabled_key: {
    status: 401,
    title: "Unauthorized",
    detail: "The credential is disabled.",
    likely: /disabl|inactiv|suspend|deactivat/i
  },
  expired_key: { status: 401, title: "Unauthorized", detail: "The credential has expired.", likely: /expir/i },
  plan_not_allowed: {
    status: 403,
    title: "Forbidden",
    detail: "The plan of this account does not include this.",
    likely: /plan|upgrade|payment|subscri|billing/i
  },
  wrong_product: {
    status: 403,
    title: "Forbidden",
    detail: "The account is of another product.",
    likely: /product/i
  },
  wrong_endpoint: {
    status: 403,
    title: "Forbidden",
    detail: "This kind of credential does not open this operation.",
    likely: /wrong|type|kind/i
  },
  scope_missing: {
    status: 403,
    title: "Forbidden",
    detail: "The credential lacks a scope that this operation needs.",
    likely: /scope|permission|insufficient|privilege/i
  },
  rate_limited: {
    status: 429,
    title: "Too Many Requests",
    detail: "Too many requests; try again later.",
    likely: /rate|limit|too.?many|quota|throttl/i
  },
  rate_limited_lead: {
    status: 429,
    title: "Too Many Requests",
    detail: "Too many requests about this subject; try again later.",
    likely: /rate|limit|too.?many|quota|throttl/i
  },
  instance_not_allowed: {
    status: 403,
    title: "Forbidden",
    detail: "The credential is locked to another instance.",
    likely: /instance|resource|allowed/i
  }
};
function statesOf2(policy, schemeCount) {
  const { actions, plans, products, scopes, lockTo, rateLimits, expires } = policy;
  const possible = [
    ["missing_key", true],
    ["unknown_key", true],
    ["deleted_key", actions.delete],
    ["disabled_key", actions.disable || plans.onLosingAccess === "disable"],
    ["expired_key", expires !== "never"],
    ["plan_not_allowed", plans.withApiAccess.length < plans.all.length],
    ["wrong_product", products !== null],
    ["wrong_endpoint", schemeCount > 1],
    ["scope_missing", scopes.length > 0],
    // An account can be set to have used up limits that nobody has written down.
    ["rate_limited", true],
    ["rate_limited_lead", rateLimits.some(({ per }) => per === "lead")],
    ["instance_not_allowed", lockTo !== null]
  ];
  return possible.filter(([, can]) => can).map(([state2]) => state2);
}

// src/own-document/failures.ts
function createFailures({ document: document2, operations, own, source, challenge }) {
  const firstWith = (status2) => operations.find((each) => String(status2) in each)?.[String(status2)];
  const common = new Map([401, 403, 429].map((status2) => [status2, firstWith(status2)]));
  const made = /* @__PURE__ */ new Map();
  const none = {};
  function statusOf(state2) {
    const usual = stateWords[state2].status;
    return own[state2]?.status ?? (usual === 401 && !common.get(401) && common.get(403) ? 403 : usual);
  }
  function described(responses, status2) {
    const own2 = [responses[String(status2)], responses[`${String(status2)[0]}XX`], responses["default"]];
    const candidates = [...own2, common.get(status2)].filter((response) => response !== void 0);
    return candidates.find((response) => Object.keys(response["content"] ?? {}).length > 0) ?? candidates[0];
  }
  function responseFor(response, status2, states) {
    const key2 = response ?? none;
    const known = made.get(key2) ?? /* @__PURE__ */ new Map();
    made.set(key2, known);
    const name2 = `${status2} ${states.join(" ")}`;
    const found = known.get(name2) ?? withExamples(response ?? {}, status2, states);
    known.set(name2, found);
    return found;
  }
  function withExamples(response, status2, states) {
    const content = {};
    for (const [type, media] of Object.entries(response["content"] ?? {})) {
      content[type] = { ...followRecord(document2, media) };
    }
    for (const state2 of states) {
      const { mediaType, value } = bodyFor(response, status2, state2);
      const media = content[mediaType] ??= {};
      const example = { value, "x-fill": { headers: headersFor(status2) } };
      media["examples"] = { ...media["examples"], [state2]: example };
    }
    return { ...response, description: textOr(response["description"], stateWords[states[0] ?? "missing_key"].title), content };
  }
  function bodyFor(response, status2, state2) {
    const { title, detail, likely } = stateWords[state2];
    const wanted = own[state2] ?? {};
    const words = { message: detail, code: state2, status: status2 };
    const shown4 = shownBody(document2, response, likely, words, wanted.example);
    if (wanted.body !== void 0) return { mediaType: shown4?.mediaType ?? "application/json", value: wanted.body };
    if (shown4) return shown4;
    const problem2 = { type: `urn:chaveiro:problem:${state2}`, title, status: status2, detail, code: state2 };
    return { mediaType: "application/problem+json", value: problem2 };
  }
  function headersFor(status2) {
    if (status2 === 429) return { "retry-after": "{remainingSeconds}" };
    return status2 === 401 ? { "www-authenticate": challenge } : {};
  }
  function isDocumented(state2) {
    const { likely, detail } = stateWords[state2];
    const response = common.get(statusOf(state2));
    return response !== void 0 && shownBody(document2, response, likely, { message: detail, code: state2, status: 0 })?.documented === true;
  }
  return {
    of: (states) => Object.fromEntries(
      states.map((state2) => [
        state2,
        {
          status: statusOf(state2),
          example: state2,
          evidence: own[state2]?.evidence ?? (own[state2] || isDocumented(state2) ? "documented" : "inferred"),
          source: own[state2]?.source ?? source
        }
      ])
    ),
    addTo(responses, states) {
      const added = { ...responses };
      for (const status2 of new Set(states.map(statusOf))) {
        const alike = states.filter((state2) => statusOf(state2) === status2);
        added[String(status2)] = responseFor(described(responses, status2), status2, alike);
      }
      return added;
    }
  };
}
function textOr(value, otherwise) {
  return typeof value === "string" ? value : otherwise;
}

// src/own-document/names.ts
var MAX_LENGTH = 24;
var EMPTY_WORDS = /^(the|an?|and|for|of|with|apis?|rest|restful|http|openapi|open|oas|swagger|spec|specification|public|official|reference|v?\d+|docs?|documentation|extensions?)$/;
function platformName(title) {
  const words = dashed(title.replaceAll(/['’]s\b/g, "")).split("-").filter((word) => word !== "" && !EMPTY_WORDS.test(word));
  let name2 = words.shift() ?? "api";
  for (const word of words) {
    if (name2.length + word.length >= MAX_LENGTH) break;
    name2 += `-${word}`;
  }
  return /^[a-z]/.test(name2) ? name2.slice(0, MAX_LENGTH) : `api-${name2}`.slice(0, MAX_LENGTH);
}
function plain(text2) {
  return dashed(text2.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2"));
}
function dashed(text2) {
  return text2.normalize("NFKD").replaceAll(new RegExp("\\p{M}", "gu"), "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
}

// src/own-document/operations.ts
init_follow();
function findOperations({ document: document2, reserved, notice }) {
  const found = [];
  for (const [given, value] of Object.entries(document2.paths)) {
    const item = followRecord(document2, value);
    if (!item || given.startsWith("x-")) continue;
    const path = reachablePath(given);
    if (reserved.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) {
      notice(`${given}: left out, since the mock answers there itself.`);
      continue;
    }
    for (const method of policy.httpMethods) {
      const operation = followRecord(document2, item[method]);
      if (operation) found.push({ path, method, item, operation, responses: responsesOf(document2, operation) });
    }
  }
  return found;
}
function adoptOperations(parts2, operations, failures, statesAt) {
  const { document: document2, security, tag, taken } = parts2;
  const paths = {};
  const ids = new Set(taken);
  for (const { path, method, item, operation, responses } of operations) {
    const ways = security.of(operation);
    const adopted = paths[path] ??= withoutMethods(item);
    if (adopted[method]) continue;
    const states = statesAt(ways.flatMap((way) => Object.keys(way)));
    adopted[method] = {
      ...operation,
      operationId: idOf(operation, method, path, ids),
      tags: [tag, ...textsOf(operation["tags"])],
      ...bodyOf(document2, operation),
      responses: states.length === 0 ? responses : failures.addTo(responses, states),
      security: ways
    };
  }
  return paths;
}
function responsesOf(document2, operation) {
  const listed = Object.entries(isRecord(operation["responses"]) ? operation["responses"] : {}).flatMap(([status2, value]) => {
    const response = followRecord(document2, value);
    return response && !status2.startsWith("x-") ? [[status2, response]] : [];
  });
  return listed.length > 0 ? Object.fromEntries(listed) : { "200": { description: "OK" } };
}
function bodyOf(document2, operation) {
  const body = followRecord(document2, operation["requestBody"]);
  if (!body) return { requestBody: void 0 };
  const content = isRecord(body["content"]) ? body["content"] : {};
  return { requestBody: { ...body, required: body["required"] === true, content } };
}
function idOf(operation, method, path, ids) {
  const given = operation["operationId"];
  const id2 = typeof given === "string" && given !== "" && !ids.has(given) ? given : `${method.toUpperCase()} ${path}`;
  ids.add(id2);
  return id2;
}
function reachablePath(given) {
  const path = given.split(/[?#]/, 1)[0] ?? "";
  return path.startsWith("/") ? path : `/${path}`;
}
function withoutMethods(item) {
  return Object.fromEntries(
    Object.entries(item).filter(([name2]) => !policy.httpMethods.includes(name2) && name2 !== "$ref")
  );
}
function textsOf(value) {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

// src/own-document/security.ts
init_follow();
var STAND_IN = ["mockKey", { type: "http", scheme: "bearer" }];
var METHODS = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
function readSecurity(document2, policy, notice) {
  const components = isRecord(document2["components"]) ? document2["components"] : {};
  const described = isRecord(components["securitySchemes"]) ? components["securitySchemes"] : {};
  const schemes = /* @__PURE__ */ new Map();
  const unseen = /* @__PURE__ */ new Set();
  for (const [name2, value] of Object.entries(described)) {
    const scheme = toScheme(followRecord(document2, value));
    if (scheme) schemes.set(name2, scheme);
    else unseen.add(name2);
  }
  for (const [name2, scheme] of Object.entries(policy.security ?? {})) schemes.set(name2, scheme);
  if (unseen.size > 0)
    notice(`${[...unseen].join(", ")}: not checked, since no HTTP request can show it (mutual TLS and the like).`);
  const operations = operationsOf2(document2);
  for (const name2 of namesIn([document2["security"], ...operations.map((each) => each["security"])])) {
    if (schemes.has(name2) || unseen.has(name2)) continue;
    notice(`${name2}: the document asks for this scheme without describing it; taken as a bearer token.`);
    schemes.set(name2, { type: "http", scheme: "bearer" });
  }
  const byDefault = defaultSecurity(document2, operations, schemes, policy, notice);
  const used = operations.map((each) => securityOf(each["security"] ?? byDefault, unseen));
  return {
    schemes: new Map([...schemes].sort(([, a], [, b]) => rank(a) - rank(b))),
    of: (operation) => securityOf(operation["security"] ?? byDefault, unseen),
    scopes: (scheme) => scopesOf(described[scheme], used, scheme),
    sameKeys: (scheme) => [...schemes.keys()].filter((other) => takeSameKeys(scheme, other, schemes, used))
  };
}
function takeSameKeys(one, other, schemes, used) {
  if (one === other || [one, other].some((name2) => isToken(schemes.get(name2) ?? { type: "http"})))
    return false;
  const both = (names) => one in names && other in names;
  if (used.some((security) => security.some(both))) return false;
  return used.some((security) => both(Object.assign({}, ...security)));
}
function defaultSecurity(document2, operations, schemes, policy, notice) {
  const own = Object.keys(policy.security ?? {});
  if (own.length > 0) return own.map((name2) => ({ [name2]: [] }));
  if (document2["security"] !== void 0) return document2["security"];
  if (namesIn(operations.map((each) => each["security"])).size > 0) return [];
  if (schemes.size === 0) {
    schemes.set(...STAND_IN);
    notice(
      "The document names no security scheme: every operation is open, and a bearer token that is sent must be a known key. Say more in a policy file (security)."
    );
  } else {
    notice("No operation of the document asks for a key: every one is open, and a key that is sent must be a known one.");
  }
  return [...[...schemes.keys()].map((name2) => ({ [name2]: [] })), {}];
}
function securityOf(value, unseen) {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((alternative) => {
    const kept = Object.entries(alternative).filter(([name2]) => !unseen.has(name2));
    return Object.fromEntries(kept.map(([name2, scopes]) => [name2, Array.isArray(scopes) ? scopes.filter(isText) : []]));
  });
}
function toScheme(value) {
  const { type, in: place, name: name2, scheme } = value ?? {};
  const extensions = Object.fromEntries(Object.entries(value ?? {}).filter(([line]) => /^(x-|description$)/.test(line)));
  switch (type) {
    case "apiKey":
      if (typeof name2 !== "string" || !["header", "query", "cookie"].includes(String(place))) return void 0;
      if (place === "header" && !/^[\w!#$%&'*+.^`|~-]+$/.test(name2)) return void 0;
      return { ...extensions, type, in: place, name: name2 };
    case "http":
      return { ...extensions, type, scheme: typeof scheme === "string" ? scheme : "bearer" };
    case "oauth2":
    case "openIdConnect":
      return { ...value, type };
    default:
      return void 0;
  }
}
function isToken(scheme) {
  return !["apiKey", "http"].includes(scheme.type);
}
function rank(scheme) {
  if (isToken(scheme)) return 2;
  return scheme.type === "http" && scheme.scheme.toLowerCase() === "basic" ? 1 : 0;
}
function scopesOf(described, used, scheme) {
  const flows = isRecord(described) && isRecord(described["flows"]) ? Object.values(described["flows"]) : [];
  const offered = flows.flatMap((flow) => isRecord(flow) && isRecord(flow["scopes"]) ? Object.keys(flow["scopes"]) : []);
  const asked = used.flatMap((security) => security.flatMap((alternative) => alternative[scheme] ?? []));
  return [.../* @__PURE__ */ new Set([...asked, ...offered])];
}
function operationsOf2(document2) {
  return Object.values(document2.paths).flatMap((value) => {
    const item = followRecord(document2, value) ?? {};
    return METHODS.map((method) => followRecord(document2, item[method])).filter((operation) => operation !== void 0);
  });
}
function namesIn(securities) {
  return new Set(
    securities.flatMap((security) => securityOf(security, /* @__PURE__ */ new Set()).flatMap((alternative) => Object.keys(alternative)))
  );
}
function isText(value) {
  return typeof value === "string";
}

// src/own-document/policy.ts
function policyOf(name2, scheme, { platform: platform2, policy, scopes, source }) {
  const own = { ...documented(name2, scheme), ...linesOf(policy), ...policy.schemes?.[name2] };
  const evidence = { level: "inferred", source };
  return {
    platform: platform2,
    keysPerAccount: own.keysPerAccount ?? null,
    secret: own.secret ?? "revealable",
    // A secret that nobody can see again need not be kept.
    storage: own.storage ?? (own.secret === "shown-once" ? "bcrypt" : "aes-256-gcm"),
    format: own.format ?? { prefix: `${platform2.replaceAll("-", "_")}_`, alphabet: "base62", length: 32 },
    names: own.names ?? { required: false, unique: false },
    actions: own.actions ?? { rename: true, disable: true, delete: true },
    managedBy: own.managedBy ?? (isToken(scheme) ? [] : ["owner", "manager"]),
    plans: plansOf(own.plans),
    products: own.products ?? null,
    scopes: own.scopes ?? [...scopes],
    lockTo: own.lockTo ?? null,
    rateLimits: (own.rateLimits ?? []).map((limit, index) => rateLimitOf(limit, `${name2}-${index + 1}`, source)),
    expires: own.expires ?? "never",
    evidence: Object.fromEntries(
      ["keysPerAccount", "secret", "storage", "actions", "plans", "scopes", "rateLimits", "expires"].map((line) => [
        line,
        evidence
      ])
    )
  };
}
function documented(name2, scheme) {
  const value = scheme["x-key-policy"];
  if (value === void 0) return {};
  const problems = policy.problemsOf(policy.schemePolicySchema, value, ["components", "securitySchemes", name2, "x-key-policy"]);
  if (problems.length > 0) throw new OwnDocumentError(policy.describeProblems(problems).join("\n"));
  const { platform: _, evidence: __, ...lines5 } = value;
  return lines5;
}
function linesOf(policy) {
  const { platform: _, title: __, server: ___, failures: ____, schemes: _____, security: ______, ...lines5 } = policy;
  return lines5;
}
function plansOf(plans) {
  const all = plans?.all ?? ["standard"];
  const withApiAccess = plans?.withApiAccess ?? all;
  return {
    all,
    withApiAccess,
    default: plans?.default ?? withApiAccess[0] ?? all[0] ?? "standard",
    onLosingAccess: plans?.onLosingAccess ?? "refuse"
  };
}
function rateLimitOf(limit, id2, source) {
  const per = limit.per ?? "account";
  return { id: id2, per, state: per === "lead" ? "rate_limited_lead" : "rate_limited", evidence: "inferred", source, ...limit };
}

// src/own-document/servers.ts
init_follow();
var LOOPBACK2 = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0|.*\.localhost)$/;
function readServers(document2, policy, source) {
  const lists = [document2["servers"], ...Object.values(document2.paths).flatMap((item) => serversBelow(document2, item))];
  const urls = lists.flatMap((list) => Array.isArray(list) ? list : []).map(urlOf);
  const found = /* @__PURE__ */ new Set();
  for (const url of [policy.server, ...urls]) {
    const base = url === void 0 ? void 0 : baseOf(url, source);
    if (base !== void 0) found.add(withoutLoopback(base));
  }
  const absolute = [...found].filter((base) => base.startsWith("http"));
  const [server, ...others] = absolute;
  const basePaths = [...found].map((base) => base.startsWith("/") ? base : new URL(base).pathname).filter((path) => path !== "/");
  return { ...server !== void 0 && { server }, otherServers: [...others, ...new Set(basePaths)] };
}
function serversBelow(document2, value) {
  const item = followRecord(document2, value) ?? {};
  const operations = Object.values(item).filter(isRecord);
  return [item["servers"], ...operations.map((operation) => operation["servers"])];
}
function withoutLoopback(base) {
  if (base.startsWith("/")) return base;
  const { hostname, pathname } = new URL(base);
  return LOOPBACK2.test(hostname) ? pathname : base;
}
function urlOf(server) {
  if (!isRecord(server) || typeof server["url"] !== "string") return void 0;
  const variables = isRecord(server["variables"]) ? server["variables"] : {};
  return server["url"].replaceAll(/\{([^{}]*)\}/g, (_, name2) => {
    const variable = variables[name2];
    const value = isRecord(variable) ? variable["default"] ?? "default" : "default";
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}
function baseOf(url, source) {
  const from = source?.startsWith("http") ? source : void 0;
  try {
    const absolute = new URL(url, from ?? "relative://host/");
    const path = absolute.pathname.replace(/\/+$/, "");
    if (absolute.protocol === "relative:") return path === "" ? void 0 : path;
    return /^https?:$/.test(absolute.protocol) ? `${absolute.origin}${path}` : void 0;
  } catch {
    return void 0;
  }
}

// src/own-document/zero-setup.ts
var STATES = [
  { state: "active", summary: "Works everywhere", possible: () => true },
  {
    state: "disabled",
    summary: "Switched off; switching it on makes the same secret work",
    possible: ({ actions }) => actions.disable
  },
  { state: "deleted", summary: "Deleted for good", possible: ({ actions }) => actions.delete },
  { state: "expired", summary: "Past its time", possible: ({ expires }) => expires !== "never" },
  {
    state: "no_scope",
    summary: "Good, but without any scope",
    possible: ({ scopes }) => scopes.length > 0,
    key: () => ({ scopes: [] })
  },
  {
    state: "plan_without_access",
    summary: "Its account is on a plan without API access",
    possible: (policy) => planWithoutAccess2(policy) !== void 0,
    account: (policy) => ({ plan: planWithoutAccess2(policy) ?? policy.plans.default })
  },
  {
    state: "rate_limited",
    summary: "Good, but its account has used up its limits",
    possible: () => true,
    account: () => ({ rateLimits: "exhausted" })
  }
];
function zeroSetupAccounts(platform2, schemes) {
  return STATES.flatMap((each) => {
    const { state: state2, account: account2 } = each;
    const fitting2 = schemes.filter(({ policy }) => each.possible(policy));
    const [first] = fitting2;
    if (!first) return [];
    const keys2 = fitting2.map((scheme) => keyFor(platform2, scheme, each, schemes.indexOf(scheme) === 0));
    const name2 = `${state2[0]?.toUpperCase()}${state2.slice(1).replaceAll("_", " ")}`;
    return [{ id: `acc_${state2}`, name: name2, plan: first.policy.plans.default, keys: keys2, ...account2?.(first.policy) }];
  });
}
function keyFor(platform2, { name: name2, policy, travelsIn: travelsIn2 }, { state: state2, summary, key: key2 }, isFirst) {
  const scheme = isFirst ? "" : `-${plain(name2).slice(0, 16)}`;
  return {
    id: `key_${state2}${isFirst ? "" : `_${name2}`}`,
    scheme: name2,
    state: state2,
    secret: `chaveiro-${platform2.slice(0, 24)}${scheme}-${state2.replaceAll("_", "-")}`,
    name: `${name2} ${state2.replaceAll("_", " ")}`,
    summary: `${summary}; ${travelsIn2}.`,
    ...key2?.(policy)
  };
}
function planWithoutAccess2({ plans }) {
  return plans.all.find((plan) => !plans.withApiAccess.includes(plan));
}

// src/own-document/adopt.ts
var LIMITS = { bodyBytes: 10485760, urlBytes: 16384 };
var SPECIFICATION = "https://spec.openapis.org/oas/latest.html";
function adopt(value, ours, { policy = {}, source } = {}) {
  assertOpenApi(value);
  const document2 = value;
  const notices = [];
  const notice = (text2) => void notices.push(text2);
  const title = policy.title ?? titleOf(document2);
  const platform2 = policy.platform ?? platformName(title);
  const tag = `${title} (${platform2})`;
  const origin = source?.startsWith("http") ? source : SPECIFICATION;
  const components = componentsOf(document2);
  const own = takeOwnParts(ours, (kind, name2) => Object.hasOwn(components[kind] ?? {}, name2));
  const security = readSecurity(document2, policy, notice);
  warnOfStrangers(policy, [...security.schemes.keys()]);
  const policies = /* @__PURE__ */ new Map();
  for (const [name2, scheme] of security.schemes) {
    policies.set(name2, policyOf(name2, scheme, { platform: platform2, policy, scopes: security.scopes(name2), source: origin }));
  }
  const kinds = [...security.schemes.keys()].filter(
    (name2, at2, all) => !security.sameKeys(name2).some((other) => all.indexOf(other) < at2)
  );
  const states = new Map([...policies].map(([name2, each]) => [name2, statesOf2(each, kinds.length)]));
  const parts2 = { document: document2, security, tag, taken: own.operationIds, reserved: [CONSOLE_PREFIX, CONTROL_PREFIX], notice };
  const operations = findOperations(parts2);
  const failures = createFailures({
    document: document2,
    operations: operations.filter(({ operation }) => security.of(operation).length > 0).map(({ responses }) => responses),
    own: { ...failuresOf(security.schemes), ...policy.failures },
    source: origin,
    challenge: challengeOf([...security.schemes.values()])
  });
  const statesAt = (schemes) => [...new Set(schemes.flatMap((name2) => states.get(name2) ?? []))];
  const adoptedSchemes = [...security.schemes].map(([name2, scheme]) => [
    name2,
    {
      ...scheme,
      "x-key-policy": policies.get(name2),
      "x-auth-failures": failures.of(states.get(name2) ?? []),
      [SAME_KEYS]: security.sameKeys(name2)
    }
  ]);
  const entry = {
    ...own.platforms["control"],
    title,
    tag,
    summary: `Adopted from an OpenAPI ${document2.openapi} document.`,
    limits: {
      bodyBytes: { value: LIMITS.bodyBytes, evidence: "inferred", source: origin },
      urlBytes: { value: LIMITS.urlBytes, evidence: "inferred", source: origin }
    },
    ...readServers(document2, policy, source),
    zeroSetup: {
      accounts: zeroSetupAccounts(
        platform2,
        kinds.flatMap((name2) => {
          const each = policies.get(name2);
          const places2 = [name2, ...security.sameKeys(name2)].map((scheme) => travelsIn(security.schemes.get(scheme)));
          return each ? [{ name: name2, policy: each, travelsIn: places2.join(", or ") }] : [];
        })
      )
    }
  };
  const merged = mergeComponents(components, own.components);
  return {
    platform: platform2,
    notices,
    document: {
      ...document2,
      info: { title, version: "0", ...isRecord(document2["info"]) && document2["info"] },
      paths: { ...adoptOperations(parts2, operations, failures, statesAt), ...own.paths },
      components: {
        ...merged,
        securitySchemes: {
          ...Object.fromEntries(adoptedSchemes),
          ...own.components.securitySchemes
        }
      },
      "x-platforms": { [platform2]: entry, ...own.platforms }
    }
  };
}
function titleOf(document2) {
  const info = isRecord(document2["info"]) ? document2["info"] : {};
  return typeof info["title"] === "string" && info["title"].trim() !== "" ? info["title"].trim() : "API";
}
function componentsOf(document2) {
  const components = isRecord(document2["components"]) ? document2["components"] : {};
  return Object.fromEntries(Object.entries(components).filter(([, group]) => isRecord(group)));
}
function mergeComponents(theirs, ours) {
  const kinds = /* @__PURE__ */ new Set([...Object.keys(theirs), ...Object.keys(ours)]);
  return Object.fromEntries([...kinds].map((kind) => [kind, { ...theirs[kind], ...ours[kind] }]));
}
function warnOfStrangers({ schemes = {} }, known) {
  const stranger = Object.keys(schemes).find((name2) => !known.includes(name2));
  if (stranger === void 0) return;
  throw new OwnDocumentError(`The policy has lines for the scheme "${stranger}", and the document has: ${known.join(", ")}.`);
}
function failuresOf(schemes) {
  const all = [...schemes].map(([name2, scheme]) => {
    const value = scheme["x-auth-failures"];
    if (value === void 0) return {};
    const problems = policy.problemsOf(policy.ownFailuresSchema, value, ["components", "securitySchemes", name2, "x-auth-failures"]);
    if (problems.length > 0) throw new OwnDocumentError(policy.describeProblems(problems).join("\n"));
    return value;
  });
  return Object.assign({}, ...all);
}
function challengeOf(schemes) {
  const words = schemes.map(
    (scheme) => scheme.type === "http" ? scheme.scheme : scheme.type === "apiKey" ? "ApiKey" : "Bearer"
  );
  return [...new Set(words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`))].join(", ") || "Bearer";
}
function travelsIn(scheme) {
  if (!scheme) return "";
  if (scheme.type === "apiKey") return `${scheme.in} ${scheme.name}`;
  if (scheme.type === "http" && scheme.scheme.toLowerCase() === "basic")
    return "password of Authorization: Basic (user name where there is no password)";
  return `Authorization: ${scheme.type === "http" ? `${scheme.scheme[0]?.toUpperCase()}${scheme.scheme.slice(1)}` : "Bearer"} \u2026`;
}

// src/own-document/set-up.ts
var OF_THE_MOCK = ["console", "control"];
function setUp(options) {
  const adopted = options.document && adopt(options.document, openapi.document, adoptOptions(options));
  const document2 = loadDocument(adopted?.document ?? openapi.document);
  const answers = options.responder ?? (adopted ? "prism" : "none");
  const checks = options.contract !== void 0 && options.contract !== false;
  if (answers === "prism" || checks) assertNodeRunsPrism();
  const check = checks ? lazyCheck(document2, contractOptions(options.contract)) : void 0;
  return {
    document: document2,
    validators: createValidators(adopted ? schemasOf(document2, adopted.platform) : schemas.schemas),
    responder: answers === "prism" ? lazyResponder(document2) : void 0,
    inspector: check?.inspect,
    notices: adopted?.notices ?? [],
    modules: (all) => adopted ? Object.fromEntries(Object.entries(all).filter(([id2]) => OF_THE_MOCK.includes(id2))) : all,
    contractOver: (sessions2) => contractOver(check, sessions2)
  };
}
function adoptOptions({ policy: policy$1, documentSource }) {
  const problems = policy$1 ? policy.problemsOf(policy.ownPolicySchema, policy$1, []) : [];
  if (problems.length > 0) throw new OwnDocumentError(`The policy has slips:
${policy.describeProblems(problems).join("\n")}`);
  return { ...policy$1 && { policy: policy$1 }, ...documentSource !== void 0 && { source: documentSource } };
}
function contractOptions(contract) {
  if (typeof contract === "object") return contract;
  return typeof contract === "string" ? { side: contract } : {};
}
function schemasOf(document2, platform2) {
  const ours = document2.operations.filter((operation) => operation.platform !== platform2).map(({ id: id2 }) => id2);
  const operations = Object.fromEntries(
    ours.flatMap((id2) => schemas.schemas.operations[id2] ? [[id2, schemas.schemas.operations[id2]]] : [])
  );
  return { ...schemas.schemas, operations };
}
function lazyResponder(document2) {
  let made;
  return async (letIn) => {
    made ??= Promise.resolve().then(() => (init_responder(), responder_exports)).then(({ createPrismResponder: createPrismResponder2 }) => createPrismResponder2(document2));
    return (await made)(letIn);
  };
}
function lazyCheck(document2, options) {
  let made;
  let found = 0;
  return {
    side: options.side,
    get found() {
      return found;
    },
    async inspect(exchange) {
      made ??= Promise.resolve().then(() => (init_contract(), contract_exports)).then(({ createInspector: createInspector2 }) => createInspector2(document2, options));
      const violations = await (await made)(exchange);
      found += violations.length;
      return violations;
    }
  };
}

// src/platforms/console/problem.ts
function problem(ctx, name2, facts = {}, example = name2) {
  return { ...ctx.example(statusOfExample(ctx.operation, example), example, facts), decision: name2 };
}
function brokenRule(ctx, policy, rule, field) {
  if (rule.code === "invalid_request") {
    return ctx.invalid([{ in: "body", path: field === void 0 ? [] : [field], rule: "other", message: rule.message }]);
  }
  const stuck = rule.code === "key_limit_reached" && !policy.actions.delete;
  return problem(ctx, rule.code, rule.facts, stuck ? "key_limit_reached_no_delete" : rule.code);
}
function statusOfExample(operation, name2) {
  for (const [status2, response] of Object.entries(operation.responses)) {
    if (Object.values(response.content ?? {}).some((media) => media.examples?.[name2])) return Number(status2);
  }
  throw new Error(`No answer of ${operation.id} has an example "${name2}". Add it to the document.`);
}

// src/platforms/console/access.ts
var LOCKABLE = { instance: "instances" };
function forEveryRole(behave2) {
  return (ctx) => {
    const screen = screenOf(ctx);
    return screen ? behave2(ctx, screen) : problem(ctx, "account_not_found");
  };
}
function forManagers(behave2) {
  return forEveryRole((ctx, screen) => {
    const { managedBy } = screen.scheme.policy;
    if (ctx.user && managedBy.includes(ctx.user.role)) return behave2(ctx, screen);
    return problem(ctx, "role_required", { role: leastOf(managedBy) });
  });
}
function screensOf(ctx) {
  return ctx.session.accounts.values().flatMap((account2) => screenFor(ctx, account2) ?? []);
}
function screenOf(ctx) {
  const account2 = ctx.session.accounts.get(ctx.path.accountId ?? "");
  return account2 && screenFor(ctx, account2);
}
function screenFor(ctx, account2) {
  const { user: user2 } = ctx;
  if (!user2 || user2.accountId !== null && user2.accountId !== account2.id) return void 0;
  const schemes = ctx.schemesOf(account2.platform);
  const scheme = schemes.find(({ policy }) => policy.managedBy.length > 0) ?? schemes[0];
  return scheme && { account: account2, scheme };
}
function leastOf(managing) {
  return policy.roles.findLast((role) => managing.includes(role)) ?? "owner";
}

// src/platforms/console/key-request.ts
function issuesOfNewKey(wanted, policy, isInstance) {
  const { name: name2, scopes = [], instances: instances3 } = wanted;
  return [
    ...policy.names.required || name2 !== void 0 ? issuesOfName(name2 ?? "") : [],
    ...issuesOfScopes(scopes, policy),
    ...issuesOfInstances(instances3 ?? [], policy, isInstance)
  ];
}
function issuesOfName(name2) {
  return isBlank(name2) ? [issue(["name"], "missing", "is required")] : [];
}
function nothingToChange(...fields2) {
  return [issue([], "other", `must have at least one of: ${fields2.join(", ")}`)];
}
function isBlank(name2) {
  return name2.trim() === "";
}
function issuesOfScopes(scopes, { scopes: known }) {
  if (known.length === 0)
    return scopes.length > 0 ? [issue(["scopes"], "other", "are not known on this platform; leave them out")] : [];
  if (scopes.length === 0) return [issue(["scopes"], "missing", `must have at least one of: ${known.join(", ")}`)];
  return scopes.flatMap(
    (scope, at2) => known.includes(scope) ? [] : [issue(["scopes", at2], "enum", `must be one of: ${known.join(", ")}`)]
  );
}
function issuesOfInstances(ids, { lockTo }, isInstance) {
  if (lockTo === null)
    return ids.length > 0 ? [issue(["instances"], "other", "cannot be chosen: keys of this platform open everything")] : [];
  return ids.flatMap(
    (id2, at2) => isInstance(id2) ? [] : [issue(["instances", at2], "other", "must be an instance of this account")]
  );
}
function issue(path, rule, message) {
  return { in: "body", path, rule, message };
}

// src/platforms/console/views.ts
function accountView(session, account2, scheme) {
  const { policy } = scheme;
  const { id: id2, platform: platform2, name: name2, plan, product, createdAt } = account2;
  return {
    id: id2,
    platform: platform2,
    name: name2,
    plan,
    product,
    plans: policy.plans.all.map((each) => ({ name: each, apiAccess: planHasApiAccess(policy, each) })),
    keyLimit: policy.keysPerAccount,
    keysInUse: keysInUse(session, scheme, id2).length,
    users: userViews(session, id2),
    createdAt: iso(createdAt)
  };
}
function userViews(session, accountId) {
  const counts = /* @__PURE__ */ new Map();
  return session.users.values().filter((user2) => user2.accountId === null || user2.accountId === accountId).map(({ name: name2, role }) => {
    const count = (counts.get(role) ?? 0) + 1;
    counts.set(role, count);
    return { id: count === 1 ? `user_${role}` : `user_${role}_${count}`, name: name2, role };
  });
}
function keyView(session, key2) {
  const { status: status2, reason } = currentState(key2);
  const { lastUsedAt, requests: requests2 } = session.useOf(key2.id);
  return {
    id: key2.id,
    accountId: key2.accountId,
    platform: key2.platform,
    scheme: key2.scheme,
    name: key2.name,
    status: status2 === "active" ? "active" : "disabled",
    disabledReason: reason,
    masked: key2.masked,
    scopes: [...key2.scopes],
    instances: key2.instances && [...key2.instances],
    createdAt: iso(key2.createdAt),
    lastUsedAt: isoOrNull(lastUsedAt),
    requestCount: requests2,
    expiresAt: isoOrNull(key2.expiresAt)
  };
}
function isoOrNull(at2) {
  return at2 === null ? null : iso(at2);
}

// src/platforms/console/accounts.ts
var accounts = {
  listAccounts: (ctx) => {
    const { platform: platform2 } = ctx.query;
    const items = screensOf(ctx).filter(({ account: account2 }) => platform2 === void 0 || account2.platform === platform2).map(({ account: account2, scheme }) => accountView(ctx.session, account2, scheme));
    return ctx.reply(200, { items, total: items.length });
  },
  getAccount: forEveryRole((ctx, { account: account2, scheme }) => {
    return ctx.reply(200, accountView(ctx.session, account2, scheme));
  }),
  /** Changes everything that was asked for, or nothing. */
  updateAccount: forManagers((ctx, { account: account2, scheme }) => {
    const { name: name2, plan } = ctx.body;
    if (name2 === void 0 && plan === void 0) return ctx.invalid(nothingToChange("name", "plan"));
    const issues = name2 === void 0 ? [] : issuesOfName(name2);
    if (issues.length > 0) return ctx.invalid(issues);
    if (plan !== void 0) {
      const moved = changePlan(ctx.session, ctx.schemesOf(account2.platform), account2, plan);
      if (!moved.ok) return brokenRule(ctx, scheme.policy, moved, "plan");
    }
    const changed = ctx.session.accounts.update(account2.id, name2 === void 0 ? {} : { name: name2.trim() });
    return ctx.reply(200, accountView(ctx.session, changed, scheme));
  })
};

// src/platforms/console/api-keys.ts
var apiKeys = {
  /** Oldest first, without the deleted ones and without keys of schemes that no key screen manages. */
  listApiKeys: forManagers((ctx, { account: account2, scheme }) => {
    const items = ctx.session.keys.values().filter((key2) => key2.accountId === account2.id && key2.scheme === scheme.name && currentState(key2).status !== "deleted").map((key2) => keyView(ctx.session, key2));
    return ctx.reply(200, { items, total: items.length });
  }),
  createApiKey: forManagers((ctx, { account: account2, scheme }) => {
    const { session, body } = ctx;
    const { lockTo } = scheme.policy;
    const isInstance = (id2) => lockTo !== null && session.rowOf(account2.id, LOCKABLE[lockTo], id2) !== void 0;
    const issues = issuesOfNewKey(body, scheme.policy, isInstance);
    if (issues.length > 0) return ctx.invalid(issues);
    const { name: name2, scopes, instances: instances3 } = body;
    const created = createKey(session, scheme, account2, { name: name2, scopes, instances: instances3 });
    if (!created.ok) return brokenRule(ctx, scheme.policy, created);
    const { key: key2, secret: secret2 } = created.value;
    return ctx.reply(201, { ...keyView(session, key2), secret: secret2 });
  }),
  getApiKey: forManagers((ctx, screen) => {
    const key2 = keyOnScreen(ctx, screen);
    return key2 ? ctx.reply(200, keyView(ctx.session, key2)) : problem(ctx, "key_not_found");
  }),
  /** Changes everything that was asked for, or nothing. */
  updateApiKey: forManagers((ctx, screen) => {
    const { session, body } = ctx;
    const { account: account2, scheme } = screen;
    const key2 = keyOnScreen(ctx, screen);
    if (!key2) return problem(ctx, "key_not_found");
    const { name: name2, status: status2 } = body;
    if (name2 === void 0 && status2 === void 0) return ctx.invalid(nothingToChange("name", "status"));
    const issues = name2 === void 0 ? [] : issuesOfName(name2);
    if (issues.length > 0) return ctx.invalid(issues);
    const renamed = name2 === void 0 ? done(key2) : renameKey(session, scheme, key2.id, name2);
    if (!renamed.ok) return brokenRule(ctx, scheme.policy, renamed, "name");
    const switched = status2 === void 0 ? renamed : status2 === "disabled" ? disableKey(session, scheme, key2.id) : enableKey(session, scheme, account2, key2.id);
    if (switched.ok) return ctx.reply(200, keyView(session, switched.value));
    session.keys.update(key2.id, key2);
    return brokenRule(ctx, scheme.policy, switched, "status");
  }),
  deleteApiKey: forManagers((ctx, screen) => {
    const key2 = keyOnScreen(ctx, screen);
    if (!key2) return problem(ctx, "key_not_found");
    const deleted = deleteKey(ctx.session, screen.scheme, key2.id);
    return deleted.ok ? ctx.reply(204, void 0) : brokenRule(ctx, screen.scheme.policy, deleted);
  }),
  revealApiKey: forManagers((ctx, screen) => {
    const key2 = keyOnScreen(ctx, screen);
    if (!key2) return problem(ctx, "key_not_found");
    const secret2 = revealKey(ctx.session, screen.scheme, key2.id);
    return secret2.ok ? ctx.reply(200, { id: key2.id, secret: secret2.value }) : brokenRule(ctx, screen.scheme.policy, secret2);
  })
};
function keyOnScreen(ctx, { account: account2, scheme }) {
  const key2 = liveKey(ctx.session, ctx.path.keyId);
  return key2?.accountId === account2.id && key2.scheme === scheme.name ? key2 : void 0;
}

// src/platforms/console/api-logs.ts
var apiLogs = {
  /** Newest first. A key of another account finds nothing. */
  listApiLogs: forManagers((ctx, { account: account2 }) => {
    const { page = 1, limit = 20, keyId, status: status2, from, to } = ctx.query;
    const start2 = from === void 0 ? -Infinity : Date.parse(from);
    const end = to === void 0 ? Infinity : Date.parse(to);
    const entries = ctx.session.journal.list().filter((entry) => entry.accountId === account2.id).filter((entry) => keyId === void 0 || entry.keyId === keyId).filter((entry) => status2 === void 0 || entry.status === status2).filter(({ at: at2 }) => at2 >= start2 && at2 <= end);
    const items = entries.slice((page - 1) * limit, page * limit).map((entry) => logView(ctx.session, entry));
    return ctx.reply(200, { items, page, limit, total: entries.length, totalPages: Math.ceil(entries.length / limit) });
  })
};
function logView(session, entry) {
  const { requestId, at: at2, keyId, method, path, status: status2, decision, durationMs } = entry;
  const keyName = keyId === null ? null : session.keys.get(keyId)?.name ?? null;
  return { id: requestId, at: iso(at2), keyId, keyName, method, path, status: status2, decision, durationMs };
}

// src/platforms/console/invalid-request.ts
function invalidRequest(issues, ctx) {
  const answer = ctx.example(400, "invalid_request");
  const body = answer.body;
  const documented2 = new Map(body.issues?.map(({ field, message }) => [field, message]));
  const described = issues.map((issue3) => {
    const field = fieldOf(issue3);
    const absent = issue3.rule === "missing" || issue3.rule === "min_length";
    return { field, message: (absent ? documented2.get(field) : void 0) ?? sentence(issue3) };
  });
  return { ...answer, body: { ...body, issues: described } };
}
function fieldOf(issue3) {
  if (issue3.in !== "body") return issue3.path.join(".");
  return issue3.path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
function sentence({ path, message }) {
  if (!/^[a-z]/.test(message)) return message;
  const subject = path.findLast((part) => typeof part === "string") ?? "The body";
  return `${subject} ${message}.`;
}

// src/platforms/console/key-rules.ts
var ROTATE_AFTER_MONTHS = 6;
var keyRules = {
  getKeyRules: forEveryRole((ctx, { account: account2, scheme }) => {
    const { placement, policy } = scheme;
    return ctx.reply(200, {
      scheme: scheme.name,
      travelsIn: { in: placement.in, name: placement.name },
      secret: policy.secret,
      keyLimit: policy.keysPerAccount,
      names: { ...policy.names },
      actions: { ...policy.actions },
      managedBy: [...policy.managedBy],
      onLosingAccess: policy.plans.onLosingAccess,
      scopes: [...policy.scopes],
      lockTo: policy.lockTo,
      instances: policy.lockTo === null ? null : lockable(ctx.session, account2, LOCKABLE[policy.lockTo]),
      rotation: rotation(ctx.session, account2, scheme),
      now: iso(ctx.session.clock.now())
    });
  })
};
function lockable(session, account2, table) {
  return session.rowsOf(account2.id, table).map((row) => ({ id: row.id, name: nameOf3(row) }));
}
function nameOf3(row) {
  return "name" in row && typeof row.name === "string" ? row.name : row.id;
}
function rotation(session, account2, scheme) {
  const { keysPerAccount } = scheme.policy;
  const full = keysPerAccount !== null && keysInUse(session, scheme, account2.id).length >= keysPerAccount;
  return { afterMonths: ROTATE_AFTER_MONTHS, ...waysToRotate(scheme.policy, full) };
}
function waysToRotate({ keysPerAccount, actions }, full) {
  const swap = ["update_integrations", "test"];
  const alone = keysPerAccount === 1;
  if (alone) return { gap: true, steps: actions.delete ? ["delete_key", "create_key", ...swap] : [] };
  const begin = full ? actions.delete ? ["delete_key", "create_key"] : ["reuse_key"] : ["create_key"];
  const end = actions.delete ? ["delete_key"] : actions.disable ? ["disable_key"] : [];
  return { gap: false, steps: [...begin, ...swap, ...end] };
}

// src/platforms/console/index.ts
var consoleModule = {
  behaviours: { ...accounts, ...apiKeys, ...apiLogs, ...keyRules },
  invalidRequest
};

// src/platforms/control/rules.ts
function underRules(ctx, act2) {
  try {
    return act2();
  } catch (error) {
    if (error instanceof KeyRuleError) return ruleProblem(ctx, error);
    if (error instanceof RangeError) return ctx.invalid([issue2([], error.message)]);
    throw error;
  }
}
function controlProblem(ctx, code, detail) {
  const answer = ctx.example(statusOfExample(ctx.operation, code), code);
  return detail === void 0 ? answer : { ...answer, body: { ...answer.body, detail } };
}
function issue2(path, message) {
  return { in: "body", path, rule: "other", message };
}
function ruleProblem(ctx, { code, message, facts }) {
  if (code === "invalid_request") return ctx.invalid([issue2([], message)]);
  const answer = problem(ctx, code, facts);
  return { ...answer, body: { ...answer.body, detail: message, facts } };
}

// src/platforms/control/views.ts
function accountView2(session, account2) {
  const { id: id2, platform: platform2, name: name2, plan, product, rateLimits, createdAt } = account2;
  const keys2 = session.keysOf(id2).filter((key2) => currentState(key2).status !== "deleted").length;
  return { id: id2, platform: platform2, name: name2, plan, product, rateLimits, keys: keys2, createdAt: iso(createdAt) };
}
function keyView2(session, key2) {
  const { id: id2, accountId, platform: platform2, scheme, name: name2, masked: masked2, scopes, instances: instances3, createdAt, expiresAt } = key2;
  const { status: status2, reason } = currentState(key2);
  return {
    id: id2,
    accountId,
    platform: platform2,
    scheme,
    name: name2,
    status: status2,
    disabledReason: reason,
    masked: masked2,
    scopes: [...scopes],
    instances: instances3 && [...instances3],
    requests: session.useOf(id2).requests,
    createdAt: iso(createdAt),
    expiresAt: expiresAt === null ? null : iso(expiresAt)
  };
}
function sessionView(session) {
  return { name: session.name, now: iso(session.clock.now()), requests: session.journal.size };
}
function listView(items) {
  return { items, total: items.length };
}

// src/platforms/control/accounts.ts
var accounts2 = {
  listMockAccounts: (ctx) => {
    const { platform: platform2 } = ctx.query;
    const { accounts: all } = ctx.session;
    const rows = platform2 === void 0 ? all.values() : all.find("platform", platform2);
    return ctx.reply(200, listView(rows.map((row) => accountView2(ctx.session, row))));
  },
  createMockAccount: (ctx) => {
    const { platform: platform2, rateLimits, ...wanted } = ctx.body;
    const info = ctx.document.platforms.get(platform2);
    if (!info || ctx.schemesOf(platform2).length === 0) return ctx.invalid([issue2(["platform"], unknownPlatform(ctx))]);
    if (wanted.id !== void 0 && ctx.session.accounts.get(wanted.id)) return controlProblem(ctx, "id_taken");
    return underRules(ctx, () => {
      const options = { ...wanted, ...rateLimits !== null && rateLimits !== void 0 && { rateLimits } };
      const { id: id2 } = platformHandle(ctx.session, ctx.document, info).accounts.create(options);
      return ctx.reply(201, accountView2(ctx.session, accountRow(ctx, id2)));
    });
  },
  getMockAccount: (ctx) => onAccount(ctx, (account2) => ctx.reply(200, accountView2(ctx.session, account2))),
  updateMockAccount: (ctx) => onAccount(ctx, (account2, handle2) => {
    const { plan, rateLimits } = ctx.body;
    if (plan === void 0 && rateLimits === void 0) return ctx.invalid(nothingToChange("plan", "rateLimits"));
    if (plan !== void 0) handle2.changePlan(plan);
    if (rateLimits !== void 0) handle2.limitRate(rateLimits);
    return ctx.reply(200, accountView2(ctx.session, accountRow(ctx, account2.id)));
  }),
  signInToMock: (ctx) => onAccount(ctx, (_, handle2) => {
    const { role, name: name2 = role } = ctx.body;
    return ctx.reply(201, { token: handle2.signIn(role, name2), role, name: name2 });
  })
};
function onAccount(ctx, act2) {
  const account2 = ctx.session.accounts.get(ctx.path.accountId);
  const info = account2 && ctx.document.platforms.get(account2.platform);
  if (!info) return problem(ctx, "account_not_found");
  return underRules(ctx, () => act2(account2, platformHandle(ctx.session, ctx.document, info).accounts.get(account2.id)));
}
function accountRow({ session }, id2) {
  const row = session.accounts.get(id2);
  if (!row) throw new Error(`The account ${id2} is gone within its own request.`);
  return row;
}
function unknownPlatform(ctx) {
  const known = [...ctx.document.platforms.keys()].filter((id2) => ctx.schemesOf(id2).length > 0);
  return `must be one of: ${known.join(", ")}`;
}

// src/platforms/control/arrivals.ts
var TABLES = {
  pingback: {
    contacts: rowsOf2(contactTable),
    segments: rowsOf2(segmentTable),
    deals: rowsOf2(dealTable),
    webhookRuns: rowsOf2(webhookRunTable)
  },
  rdstation: {
    conversions: rowsOf2(conversionTable),
    leads: rowsOf2(leadTable),
    events: rowsOf2(eventTable)
  },
  zenvio: { messages: rowsOf2(messageTable), instances: rowsOf2(instanceTable) }
};
var arrivals2 = {
  listMockArrivals: (ctx) => {
    const { page = 1, limit = 50, order = "oldest", accountId } = ctx.query;
    const { platform: platform2, table } = ctx.path;
    const tables = Object.hasOwn(TABLES, platform2) ? TABLES[platform2] : void 0;
    const rowsIn = tables && Object.hasOwn(tables, table) ? tables[table] : void 0;
    if (!rowsIn) return controlProblem(ctx, "table_not_found");
    const rows = ctx.session.accounts.find("platform", platform2).filter(({ id: id2 }) => accountId === void 0 || id2 === accountId).flatMap(({ id: id2 }) => rowsIn(ctx.session, id2));
    if (order === "newest") rows.reverse();
    const items = rows.slice((page - 1) * limit, page * limit);
    const total = rows.length;
    return ctx.reply(200, { items: items.map((row) => ({ ...row })), page, limit, total, totalPages: Math.ceil(total / limit) });
  }
};
function rowsOf2(definition) {
  return (session, accountId) => session.table(accountId, definition).values();
}

// src/platforms/control/clock.ts
var LAST_INSTANT = Date.UTC(9999, 11, 31);
var TOO_LATE = "must not take the clock past the year 9999";
var clock = {
  getMockClock: (ctx) => ctx.reply(200, { now: iso(ctx.now) }),
  setMockClock: (ctx) => {
    const instant3 = Date.parse(ctx.body.now);
    if (instant3 > LAST_INSTANT) return ctx.invalid([{ ...issue2(["now"], TOO_LATE), rule: "maximum" }]);
    ctx.session.clock.set(instant3);
    return ctx.reply(200, { now: iso(ctx.session.clock.now()) });
  },
  advanceMockClock: (ctx) => {
    const by = milliseconds(ctx.body.by);
    if (ctx.now + by > LAST_INSTANT) return ctx.invalid([{ ...issue2(["by"], TOO_LATE), rule: "maximum" }]);
    return ctx.reply(200, { now: iso(ctx.session.clock.advance(by)) });
  },
  resetMockClock: (ctx) => {
    ctx.session.clock.reset();
    return ctx.reply(200, { now: iso(ctx.session.clock.now()) });
  }
};

// src/platforms/control/requests.ts
var requests = {
  /** Newest first. */
  listMockRequests: (ctx) => {
    const { page = 1, limit = 50, details = false, ...filters } = ctx.query;
    const entries = ctx.session.journal.list().filter(matcherOf(filters));
    const items = entries.slice((page - 1) * limit, page * limit).map((entry) => details ? detailedView(entryOf(entry)) : requestView(entry));
    return ctx.reply(200, { items, page, limit, total: entries.length, totalPages: Math.ceil(entries.length / limit) });
  },
  clearMockRequests: (ctx) => {
    ctx.session.journal.clear();
    return ctx.reply(204, void 0);
  },
  getMockDecision: (ctx) => {
    const entry = ctx.session.journal.get(ctx.path.requestId);
    return entry ? ctx.reply(200, detailedView(entry)) : ctx.example(404, "request_not_found");
  }
};
function matcherOf(filters) {
  const wanted = Object.entries(filters);
  return (entry) => wanted.every(([name2, value]) => entry[name2] === value);
}
function requestView(entry) {
  return {
    requestId: entry.requestId,
    at: iso(entry.at),
    method: entry.method,
    path: entry.path,
    platform: entry.platform,
    operationId: entry.operationId,
    status: entry.status,
    decision: entry.decision,
    evidence: entry.evidence,
    source: entry.source,
    scheme: entry.scheme,
    keyId: entry.keyId,
    accountId: entry.accountId,
    instanceId: entry.instanceId,
    userAgent: entry.userAgent,
    faults: [...entry.faults],
    durationMs: entry.durationMs,
    ...entry.violations && { violations: [...entry.violations] }
  };
}
function detailedView(entry) {
  const { requestBody, responseBody, steps } = entry;
  return { ...requestView(entry), requestBody, responseBody, steps: steps.map(stepView) };
}
function stepView({ step: step2, outcome, rule, detail, evidence, source }) {
  return { step: step2, outcome, rule, detail, evidence: evidence ?? null, source: source ?? null };
}

// src/platforms/control/events.ts
var HEARTBEAT_MS = 15e3;
var events = {
  streamMockEvents: (ctx) => {
    const answer = ctx.reply(200, void 0);
    return { ...answer, headers: { "cache-control": "no-store" }, stream: journalStream(ctx) };
  }
};
function journalStream({ session, engine, query, header }) {
  const matches2 = matcherOf(query);
  const lastId = header["last-event-id"];
  return ({ write, end }) => {
    write(": the journal of the mock, as it grows\n\n");
    if (lastId !== void 0) {
      const { missed, gap } = entriesAfter(session.journal.list(), lastId);
      if (gap) write(eventText("gap", { lastEventId: lastId }));
      for (const entry of missed.filter(matches2)) write(requestEvent(entry));
    }
    const unwatch = session.journal.watch({
      added: (entry) => void (matches2(entry) && write(requestEvent(entry))),
      cleared: () => void write(eventText("cleared", {}))
    });
    const heartbeat = setInterval(() => {
      if (engine.sessions.list().includes(session)) engine.sessions.touch(session);
      else end();
      write(": still there\n\n");
    }, HEARTBEAT_MS);
    return () => {
      unwatch();
      clearInterval(heartbeat);
    };
  };
}
function entriesAfter(newestFirst, lastId) {
  const at2 = newestFirst.findIndex(({ requestId }) => requestId === lastId);
  return { missed: newestFirst.slice(0, at2 < 0 ? void 0 : at2).reverse(), gap: at2 < 0 };
}
function requestEvent(entry) {
  return `id: ${entry.requestId}
${eventText("request", requestView(entry))}`;
}
function eventText(event, data) {
  return `event: ${event}
data: ${JSON.stringify(data)}

`;
}

// src/platforms/control/faults.ts
var faults = {
  listMockFaults: (ctx) => ctx.reply(200, listView(ctx.session.faults.values().map(faultView))),
  addMockFault: (ctx) => underRules(ctx, () => ctx.reply(201, faultView(injectFault(ctx.session, ctx.document, ctx.body)))),
  removeMockFault: (ctx) => ctx.session.faults.delete(ctx.path.faultId) ? ctx.reply(204, void 0) : controlProblem(ctx, "fault_not_found"),
  clearMockFaults: (ctx) => {
    ctx.session.faults.restore(/* @__PURE__ */ new Map());
    return ctx.reply(204, void 0);
  }
};
function faultView(fault2) {
  const { id: id2, effect: effect2, on, left, probability, seed, seen, hits } = fault2;
  return { id: id2, effect: effect2, on, left, probability, seed, seen, hits };
}

// src/platforms/control/instances.ts
var instances = {
  connectMockInstance: (ctx) => onInstance(ctx, (phone, id2) => ctx.reply(200, { ...phone.connect(id2) })),
  disconnectMockInstance: (ctx) => onInstance(ctx, (phone, id2) => ctx.reply(200, { ...phone.disconnect(id2) })),
  receiveMockMessage: (ctx) => onInstance(ctx, (phone, id2) => {
    phone.receive(id2, ctx.body);
    return ctx.reply(204, void 0);
  })
};
function onInstance(ctx, act2) {
  const phone = instanceArrivals(ctx.session);
  const { instanceId } = ctx.path;
  const exists = phone.list().some(({ id: id2 }) => id2 === instanceId);
  return exists ? act2(phone, instanceId) : controlProblem(ctx, "instance_not_found");
}

// src/platforms/control/keys.ts
var keys = {
  /** Oldest first; also disabled and deleted ones. */
  listMockKeys: (ctx) => onAccount(ctx, ({ id: id2 }) => ctx.reply(200, listView(ctx.session.keysOf(id2).map((key2) => keyView2(ctx.session, key2))))),
  createMockKey: (ctx) => onAccount(ctx, (account2, handle2) => {
    const { id: id2, scheme } = ctx.body;
    const schemes = ctx.schemesOf(account2.platform).map(({ name: name2 }) => name2);
    if (scheme !== void 0 && !schemes.includes(scheme))
      return ctx.invalid([issue2(["scheme"], `must be one of: ${schemes.join(", ")}`)]);
    if (id2 !== void 0 && ctx.session.keys.get(id2)) return controlProblem(ctx, "id_taken");
    const key2 = handle2.keys.create(ctx.body);
    return ctx.reply(201, { ...viewOf2(ctx, key2), secret: key2.secret });
  }),
  getMockKey: (ctx) => onKey(ctx, (key2) => ctx.reply(200, viewOf2(ctx, key2))),
  /** Changes everything that was asked for, or nothing. */
  updateMockKey: (ctx) => onKey(ctx, (key2) => {
    const { name: name2, status: status2 } = ctx.body;
    if (name2 === void 0 && status2 === void 0) return ctx.invalid(nothingToChange("name", "status"));
    const before = ctx.session.keys.get(key2.id);
    try {
      if (name2 !== void 0) key2.rename(name2);
      if (status2 === "active") key2.enable();
      if (status2 === "disabled") key2.disable();
    } catch (error) {
      if (before) ctx.session.keys.update(key2.id, before);
      throw error;
    }
    return ctx.reply(200, viewOf2(ctx, key2));
  }),
  deleteMockKey: (ctx) => onKey(ctx, (key2) => {
    key2.delete();
    return ctx.reply(200, viewOf2(ctx, key2));
  }),
  expireMockKey: (ctx) => onKey(ctx, (key2) => {
    key2.expire();
    return ctx.reply(200, viewOf2(ctx, key2));
  }),
  revealMockKey: (ctx) => onKey(ctx, (key2) => ctx.reply(200, { id: key2.id, secret: key2.reveal() }))
};
function onKey(ctx, act2) {
  return onAccount(ctx, (account2, handle2) => {
    const key2 = ctx.session.keys.get(ctx.path.keyId);
    return key2?.accountId === account2.id ? act2(handle2.keys.get(key2.id)) : problem(ctx, "key_not_found");
  });
}
function viewOf2({ session }, { id: id2 }) {
  const key2 = session.keys.get(id2);
  if (!key2) throw new Error(`The key ${id2} is gone within its own request.`);
  return keyView2(session, key2);
}

// src/platforms/control/scenarios.ts
var scenarios2 = {
  listMockScenarios: (ctx) => {
    const all = listScenarios(ctx.document).map(({ name: name2, summary, platforms, keys: keys2 }) => ({
      name: name2,
      summary: { ...summary },
      platforms: [...platforms],
      keys: [...keys2]
    }));
    return ctx.reply(200, listView(all));
  },
  playMockScenario: (ctx) => underRules(ctx, () => ctx.reply(201, playedView(scenarioView(playScenario(ctx, ctx.path.name, ctx.body))))),
  /** All of it or nothing, with everything that is wrong. */
  applyMockSeed: (ctx) => {
    try {
      const { accounts: accounts3, scenarios: played, faults: faults2, now } = appliedSeedView(applySeed(ctx, ctx.body));
      return ctx.reply(201, {
        accounts: accounts3.map(({ keys: keys2, users, ...account2 }) => ({ ...account2, keys: [...keys2], users: [...users] })),
        scenarios: played.map(playedView),
        faults: faults2.map(faultView),
        now
      });
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      return ctx.invalid(error.problems.map(({ path, message }) => issue2([...path], message)));
    }
  }
};
function playedView({ faults: faults2, ...played }) {
  return { ...played, faults: faults2.map(faultView) };
}

// src/platforms/control/sessions.ts
init_mock_problem();
var sessions = {
  listMockSessions: (ctx) => {
    const { sessions: all } = ctx.engine;
    return ctx.reply(200, { items: all.list().map(sessionView), limits: { ...all.limits } });
  },
  createMockSession: (ctx) => {
    const { sessions: all } = ctx.engine;
    const { name: name2, ...options } = ctx.body;
    const exists = all.has(name2);
    if (exists && Object.keys(options).length > 0) return controlProblem(ctx, "session_exists", explainExists(name2));
    const opened = all.create(name2, startOf2(options));
    if (!opened.ok) {
      const { status: status2, title, detail } = explainProblem(opened.problem, name2, all);
      return mockProblem(status2, opened.problem, title, detail);
    }
    return ctx.reply(exists ? 200 : 201, sessionView(opened.session));
  },
  dropMockSession: (ctx) => ctx.engine.sessions.drop(ctx.path.name) ? ctx.reply(204, void 0) : controlProblem(ctx, "session_not_found")
};
function explainExists(name2) {
  return `The session "${name2}" exists already, so it cannot start with options. Drop it first with DELETE /__mock/sessions/{name}, or take another name.`;
}
function startOf2({ now, propagationDelay, ...rest }) {
  return {
    ...rest,
    ...now !== void 0 && { now: Date.parse(now) },
    ...propagationDelay !== void 0 && { propagationDelay: milliseconds(propagationDelay) }
  };
}

// src/platforms/control/settings.ts
var settings = {
  getMockSettings: (ctx) => ctx.reply(200, settingsView(ctx.session.settings)),
  updateMockSettings: (ctx) => {
    ctx.session.settings = changedSettings(ctx.session.settings, ctx.body);
    return ctx.reply(200, settingsView(ctx.session.settings));
  }
};
function settingsView({ rateLimits, propagationDelay, failures }) {
  return { rateLimits, propagationDelay, failures };
}

// src/platforms/control/snapshots.ts
var CAPACITY = 100;
var albums = /* @__PURE__ */ new WeakMap();
var snapshots = {
  listMockSnapshots: (ctx) => {
    const all = [...albumOf(ctx.session).kept.values()].sort((one, other) => one.at - other.at);
    return ctx.reply(200, listView(all.map(snapshotView)));
  },
  takeMockSnapshot: (ctx) => {
    const album = albumOf(ctx.session);
    const snapshot = { id: `snapshot_${album.taken += 1}`, at: ctx.now, state: ctx.session.snapshot() };
    album.kept.set(snapshot.id, snapshot);
    const oldest = album.kept.keys().next();
    if (album.kept.size > CAPACITY && !oldest.done) album.kept.delete(oldest.value);
    return ctx.reply(201, snapshotView(snapshot));
  },
  restoreMockSnapshot: (ctx) => onSnapshot(ctx, (snapshot, { kept }) => {
    kept.delete(snapshot.id);
    kept.set(snapshot.id, snapshot);
    ctx.session.restore(snapshot.state);
    return ctx.reply(200, snapshotView(snapshot));
  }),
  deleteMockSnapshot: (ctx) => onSnapshot(ctx, ({ id: id2 }, { kept }) => {
    kept.delete(id2);
    return ctx.reply(204, void 0);
  })
};
function onSnapshot(ctx, act2) {
  const album = albumOf(ctx.session);
  const snapshot = album.kept.get(ctx.path.snapshotId);
  return snapshot ? act2(snapshot, album) : controlProblem(ctx, "snapshot_not_found");
}
function albumOf(session) {
  let album = albums.get(session);
  if (!album) albums.set(session, album = { kept: /* @__PURE__ */ new Map(), taken: 0 });
  return album;
}
function snapshotView({ id: id2, at: at2 }) {
  return { id: id2, at: iso(at2) };
}

// package.json
var package_default = {
  version: "0.1.0"};

// src/version.ts
var version = package_default.version;

// src/zero-setup.ts
var AFTERMATH = {
  disabled: "disable",
  deleted: "delete",
  revoked: "delete",
  expired: "expire"
};
function plantZeroSetup(session, document2) {
  for (const scheme of Object.values(document2.source.components.securitySchemes)) {
    for (const { token, role, name: name2 } of scheme["x-zero-setup-sessions"] ?? [])
      signIn(session, token, { role, name: name2, accountId: null });
  }
  for (const [id2, platform2] of document2.platforms) {
    for (const account2 of platform2.zeroSetup?.accounts ?? []) plantAccount(session, document2, id2, account2);
  }
  session.markInitial();
}
function plantAccount(session, document2, platform2, wanted) {
  const schemes = schemesOf(document2, platform2);
  const policy = schemes[0]?.policy;
  if (!policy) throw new Error(`${platform2} has accounts but no key scheme.`);
  const account2 = session.accounts.insert({
    id: wanted.id,
    platform: platform2,
    name: wanted.name,
    plan: policy.plans.withApiAccess.includes(wanted.plan) ? wanted.plan : policy.plans.withApiAccess[0] ?? wanted.plan,
    product: wanted.product ?? policy.products?.default ?? null,
    rateLimits: wanted.rateLimits ?? null,
    createdAt: session.clock.now()
  });
  for (const key2 of wanted.keys) plantKey(session, document2, account2, key2);
  if (account2.plan !== wanted.plan) valueOf(changePlan(session, schemes, account2, wanted.plan));
  for (const [table, rows] of Object.entries(wanted.resources ?? {})) {
    for (const row of rows) session.table(account2.id, defineTable(table)).insert(row);
  }
}
function plantKey(session, document2, account2, wanted) {
  const scheme = document2.schemes.get(wanted.scheme);
  if (!scheme) throw new Error(`The zero-setup key ${wanted.id} names no scheme of the document: ${wanted.scheme}.`);
  const { id: id2, name: name2, secret: secret2, scopes, instances: instances3 } = wanted;
  const { key: key2 } = valueOf(createKey(session, scheme, account2, { id: id2, name: name2, secret: secret2, scopes, instances: instances3, published: true }));
  const aftermath = AFTERMATH[wanted.state];
  const expiresAt = aftermath === "expire" ? session.clock.now() - 1 : null;
  if (key2.expiresAt !== expiresAt) session.keys.update(key2.id, { expiresAt });
  if (aftermath === "disable") valueOf(disableKey(session, scheme, key2.id));
  if (aftermath === "delete") valueOf(deleteKey(session, scheme, key2.id));
}
function zeroSetupKeys(platforms) {
  return [...platforms].flatMap(
    ([platform2, { title, zeroSetup }]) => (zeroSetup?.accounts ?? []).flatMap(
      ({ id: id2, name: name2, plan, keys: keys2 }) => keys2.map((key2) => ({ ...key2, platform: platform2, title, account: { id: id2, name: name2, plan } }))
    )
  );
}

// src/platforms/control/state.ts
var state = {
  getMockState: (ctx) => ctx.reply(200, stateOf2(ctx)),
  resetMock: (ctx) => {
    ctx.session.reset();
    return ctx.reply(200, stateOf2(ctx));
  },
  /** Their secrets may be shown: they are public fixtures. */
  listZeroSetupKeys: (ctx) => {
    const keys2 = zeroSetupKeys(ctx.document.platforms).map(
      ({ platform: platform2, title, account: account2, id: id2, scheme, state: purpose, secret: secret2, scopes = [], instances: instances3 = null, summary }) => ({
        platform: platform2,
        title,
        accountId: account2.id,
        accountName: account2.name,
        plan: account2.plan,
        keyId: id2,
        scheme,
        state: purpose,
        secret: secret2,
        scopes,
        instances: instances3,
        summary
      })
    );
    return ctx.reply(200, { keys: keys2 });
  }
};
function stateOf2({ session, document: document2 }) {
  const keys2 = session.keys.values().filter((key2) => currentState(key2).status !== "deleted");
  return {
    name: "chaveiro",
    version,
    platforms: [...document2.platforms.values()].map(({ id: id2, title, tag, server }) => ({
      id: id2,
      title,
      tag,
      server: server ?? null,
      accounts: session.accounts.find("platform", id2).length,
      keys: keys2.filter(({ platform: platform2 }) => platform2 === id2).length
    })),
    accounts: session.accounts.size,
    keys: keys2.length,
    requests: session.journal.size,
    seed: session.seed,
    now: new Date(session.clock.now()).toISOString()
  };
}

// src/platforms/control/webhooks.ts
var webhooks = {
  listMockWebhooks: (ctx) => ctx.reply(200, listView(apiOf(ctx).list().map(webhookView))),
  registerMockWebhook: (ctx) => {
    let registered;
    try {
      registered = apiOf(ctx).register(ctx.body);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return ctx.invalid([issue2([], error.message)]);
    }
    return ctx.reply(201, { ...webhookView(registered), secret: registered.secret });
  },
  removeMockWebhook: (ctx) => apiOf(ctx).remove(ctx.path.webhookId) ? ctx.reply(204, void 0) : controlProblem(ctx, "webhook_not_found"),
  listMockDeliveries: (ctx) => ctx.reply(200, listView(apiOf(ctx).deliveries().map(deliveryView))),
  settleMockDeliveries: (ctx) => ({ ...ctx.reply(204, void 0), wait: () => apiOf(ctx).settle() })
};
function apiOf({ session, engine }) {
  return webhooksApi(session, engine.courier, engine.modules);
}
function webhookView(webhook) {
  const { id: id2, platform: platform2, accountId, url, events: events3, identifiers, createdAt } = webhook;
  return {
    id: id2,
    platform: platform2,
    accountId,
    url,
    events: [...events3],
    identifiers: identifiers && [...identifiers],
    createdAt: iso(createdAt)
  };
}
function deliveryView({ eventAt, attempts, nextAttemptAt, ...delivery }) {
  return {
    ...delivery,
    eventAt: iso(eventAt),
    attempts: attempts.map((attempt) => ({ ...attempt, at: iso(attempt.at) })),
    nextAttemptAt: nextAttemptAt === null ? null : iso(nextAttemptAt)
  };
}

// src/platforms/control/index.ts
var controlModule = {
  behaviours: {
    ...state,
    ...sessions,
    ...accounts2,
    ...keys,
    ...arrivals2,
    ...requests,
    ...events,
    ...clock,
    ...faults,
    ...settings,
    ...snapshots,
    ...scenarios2,
    ...webhooks,
    ...instances
  },
  invalidRequest
};

// src/platforms/pingback/attributes.ts
function mergeAttributes(old, given = {}) {
  return Object.fromEntries(Object.entries({ ...old, ...given }).filter(([, value]) => value !== null));
}

// src/platforms/pingback/page.ts
var PAGE_SIZE = 10;
function pageOf(rows, page = 0) {
  return { page, total: rows.length, data: rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE) };
}

// src/platforms/pingback/contacts.ts
function findContact(contacts2, email3) {
  return contacts2.find("email", mailbox(email3))[0];
}
var contacts = {
  /** In the order of their creation (inferred), so that a page stays the same while contacts are added. */
  listContacts: (ctx) => {
    return ctx.reply(200, { message: "Contacts found", data: pageOf(ctx.table(contactTable).values(), ctx.query.page) });
  },
  /** Any attribute is taken, whether the account has such a custom field or not (inferred). */
  createContact: (ctx) => {
    const { email: email3, origin, attributes } = ctx.body;
    const table = ctx.table(contactTable);
    if (findContact(table, email3)) return ctx.example(409, "contact_already_exists");
    const contact = table.insert({
      id: ctx.session.ids.uuid(),
      email: email3,
      status: "active",
      source: "PublicApi",
      origin: origin ?? null,
      segmentedListsIds: [],
      createdAt: iso(ctx.now),
      attributes: mergeAttributes({}, attributes)
    });
    return ctx.reply(201, { message: "Contact created", data: referenceTo(contact) });
  },
  getContact: (ctx) => {
    const contact = findContact(ctx.table(contactTable), ctx.path.email);
    if (!contact) return ctx.example(404, "contact_not_found");
    return ctx.reply(200, { message: "Contact found", data: contact });
  },
  /** `email` is the contact's identity and no attribute: sent in the body it is ignored (inferred). */
  updateContact: (ctx) => {
    const table = ctx.table(contactTable);
    const contact = findContact(table, ctx.path.email);
    if (!contact) return ctx.example(404, "contact_not_found");
    const { email: _, ...given } = ctx.body;
    table.update(contact.id, { attributes: mergeAttributes(contact.attributes, given) });
    return ctx.reply(200, { message: "Contact updated", data: referenceTo(contact) });
  },
  /** The contact leaves its segments; a deal of it stays, and may be given to another contact (inferred). */
  deleteContact: (ctx) => {
    const table = ctx.table(contactTable);
    const contact = findContact(table, ctx.path.email);
    if (!contact) return ctx.example(404, "contact_not_found");
    table.delete(contact.id);
    return ctx.reply(200, { message: "Contact deleted", data: referenceTo(contact) });
  }
};
function referenceTo({ id: id2, email: email3 }) {
  return { id: id2, email: email3 };
}

// src/platforms/pingback/deals.ts
var deals = {
  /** What does not exist is told in the order contact, pipeline, stage, and before the conflict (inferred). */
  createDeal: (ctx) => {
    const { contactId, pipelineId, stageId, attributes } = ctx.body;
    const table = ctx.table(dealTable);
    const contact = ctx.table(contactTable).get(contactId);
    if (!contact) return ctx.example(404, "contact_not_found");
    const pipeline = ctx.table(pipelineTable).get(pipelineId);
    if (!pipeline) return ctx.example(404, "pipeline_not_found");
    if (!hasStage(pipeline, stageId)) return ctx.example(404, "stage_not_found");
    if (table.find("contact", contactId).length > 0) return ctx.example(409, "contact_associated_with_a_deal");
    const at2 = iso(ctx.now);
    const deal = table.insert({
      id: ctx.session.ids.uuid(),
      contactId,
      pipelineId,
      stageId,
      attributes: mergeAttributes({}, attributes),
      createdAt: at2,
      updatedAt: at2
    });
    return ctx.reply(201, { message: "Deal created", data: { id: deal.id, contactId, email: contact.email } });
  },
  /** A deal moves between the stages of its own pipeline; there is no field for another one. */
  updateDeal: (ctx) => {
    const { contactId, stageId, attributes } = ctx.body;
    const table = ctx.table(dealTable);
    const deal = table.get(ctx.path.dealId);
    if (!deal) return ctx.example(404, "deal_not_found");
    if (contactId !== void 0 && !ctx.table(contactTable).get(contactId)) return ctx.example(404, "contact_not_found");
    if (stageId !== void 0 && !hasStage(ctx.table(pipelineTable).get(deal.pipelineId), stageId)) {
      return ctx.example(404, "stage_not_found");
    }
    if (contactId !== void 0 && table.find("contact", contactId).some((other) => other.id !== deal.id)) {
      return ctx.example(409, "contact_associated_with_a_deal");
    }
    table.update(deal.id, {
      ...contactId !== void 0 && { contactId },
      ...stageId !== void 0 && { stageId },
      attributes: mergeAttributes(deal.attributes, attributes),
      updatedAt: iso(ctx.now)
    });
    return ctx.reply(200, { message: "Deal updated", data: { id: deal.id } });
  }
};
function hasStage(pipeline, stageId) {
  return pipeline?.stages.some((stage) => stage.id === stageId) ?? false;
}

// src/platforms/pingback/developer-mode.ts
function withDeveloperMode(behaviours) {
  const wrapped = Object.entries(behaviours).map(([id2, behaviour]) => [
    id2,
    (ctx) => behaviour(isDeveloperMode(ctx) ? onCopies(ctx) : ctx)
  ]);
  return Object.fromEntries(wrapped);
}
function isDeveloperMode(ctx) {
  return ctx.header["x-developer-mode"] === true;
}
function onCopies(ctx) {
  const copies = /* @__PURE__ */ new Map();
  const table = (definition) => {
    let copy = copies.get(definition.name);
    if (!copy) {
      copy = new Table(definition.indexes);
      copy.restore(ctx.table(definition).snapshot());
      copies.set(definition.name, copy);
    }
    return copy;
  };
  return Object.create(ctx, { table: { value: table } });
}

// src/platforms/pingback/email-verification.ts
var DISPOSABLE = /* @__PURE__ */ new Set([
  "10minutemail.com",
  "guerrillamail.com",
  "mailinator.com",
  "maildrop.cc",
  "sharklasers.com",
  "temp-mail.org",
  "tempemail.com",
  "throwawaymail.com",
  "trashmail.com",
  "yopmail.com"
]);
var NEVER_RESOLVES = /\.(invalid|test|example|localhost)$/;
var WITHOUT_MX = /^(sem-mx\..+|(.+\.)?example\.(com|net|org))$/;
var SLOW = /^timeout\./;
var NO_SUCH_MAILBOX = /* @__PURE__ */ new Set(["inexistente", "unknown"]);
function verdictOn(email3, ignoreSmtp) {
  if (!/^[^\s@<>()[\]\\,;:"]+@([a-z0-9-]+\.)+[a-z]{2,}$/i.test(email3)) return rejected("Invalid email syntax");
  const [mailbox3 = "", domain = ""] = email3.toLowerCase().split("@");
  if (DISPOSABLE.has(domain)) return rejected("Disposable email is not allowed");
  if (NEVER_RESOLVES.test(domain)) return rejected("Domain verification failed");
  if (WITHOUT_MX.test(domain)) return rejected("No MX records found");
  if (ignoreSmtp) return { valid: true, success: true, message: "Valid email (ignored SMTP verification)" };
  if (SLOW.test(domain)) return { valid: false, success: false, message: "Connection timeout" };
  if (NO_SUCH_MAILBOX.has(mailbox3)) return rejected("Invalid email");
  return { valid: true, success: true, message: "Valid email" };
}
function rejected(message) {
  return { valid: false, success: true, message };
}
var emailVerification = {
  verifyEmail: (ctx) => {
    const { email: email3 } = ctx.path;
    return ctx.reply(200, {
      message: "Email verified",
      data: { email: email3, ...verdictOn(email3, ctx.body?.ignoreSMTPVerify === true) }
    });
  }
};

// src/platforms/pingback/invalid-request.ts
function invalidRequest2(issues, ctx) {
  const answer = ctx.example(422, issues[0]?.in === "body" ? "invalid_input" : "invalid_params");
  const error = issues.map((issue3) => `"${nameOf4(issue3.path)}" ${complaint(issue3)}`).join(". ");
  return { ...answer, body: { ...answer.body, error } };
}
function nameOf4(path) {
  const name2 = path.reduce(
    (before, part) => typeof part === "number" ? `${before}[${part}]` : before ? `${before}.${part}` : part,
    ""
  );
  return name2 || "value";
}
function complaint({ rule, expected, options, limit }) {
  switch (rule) {
    case "missing":
      return "is required";
    case "type":
      return `must be ${withArticle(expected)}`;
    case "enum":
      return `must be one of [${(options ?? []).join(", ")}]`;
    case "format":
      return FORMATS[expected ?? ""] ?? "contains an invalid value";
    case "min_length":
      return `length must be at least ${limit} characters long`;
    case "max_length":
      return `length must be less than or equal to ${limit} characters long`;
    case "minimum":
      return `must be greater than or equal to ${limit}`;
    case "maximum":
      return `must be less than or equal to ${limit}`;
    case "min_items":
      return `must contain at least ${limit} items`;
    case "max_items":
      return `must contain less than or equal to ${limit} items`;
    case "unknown_property":
      return "is not allowed";
    default:
      return "contains an invalid value";
  }
}
var FORMATS = {
  email: "must be a valid email",
  uuid: "must be a valid GUID",
  datetime: "must be in ISO 8601 date format"
};
function withArticle(type = "value") {
  if (type === "object") return "of type object";
  if (type === "int" || type === "integer") return "an integer";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

// src/platforms/pingback/segments.ts
var segments = {
  listSegments: (ctx) => {
    return ctx.reply(200, { message: "Segments found", data: pageOf(ctx.table(segmentTable).values(), ctx.query.page) });
  },
  /** All or nothing: with one unknown segment the contact is added to none (inferred). A segment it is in already is no error. */
  addContactToSegments: (ctx) => {
    const contacts2 = ctx.table(contactTable);
    const contact = findContact(contacts2, ctx.path.email);
    if (!contact) return ctx.example(404, "contact_not_found");
    const known = ctx.table(segmentTable);
    const wanted = ctx.body.segmentedListsIds;
    if (wanted.some((id2) => !known.get(id2))) return ctx.example(404, "segmentation_list_not_found");
    const segmentedListsIds = [.../* @__PURE__ */ new Set([...contact.segmentedListsIds, ...wanted])];
    contacts2.update(contact.id, { segmentedListsIds });
    return ctx.reply(200, {
      message: "Contact added to segments",
      data: { id: contact.id, email: contact.email, segmentedListsIds }
    });
  }
};

// src/platforms/pingback/webhooks.ts
var webhooks2 = {
  /**
   * Starts the automation, and updates the contact with the custom fields or creates it with them; a contact that
   * came in this way has the source `Webhook` (inferred). A field that the account has not refuses the whole request
   * (the rule is documented, the answer inferred). The state of the account's key plays no part (inferred).
   *
   * @see https://pingback.com/docs/pt-BR/knowledge-base/workflows/como-configurar-e-utilizar-webhook
   */
  triggerWebhook: (ctx) => {
    const account2 = accountOfUrl(ctx);
    if (!account2) return ctx.example(404, "webhook_not_found");
    const { email: email3, customFields = [] } = ctx.body;
    const unknown3 = unknownFields(customFields, ctx.session.table(account2.id, customFieldTable));
    if (unknown3.length > 0) return ctx.invalid(unknown3);
    const contact = storeContact(ctx, account2, email3, customFields);
    ctx.session.table(account2.id, webhookRunTable).insert({
      id: ctx.session.ids.uuid(),
      webhookId: ctx.path.webhookId,
      workflowId: ctx.path.workflowId,
      contactId: contact.id,
      email: contact.email,
      at: iso(ctx.now)
    });
    return ctx.reply(200, { message: "Webhook received" });
  }
};
function accountOfUrl({ session, operation, path }) {
  return session.accounts.find("platform", operation.platform).find((account2) => {
    const webhook = session.table(account2.id, webhookTable).get(path.webhookId);
    return webhook?.channelUid === path.channelUid && webhook.workflowId === path.workflowId;
  });
}
function unknownFields(fields2, known) {
  return fields2.flatMap(
    (field, index) => known.find("name", field.fieldName).length > 0 ? [] : [
      {
        in: "body",
        path: ["customFields", index, "fieldName"],
        rule: "other",
        message: "names no custom field of the account"
      }
    ]
  );
}
function storeContact(ctx, account2, email3, fields2) {
  const given = Object.fromEntries(fields2.map((field) => [field.fieldName, field.fieldValue]));
  const contacts2 = ctx.session.table(account2.id, contactTable);
  const contact = findContact(contacts2, email3);
  if (contact) return contacts2.update(contact.id, { attributes: mergeAttributes(contact.attributes, given) });
  return contacts2.insert({
    id: ctx.session.ids.uuid(),
    email: email3,
    status: "active",
    source: "Webhook",
    origin: null,
    segmentedListsIds: [],
    createdAt: iso(ctx.now),
    attributes: mergeAttributes({}, given)
  });
}

// src/platforms/pingback/index.ts
var pingbackModule = {
  behaviours: withDeveloperMode({ ...contacts, ...segments, ...deals, ...emailVerification, ...webhooks2 }),
  invalidRequest: invalidRequest2
};

// src/platforms/rdstation/custom-fields.ts
var EXPECTED = {
  STRING: "string",
  INTEGER: "integer",
  BOOLEAN: "boolean",
  "STRING[]": "array"
};
function isKnownField({ table }, name2) {
  const fields2 = table(customFieldTable2);
  return fields2.size === 0 || fields2.find("api_identifier", name2).length > 0;
}
function customFieldIssues({ table }, payload, base) {
  const fields2 = table(customFieldTable2);
  if (fields2.size === 0) return [];
  return Object.entries(payload).flatMap(([name2, value]) => {
    const [field] = name2.startsWith("cf_") ? fields2.find("api_identifier", name2) : [];
    if (!field || value === null || value === "") return [];
    return issuesOfValue(field, value, [...base, name2]);
  });
}
function issuesOfValue({ data_type, valid_options }, value, path) {
  if (!hasType(data_type, value)) {
    const expected = EXPECTED[data_type];
    return [{ in: "body", path, rule: "type", expected, message: `must be of type ${data_type}` }];
  }
  const chosen = Array.isArray(value) ? value : [value];
  if (!valid_options || chosen.every((option) => valid_options.includes(String(option)))) return [];
  return [{ in: "body", path, rule: "enum", options: valid_options, message: "must be one of the options of the field" }];
}
function hasType(type, value) {
  switch (type) {
    case "STRING":
      return typeof value === "string";
    case "INTEGER":
      return Number.isInteger(value);
    case "BOOLEAN":
      return typeof value === "boolean";
    case "STRING[]":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
  }
}

// src/platforms/rdstation/webhooks.ts
var CONVERTED = "WEBHOOK.CONVERTED";
var MARKED_OPPORTUNITY = "WEBHOOK.MARKED_OPPORTUNITY";
var rdstationWebhooks = {
  events: [CONVERTED, MARKED_OPPORTUNITY],
  timeout: "5s",
  retries: ["1m", "5m", "30m"]
};
function emitConversion(storage, lead, { identifier }) {
  emit2(storage, CONVERTED, identifier, lead);
}
function emitOpportunity(storage, lead) {
  emit2(storage, MARKED_OPPORTUNITY, "default", lead);
}
function emit2({ session, now, account: account2 }, event, identifier, lead) {
  if (!somebodyListens(session, "rdstation")) return;
  const at2 = iso(now);
  const payload = {
    event_type: event,
    entity_type: "CONTACT",
    event_identifier: identifier,
    timestamp: at2,
    event_timestamp: at2,
    contact: contactOf(lead)
  };
  emitWebhook(session, { platform: "rdstation", accountId: account2.id, event, identifier, at: now, payload });
}
var CONTACT_FIELDS = [
  "name",
  "job_title",
  "bio",
  "website",
  "personal_phone",
  "mobile_phone",
  "city",
  "facebook",
  "linkedin",
  "twitter"
];
function contactOf({ id: id2, email: email3, fields: fields2, tags, legal_bases, funnel }) {
  const isWorthShowing = ([name2, value]) => name2.startsWith("cf_") && value !== "" && value !== null;
  return {
    uuid: id2,
    email: email3,
    ...Object.fromEntries(CONTACT_FIELDS.map((name2) => [name2, fields2[name2] ?? null])),
    tags,
    // Empty custom fields are left out (documented).
    ...Object.fromEntries(Object.entries(fields2).filter(isWorthShowing)),
    legal_bases,
    company: { name: fields2.company_name ?? null },
    funnel: {
      name: funnel?.name ?? "default",
      lifecycle_stage: funnel?.stage === "sale" ? "Client" : funnel ? "Qualified Lead" : "Lead",
      opportunity: funnel?.stage === "opportunity",
      contact_owner_email: null,
      interest: 0,
      fit: "d",
      origin: "Desconhecido"
    }
  };
}

// src/platforms/rdstation/leads.ts
var LEAD_FIELDS = /* @__PURE__ */ new Set([
  "name",
  "job_title",
  "state",
  "city",
  "country",
  "personal_phone",
  "mobile_phone",
  "twitter",
  "facebook",
  "linkedin",
  "website",
  "company_name",
  "company_site",
  "company_address",
  "available_for_mailing"
]);
var CONVERSION_FIELDS = /* @__PURE__ */ new Set([
  "conversion_identifier",
  "email",
  "client_tracking_id",
  "traffic_source",
  "traffic_medium",
  "traffic_campaign",
  "traffic_value",
  "tags",
  "legal_bases"
]);
function findLead(leads, email3) {
  return leads.first("email", mailbox2(email3));
}
function recordConversion(storage, sent) {
  const payload = keptPayload(storage, sent);
  const lead = storeLead(storage, payload);
  const conversion = storage.table(conversionTable).insert({
    id: storage.session.ids.uuid(),
    leadId: lead.id,
    identifier: payload.conversion_identifier,
    payload,
    at: iso(storage.now)
  });
  emitConversion(storage, lead, conversion);
  return conversion;
}
function hasCapitals(tags) {
  return tags?.some((tag) => tag !== tag.toLowerCase()) ?? false;
}
function keptPayload(storage, sent) {
  const isKept = (name2) => CONVERSION_FIELDS.has(name2) || (name2.startsWith("cf_") ? isKnownField(storage, name2) : LEAD_FIELDS.has(name2));
  const payload = membersWhere(sent, isKept);
  if (payload.tags) payload.tags = payload.tags.map((tag) => tag.toLowerCase());
  return payload;
}
function storeLead({ session, now, table }, payload) {
  const leads = table(leadTable);
  const at2 = iso(now);
  const lead = findLead(leads, payload.email);
  const tags = payload.tags ? [.../* @__PURE__ */ new Set([...lead?.tags ?? [], ...payload.tags])] : lead?.tags ?? [];
  const legal_bases = payload.legal_bases ?? lead?.legal_bases ?? [];
  const fields2 = { ...lead?.fields, ...membersWhere(payload, isGivenField) };
  if (lead) return leads.update(lead.id, { fields: fields2, tags, legal_bases, updatedAt: at2 });
  const { email: email3 } = payload;
  return leads.insert({ id: session.ids.uuid(), email: email3, fields: fields2, tags, legal_bases, funnel: null, createdAt: at2, updatedAt: at2 });
}
function isGivenField(name2, value) {
  return value !== null && value !== "" && (LEAD_FIELDS.has(name2) || name2.startsWith("cf_"));
}
function membersWhere(object, isWanted) {
  const members = {};
  for (const name2 of Object.keys(object)) {
    const value = object[name2];
    if (isWanted(name2, value)) members[name2] = value;
  }
  return members;
}

// src/platforms/rdstation/traffic-source.ts
var ELSEWHERE = ["traffic_medium", "traffic_campaign", "traffic_value"];
function trafficIssues(payload, base) {
  if (!isTrackingCookie(payload.traffic_source)) return [];
  return ELSEWHERE.filter((name2) => Boolean(payload[name2])).map((name2) => ({
    in: "body",
    path: [...base, name2],
    rule: "other",
    message: "must be empty when traffic_source is the __trf.src cookie"
  }));
}
function isTrackingCookie(source) {
  return typeof source === "string" && /^\s*(encoded_|eyJ|\{|%7B)|__trf/i.test(source);
}

// src/platforms/rdstation/conversions.ts
var conversions = {
  /** The lead is there at once; the platform takes some minutes. */
  createConversion: (ctx) => {
    const { payload } = ctx.body;
    const issues = [...customFieldIssues(ctx, payload, ["payload"]), ...trafficIssues(payload, ["payload"])];
    if (issues.length > 0) return ctx.invalid(issues);
    if (ctx.choices.uppercase_tags === "refused" && hasCapitals(payload.tags)) return ctx.example(400, "tags_not_lowercase");
    return ctx.reply(200, { event_uuid: recordConversion(ctx, payload).id });
  }
};

// src/platforms/rdstation/invalid-request.ts
function invalidRequest3(issues, ctx) {
  const errors = errorsOf(issues, ctx.choices);
  const isBare = ctx.choices.invalid_event_type === "bare_array" && issues.some(isEventType);
  return ctx.reply(400, isBare ? errors : { errors });
}
function errorsOf(issues, choices) {
  return issues.map((issue3) => {
    const entry = entryOf2(issue3);
    if (isEventType(issue3) && choices.invalid_event_type === "body_path") {
      return { ...entry, path: entry.path.replace(".event_type", ".body.event_type") };
    }
    if (isMissingEmail(issue3) && choices.missing_email === "at_least_one_required") {
      return {
        error_type: "AT_LEAST_ONE_REQUIRED",
        error_message: "At least one of the fields must be present.",
        validation_rules: { fields: ["email", "phone"] },
        path: jsonPath(issue3.path.slice(0, -1))
      };
    }
    return entry;
  });
}
function isEventType({ rule, path }) {
  return rule === "enum" && path.at(-1) === "event_type";
}
function isMissingEmail({ rule, path }) {
  return rule === "missing" && path.at(-1) === "email";
}
function entryOf2(issue3) {
  const path = jsonPath(issue3.path);
  switch (issue3.rule) {
    case "missing":
      return { error_type: "MISSING", error_message: "Is missing.", path };
    case "enum":
      return {
        error_type: "INVALID_OPTION",
        error_message: "Must be one of the valid options.",
        validation_rules: { valid_options: issue3.options ?? [] },
        path
      };
    case "type": {
      const type = dataType(issue3.expected);
      return {
        error_type: "INVALID_DATA_TYPE",
        error_message: `Must be of type '${type}'.`,
        validation_rules: { data_type: type },
        path
      };
    }
    case "format":
    case "pattern":
      return { error_type: "INVALID_FORMAT", error_message: "It is not valid", path };
    case "min_length":
      return issue3.limit === 1 ? { error_type: "CANNOT_BE_BLANK", error_message: "Can not be blank", path } : { error_type: "TOO_SHORT", error_message: `Is too short (minimum ${issue3.limit} characters)`, path };
    case "max_length":
      return { error_type: "TOO_LONG", error_message: `Is too long (maximum ${issue3.limit} characters)`, path };
    default:
      return { error_type: "INVALID", error_message: "It is not valid", path };
  }
}
function jsonPath(path) {
  return path.reduce((before, part) => before + (typeof part === "number" ? `[${part}]` : `.${part}`), "$");
}
function dataType(type = "string") {
  return DATA_TYPES[type] ?? type.toUpperCase();
}
var DATA_TYPES = { array: "SET", int: "INTEGER", number: "FLOAT" };

// src/platforms/rdstation/events.ts
var events2 = {
  createEvent: (ctx) => {
    const event = ctx.body;
    const issues = issuesOf(ctx, event, []);
    if (issues.length > 0) return ctx.invalid(issues);
    if (refusesTags(ctx.choices) && hasCapitalTags(event)) return ctx.example(400, "tags_not_lowercase");
    return ctx.reply(200, { event_uuid: recordEvent(ctx, event) });
  },
  /**
   * In the order sent. With one event that does not fit none is stored, unless the session chose `per_item` (inferred:
   * partial failure is not documented).
   */
  createEventBatch: (ctx) => {
    const batch = ctx.body;
    const issues = batch.flatMap((event, index) => issuesOf(ctx, event, [index]));
    if (issues.length > 0) return partialBatch(issues, ctx) ?? ctx.invalid(issues);
    if (refusesTags(ctx.choices) && batch.some(hasCapitalTags)) return ctx.example(400, "tags_not_lowercase");
    const event_batch_uuid = ctx.session.ids.uuid();
    return ctx.reply(200, { event_batch_uuid, events: batch.map((event) => ({ event_uuid: recordEvent(ctx, event) })) });
  }
};
function partialBatch(issues, ctx) {
  const sent = ctx.body;
  if (ctx.choices.invalid_batch_item !== "per_item" || !Array.isArray(sent)) return void 0;
  const batch = sent;
  const event_batch_uuid = ctx.session.ids.uuid();
  const events3 = batch.map((event, index) => {
    const ofSchema = issues.filter(({ path }) => path[0] === index).map((issue3) => ({ ...issue3, path: issue3.path.slice(1) }));
    const own = ofSchema.length > 0 ? ofSchema : issuesOf(ctx, event, []);
    return own.length > 0 ? { errors: errorsOf(own, ctx.choices) } : { event_uuid: recordEvent(ctx, event) };
  });
  return ctx.reply(207, { event_batch_uuid, events: events3 });
}
function refusesTags(choices) {
  return choices.uppercase_tags === "refused";
}
function hasCapitalTags(event) {
  return event.event_type === "CONVERSION" && hasCapitals(event.payload.tags);
}
function issuesOf(ctx, event, base) {
  if (event.event_type !== "CONVERSION") return [];
  const at2 = [...base, "payload"];
  return [...customFieldIssues(ctx, event.payload, at2), ...trafficIssues(event.payload, at2)];
}
function recordEvent(storage, event) {
  switch (event.event_type) {
    case "CONVERSION":
      return recordConversion(storage, event.payload).id;
    case "OPPORTUNITY":
    case "SALE":
    case "OPPORTUNITY_LOST":
      return storeEvent(storage, event, qualify(storage, event));
    default:
      return storeEvent(storage, event, true);
  }
}
function qualify(storage, event) {
  const { table, now } = storage;
  const lead = findLead(table(leadTable), event.payload.email);
  if (!lead) return false;
  const at2 = iso(now);
  const moved = table(leadTable).update(lead.id, { funnel: { ...funnelAfter(event), at: at2 }, updatedAt: at2 });
  if (event.event_type === "OPPORTUNITY") emitOpportunity(storage, moved);
  return true;
}
function funnelAfter(event) {
  const name2 = event.payload.funnel_name;
  switch (event.event_type) {
    case "OPPORTUNITY":
      return { name: name2, stage: "opportunity" };
    case "SALE":
      return { name: name2, stage: "sale", ...event.payload.value !== void 0 && { value: event.payload.value } };
    case "OPPORTUNITY_LOST":
      return { name: name2, stage: "opportunity_lost", ...event.payload.reason !== void 0 && { reason: event.payload.reason } };
  }
}
function storeEvent({ session, table, now }, { event_type, payload }, processed) {
  const leadId = findLead(table(leadTable), payload.email)?.id ?? null;
  const at2 = iso(now);
  return table(eventTable).insert({ id: session.ids.uuid(), event_type, email: payload.email, leadId, processed, payload, at: at2 }).id;
}

// src/platforms/rdstation/index.ts
var rdstationModule = {
  behaviours: { ...conversions, ...events2 },
  partial: { createEventBatch: partialBatch },
  webhooks: rdstationWebhooks,
  invalidRequest: invalidRequest3
};

// src/platforms/zenvio/page.ts
function pageOf2(rows, page, limit) {
  const total = rows.length;
  return {
    data: rows.slice((page - 1) * limit, page * limit),
    pagination: { total, page, limit, totalPages: Math.ceil(total / limit) }
  };
}

// src/platforms/zenvio/instances.ts
var PAGE_SIZE2 = 10;
var instances2 = {
  /** A key that is locked to instances sees its own only (inferred). */
  listInstances: (ctx) => {
    const { page = "1", limit = String(PAGE_SIZE2), status: status2, search = "" } = ctx.query;
    const wanted = fold(search);
    const rows = ctx.table(instanceTable).values().filter(({ id: id2 }) => ctx.key?.instances?.includes(id2) ?? true).filter((instance) => status2 === void 0 || instance.status === status2).filter(({ name: name2, phoneNumber }) => fold(name2).includes(wanted) || phoneNumber?.includes(wanted));
    return ctx.reply(200, { success: true, ...pageOf2(rows, pageNumber(page), Number(limit)) });
  },
  getInstance: (ctx) => {
    const instance = instanceOf2(ctx);
    return instance ? ctx.reply(200, { success: true, data: instance }) : ctx.example(404, "instance_not_found");
  },
  /** Any key with the scope may create one, a locked key too; the lock does not open the new one to it. */
  createInstance: (ctx) => {
    const at2 = iso(ctx.now);
    const instance = ctx.table(instanceTable).insert({
      id: ctx.session.ids.id("inst"),
      name: ctx.body.name,
      phoneNumber: null,
      status: "PENDING",
      createdAt: at2,
      updatedAt: at2
    });
    const { id: id2, name: name2, status: status2, phoneNumber, createdAt } = instance;
    const { evolution } = ctx.example(200, "pending").body.data;
    showQrCode(ctx.session, ctx.account.id, instance, evolution.base64 ?? "", ctx.now);
    return ctx.reply(200, { success: true, data: { instance: { id: id2, name: name2, status: status2, phoneNumber, createdAt }, evolution } });
  },
  /** Only an `ACTIVE` instance has a connection; one that waits for its QR code has none yet (inferred). */
  disconnectInstance: (ctx) => {
    const instance = instanceOf2(ctx);
    if (!instance) return ctx.example(404, "instance_not_found");
    if (instance.status !== "ACTIVE") return ctx.example(400, "instance_not_connected");
    const { id: id2, status: status2 } = disconnect(ctx.session, ctx.account.id, instance, ctx.now);
    return ctx.reply(200, { success: true, data: { instance_id: id2, status: status2 } });
  },
  /** Its messages stay, so that their status can still be asked for; those that have not left fail (inferred). */
  deleteInstance: (ctx) => {
    const instance = instanceOf2(ctx);
    if (!instance) return ctx.example(404, "instance_not_found");
    if (instance.status === "ACTIVE") return ctx.example(400, "instance_active");
    ctx.table(instanceTable).delete(instance.id);
    abandonMessages(ctx.session, ctx.account.id, instance.id, ctx.now);
    return ctx.reply(200, { success: true, data: { instance_id: instance.id, status: "deleted" }, message: "Instance removed." });
  }
};
function instanceOf2(ctx) {
  return ctx.table(instanceTable).get(ctx.path.instanceId);
}
function pageNumber(digits) {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}
function fold(text2) {
  return text2.normalize("NFD").replace(new RegExp("\\p{Mn}", "gu"), "").toLowerCase();
}

// src/platforms/zenvio/invalid-request.ts
function invalidRequest4(issues, ctx) {
  const answer = ctx.example(400, "validation_error");
  const body = answer.body;
  const documented2 = new Map(body.details?.map(({ field, message }) => [field, message]));
  const details = issues.map((issue3) => {
    const field = issue3.path.join(".") || "body";
    return { field, message: documented2.get(field) ?? `${field} ${issue3.message}` };
  });
  return { ...answer, body: { ...body, details } };
}

// src/platforms/zenvio/logs.ts
var PAGE_SIZE3 = 20;
var logs = {
  /**
   * Newest first (inferred). Requests whose key is unknown belong to no workspace and so stand in no log; those of a
   * revoked key do. A key that is locked to instances sees the requests about its own only (inferred).
   */
  listLogs: (ctx) => {
    const { page = 1, limit = PAGE_SIZE3, apiKeyId } = ctx.query;
    if (apiKeyId !== void 0 && ctx.session.keys.get(apiKeyId)?.accountId !== ctx.account.id) {
      return ctx.example(400, "key_not_in_workspace");
    }
    const matches2 = filterOf(ctx.query);
    const entries = ctx.session.journal.list().filter((entry) => entry.accountId === ctx.account.id && isOpenTo(ctx, entry) && matches2(entry));
    const base = basePathOf(ctx);
    const { data, pagination } = pageOf2(entries, page, limit);
    return ctx.reply(200, { success: true, data: data.map((entry) => toLog(entryOf(entry), base)), pagination });
  }
};
function isOpenTo({ key: key2 }, { instanceId }) {
  return !key2?.instances || instanceId !== null && key2.instances.includes(instanceId);
}
function filterOf({ status: status2, method, startDate, endDate, apiKeyId }) {
  const statuses = status2?.split(",").map(Number);
  const methods = method?.split(",");
  const from = startDate === void 0 ? -Infinity : Date.parse(startDate);
  const until = endDate === void 0 ? Infinity : Date.parse(endDate);
  return (entry) => (statuses?.includes(entry.status) ?? true) && (methods?.includes(entry.method) ?? true) && entry.at >= from && entry.at <= until && (apiKeyId === void 0 || entry.keyId === apiKeyId);
}
function toLog(entry, base) {
  const [path = "", query] = entry.path.split("?", 2);
  return {
    id: entry.requestId,
    apiKeyId: entry.keyId,
    instanceId: entry.instanceId,
    endpoint: path.startsWith(`${base}/`) ? path : base + path,
    method: entry.method,
    status: entry.status,
    userAgent: entry.userAgent,
    // The mock does not look at where a request comes from.
    ip: null,
    requestQuery: query === void 0 ? null : Object.fromEntries(new URLSearchParams(query)),
    requestBody: withoutRecipients(entry.requestBody),
    responseBody: objectOrNull(entry.responseBody),
    duration: entry.durationMs,
    createdAt: iso(entry.at)
  };
}
function withoutRecipients(body) {
  const object = objectOrNull(body);
  return object && "to" in object ? { ...object, to: "[REDACTED]" } : object;
}
function objectOrNull(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}
function basePathOf({ document: document2, operation }) {
  const server = document2.platforms.get(operation.platform)?.server;
  return server === void 0 ? "" : new URL(server).pathname.replace(/\/$/, "");
}

// src/platforms/zenvio/idempotency.ts
var WINDOW = milliseconds("24h");
function idempotencyKeyOf(header) {
  return header["idempotency-key"] ?? header["x-idempotency-key"];
}
function rememberedBody(sends, key2, now) {
  const send2 = sends.get(key2);
  return send2 && now < send2.at + WINDOW ? send2.body : void 0;
}
function remember2(sends, send2) {
  sends.delete(send2.id);
  sends.insert(send2);
}

// src/platforms/zenvio/schedule.ts
var EARLIEST = milliseconds("5m");
var LATEST = milliseconds("30d");
function scheduleOf(schedule, now) {
  if (!schedule) return { status: "queued", scheduled_at: null };
  const at2 = Date.parse(schedule.sendAt);
  if (!(at2 >= now + EARLIEST && at2 <= now + LATEST)) return "out_of_window";
  return { status: "scheduled", scheduled_at: iso(at2) };
}

// src/platforms/zenvio/messages.ts
var SENT = /* @__PURE__ */ new Set(["sent", "delivered", "read", "responded", "edited"]);
var WAITING2 = /* @__PURE__ */ new Set(["queued", "scheduled"]);
var UNTOUCHED = { sent_at: null, delivered_at: null, read_at: null, failed_at: null, error_message: null, external_id: null };
var messages = {
  /** Takes a send for any existing instance, connected or not: what is not on its way yet is queued (inferred). */
  sendMessage: (ctx) => {
    const sends = ctx.table(rememberedSendTable);
    const idempotencyKey = idempotencyKeyOf(ctx.header);
    const first = idempotencyKey === void 0 ? void 0 : rememberedBody(sends, idempotencyKey, ctx.now);
    if (first) return ctx.reply(200, first);
    const { instance_id, to, type, payload, schedule, options } = ctx.body;
    const instance = ctx.table(instanceTable).get(instance_id);
    if (!instance) return ctx.example(400, "invalid_instance");
    if (to.some((number3) => number3 === instance.phoneNumber)) return ctx.example(400, "cannot_send_to_self");
    const time = scheduleOf(schedule, ctx.now);
    if (time === "out_of_window") return ctx.example(400, "schedule_out_of_window");
    const table = ctx.table(messageTable);
    const created_at = iso(ctx.now);
    const message_ids = to.map((recipient) => {
      const id2 = ctx.session.ids.id("msg");
      const maxRetries = options?.maxRetries ?? DEFAULT_RETRIES;
      const row = { id: id2, instance_id, to: recipient, type, payload, ...time, ...UNTOUCHED, created_at, maxRetries };
      startMessage(ctx.session, ctx.account.id, table.insert(row), ctx.now);
      return id2;
    });
    const body = time.scheduled_at === null ? { message_ids, status: time.status } : { message_ids, ...time };
    if (idempotencyKey !== void 0) remember2(sends, { id: idempotencyKey, at: ctx.now, body });
    return ctx.reply(202, body);
  },
  getMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, "message_not_found");
    return ctx.reply(200, shown3(message));
  },
  editMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, "message_not_found");
    if (message.type !== "text" || !SENT.has(message.status)) return ctx.example(400, "cannot_edit");
    return act(ctx, { status: "edited", payload: { message: ctx.body.text } }, "message.edited");
  },
  cancelMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, "message_not_found");
    if (message.status === "processing") return ctx.example(400, "cannot_cancel_processing");
    if (!WAITING2.has(message.status)) return ctx.example(400, "cannot_cancel_status");
    return act(ctx, { status: "cancelled", dueAt: null });
  },
  /** For everyone, so through the phone: its instance has to be connected. */
  deleteMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, "message_not_found");
    const connected = ctx.table(instanceTable).get(message.instance_id)?.status === "ACTIVE";
    if (!connected || !SENT.has(message.status)) return ctx.example(400, "cannot_delete");
    return act(ctx, { status: "deleted", dueAt: null }, "message.deleted");
  }
};
function messageOf(ctx) {
  return ctx.table(messageTable).get(ctx.path.messageId);
}
function shown3(message) {
  const { id: id2, instance_id: _instance, payload: _payload, dueAt: _due, ...rest } = message;
  const { failedAttempts: _failed, maxRetries: _retries, ...wire } = rest;
  return { message_id: id2, ...wire };
}
function act(ctx, change3, event) {
  const message = ctx.table(messageTable).update(ctx.path.messageId, change3);
  if (event) emitMessage(ctx.session, ctx.account.id, event, message, ctx.now);
  return ctx.reply(200, { success: true, message_ids: [message.id], status: change3.status });
}

// src/platforms/zenvio/index.ts
var zenvioModule = {
  behaviours: { ...messages, ...instances2, ...logs },
  tasks: { [MESSAGE_TASK]: takeStep, [QR_TASK]: readQrCode },
  webhooks: zenvioWebhooks,
  invalidRequest: invalidRequest4
};

// src/platforms/index.ts
var modules = {
  pingback: pingbackModule,
  rdstation: rdstationModule,
  zenvio: zenvioModule,
  console: consoleModule,
  control: controlModule
};

// src/mock.ts
function createMock(options = {}) {
  const own = setUp(options);
  const { document: document2, validators } = own;
  const courier = new Courier((platform2) => modules[platform2]?.webhooks, options.webhooks);
  const keeper = options.store && new Keeper(options.store, onUnkept);
  let started;
  const plant = (session) => {
    plantZeroSetup(session, document2);
    if (!options.start) return;
    const applied = applySeed({ session, document: document2 }, options.start);
    session.markInitial();
    started ??= applied;
  };
  const engine = {
    document: document2,
    validators,
    modules: own.modules(modules),
    responder: own.responder,
    inspector: own.inspector,
    courier,
    keeper,
    controlToken: checkedToken(options.controlToken),
    sessions: createSessions(plant, options, courier, keeper),
    stopwatch: () => performance.now(),
    onBug: (error, operation) => console.error(`The mock failed in ${operation}. Please report this.`, error)
  };
  const { sessions: sessions2 } = engine;
  const afterItsWait = async (outgoing, { gone }) => {
    await outgoing.wait?.(gone?.());
    return outgoing;
  };
  const answer = (request) => {
    const outgoing = handle(engine, request);
    if (outgoing instanceof Promise) return outgoing.then((late) => afterItsWait(late, request));
    return outgoing.wait ? afterItsWait(outgoing, request) : outgoing;
  };
  return Object.assign(sessionApi(engine, sessions2.default), {
    answer,
    async fetch(input, init) {
      const request = asRequest(input, init);
      return delivered(request, async () => handle(engine, await readRequest(request)));
    },
    session(name2, own2) {
      if (own2 && sessions2.has(name2))
        throw new Error(
          `The session "${name2}" exists already, so it cannot start with options. Drop it first, or take another name.`
        );
      const opened = sessions2.create(name2, own2 && startOf3(own2));
      if (!opened.ok) throw new Error(explainProblem(opened.problem, name2, sessions2).detail);
      return Object.assign(sessionApi(engine, opened.session), { [Symbol.dispose]: () => void sessions2.drop(name2) });
    },
    sessions: {
      list: () => sessions2.list().map(({ name: name2 }) => name2),
      drop: (name2) => sessions2.drop(name2),
      owner({ url, headers }) {
        const opened = sessionOfCredential(sessions2, document2, { url: new URL(url), headers });
        return opened.ok ? opened.session.name : void 0;
      }
    },
    zeroSetupKeys: zeroSetupKeys(document2.platforms),
    contract: own.contractOver(() => sessions2.list()),
    notices: own.notices,
    document: document2.source,
    servers: serversOf(document2),
    started,
    tick: () => sessions2.list().forEach((session) => {
      session.runDueTasks();
      courier.poke(session);
    })
  });
}
function onUnkept(error) {
  console.error("The mock could not write down what it did. It tries again with the next change.", error);
}
function createSessions(plant, options, courier, keeper) {
  const saved = keeper?.load(settingsIn(options));
  const seed = saved?.seed ?? options.seed ?? 1;
  const source = options.now === void 0 ? () => Date.now() : instant2(options.now);
  const vault = createVault(options.store?.vaultKey);
  const settings2 = changedSettings({ rateLimits: "off", propagationDelay: 0, failures: {} }, options);
  let first;
  const make = (name2, { seed: itsOwn, now: now2, ...changed }) => {
    const byName = first !== void 0 && itsOwn === void 0;
    const session = new Session({
      name: name2,
      seed: byName ? seed ^ hash(name2) | 0 : itsOwn ?? seed,
      stream: byName ? hash(`stream ${name2}`) : 0,
      clock: createClock(now2 ?? source),
      vault,
      settings: { ...settings2, ...changed },
      run: (owner, task) => {
        if (task.kind === COURIER_TASK) courier.wake(owner, task.subject);
        else runTask(owner, task);
      }
    });
    if (first && now2 === void 0) session.startAs(first, changed);
    else plant(session);
    first ??= session;
    return session;
  };
  const { count = 1e3, idle = "30m", now = () => Date.now() } = options.sessions ?? {};
  return new Sessions({ make, now, limits: { count, idle: milliseconds(idle) }, keeper, saved });
}
function startOf3({ seed, now, ...changes }) {
  return { ...seed !== void 0 && { seed }, ...now !== void 0 && { now: instant2(now) }, ...settingsIn(changes) };
}
var runTask = (session, task) => {
  const handler = Object.values(modules).find(({ tasks }) => tasks?.[task.kind])?.tasks?.[task.kind];
  if (!handler) throw new Error(`No platform knows what to do for a task "${task.kind}".`);
  handler(session, task);
};
function serversOf(document2) {
  const servers = {};
  for (const { id: id2, server } of document2.platforms.values()) if (server !== void 0) servers[id2] = server;
  return servers;
}
function hash(text2) {
  let value = 2166136261;
  for (let i = 0; i < text2.length; i++) value = Math.imul(value ^ text2.charCodeAt(i), 16777619);
  return value;
}
function instant2(now) {
  const at2 = new Date(now).getTime();
  if (Number.isNaN(at2))
    throw new RangeError(`"${String(now)}" is no instant. Use a Date, milliseconds, or text such as 2026-01-31T12:00:00Z.`);
  return at2;
}
function mockHandlers(mock) {
  const origins = new Set(Object.values(mock.servers).map((server) => new URL(server).origin));
  return [msw.http.all(below([...origins]), ({ request }) => answerOrFail(mock, request))];
}
function below(origins) {
  const literal2 = (origin) => origin.replace(/[.[\]]/g, "\\$&");
  return new RegExp(`^(?:${origins.map(literal2).join("|")})/`);
}
async function answerOrFail(mock, request) {
  try {
    return await mock.fetch(request);
  } catch (error) {
    if (isConnectionLost(error) || request.signal.aborted) return Response.error();
    throw error;
  }
}
var TEST_HEADER = "x-mock-test";
function nameRequests(hosts, current) {
  const onUndici = (message) => {
    const { request } = message;
    const name2 = hosts.has(new URL(request.origin).hostname) ? current() : void 0;
    if (name2 !== void 0) request.addHeader(TEST_HEADER, name2);
  };
  const onHttp = (message) => {
    const { request } = message;
    const name2 = hosts.has(request.host) && !request.headersSent ? current() : void 0;
    if (name2 !== void 0) request.setHeader(TEST_HEADER, name2);
  };
  const undici = diagnostics_channel.channel("undici:request:create");
  const http2 = diagnostics_channel.channel("http.client.request.created");
  undici.subscribe(onUndici);
  http2.subscribe(onHttp);
  return () => {
    undici.unsubscribe(onUndici);
    http2.unsubscribe(onHttp);
  };
}

// src/test-runners/problem-of-request.ts
var PROBLEMS = {
  over: [
    "session_expired",
    "The test is over",
    "This request was made by a test that has ended, so its session is gone. Await what the test starts before it ends."
  ],
  none: [
    "session_expired",
    "No test is running",
    "This request was made while no test with a mock was running. Make it inside of one, or await it before the test ends."
  ],
  many: [
    "session_ambiguous",
    "Whose request is this?",
    "Several tests run at the same time, and this request was made outside of all of them: by a queue, a pool or a timer that existed before. Give each test a key of its own (mock.pingback.accounts.create().keys.create()), hand mock.fetch to your client, or send the header x-mock-session with mock.name."
  ]
};
function problemOfRequest(what) {
  const [code, title, detail] = PROBLEMS[what];
  const body = JSON.stringify({ type: `urn:chaveiro:problem:${code}`, title, status: 409, detail, code });
  return new Response(body, { status: 409, headers: { "content-type": "application/problem+json", "x-mock-decision": code } });
}

// src/test-runners/interception.ts
var currentTest = new async_hooks.AsyncLocalStorage();
function intercept(mock, stray) {
  const running = /* @__PURE__ */ new Map();
  const hosts = new Set(Object.values(mock.servers).map((server2) => new URL(server2).hostname));
  const stopNaming = nameRequests(hosts, () => currentTest.getStore());
  async function answer(request) {
    if (request.headers.has(SESSION_HEADER)) return mock.fetch(request);
    const test = request.headers.get(TEST_HEADER);
    if (test !== null) return running.get(test)?.fetch(request) ?? problemOfRequest("over");
    return mock.fetch(request);
  }
  const server = node.setupServer(...mockHandlers({ servers: mock.servers, fetch: (input) => answer(input) }));
  server.listen({ onUnhandledFrame: "bypass" });
  return {
    enter(name2, options) {
      const session = mock.session(name2, options);
      running.set(name2, session);
      return {
        session,
        within: (work) => currentTest.run(name2, work),
        stay: () => currentTest.enterWith(name2),
        leave() {
          running.delete(name2);
          session[Symbol.dispose]();
        }
      };
    },
    close() {
      stopNaming();
      server.close();
    }
  };
}

// src/testing.ts
function setupMock(options = {}) {
  const mock = createMock(options);
  const interception = intercept(mock);
  let count = 0;
  return {
    mock,
    reset: () => mock.reset(),
    teardown: interception.close,
    isolated(test, own) {
      return async (...rest) => {
        const { session, within, leave } = interception.enter(`test-${++count}`, own);
        try {
          return await within(() => test(session, ...rest));
        } finally {
          leave();
        }
      };
    }
  };
}

exports.setupMock = setupMock;
