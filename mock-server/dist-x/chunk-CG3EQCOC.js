import { loadDocument, SAME_KEYS } from './chunk-NRJFHYBT.js';
import { sampleBody } from './chunk-YHB2EGH4.js';
import { assertNodeRunsPrism } from './chunk-QPKCAVO4.js';
import { OwnDocumentError, assertOpenApi } from './chunk-CNIPTANC.js';
import { isRecord, followRecord, localPointer } from './chunk-PYFF5V7Q.js';
import { contractOver } from './chunk-N2AG7UFI.js';
import { problemsOf, ownPolicySchema, describeProblems, httpMethods, ownFailuresSchema, atPointer, schemePolicySchema } from './chunk-OX5GNH2G.js';
import { validate, compile, fromJSONSchema } from './chunk-OSGOXWAO.js';
import { document } from '@chaveiro/openapi';
import { schemas, standalone } from '@chaveiro/openapi/schemas';

function createValidators(schemas) {
  const compiled = /* @__PURE__ */ new WeakMap();
  function zodFor(schema) {
    let type = compiled.get(schema);
    if (!type) {
      type = compile(fromJSONSchema(standalone(schema, schemas.$defs)));
      compiled.set(schema, type);
    }
    return type;
  }
  function issuesOf(schema, place, value) {
    if (!schema) return [];
    if (Array.isArray(value) && value.length > MOST_EXPLAINED && schema["items"]) {
      const issues2 = issuesOfItems(schema["items"], place, value);
      if (issues2.length > 0) return issues2;
    }
    const result = zodFor(schema).safeParse(value, REPORT_INPUT);
    if (result.success) return [];
    const issues = result.error.issues.flatMap((issue) => toIssues(issue, place, []));
    return issues.length > 0 ? issues : [{ in: place, path: [], rule: "other", message: "is not valid" }];
  }
  function issuesOfItems(schema, place, items) {
    let explained = 0;
    return items.flatMap((item, index) => {
      if (validate(zodFor(schema), item)) return [];
      if (++explained > MOST_EXPLAINED) return [{ in: place, path: [index], rule: "other", message: "is not valid" }];
      return issuesOf(schema, place, item).map((issue) => ({ ...issue, path: [index, ...issue.path] }));
    });
  }
  return {
    parameterSchema: (operationId, place) => schemas.operations[operationId]?.parameters[place],
    check(operationId, place, value) {
      const operation = schemas.operations[operationId];
      if (place === "body") return issuesOf(operation?.request, place, value);
      const schema = operation?.parameters[place];
      return declaresNothing(schema) ? [] : issuesOf(schema, place, value);
    },
    checkResponse: (operationId, status, body) => issuesOf(schemas.operations[operationId]?.responses[String(status)], "body", body)
  };
}
var REPORT_INPUT = { reportInput: true };
var MOST_EXPLAINED = 100;
function declaresNothing(schema) {
  for (const _ in schema?.properties) return false;
  return true;
}
function toIssues(issue, place, base) {
  const path = [...base, ...issue.path.map((part) => typeof part === "symbol" ? String(part) : part)];
  const said = (rule, message, more = {}) => [
    { in: place, path, rule, message, ...more }
  ];
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === void 0) return said("missing", "is required", { expected: issue.expected });
      return said("type", `must be of type ${issue.expected}`, { expected: issue.expected });
    case "invalid_value":
      if (issue.input === void 0) return said("missing", "is required", { options: issue.values });
      return said("enum", `must be one of: ${issue.values.map(String).join(", ")}`, { options: issue.values });
    case "invalid_format":
      if (issue.format === "regex") return said("pattern", "does not have the expected form");
      return said("format", `must be a valid ${issue.format}`, { expected: issue.format });
    case "too_small":
      return said(sizeRule(issue.origin, "min"), `must have at least ${issue.minimum}`, { limit: Number(issue.minimum) });
    case "too_big":
      return said(sizeRule(issue.origin, "max"), `must have at most ${issue.maximum}`, { limit: Number(issue.maximum) });
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ in: place, path: [...path, key], rule: "unknown_property", message: "is not known" }));
    case "invalid_union":
      return (wrongKind(issue.errors) ?? bestBranch(issue.errors)).flatMap((inner) => toIssues(inner, place, path));
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
  const told = branches.map((branch) => branch.find((issue) => issue.code === "invalid_value" && issue.path.length === 1));
  const [first] = told;
  if (first?.code !== "invalid_value" || branches.length < 2) return void 0;
  const values = told.flatMap(
    (issue) => issue?.code === "invalid_value" && issue.path[0] === first.path[0] ? [issue.values] : []
  );
  return values.length === branches.length ? [{ ...first, values: [...new Set(values.flat())] }] : void 0;
}
function bestBranch(branches) {
  const cost = (branch) => branch.reduce((sum, issue) => sum + (issue.code === "invalid_value" && issue.path.length === 1 ? 1e3 : 1), 0);
  return [...branches].sort((a, b) => cost(a) - cost(b))[0] ?? [];
}

// src/own-document/console.ts
var CONSOLE_PREFIX = "/__console";
var CONTROL_PREFIX = "/__mock";
var PLATFORMS = ["console", "control"];
function takeOwnParts(ours, clashes) {
  const platforms = Object.fromEntries(Object.entries(ours["x-platforms"]).filter(([id]) => PLATFORMS.includes(id)));
  const tags = Object.values(platforms).map(({ tag }) => tag);
  const items = Object.entries(ours.paths).filter(([, item]) => tags.includes(tagOf(item)));
  const rename = (kind, name) => clashes(kind, name) ? `Chaveiro${name}` : name;
  const components = {};
  function renamed(node) {
    if (Array.isArray(node)) return node.map(renamed);
    if (!isRecord(node)) return node;
    const [, section, kind, name] = localPointer(node)?.split("/") ?? [];
    if (section === "components" && kind !== void 0 && name !== void 0) {
      bring(kind, name);
      return { ...node, $ref: `#/components/${kind}/${rename(kind, name)}` };
    }
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, key === "security" ? security(value) : renamed(value)])
    );
  }
  function bring(kind, name) {
    const target = components[kind] ??= {};
    if (Object.hasOwn(target, rename(kind, name))) return;
    target[rename(kind, name)] = {};
    target[rename(kind, name)] = renamed(atPointer(ours, `/components/${kind}/${name}`));
  }
  function security(value) {
    return value.map(
      (alternative) => Object.fromEntries(
        Object.entries(alternative).map(([name, scopes]) => {
          bring("securitySchemes", name);
          return [rename("securitySchemes", name), scopes];
        })
      )
    );
  }
  const paths = items.map(([path, item]) => {
    const prefix = tagOf(item) === platforms["console"]?.tag ? CONSOLE_PREFIX : "";
    return [prefix + path, renamed(item)];
  });
  const adoptedPlatforms = Object.entries(platforms).map(([id, platform]) => {
    const failures = Object.entries(platform.requestFailures).map(([kind, failure]) => {
      bring("responses", failure.response);
      return [kind, { ...failure, response: rename("responses", failure.response) }];
    });
    return [id, { ...platform, requestFailures: Object.fromEntries(failures) }];
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

// src/own-document/shown-bodies.ts
function shownBody(document, response, likely, words, wanted) {
  const [mediaType, media] = preferredContent(document, response) ?? [];
  if (mediaType === void 0 || media === void 0) return void 0;
  const candidates = examplesOf(document, media);
  const chosen = candidates.find(({ name }) => name === wanted) ?? candidates.find(({ name, summary }) => likely.test(`${name} ${summary}`)) ?? candidates.find(({ value }) => likely.test(textOf(value))) ?? candidates[0];
  if (chosen) return { mediaType, value: parsedIfJson(mediaType, chosen.value), documented: true };
  const guess = sampledOnce(document, media["schema"], words);
  return isRecord(guess) || Array.isArray(guess) ? { mediaType, value: guess, documented: false } : void 0;
}
var sampled = /* @__PURE__ */ new WeakMap();
function sampledOnce(document, schema, words) {
  const reference = isRecord(schema) ? schema["$ref"] : void 0;
  if (typeof reference !== "string") return sampleBody(document, schema, words);
  const known = sampled.get(document) ?? /* @__PURE__ */ new Map();
  sampled.set(document, known);
  const key = `${reference} ${words.code} ${words.status}`;
  if (!known.has(key)) known.set(key, sampleBody(document, schema, words));
  return known.get(key);
}
function preferredContent(document, response) {
  const types = Object.entries(isRecord(response["content"]) ? response["content"] : {});
  const [type, media] = types.find(([name]) => /[/+]json\b/i.test(name)) ?? types[0] ?? [];
  const found = followRecord(document, media);
  return type !== void 0 && found && !type.includes("*") ? [type, found] : void 0;
}
function examplesOf(document, media) {
  const named = Object.entries(isRecord(media["examples"]) ? media["examples"] : {}).flatMap(([name, example]) => {
    const found = followRecord(document, example);
    return found && "value" in found ? [{ name, summary: textOf(found["summary"]), value: found["value"] }] : [];
  });
  const single = [media["example"], followRecord(document, media["schema"])?.["example"]].filter((value) => value !== void 0);
  return [...named, ...single.map((value) => ({ name: "", summary: "", value }))];
}
function parsedIfJson(mediaType, value) {
  if (typeof value !== "string" || !/[/+]json\b/i.test(mediaType)) return value;
  try {
    const parsed = JSON.parse(value);
    return typeof parsed === "object" ? parsed : value;
  } catch {
    return value;
  }
}
function textOf(value) {
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
function statesOf(policy, schemeCount) {
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
  return possible.filter(([, can]) => can).map(([state]) => state);
}

// src/own-document/failures.ts
function createFailures({ document, operations, own, source, challenge }) {
  const firstWith = (status) => operations.find((each) => String(status) in each)?.[String(status)];
  const common = new Map([401, 403, 429].map((status) => [status, firstWith(status)]));
  const made = /* @__PURE__ */ new Map();
  const none = {};
  function statusOf(state) {
    const usual = stateWords[state].status;
    return own[state]?.status ?? (usual === 401 && !common.get(401) && common.get(403) ? 403 : usual);
  }
  function described(responses, status) {
    const own2 = [responses[String(status)], responses[`${String(status)[0]}XX`], responses["default"]];
    const candidates = [...own2, common.get(status)].filter((response) => response !== void 0);
    return candidates.find((response) => Object.keys(response["content"] ?? {}).length > 0) ?? candidates[0];
  }
  function responseFor(response, status, states) {
    const key = response ?? none;
    const known = made.get(key) ?? /* @__PURE__ */ new Map();
    made.set(key, known);
    const name = `${status} ${states.join(" ")}`;
    const found = known.get(name) ?? withExamples(response ?? {}, status, states);
    known.set(name, found);
    return found;
  }
  function withExamples(response, status, states) {
    const content = {};
    for (const [type, media] of Object.entries(response["content"] ?? {})) {
      content[type] = { ...followRecord(document, media) };
    }
    for (const state of states) {
      const { mediaType, value } = bodyFor(response, status, state);
      const media = content[mediaType] ??= {};
      const example = { value, "x-fill": { headers: headersFor(status) } };
      media["examples"] = { ...media["examples"], [state]: example };
    }
    return { ...response, description: textOr(response["description"], stateWords[states[0] ?? "missing_key"].title), content };
  }
  function bodyFor(response, status, state) {
    const { title, detail, likely } = stateWords[state];
    const wanted = own[state] ?? {};
    const words = { message: detail, code: state, status };
    const shown = shownBody(document, response, likely, words, wanted.example);
    if (wanted.body !== void 0) return { mediaType: shown?.mediaType ?? "application/json", value: wanted.body };
    if (shown) return shown;
    const problem = { type: `urn:chaveiro:problem:${state}`, title, status, detail, code: state };
    return { mediaType: "application/problem+json", value: problem };
  }
  function headersFor(status) {
    if (status === 429) return { "retry-after": "{remainingSeconds}" };
    return status === 401 ? { "www-authenticate": challenge } : {};
  }
  function isDocumented(state) {
    const { likely, detail } = stateWords[state];
    const response = common.get(statusOf(state));
    return response !== void 0 && shownBody(document, response, likely, { message: detail, code: state, status: 0 })?.documented === true;
  }
  return {
    of: (states) => Object.fromEntries(
      states.map((state) => [
        state,
        {
          status: statusOf(state),
          example: state,
          evidence: own[state]?.evidence ?? (own[state] || isDocumented(state) ? "documented" : "inferred"),
          source: own[state]?.source ?? source
        }
      ])
    ),
    addTo(responses, states) {
      const added = { ...responses };
      for (const status of new Set(states.map(statusOf))) {
        const alike = states.filter((state) => statusOf(state) === status);
        added[String(status)] = responseFor(described(responses, status), status, alike);
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
  let name = words.shift() ?? "api";
  for (const word of words) {
    if (name.length + word.length >= MAX_LENGTH) break;
    name += `-${word}`;
  }
  return /^[a-z]/.test(name) ? name.slice(0, MAX_LENGTH) : `api-${name}`.slice(0, MAX_LENGTH);
}
function plain(text) {
  return dashed(text.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2"));
}
function dashed(text) {
  return text.normalize("NFKD").replaceAll(new RegExp("\\p{M}", "gu"), "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
}

// src/own-document/operations.ts
function findOperations({ document, reserved, notice }) {
  const found = [];
  for (const [given, value] of Object.entries(document.paths)) {
    const item = followRecord(document, value);
    if (!item || given.startsWith("x-")) continue;
    const path = reachablePath(given);
    if (reserved.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) {
      notice(`${given}: left out, since the mock answers there itself.`);
      continue;
    }
    for (const method of httpMethods) {
      const operation = followRecord(document, item[method]);
      if (operation) found.push({ path, method, item, operation, responses: responsesOf(document, operation) });
    }
  }
  return found;
}
function adoptOperations(parts, operations, failures, statesAt) {
  const { document, security, tag, taken } = parts;
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
      ...bodyOf(document, operation),
      responses: states.length === 0 ? responses : failures.addTo(responses, states),
      security: ways
    };
  }
  return paths;
}
function responsesOf(document, operation) {
  const listed = Object.entries(isRecord(operation["responses"]) ? operation["responses"] : {}).flatMap(([status, value]) => {
    const response = followRecord(document, value);
    return response && !status.startsWith("x-") ? [[status, response]] : [];
  });
  return listed.length > 0 ? Object.fromEntries(listed) : { "200": { description: "OK" } };
}
function bodyOf(document, operation) {
  const body = followRecord(document, operation["requestBody"]);
  if (!body) return { requestBody: void 0 };
  const content = isRecord(body["content"]) ? body["content"] : {};
  return { requestBody: { ...body, required: body["required"] === true, content } };
}
function idOf(operation, method, path, ids) {
  const given = operation["operationId"];
  const id = typeof given === "string" && given !== "" && !ids.has(given) ? given : `${method.toUpperCase()} ${path}`;
  ids.add(id);
  return id;
}
function reachablePath(given) {
  const path = given.split(/[?#]/, 1)[0] ?? "";
  return path.startsWith("/") ? path : `/${path}`;
}
function withoutMethods(item) {
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => !httpMethods.includes(name) && name !== "$ref")
  );
}
function textsOf(value) {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

// src/own-document/security.ts
var STAND_IN = ["mockKey", { type: "http", scheme: "bearer" }];
var METHODS = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
function readSecurity(document, policy, notice) {
  const components = isRecord(document["components"]) ? document["components"] : {};
  const described = isRecord(components["securitySchemes"]) ? components["securitySchemes"] : {};
  const schemes = /* @__PURE__ */ new Map();
  const unseen = /* @__PURE__ */ new Set();
  for (const [name, value] of Object.entries(described)) {
    const scheme = toScheme(followRecord(document, value));
    if (scheme) schemes.set(name, scheme);
    else unseen.add(name);
  }
  for (const [name, scheme] of Object.entries(policy.security ?? {})) schemes.set(name, scheme);
  if (unseen.size > 0)
    notice(`${[...unseen].join(", ")}: not checked, since no HTTP request can show it (mutual TLS and the like).`);
  const operations = operationsOf(document);
  for (const name of namesIn([document["security"], ...operations.map((each) => each["security"])])) {
    if (schemes.has(name) || unseen.has(name)) continue;
    notice(`${name}: the document asks for this scheme without describing it; taken as a bearer token.`);
    schemes.set(name, { type: "http", scheme: "bearer" });
  }
  const byDefault = defaultSecurity(document, operations, schemes, policy, notice);
  const used = operations.map((each) => securityOf(each["security"] ?? byDefault, unseen));
  return {
    schemes: new Map([...schemes].sort(([, a], [, b]) => rank(a) - rank(b))),
    of: (operation) => securityOf(operation["security"] ?? byDefault, unseen),
    scopes: (scheme) => scopesOf(described[scheme], used, scheme),
    sameKeys: (scheme) => [...schemes.keys()].filter((other) => takeSameKeys(scheme, other, schemes, used))
  };
}
function takeSameKeys(one, other, schemes, used) {
  if (one === other || [one, other].some((name) => isToken(schemes.get(name) ?? { type: "http"})))
    return false;
  const both = (names) => one in names && other in names;
  if (used.some((security) => security.some(both))) return false;
  return used.some((security) => both(Object.assign({}, ...security)));
}
function defaultSecurity(document, operations, schemes, policy, notice) {
  const own = Object.keys(policy.security ?? {});
  if (own.length > 0) return own.map((name) => ({ [name]: [] }));
  if (document["security"] !== void 0) return document["security"];
  if (namesIn(operations.map((each) => each["security"])).size > 0) return [];
  if (schemes.size === 0) {
    schemes.set(...STAND_IN);
    notice(
      "The document names no security scheme: every operation is open, and a bearer token that is sent must be a known key. Say more in a policy file (security)."
    );
  } else {
    notice("No operation of the document asks for a key: every one is open, and a key that is sent must be a known one.");
  }
  return [...[...schemes.keys()].map((name) => ({ [name]: [] })), {}];
}
function securityOf(value, unseen) {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((alternative) => {
    const kept = Object.entries(alternative).filter(([name]) => !unseen.has(name));
    return Object.fromEntries(kept.map(([name, scopes]) => [name, Array.isArray(scopes) ? scopes.filter(isText) : []]));
  });
}
function toScheme(value) {
  const { type, in: place, name, scheme } = value ?? {};
  const extensions = Object.fromEntries(Object.entries(value ?? {}).filter(([line]) => /^(x-|description$)/.test(line)));
  switch (type) {
    case "apiKey":
      if (typeof name !== "string" || !["header", "query", "cookie"].includes(String(place))) return void 0;
      if (place === "header" && !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return void 0;
      return { ...extensions, type, in: place, name };
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
function operationsOf(document) {
  return Object.values(document.paths).flatMap((value) => {
    const item = followRecord(document, value) ?? {};
    return METHODS.map((method) => followRecord(document, item[method])).filter((operation) => operation !== void 0);
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
function policyOf(name, scheme, { platform, policy, scopes, source }) {
  const own = { ...documented(name, scheme), ...linesOf(policy), ...policy.schemes?.[name] };
  const evidence = { level: "inferred", source };
  return {
    platform,
    keysPerAccount: own.keysPerAccount ?? null,
    secret: own.secret ?? "revealable",
    // A secret that nobody can see again need not be kept.
    storage: own.storage ?? (own.secret === "shown-once" ? "bcrypt" : "aes-256-gcm"),
    format: own.format ?? { prefix: `${platform.replaceAll("-", "_")}_`, alphabet: "base62", length: 32 },
    names: own.names ?? { required: false, unique: false },
    actions: own.actions ?? { rename: true, disable: true, delete: true },
    managedBy: own.managedBy ?? (isToken(scheme) ? [] : ["owner", "manager"]),
    plans: plansOf(own.plans),
    products: own.products ?? null,
    scopes: own.scopes ?? [...scopes],
    lockTo: own.lockTo ?? null,
    rateLimits: (own.rateLimits ?? []).map((limit, index) => rateLimitOf(limit, `${name}-${index + 1}`, source)),
    expires: own.expires ?? "never",
    evidence: Object.fromEntries(
      ["keysPerAccount", "secret", "storage", "actions", "plans", "scopes", "rateLimits", "expires"].map((line) => [
        line,
        evidence
      ])
    )
  };
}
function documented(name, scheme) {
  const value = scheme["x-key-policy"];
  if (value === void 0) return {};
  const problems = problemsOf(schemePolicySchema, value, ["components", "securitySchemes", name, "x-key-policy"]);
  if (problems.length > 0) throw new OwnDocumentError(describeProblems(problems).join("\n"));
  const { platform: _, evidence: __, ...lines } = value;
  return lines;
}
function linesOf(policy) {
  const { platform: _, title: __, server: ___, failures: ____, schemes: _____, security: ______, ...lines } = policy;
  return lines;
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
function rateLimitOf(limit, id, source) {
  const per = limit.per ?? "account";
  return { id, per, state: per === "lead" ? "rate_limited_lead" : "rate_limited", evidence: "inferred", source, ...limit };
}

// src/own-document/servers.ts
var LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0|.*\.localhost)$/;
function readServers(document, policy, source) {
  const lists = [document["servers"], ...Object.values(document.paths).flatMap((item) => serversBelow(document, item))];
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
function serversBelow(document, value) {
  const item = followRecord(document, value) ?? {};
  const operations = Object.values(item).filter(isRecord);
  return [item["servers"], ...operations.map((operation) => operation["servers"])];
}
function withoutLoopback(base) {
  if (base.startsWith("/")) return base;
  const { hostname, pathname } = new URL(base);
  return LOOPBACK.test(hostname) ? pathname : base;
}
function urlOf(server) {
  if (!isRecord(server) || typeof server["url"] !== "string") return void 0;
  const variables = isRecord(server["variables"]) ? server["variables"] : {};
  return server["url"].replaceAll(/\{([^{}]*)\}/g, (_, name) => {
    const variable = variables[name];
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
    possible: (policy) => planWithoutAccess(policy) !== void 0,
    account: (policy) => ({ plan: planWithoutAccess(policy) ?? policy.plans.default })
  },
  {
    state: "rate_limited",
    summary: "Good, but its account has used up its limits",
    possible: () => true,
    account: () => ({ rateLimits: "exhausted" })
  }
];
function zeroSetupAccounts(platform, schemes) {
  return STATES.flatMap((each) => {
    const { state, account } = each;
    const fitting = schemes.filter(({ policy }) => each.possible(policy));
    const [first] = fitting;
    if (!first) return [];
    const keys = fitting.map((scheme) => keyFor(platform, scheme, each, schemes.indexOf(scheme) === 0));
    const name = `${state[0]?.toUpperCase()}${state.slice(1).replaceAll("_", " ")}`;
    return [{ id: `acc_${state}`, name, plan: first.policy.plans.default, keys, ...account?.(first.policy) }];
  });
}
function keyFor(platform, { name, policy, travelsIn: travelsIn2 }, { state, summary, key }, isFirst) {
  const scheme = isFirst ? "" : `-${plain(name).slice(0, 16)}`;
  return {
    id: `key_${state}${isFirst ? "" : `_${name}`}`,
    scheme: name,
    state,
    secret: `chaveiro-${platform.slice(0, 24)}${scheme}-${state.replaceAll("_", "-")}`,
    name: `${name} ${state.replaceAll("_", " ")}`,
    summary: `${summary}; ${travelsIn2}.`,
    ...key?.(policy)
  };
}
function planWithoutAccess({ plans }) {
  return plans.all.find((plan) => !plans.withApiAccess.includes(plan));
}

// src/own-document/adopt.ts
var LIMITS = { bodyBytes: 10485760, urlBytes: 16384 };
var SPECIFICATION = "https://spec.openapis.org/oas/latest.html";
function adopt(value, ours, { policy = {}, source } = {}) {
  assertOpenApi(value);
  const document = value;
  const notices = [];
  const notice = (text) => void notices.push(text);
  const title = policy.title ?? titleOf(document);
  const platform = policy.platform ?? platformName(title);
  const tag = `${title} (${platform})`;
  const origin = source?.startsWith("http") ? source : SPECIFICATION;
  const components = componentsOf(document);
  const own = takeOwnParts(ours, (kind, name) => Object.hasOwn(components[kind] ?? {}, name));
  const security = readSecurity(document, policy, notice);
  warnOfStrangers(policy, [...security.schemes.keys()]);
  const policies = /* @__PURE__ */ new Map();
  for (const [name, scheme] of security.schemes) {
    policies.set(name, policyOf(name, scheme, { platform, policy, scopes: security.scopes(name), source: origin }));
  }
  const kinds = [...security.schemes.keys()].filter(
    (name, at, all) => !security.sameKeys(name).some((other) => all.indexOf(other) < at)
  );
  const states = new Map([...policies].map(([name, each]) => [name, statesOf(each, kinds.length)]));
  const parts = { document, security, tag, taken: own.operationIds, reserved: [CONSOLE_PREFIX, CONTROL_PREFIX], notice };
  const operations = findOperations(parts);
  const failures = createFailures({
    document,
    operations: operations.filter(({ operation }) => security.of(operation).length > 0).map(({ responses }) => responses),
    own: { ...failuresOf(security.schemes), ...policy.failures },
    source: origin,
    challenge: challengeOf([...security.schemes.values()])
  });
  const statesAt = (schemes) => [...new Set(schemes.flatMap((name) => states.get(name) ?? []))];
  const adoptedSchemes = [...security.schemes].map(([name, scheme]) => [
    name,
    {
      ...scheme,
      "x-key-policy": policies.get(name),
      "x-auth-failures": failures.of(states.get(name) ?? []),
      [SAME_KEYS]: security.sameKeys(name)
    }
  ]);
  const entry = {
    ...own.platforms["control"],
    title,
    tag,
    summary: `Adopted from an OpenAPI ${document.openapi} document.`,
    limits: {
      bodyBytes: { value: LIMITS.bodyBytes, evidence: "inferred", source: origin },
      urlBytes: { value: LIMITS.urlBytes, evidence: "inferred", source: origin }
    },
    ...readServers(document, policy, source),
    zeroSetup: {
      accounts: zeroSetupAccounts(
        platform,
        kinds.flatMap((name) => {
          const each = policies.get(name);
          const places = [name, ...security.sameKeys(name)].map((scheme) => travelsIn(security.schemes.get(scheme)));
          return each ? [{ name, policy: each, travelsIn: places.join(", or ") }] : [];
        })
      )
    }
  };
  const merged = mergeComponents(components, own.components);
  return {
    platform,
    notices,
    document: {
      ...document,
      info: { title, version: "0", ...isRecord(document["info"]) && document["info"] },
      paths: { ...adoptOperations(parts, operations, failures, statesAt), ...own.paths },
      components: {
        ...merged,
        securitySchemes: {
          ...Object.fromEntries(adoptedSchemes),
          ...own.components.securitySchemes
        }
      },
      "x-platforms": { [platform]: entry, ...own.platforms }
    }
  };
}
function titleOf(document) {
  const info = isRecord(document["info"]) ? document["info"] : {};
  return typeof info["title"] === "string" && info["title"].trim() !== "" ? info["title"].trim() : "API";
}
function componentsOf(document) {
  const components = isRecord(document["components"]) ? document["components"] : {};
  return Object.fromEntries(Object.entries(components).filter(([, group]) => isRecord(group)));
}
function mergeComponents(theirs, ours) {
  const kinds = /* @__PURE__ */ new Set([...Object.keys(theirs), ...Object.keys(ours)]);
  return Object.fromEntries([...kinds].map((kind) => [kind, { ...theirs[kind], ...ours[kind] }]));
}
function warnOfStrangers({ schemes = {} }, known) {
  const stranger = Object.keys(schemes).find((name) => !known.includes(name));
  if (stranger === void 0) return;
  throw new OwnDocumentError(`The policy has lines for the scheme "${stranger}", and the document has: ${known.join(", ")}.`);
}
function failuresOf(schemes) {
  const all = [...schemes].map(([name, scheme]) => {
    const value = scheme["x-auth-failures"];
    if (value === void 0) return {};
    const problems = problemsOf(ownFailuresSchema, value, ["components", "securitySchemes", name, "x-auth-failures"]);
    if (problems.length > 0) throw new OwnDocumentError(describeProblems(problems).join("\n"));
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
  const adopted = options.document && adopt(options.document, document, adoptOptions(options));
  const document$1 = loadDocument(adopted?.document ?? document);
  const answers = options.responder ?? (adopted ? "prism" : "none");
  const checks = options.contract !== void 0 && options.contract !== false;
  if (answers === "prism" || checks) assertNodeRunsPrism();
  const check = checks ? lazyCheck(document$1, contractOptions(options.contract)) : void 0;
  return {
    document: document$1,
    validators: createValidators(adopted ? schemasOf(document$1, adopted.platform) : schemas),
    responder: answers === "prism" ? lazyResponder(document$1) : void 0,
    inspector: check?.inspect,
    notices: adopted?.notices ?? [],
    modules: (all) => adopted ? Object.fromEntries(Object.entries(all).filter(([id]) => OF_THE_MOCK.includes(id))) : all,
    contractOver: (sessions) => contractOver(check, sessions)
  };
}
function adoptOptions({ policy, documentSource }) {
  const problems = policy ? problemsOf(ownPolicySchema, policy, []) : [];
  if (problems.length > 0) throw new OwnDocumentError(`The policy has slips:
${describeProblems(problems).join("\n")}`);
  return { ...policy && { policy }, ...documentSource !== void 0 && { source: documentSource } };
}
function contractOptions(contract) {
  if (typeof contract === "object") return contract;
  return typeof contract === "string" ? { side: contract } : {};
}
function schemasOf(document, platform) {
  const ours = document.operations.filter((operation) => operation.platform !== platform).map(({ id }) => id);
  const operations = Object.fromEntries(
    ours.flatMap((id) => schemas.operations[id] ? [[id, schemas.operations[id]]] : [])
  );
  return { ...schemas, operations };
}
function lazyResponder(document) {
  let made;
  return async (letIn) => {
    made ??= import('./responder-YOXVIQTF.js').then(({ createPrismResponder }) => createPrismResponder(document));
    return (await made)(letIn);
  };
}
function lazyCheck(document, options) {
  let made;
  let found = 0;
  return {
    side: options.side,
    get found() {
      return found;
    },
    async inspect(exchange) {
      made ??= import('./contract-46HESBCU.js').then(({ createInspector }) => createInspector(document, options));
      const violations = await (await made)(exchange);
      found += violations.length;
      return violations;
    }
  };
}

export { setUp };
