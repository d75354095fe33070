import { operationsOf, requirementsOf, resolve } from './chunk-OX5GNH2G.js';

// src/document/path-segment.ts
var read = /* @__PURE__ */ new Map();
function pathSegment(template) {
  let segment = read.get(template);
  if (!segment) read.set(template, segment = parse(template));
  return segment;
}
function parse(template) {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "");
  const [only] = names;
  if (only === void 0) return { kind: "literal", shape: template, read: (text) => text === template ? {} : void 0 };
  if (template === `{${only}}`)
    return { kind: "parameter", shape: "{}", read: (text) => text === "" ? void 0 : { [only]: text } };
  const letters = template.split(/\{[^{}]*\}/);
  return {
    kind: "mixed",
    shape: letters.join("{}"),
    read(text) {
      const texts = between(letters, text);
      return texts && Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""]));
    }
  };
}
function between(letters, text) {
  const [first = "", ...others] = letters;
  const last = others.pop() ?? "";
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return void 0;
  const found = [];
  let from = first.length;
  for (const each of others) {
    const at = text.indexOf(each, from + 1);
    if (at < 0 || at + each.length > end) return void 0;
    found.push(text.slice(from, at));
    from = at + each.length;
  }
  return end > from ? [...found, text.slice(from, end)] : void 0;
}

// src/document/router.ts
var NO_PARAMS = {};
function createNode() {
  return { literals: /* @__PURE__ */ new Map(), mixed: /* @__PURE__ */ new Map(), parameter: void 0, operations: /* @__PURE__ */ new Map(), platforms: /* @__PURE__ */ new Set() };
}
function createRouter(operations) {
  const root = createNode();
  const plain = /* @__PURE__ */ new Map();
  for (const operation of operations) {
    const node = addTo(root, operation);
    if (!operation.path.includes("{")) plain.set(`/${operation.path.split("/").slice(1).map(asOnTheWire).join("/")}`, node);
  }
  return {
    match(method, path) {
      const known = plain.get(path)?.operations.get(method);
      if (known) return { kind: "found", operation: known, rawParams: NO_PARAMS };
      const segments = path.split("/").slice(1);
      const node = descend(root, segments, 0);
      const operation = node?.operations.get(method);
      if (operation) return { kind: "found", operation, rawParams: paramsOf(operation, segments) };
      const some = node?.operations.values().next().value;
      if (node && some)
        return { kind: "wrong_method", platform: some.platform, operation: some, allowed: [...node.operations.keys()] };
      return { kind: "unknown", platform: platformOf(root, segments) };
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
function asOnTheWire(literal) {
  return new URL(`http://localhost/${literal}`).pathname.slice(1);
}
function childFor(node, segment, template) {
  if (segment.kind === "parameter") return node.parameter ??= createNode();
  if (segment.kind === "literal") {
    const literal = asOnTheWire(template);
    const known2 = node.literals.get(literal) ?? createNode();
    node.literals.set(literal, known2);
    return known2;
  }
  const known = node.mixed.get(segment.shape) ?? { segment, node: createNode() };
  node.mixed.set(segment.shape, known);
  return known.node;
}
function descend(node, segments, depth) {
  const segment = segments[depth];
  if (segment === void 0) return node.operations.size > 0 ? node : void 0;
  const literal = node.literals.get(segment);
  const found = literal && descend(literal, segments, depth + 1);
  if (found) return found;
  for (const { segment: mixed, node: next } of node.mixed.values()) {
    const deeper = mixed.read(segment) && descend(next, segments, depth + 1);
    if (deeper) return deeper;
  }
  return segment !== "" && node.parameter ? descend(node.parameter, segments, depth + 1) : void 0;
}
function platformOf(root, segments) {
  let node = root;
  for (const segment of segments) {
    const next = node.literals.get(segment);
    if (!next) break;
    node = next;
  }
  const [only, ...others] = node.platforms;
  return others.length === 0 ? only : void 0;
}
function paramsOf(operation, segments) {
  if (!operation.path.includes("{")) return NO_PARAMS;
  const templates = operation.path.split("/").slice(1);
  return Object.assign(
    {},
    ...templates.map((template, index) => pathSegment(template).read(segments[index] ?? "") ?? {})
  );
}

// src/document/load.ts
var SAME_KEYS = "x-same-keys";
function loadDocument(source) {
  const schemes = /* @__PURE__ */ new Map();
  for (const [name, scheme] of Object.entries(source.components.securitySchemes)) {
    const loaded = keyScheme(name, scheme);
    if (loaded) schemes.set(name, loaded);
  }
  const platforms = /* @__PURE__ */ new Map();
  for (const [id, platform] of Object.entries(source["x-platforms"]))
    platforms.set(id, { ...platform, id, bases: basesOf(platform) });
  const operations = operationsOf(source).map((entry) => loadOperation(source, entry, schemes));
  return {
    source,
    operations,
    operationById: new Map(operations.map((operation) => [operation.id, operation])),
    platforms,
    realHosts: realHostsOf(platforms.values()),
    home: onlyOne(new Set([...schemes.values()].map(({ platform }) => platform))),
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
  for (const platform of platforms) {
    for (const { host } of platform.bases) {
      if (host === void 0 || hosts.has(host)) continue;
      hosts.set(host, { platform, bases: platform.bases.filter((base) => base.host === host) });
    }
  }
  return hosts;
}
function onlyOne(names) {
  const [name] = names;
  return names.size === 1 ? name : void 0;
}
function schemesOf(document, platform) {
  return [...document.schemes.values()].filter((scheme) => scheme.platform === platform);
}
function keyScheme(name, scheme) {
  const policy = scheme["x-key-policy"];
  const failures = scheme["x-auth-failures"];
  if (!policy || !failures) return void 0;
  const alsoKeysOf = scheme[SAME_KEYS];
  return { name, platform: policy.platform, placement: placementOf(scheme), policy, failures, ...alsoKeysOf && { alsoKeysOf } };
}
function placementOf(scheme) {
  if (scheme.type === "apiKey") return { in: scheme.in, name: scheme.in === "header" ? scheme.name.toLowerCase() : scheme.name };
  const word = scheme.type === "http" ? scheme.scheme.toLowerCase() : "bearer";
  if (word === "basic") return { in: "basic", name: "authorization" };
  return { in: "bearer", name: "authorization", ...word !== "bearer" && { word } };
}
function wayIn(alternative, schemes) {
  const needed = Object.entries(alternative).flatMap(([name, scopes]) => {
    const scheme = schemes.get(name);
    return scheme ? [{ scheme, scopes }] : [];
  });
  const [first, ...also] = needed;
  return first ? [{ ...first, ...also.length > 0 && { also } }] : [];
}
function loadOperation(source, entry, schemes) {
  const { operation, platform } = entry;
  if (!platform) throw new Error(`${operation.operationId} has no tag that names one of x-platforms.`);
  const security = (operation.security ?? []).flatMap((alternative) => wayIn(alternative, schemes));
  const opening = new Set(requirementsOf(operation).map(({ scheme }) => scheme));
  const responses = Object.entries(operation.responses).map(([status, response]) => [status, resolve(source, response)]);
  return {
    id: operation.operationId,
    method: entry.method.toUpperCase(),
    path: entry.path,
    platform,
    security,
    otherSchemes: [...schemes.values()].filter((scheme) => scheme.platform === platform && !opening.has(scheme.name)),
    ...operation.security?.some((alternative) => Object.keys(alternative).length === 0) && { anonymous: true },
    dashboard: [...opening].some((name) => !schemes.has(name)),
    responses: Object.fromEntries(responses),
    ...operation.requestBody && { requestBody: resolve(source, operation.requestBody) },
    ...operation["x-instance"] && { instance: operation["x-instance"] },
    ...operation["x-cors"] && { cors: operation["x-cors"] }
  };
}

export { SAME_KEYS, loadDocument, schemesOf };
