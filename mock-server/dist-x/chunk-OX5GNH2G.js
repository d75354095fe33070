import { _enum, string, exactOptional, int, record, array, discriminatedUnion, literal, boolean, unknown, url, strictObject } from './chunk-OSGOXWAO.js';

// ../openapi/dist/policy.js
var authStates = [
  "missing_key",
  "unknown_key",
  "deleted_key",
  "disabled_key",
  "expired_key",
  "plan_not_allowed",
  "wrong_product",
  "wrong_endpoint",
  "scope_missing",
  "rate_limited",
  "rate_limited_lead",
  "instance_not_allowed"
];
var authStateSchema = _enum(authStates);
function nearest(word, candidates) {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best;
  for (const candidate of candidates) {
    if (Math.abs(word.length - candidate.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && (best === void 0 || distance < best.distance)) {
      best = { candidate, distance };
    }
  }
  return best?.candidate;
}
function didYouMean(word, candidates) {
  const guess = nearest(word, candidates);
  return guess === void 0 ? "" : `; did you mean ${guess}?`;
}
function editDistance(a, b) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : Infinity;
      row.push(Math.min(changed, swapped, at(last, j) + 1, at(row, j - 1) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}
function at(row, index) {
  return row[index] ?? Infinity;
}
function lines(shape) {
  return strictObject(shape, {
    error: (issue) => (
      // One row per key, in the order of `issue.keys`: `issuesOf` gives each key its own problem.
      issue.code === "unrecognized_keys" ? unknownLines(issue.keys, Object.keys(shape)).join("\n") : void 0
    )
  });
}
var MOST_GUESSED = 100;
function unknownLines(keys, known) {
  return keys.map((key, index) => index < MOST_GUESSED ? unknownLine(key, known) : "unknown line");
}
function unknownLine(key, known) {
  return `unknown line${didYouMean(key, known)}`;
}
var evidenceLevels = ["documented", "sdk", "observed", "inferred"];
var evidenceSchema = _enum(evidenceLevels);
var sourceSchema = string().regex(/^https?:\/\/\S+$/, "must be one http or https URL");
var noteSchema = string().min(1);
var evidenceLines = {
  evidence: evidenceSchema,
  source: sourceSchema,
  note: exactOptional(noteSchema)
};
var lineEvidenceSchema = lines({
  level: evidenceSchema,
  source: sourceSchema,
  note: exactOptional(noteSchema)
});
var answerLines = {
  status: int().min(400).max(599),
  /** Name of the example, in that status' response of every operation where the state can happen. */
  example: string().min(1),
  ...evidenceLines
};
var alternativeSchema = lines(answerLines);
var failureSchema = lines({
  ...answerLines,
  alternatives: exactOptional(record(string(), alternativeSchema))
});
var optionalFailures = Object.fromEntries(authStates.map((state) => [state, exactOptional(failureSchema)]));
var authFailuresSchema = lines(optionalFailures);
var corsSchema = lines({
  /** `access-control-allow-origin` of every answer. */
  origin: string().min(1),
  /** Request headers that a preflight lets through. */
  headers: array(string()),
  /** Seconds for which a preflight's answer may be kept. */
  maxAge: exactOptional(int().positive()),
  ...evidenceLines
});
var httpMethods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isReference(value) {
  return isRecord(value) && typeof value["$ref"] === "string";
}
function pointerSteps(pointer) {
  const steps = pointer.split("/").slice(1);
  return pointer.includes("~") ? steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")) : steps;
}
function atPointer(value, pointer) {
  let current = value;
  for (const step of pointerSteps(pointer)) {
    if (Array.isArray(current)) current = current[Number(step)];
    else if (isRecord(current) && Object.hasOwn(current, step)) current = current[step];
    else return void 0;
  }
  return current;
}
function resolve(document, value) {
  let current = value;
  while (isReference(current)) {
    const target = current.$ref.startsWith("#/") ? atPointer(document, current.$ref.slice(1)) : void 0;
    if (target === void 0) throw new Error(`The reference ${current.$ref} leads nowhere.`);
    current = target;
  }
  return current;
}
function operationsOf(document) {
  const platformOf = platformByTag(document);
  return Object.entries(document.paths).flatMap(
    ([path, item]) => httpMethods.flatMap((method) => {
      const operation = item[method];
      if (operation === void 0) return [];
      return [{ platform: platformOf(operation), method, path, item, operation, at: ["paths", path, method] }];
    })
  );
}
function platformByTag(document) {
  const byTag = new Map(Object.entries(document["x-platforms"]).map(([id, { tag }]) => [tag, id]));
  return ({ tags }) => byTag.get(tags?.[0] ?? "") ?? "";
}
function webhooksOf(document) {
  const platformOf = platformByTag(document);
  return Object.entries(document.webhooks ?? {}).flatMap(
    ([event, item]) => httpMethods.flatMap((method) => {
      const operation = item[method];
      if (operation === void 0) return [];
      return [{ platform: platformOf(operation), method, event, item, operation, at: ["webhooks", event, method] }];
    })
  );
}
function requirementsOf(operation) {
  if (operation.security?.some((alternative) => Object.keys(alternative).length === 0)) return [];
  return (operation.security ?? []).flatMap(
    (alternative) => Object.entries(alternative).map(([scheme, scopes]) => ({ scheme, scopes }))
  );
}
function parametersOf(document, { item, operation }) {
  const byPlace = /* @__PURE__ */ new Map();
  for (const given of [...item.parameters ?? [], ...operation.parameters ?? []]) {
    const parameter = resolve(document, given);
    byPlace.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...byPlace.values()];
}
function jsonContent(holder) {
  const content = holder?.content ?? {};
  const type = Object.keys(content).find((name) => name === "application/json") ?? Object.keys(content).find((name) => name.endsWith("+json"));
  return type === void 0 ? void 0 : content[type];
}
function responseOf(document, operation, status) {
  const response = operation.responses[String(status)];
  return response === void 0 ? void 0 : resolve(document, response);
}
function examplesOf(document, holder) {
  const examples = jsonContent(holder)?.examples ?? {};
  return Object.fromEntries(Object.entries(examples).map(([name, example]) => [name, resolve(document, example)]));
}
function exampleBodyOf(document, operation) {
  if (operation.requestBody === void 0) return void 0;
  return Object.values(examplesOf(document, resolve(document, operation.requestBody)))[0]?.value;
}
var limits = ["minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems"];
var notSchemas = /* @__PURE__ */ new Set(["example", "examples", "default", "enum", "const", "mapping"]);
function checkEvidence(document) {
  const seen = /* @__PURE__ */ new Set();
  return [...operationsOf(document), ...webhooksOf(document)].flatMap(({ operation, platform, at: at2 }) => [
    ...untagged(operation, at2[0] === "webhooks" ? "webhook" : "operation", at2),
    ...Object.entries(operation.responses).flatMap(
      ([status, response]) => untagged(resolve(document, response), "response", [...at2, "responses", status])
    ),
    // The console and the control interface are ours: their limits are facts.
    ...document["x-platforms"][platform]?.server === void 0 ? [] : untaggedLimits(document, operation, at2, seen)
  ]);
}
function untagged(tagged, kind, at2) {
  if ("x-evidence" in tagged || "x-source" in tagged) return [];
  return [{ path: [...at2, "x-evidence"], message: `missing line: every ${kind} says x-evidence and x-source` }];
}
function untaggedLimits(document, node, at2, seen) {
  if (Array.isArray(node)) return node.flatMap((item, index) => untaggedLimits(document, item, [...at2, index], seen));
  if (!isRecord(node)) return [];
  if (isReference(node)) {
    if (seen.has(node.$ref)) return [];
    seen.add(node.$ref);
    const pointer = node.$ref.slice(1);
    return untaggedLimits(document, atPointer(document, pointer), pointerSteps(pointer), seen);
  }
  const isSchema = !("responses" in node) && !("content" in node);
  const tagged = isSchema && "x-evidence" in node;
  const limit = limits.find((keyword) => keyword in node);
  return [
    ...limit !== void 0 && !tagged ? [{ path: [...at2, limit], message: "a limit of a platform needs x-evidence and x-source beside it" }] : [],
    ...Object.entries(node).filter(([key]) => !notSchemas.has(key) && !key.startsWith("x-")).flatMap(([key, value]) => tagged ? [] : untaggedLimits(document, value, [...at2, key], seen))
  ];
}
var fillVariables = [
  "scope",
  "lead",
  "limit",
  "usage",
  "remainingSeconds",
  "keyLimit",
  "keyName",
  "requestId",
  "instanceId",
  "allowedMethods",
  "path",
  "action",
  "max",
  "plan",
  "role"
];
function variablesOf(template) {
  return Array.from(template.matchAll(/\{([^{}]*)\}/g), (match) => match[1] ?? "");
}
var headerTemplateSchema = string().superRefine((template, context) => {
  for (const variable of variablesOf(template)) {
    if (fillVariables.includes(variable)) continue;
    context.addIssue({ code: "custom", message: `unknown variable {${variable}}${didYouMean(variable, fillVariables)}` });
  }
});
var bodyTemplateSchema = headerTemplateSchema.refine((template) => variablesOf(template).length > 0, {
  error: "names no {variable}: a fixed value belongs in the example itself"
});
var pointerSchema = string().regex(/^(\/.*)?$/s, "must be a JSON pointer such as /error/message");
var fillSchema = lines({
  body: exactOptional(record(pointerSchema, bodyTemplateSchema)),
  headers: exactOptional(record(string(), headerTemplateSchema))
});
function fillTemplate(template, values) {
  const variables = variablesOf(template);
  if (variables.some((variable) => values[variable] === void 0)) return void 0;
  if (template === `{${variables[0] ?? ""}}`) return values[variables[0]];
  return template.replace(/\{([^{}]*)\}/g, (_, name) => String(values[name]));
}
var instanceReferenceSchema = discriminatedUnion("in", [
  /** In the request body, at a JSON pointer. */
  lines({ in: literal("body"), pointer: string().startsWith("/") }),
  /** In the path, as this parameter. */
  lines({ in: literal("path"), name: string() }),
  /** In a field of the row that a path parameter names. */
  lines({ in: literal("resource"), collection: string(), by: string(), field: string() }),
  /** Nowhere: the operation lists, and shows only what the key may see. */
  lines({ in: literal("list") })
]);
var roles = ["owner", "manager", "member"];
var roleSchema = _enum(roles);
var durationSchema = string().regex(/^[1-9]\d*(ms|s|m|h|d)$/, "must be a duration such as 1s, 1m or 24h");
var rateLimitSchema = lines({
  id: string().min(1),
  /** What is counted together: all requests of the account, or those about one lead. */
  per: _enum(["account", "lead"]),
  requests: int().positive(),
  window: durationSchema,
  /** How many requests may come at once. */
  burst: exactOptional(int().positive()),
  /** The plans that it holds for; without it, all. */
  plans: exactOptional(array(string()).min(1)),
  /** For `per: lead`: JSON pointer to the lead in the request body. */
  subject: exactOptional(string().startsWith("/")),
  state: authStateSchema,
  ...evidenceLines
});
var policyLines = {
  /** Null: no limit. Every key that is not deleted counts, disabled ones too. */
  keysPerAccount: int().positive().nullable(),
  secret: _enum(["revealable", "shown-once"]),
  /** With bcrypt only the hash and a short prefix are kept. */
  storage: _enum(["aes-256-gcm", "bcrypt"]),
  /** Of the keys that the mock makes; `length` counts what follows the prefix. */
  format: lines({ prefix: string(), alphabet: _enum(["hex", "base62"]), length: int().min(8).max(256) }),
  names: lines({ required: boolean(), unique: boolean() }),
  actions: lines({ rename: boolean(), disable: boolean(), delete: boolean() }),
  managedBy: array(roleSchema),
  plans: lines({
    all: array(string()).min(1),
    withApiAccess: array(string()),
    default: string(),
    /** `refuse`: the keys stay active, and the request is refused by the plan. */
    onLosingAccess: _enum(["disable", "refuse"])
  }),
  /** The products that an account can be of, where only some take these keys. */
  products: lines({ all: array(string()).min(1), accepted: array(string()).min(1), default: string() }).nullable(),
  /** The vocabulary; empty: a key may do everything that its scheme allows. */
  scopes: array(string()),
  lockTo: literal("instance").nullable(),
  rateLimits: array(rateLimitSchema),
  expires: string().regex(/^(never|[1-9]\d*(ms|s|m|h|d))$/, "must be never, or a duration such as 24h")
};
var evidencedLines = Object.keys(policyLines);
var keyPolicySchema = lines({
  platform: string().min(1),
  ...policyLines,
  /** By policy line; `actions.disable` says something about one part of a line. */
  evidence: record(string(), lineEvidenceSchema)
});
var signatureLines = ["header", "format", "algorithm", "signed", "encoding", "timestamp", "secretPrefix"];
var signatureEvidence = Object.fromEntries(signatureLines.map((line) => [line, lineEvidenceSchema]));
var pairs = /^(?=.*=\{timestamp\})(?=.*=\{hash\})\w+=\{\w+\}(,\w+=\{\w+\})*$/;
var withBody = string().includes("{body}", "needs {body}");
var webhookSignatureSchema = lines({
  /** The header that has it. */
  header: string().min(1),
  /** What stands in the header. */
  format: string().regex(pairs, "expected pairs, such as t={timestamp},v1={hash}"),
  algorithm: literal("hmac-sha256"),
  /** What is signed, of `{timestamp}` and `{body}`. Where that is not known: every text that it may be, the likeliest first. */
  signed: array(withBody).min(1),
  encoding: literal("hex"),
  /** Unit of the Unix timestamp. */
  timestamp: _enum(["seconds", "milliseconds"]),
  /** With which secrets begin that the platform makes. */
  secretPrefix: string(),
  /** One that can be verified. */
  example: lines({ secret: string(), timestamp: int().positive(), body: string(), value: string() }),
  evidence: lines(signatureEvidence)
});
var platformWebhooksSchema = lines({
  /** `null`: nothing is signed. */
  signature: webhookSignatureSchema.nullable(),
  ...evidenceLines
});
var zeroSetupKeySchema = lines({
  id: string().min(1),
  scheme: string(),
  /** What the key is for: `active`, `disabled`, `free_plan`, … */
  state: string().regex(/^[a-z_]+$/),
  /** Readable and fake; the same on every start. */
  secret: string().min(8),
  name: string(),
  scopes: exactOptional(array(string())),
  /** The instances that it is locked to; without it, all. */
  instances: exactOptional(array(string())),
  summary: string().min(1)
});
var zeroSetupAccountSchema = lines({
  id: string().min(1),
  name: string(),
  plan: string(),
  product: exactOptional(string()),
  /** `exhausted`: the account has used up its rate limits. */
  rateLimits: exactOptional(literal("exhausted")),
  keys: array(zeroSetupKeySchema),
  /** By collection, rows as the behaviours keep them. */
  resources: exactOptional(record(string(), array(record(string(), unknown()))))
});
var zeroSetupSessionsSchema = array(lines({ token: string().min(8), role: roleSchema, name: string() }));
var requestFailureKinds = [
  "malformed_json",
  "missing_body",
  "unsupported_media_type",
  "payload_too_large",
  "uri_too_long",
  "bad_encoding",
  "unknown_path",
  "method_not_allowed",
  "server_error"
];
var requestFailureSchema = lines({
  status: int().min(400).max(599),
  /** Name in `components.responses`. */
  response: string(),
  /** Name of the example in that response. */
  example: string(),
  ...evidenceLines
});
var byteLimitSchema = lines({ value: int().positive(), ...evidenceLines });
var choiceSchema = lines({ summary: string(), ...evidenceLines });
var requestFailuresShape = Object.fromEntries(requestFailureKinds.map((kind) => [kind, requestFailureSchema]));
var platformSchema = lines({
  title: string(),
  /** The tag of its operations. */
  tag: string(),
  /** The real base URL; the console and the control interface have none. */
  server: exactOptional(url()),
  /** Further base URLs, and base paths (`/v2`) under which any host serves it. */
  otherServers: exactOptional(array(string())),
  summary: string(),
  limits: lines({ bodyBytes: byteLimitSchema, urlBytes: byteLimitSchema }),
  requestFailures: lines(requestFailuresShape),
  /** By what is answered, and the name of each other answer; answers to auth states stand in `x-auth-failures`. */
  choices: exactOptional(record(string(), record(string(), choiceSchema))),
  /** Absent: it sends no webhooks that are known. */
  webhooks: exactOptional(platformWebhooksSchema),
  zeroSetup: exactOptional(lines({ accounts: array(zeroSetupAccountSchema) }))
});
var DocumentError = class extends Error {
  name = "DocumentError";
  problems;
  constructor(problems) {
    super(`The document has ${problems.length} problem${problems.length === 1 ? "" : "s"}:
${problems.join("\n")}`);
    this.problems = problems;
  }
};
function describeProblems(problems, locate) {
  const told = /* @__PURE__ */ new Map();
  for (const { path, message } of problems) {
    const at2 = locate?.(path);
    const place = at2 === void 0 ? path.join(".") : shortPlace(path);
    const slip = `${at2 ?? place}: ${message}`;
    const known = told.get(slip);
    if (known) known.places.add(place);
    else told.set(slip, { text: `${at2 === void 0 ? "" : `${at2} `}${place}: ${message}`, places: /* @__PURE__ */ new Set([place]) });
  }
  return [...told.values()].map(({ text, places }) => places.size === 1 ? text : `${text} (and in ${places.size - 1} more)`);
}
function shortPlace(path) {
  const extension = path.findLastIndex((step) => typeof step === "string" && step.startsWith("x-"));
  const from = extension === -1 ? 0 : extension;
  return path.slice(path[from] === "x-platforms" ? from + 1 : from).join(".");
}
function problemsOf(schema, value, path) {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return [];
  const problems = result.error.issues.flatMap((issue) => fromIssue(issue, path));
  return withoutEchoes(problems);
}
function fromIssue(issue, path) {
  const at2 = [...path, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const messages = issue.message.split("\n");
    return issue.keys.map((key, index) => ({ path: [...at2, key], message: messages[index] ?? "unknown line" }));
  }
  if (issue.code === "invalid_key") {
    return [{ path: at2, message: issue.issues[0]?.message ?? issue.message }];
  }
  if (issue.input === void 0 && (issue.code === "invalid_type" || issue.code === "invalid_value")) {
    return [{ path: at2, message: "missing line" }];
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    return [
      { path: at2, message: `${show(issue.input)} is not one of ${values.join(", ")}${didYouMean(String(issue.input), values)}` }
    ];
  }
  if (issue.code === "invalid_type") {
    return [{ path: at2, message: `expected ${issue.expected}, not ${show(issue.input)}` }];
  }
  return [{ path: at2, message: issue.message }];
}
function withoutEchoes(problems) {
  return problems.filter(
    (missing) => missing.message !== "missing line" || !problems.some(
      (unknown4) => unknown4.message.endsWith(`did you mean ${missing.path.at(-1)}?`) && unknown4.path.slice(0, -1).join("\0") === missing.path.slice(0, -1).join("\0")
    )
  );
}
function show(value) {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}\u2026` : text;
}
var extensions = {
  "x-evidence": evidenceSchema,
  "x-source": sourceSchema,
  "x-note": noteSchema,
  "x-key-policy": keyPolicySchema,
  "x-auth-failures": authFailuresSchema,
  "x-fill": fillSchema,
  "x-instance": instanceReferenceSchema,
  "x-cors": corsSchema,
  "x-platforms": record(string(), platformSchema),
  "x-zero-setup-sessions": zeroSetupSessionsSchema,
  "x-tagGroups": unknown()
};
var nameMaps = /* @__PURE__ */ new Set([
  "paths",
  "webhooks",
  "properties",
  "patternProperties",
  "$defs",
  "headers",
  "responses",
  "content",
  "examples",
  "encoding",
  "callbacks",
  "links",
  "schemas",
  "securitySchemes",
  "requestBodies",
  "variables",
  "mapping"
]);
var data = /* @__PURE__ */ new Set(["example", "value", "default", "enum", "const", "security", "required"]);
function checkExtensions(document) {
  const problems = [];
  visit(document, []);
  return problems;
  function visit(node, path) {
    if (Array.isArray(node)) node.forEach((item, index) => visit(item, [...path, index]));
    if (!isRecord(node)) return;
    if (typeof node["$ref"] === "string") problems.push(...danglingReference(document, node["$ref"], path));
    if ("x-evidence" in node !== "x-source" in node) {
      const missing = "x-evidence" in node ? "x-source" : "x-evidence";
      problems.push({ path: [...path, missing], message: "missing line: x-evidence and x-source stand together" });
    }
    for (const [key, value] of Object.entries(node)) {
      const at2 = [...path, key];
      if (key.startsWith("x-")) problems.push(...checkExtension(key, value, at2));
      else if (isRecord(value) && (nameMaps.has(key) || path[0] === "components" && path.length === 1)) visitNamed(value, at2);
      else if (!data.has(key)) visit(value, at2);
    }
  }
  function visitNamed(map, path) {
    for (const [name, value] of Object.entries(map)) visit(value, [...path, name]);
  }
}
function checkExtension(name, value, at2) {
  const schema = extensions[name];
  return schema === void 0 ? [{ path: at2, message: `unknown extension${didYouMean(name, Object.keys(extensions))}` }] : problemsOf(schema, value, at2);
}
function danglingReference(document, reference, path) {
  if (reference.startsWith("#/") && atPointer(document, reference.slice(1)) !== void 0) return [];
  return [{ path: [...path, "$ref"], message: `${reference} leads nowhere` }];
}
function checkFills(document) {
  const { examples = {}, responses = {} } = document.components;
  return [
    ...checkExamples(examples, ["components", "examples"]),
    ...Object.entries(responses).flatMap(([name, response]) => inResponse(response, ["components", "responses", name])),
    ...operationsOf(document).flatMap(
      ({ operation, at: at2 }) => Object.entries(operation.responses).flatMap(
        ([status, response]) => isReference(response) ? [] : inResponse(resolve(document, response), [...at2, "responses", status])
      )
    )
  ];
}
function inResponse(response, at2) {
  const type = Object.entries(response?.content ?? {}).find(([, media]) => media === jsonContent(response))?.[0] ?? "";
  return checkExamples(jsonContent(response)?.examples ?? {}, [...at2, "content", type, "examples"]);
}
function checkExamples(examples, at2) {
  return Object.entries(examples).flatMap(([name, example]) => {
    const fill = isReference(example) ? void 0 : fillSchema.safeParse(example["x-fill"]).data;
    return Object.keys(fill?.body ?? {}).filter((pointer) => atPointer(example.value, pointer) === void 0).map((pointer) => ({ path: [...at2, name, "x-fill", "body", pointer], message: "the example has no such field" }));
  });
}
function possibleStates(policy, schemesOfPlatform) {
  const { actions, plans, products, rateLimits, scopes } = policy;
  const rules = [
    ["missing_key", true, "a request can come without a key"],
    ["unknown_key", true, "a request can come with any key"],
    ["deleted_key", actions.delete, "actions.delete is true"],
    ["disabled_key", actions.disable || plans.onLosingAccess === "disable", disabledBecause(policy)],
    ["expired_key", policy.expires !== "never", `expires is ${policy.expires}`],
    ["plan_not_allowed", plans.withApiAccess.length < plans.all.length, "plans.withApiAccess has not all plans"],
    ["wrong_product", products !== null, "products is not null"],
    ["wrong_endpoint", schemesOfPlatform > 1, "the platform has more than one key scheme"],
    ["scope_missing", scopes.length > 0, "scopes is not empty"],
    ["instance_not_allowed", policy.lockTo !== null, `lockTo is ${policy.lockTo}`],
    ...rateLimits.map((limit) => [limit.state, true, `rateLimits has ${limit.id}`])
  ];
  return new Map(rules.filter(([, possible]) => possible).map(([state, , because]) => [state, because]));
}
function disabledBecause({ actions }) {
  return actions.disable ? "actions.disable is true" : "plans.onLosingAccess is disable";
}
function canHappen(document, entry, scheme, rateLimits, state) {
  const { operation } = entry;
  switch (state) {
    case "scope_missing":
      return requirementsOf(operation).some((requirement) => requirement.scheme === scheme && requirement.scopes.length > 0);
    case "instance_not_allowed":
      return operation["x-instance"] !== void 0 && operation["x-instance"].in !== "list";
    default: {
      const limits2 = rateLimits.filter((limit) => limit.state === state);
      if (limits2.length === 0 || limits2.some((limit) => limit.per === "account")) return true;
      const body = exampleBodyOf(document, operation);
      return limits2.some((limit) => atPointer(body, limit.subject ?? "") !== void 0);
    }
  }
}
function readKeySchemes(document) {
  return Object.entries(document.components.securitySchemes).filter(([, scheme]) => "x-key-policy" in scheme || "x-auth-failures" in scheme).map(([name, scheme]) => ({
    name,
    policy: keyPolicySchema.safeParse(scheme["x-key-policy"]).data,
    failures: authFailuresSchema.safeParse(scheme["x-auth-failures"]).data
  }));
}
function checkSchemes(document, schemes) {
  return schemes.flatMap(({ name, policy, failures }) => {
    const at2 = ["components", "securitySchemes", name];
    return [
      ...checkPair(document, name, at2),
      ...policy === void 0 ? [] : checkPolicy(policy, [...at2, "x-key-policy"], document),
      ...policy === void 0 ? [] : checkEvidence2(policy, [...at2, "x-key-policy", "evidence"]),
      ...policy === void 0 || failures === void 0 ? [] : checkFailures(policy, failures, document, [...at2, "x-auth-failures"])
    ];
  });
}
function checkPair(document, name, at2) {
  return ["x-key-policy", "x-auth-failures"].filter((part) => document.components.securitySchemes[name]?.[part] === void 0).map((part) => ({ path: [...at2, part], message: "missing line: a key scheme has both x-key-policy and x-auth-failures" }));
}
function checkPolicy(policy, at2, document) {
  const { plans, products } = policy;
  const platforms = Object.keys(document["x-platforms"]);
  return [
    ...oneOf(policy.platform, platforms, "x-platforms", [...at2, "platform"]),
    ...plans.withApiAccess.flatMap(
      (plan, index) => oneOf(plan, plans.all, "plans.all", [...at2, "plans", "withApiAccess", index])
    ),
    ...oneOf(plans.default, plans.all, "plans.all", [...at2, "plans", "default"]),
    ...(products?.accepted ?? []).flatMap(
      (product, index) => oneOf(product, products?.all ?? [], "products.all", [...at2, "products", "accepted", index])
    ),
    ...products === null ? [] : oneOf(products.default, products.all, "products.all", [...at2, "products", "default"]),
    ...policy.rateLimits.flatMap((limit, index) => [
      ...(limit.plans ?? []).flatMap((plan, i) => oneOf(plan, plans.all, "plans.all", [...at2, "rateLimits", index, "plans", i])),
      ...limit.per === "lead" === (limit.subject !== void 0) ? [] : [{ path: [...at2, "rateLimits", index, "subject"], message: "per: lead needs a subject, and only per: lead has one" }]
    ])
  ];
}
function oneOf(name, known, where, path) {
  return known.includes(name) ? [] : [{ path, message: `${name} is not in ${where}${didYouMean(name, known)}` }];
}
function checkEvidence2({ evidence, ...policy }, at2) {
  const parts = evidencedLines.flatMap((line) => {
    const value = policy[line];
    return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value).map((part) => `${line}.${part}`) : [];
  });
  const known = [...evidencedLines, ...parts];
  const unknown4 = Object.keys(evidence).filter((line) => !known.includes(line));
  return [
    ...unknown4.map((line) => ({ path: [...at2, line], message: unknownLine(line, known) })),
    ...evidencedLines.filter((line) => !(line in evidence) && !unknown4.some((slip) => unknownLine(slip, known).endsWith(` ${line}?`))).map((line) => ({ path: [...at2, line], message: "missing line: every policy line has its evidence" }))
  ];
}
function checkFailures(policy, failures, document, at2) {
  const siblings = Object.values(document.components.securitySchemes).filter(
    (other) => other["x-key-policy"]?.platform === policy.platform
  );
  const possible = possibleStates(policy, siblings.length);
  return [
    ...[...possible].filter(([state]) => failures[state] === void 0).map(([state, because]) => ({ path: [...at2, state], message: `missing line: ${because}` })),
    ...Object.keys(failures).filter((state) => !possible.has(state) && state !== "rate_limited").map((state) => ({ path: [...at2, state], message: "no line of x-key-policy makes this state possible" }))
  ];
}
function checkOperations(document, schemes) {
  const entries = operationsOf(document);
  return [
    ...duplicateIds(entries),
    ...entries.flatMap((entry) => [
      ...checkPlatform(document, entry),
      ...checkRequirements(document, entry, schemes),
      ...checkInstance(document, entry),
      ...schemes.filter(({ name }) => requirementsOf(entry.operation).some(({ scheme }) => scheme === name)).flatMap((scheme) => checkFailureExamples(document, entry, scheme))
    ])
  ];
}
function duplicateIds(entries) {
  const seen = /* @__PURE__ */ new Set();
  return entries.flatMap(({ operation, at: at2 }) => {
    const { operationId } = operation;
    if (operationId === void 0) return [{ path: [...at2, "operationId"], message: "missing line" }];
    if (seen.has(operationId))
      return [{ path: [...at2, "operationId"], message: `${operationId} is already another operation's` }];
    seen.add(operationId);
    return [];
  });
}
function checkPlatform(document, { operation, platform, at: at2 }) {
  if (platform !== "") return [];
  const tags = Object.values(document["x-platforms"]).map(({ tag: tag2 }) => tag2);
  const tag = operation.tags?.[0];
  const message = tag === void 0 ? "missing line: the first tag names the platform" : `no platform in x-platforms has the tag ${tag}${didYouMean(tag, tags)}`;
  return [{ path: [...at2, "tags", ...tag === void 0 ? [] : [0]], message }];
}
function checkRequirements(document, { operation, at: at2 }, schemes) {
  const names = Object.keys(document.components.securitySchemes);
  if (operation.security === void 0) {
    return [{ path: [...at2, "security"], message: "missing line: say which scheme, or [] for none" }];
  }
  return operation.security.flatMap(
    (alternative, index) => Object.entries(alternative).flatMap(([scheme, scopes]) => {
      const path = [...at2, "security", index, scheme];
      const vocabulary = schemes.find(({ name }) => name === scheme)?.policy?.scopes;
      return [
        ...oneOf(scheme, names, "components.securitySchemes", path),
        ...vocabulary === void 0 ? [] : scopes.flatMap((scope, i) => oneOf(scope, vocabulary, `scopes of ${scheme}`, [...path, i]))
      ];
    })
  );
}
function checkInstance(document, entry) {
  const reference = entry.operation["x-instance"];
  const at2 = [...entry.at, "x-instance"];
  const inPath = parametersOf(document, entry).filter((parameter) => parameter.in === "path").map(({ name }) => name);
  switch (reference?.in) {
    case "path":
      return oneOf(reference.name, inPath, "the path parameters", [...at2, "name"]);
    case "resource":
      return oneOf(reference.by, inPath, "the path parameters", [...at2, "by"]);
    case "body": {
      const body = exampleBodyOf(document, entry.operation);
      if (atPointer(body, reference.pointer ?? "") !== void 0) return [];
      return [{ path: [...at2, "pointer"], message: `the first request example has nothing at ${reference.pointer}` }];
    }
    default:
      return [];
  }
}
function checkFailureExamples(document, entry, { name, policy, failures = {} }) {
  return Object.entries(failures).flatMap(([key, failure]) => {
    const state = key;
    if (policy === void 0 && state.startsWith("rate_limited")) return [];
    if (!canHappen(document, entry, name, policy?.rateLimits ?? [], state)) return [];
    const answers = [
      { by: state, ...failure },
      ...Object.entries(failure.alternatives ?? {}).map(([alternative, answer]) => ({
        by: `${state}.alternatives.${alternative}`,
        ...answer
      }))
    ];
    return answers.flatMap(
      ({ by, status, example }) => exampleExists(document, entry, status, example, `x-auth-failures.${by} of ${name} needs it`)
    );
  });
}
function exampleExists(document, { operation, at: at2 }, status, example, because) {
  const path = [...at2, "responses", String(status)];
  const response = responseOf(document, operation, status);
  if (response === void 0) return [{ path, message: `missing response: ${because} with the example ${example}` }];
  const names = Object.keys(examplesOf(document, response));
  if (names.includes(example)) return [];
  return [{ path, message: `missing example ${example}: ${because}${didYouMean(example, names)}` }];
}
function checkPlatforms(document, schemes) {
  const readable = Object.entries(document["x-platforms"]).flatMap(([id, value]) => {
    const platform = platformSchema.safeParse(value);
    return platform.success ? [{ id, platform: platform.data, at: ["x-platforms", id] }] : [];
  });
  return [
    ...readable.flatMap(({ platform, at: at2 }) => checkRequestFailures(document, platform, [...at2, "requestFailures"])),
    ...readable.flatMap(
      ({ id, platform, at: at2 }) => checkZeroSetup(
        platform,
        schemes.filter(({ policy }) => policy === void 0 || policy.platform === id),
        at2
      )
    ),
    ...duplicates(readable.flatMap(({ platform, at: at2 }) => identities(platform, [...at2, "zeroSetup", "accounts"])))
  ];
}
function checkRequestFailures(document, platform, at2) {
  const responses = document.components.responses ?? {};
  return Object.entries(platform.requestFailures).flatMap(([kind, failure]) => {
    const missing = oneOf(failure.response, Object.keys(responses), "components.responses", [...at2, kind, "response"]);
    if (missing.length > 0) return missing;
    const names = Object.keys(examplesOf(document, responses[failure.response]));
    return oneOf(failure.example, names, `the examples of ${failure.response}`, [...at2, kind, "example"]);
  });
}
function checkZeroSetup(platform, schemes, at2) {
  return (platform.zeroSetup?.accounts ?? []).flatMap((account, index) => {
    const accountAt = [...at2, "zeroSetup", "accounts", index];
    const used = schemes.filter(({ name }) => account.keys.some((key) => key.scheme === name));
    const policies = used.flatMap(({ name, policy }) => policy === void 0 ? [] : [{ name, ...policy }]);
    const products = policies.flatMap((policy) => policy.products?.all ?? []);
    return [
      ...policies.flatMap(({ name, plans }) => oneOf(account.plan, plans.all, `plans.all of ${name}`, [...accountAt, "plan"])),
      // A scheme without products takes accounts of any.
      ...account.product === void 0 || policies.length < used.length ? [] : oneOf(account.product, products, "products.all of its key schemes", [...accountAt, "product"]),
      ...account.keys.flatMap((key, i) => checkKey(key, account, schemes, [...accountAt, "keys", i]))
    ];
  });
}
function checkKey(key, account, schemes, at2) {
  const scheme = schemes.find(({ name }) => name === key.scheme);
  if (scheme === void 0)
    return oneOf(
      key.scheme,
      schemes.map(({ name }) => name),
      "the platform's key schemes",
      [...at2, "scheme"]
    );
  const instances = (account.resources?.["instances"] ?? []).map((row) => String(row["id"]));
  return [
    ...(scheme.policy === void 0 ? [] : key.scopes ?? []).flatMap(
      (scope, index) => oneOf(scope, scheme.policy?.scopes ?? [], `scopes of ${key.scheme}`, [...at2, "scopes", index])
    ),
    ...(key.instances ?? []).flatMap(
      (instance, index) => oneOf(instance, instances, `resources.instances of ${account.id}`, [...at2, "instances", index])
    )
  ];
}
function identities(platform, at2) {
  return (platform.zeroSetup?.accounts ?? []).flatMap((account, index) => [
    { kind: "account id", value: account.id, path: [...at2, index, "id"] },
    ...account.keys.flatMap((key, i) => [
      { kind: "key id", value: key.id, path: [...at2, index, "keys", i, "id"] },
      { kind: "secret", value: key.secret, path: [...at2, index, "keys", i, "secret"] }
    ])
  ]);
}
function duplicates(all) {
  const seen = /* @__PURE__ */ new Set();
  return all.flatMap(({ kind, value, path }) => {
    const identity = `${kind} ${value}`;
    if (seen.has(identity)) return [{ path, message: `the ${kind} ${value} is already taken` }];
    seen.add(identity);
    return [];
  });
}
function checkWebhooks(document) {
  const entries = webhooksOf(document);
  return [
    ...entries.flatMap((entry) => checkWebhook(document, entry)),
    ...Object.entries(document["x-platforms"]).filter(([id, { webhooks }]) => webhooks !== void 0 && !entries.some(({ platform }) => platform === id)).map(([id]) => ({ path: ["x-platforms", id, "webhooks"], message: "the document has no webhook of this platform" }))
  ];
}
function checkWebhook(document, entry) {
  const { platform, method, event, operation, at: at2 } = entry;
  if (platform === "") return [{ path: [...at2, "tags"], message: "the first tag has to be that of a platform in x-platforms" }];
  const example = exampleBodyOf(document, operation);
  return [
    ...method === "post" ? [] : [{ path: at2, message: "a webhook comes by post" }],
    ...isRecord(example) && Object.values(example).includes(event) ? [] : [{ path: [...at2, "requestBody"], message: `needs an example whose body names the event ${event}` }],
    ...checkSignature(document, entry, document["x-platforms"][platform])
  ];
}
function checkSignature(document, entry, platform) {
  const webhooks = platformSchema.safeParse(platform).data?.webhooks ?? platform?.webhooks;
  if (webhooks === void 0) {
    return [
      {
        path: ["x-platforms", entry.platform, "webhooks"],
        message: `missing line: ${entry.event} is a webhook of this platform`
      }
    ];
  }
  const header = webhooks.signature?.header;
  const hasHeader = parametersOf(document, entry).some((parameter) => parameter.in === "header" && parameter.name === header);
  if (header === void 0 || hasHeader) return [];
  return [{ path: [...entry.at, "parameters"], message: `missing parameter: the header ${header}, which has the signature` }];
}
function parseDocument(json, options = {}) {
  const problems = findProblems(json);
  if (problems.length > 0) {
    throw new DocumentError(describeProblems(problems, options.locate));
  }
  return json;
}
function findProblems(json) {
  const missing = missingParts(json);
  if (missing.length > 0) return missing;
  const document = json;
  const broken = checkExtensions(document);
  if (broken.some(({ path }) => path.at(-1) === "$ref")) return broken;
  const schemes = readKeySchemes(document);
  return [
    ...broken,
    ...checkSchemes(document, schemes),
    ...checkPlatforms(document, schemes),
    ...checkOperations(document, schemes),
    ...checkWebhooks(document),
    ...checkEvidence(document),
    ...checkFills(document)
  ];
}
function missingParts(json) {
  if (!isRecord(json)) return [{ path: [], message: "the document is not an object" }];
  const parts = [["paths"], ["components", "securitySchemes"], ["x-platforms"]];
  return parts.filter((path) => !isRecord(atPointer(json, `/${path.join("/")}`))).map((path) => ({ path, message: "missing line" }));
}
var optional = (schema) => exactOptional(schema);
var ownRateLimitSchema = lines({
  id: optional(string().min(1)),
  per: optional(_enum(["account", "lead"])),
  requests: int().positive(),
  window: durationSchema,
  burst: optional(int().positive()),
  plans: optional(array(string()).min(1)),
  subject: optional(string().startsWith("/")),
  state: optional(authStateSchema),
  evidence: optional(evidenceSchema),
  source: optional(sourceSchema),
  note: optional(string().min(1))
});
var ownPlansSchema = lines({
  all: array(string()).min(1),
  withApiAccess: optional(array(string())),
  default: optional(string()),
  onLosingAccess: optional(_enum(["disable", "refuse"]))
});
var policyLines2 = {
  ...Object.fromEntries(evidencedLines.map((line) => [line, optional(keyPolicySchema.shape[line])])),
  plans: optional(ownPlansSchema),
  rateLimits: optional(array(ownRateLimitSchema))
};
function checkPlans({ plans, rateLimits }, context) {
  const all = plans?.all;
  const check = (plan, path) => {
    if (all?.includes(plan)) return;
    const message = all ? `${plan} is not in plans.all${didYouMean(plan, all)}` : `${plan} is no plan: there is no line plans`;
    context.addIssue({ code: "custom", path, message });
  };
  plans?.withApiAccess?.forEach((plan, index) => check(plan, ["plans", "withApiAccess", index]));
  if (plans?.default !== void 0) check(plans.default, ["plans", "default"]);
  rateLimits?.forEach((limit, at2) => limit.plans?.forEach((plan, index) => check(plan, ["rateLimits", at2, "plans", index])));
  rateLimits?.forEach((limit, at2) => {
    if (limit.per === "lead" === (limit.subject !== void 0)) return;
    const message = "per: lead needs a subject, and only per: lead has one";
    context.addIssue({ code: "custom", path: ["rateLimits", at2, "subject"], message });
  });
}
var ownFailureSchema = lines({
  status: optional(int().min(400).max(599)),
  example: optional(string().min(1)),
  body: optional(unknown()),
  evidence: optional(evidenceSchema),
  source: optional(sourceSchema),
  note: optional(string().min(1)),
  // As a complete document has them; one that is adopted answers each state in one way.
  alternatives: optional(unknown())
});
var ownFailuresSchema = lines(
  Object.fromEntries(authStates.map((state) => [state, optional(ownFailureSchema)]))
);
var schemePolicySchema = lines({
  platform: optional(string()),
  evidence: optional(record(string(), lineEvidenceSchema)),
  ...policyLines2
}).superRefine((policy, context) => checkPlans(policy, context));
var ownSchemeSchema = discriminatedUnion("type", [
  lines({ type: literal("apiKey"), in: _enum(["header", "query", "cookie"]), name: string().min(1) }),
  lines({ type: literal("http"), scheme: string().min(1) })
]);
var ownPolicySchema = lines({
  platform: optional(string().regex(/^[a-z][a-z0-9-]{0,39}$/, "must be a short name of small letters, digits and dashes")),
  title: optional(string().min(1)),
  server: optional(url()),
  ...policyLines2,
  failures: optional(ownFailuresSchema),
  schemes: optional(record(string(), lines(policyLines2))),
  security: optional(record(string(), ownSchemeSchema))
}).superRefine((policy, context) => checkPlans(policy, context));

export { DocumentError, alternativeSchema, atPointer, authFailuresSchema, authStateSchema, authStates, corsSchema, describeProblems, didYouMean, durationSchema, evidenceLevels, evidenceLines, evidenceSchema, evidencedLines, exampleBodyOf, examplesOf, failureSchema, fillSchema, fillTemplate, fillVariables, httpMethods, instanceReferenceSchema, jsonContent, keyPolicySchema, lineEvidenceSchema, lines, noteSchema, operationsOf, ownFailuresSchema, ownPolicySchema, parametersOf, parseDocument, platformSchema, platformWebhooksSchema, pointerSteps, problemsOf, rateLimitSchema, requestFailureKinds, requestFailureSchema, requirementsOf, resolve, responseOf, roleSchema, roles, schemePolicySchema, sourceSchema, variablesOf, webhookSignatureSchema, webhooksOf, zeroSetupAccountSchema, zeroSetupKeySchema, zeroSetupSessionsSchema };
