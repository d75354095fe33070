import { readBody } from './chunk-RSEDY5BX.js';
import { loadPrism } from './chunk-QPKCAVO4.js';
import { isRecord, atLocalPointer, followRecord, localPointer, follow } from './chunk-PYFF5V7Q.js';

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
    for (const [name, property] of Object.entries(isRecord(part["properties"]) ? part["properties"] : {})) {
      if (!Object.hasOwn(value, name)) continue;
      if (isStub(value[name], property, bundle) && !required.includes(name)) delete value[name];
      else value[name] = withoutStubs(value[name], property, bundle);
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
  const union = [schema["oneOf"], schema["anyOf"]].find(Array.isArray);
  return [schema, ...[...all, union?.[0]].flatMap((part) => parts(part, bundle, depth + 1))];
}

// src/prism/schema-keywords.ts
var TYPES = /* @__PURE__ */ new Set(["null", "boolean", "object", "array", "number", "integer", "string"]);
var isNumber = (value) => typeof value === "number";
var isCount = (value) => Number.isInteger(value) && value >= 0;
var isBoolean = (value) => typeof value === "boolean";
var isText = (value) => typeof value === "string";
var ALLOWED = {
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
  format: isText,
  required: (value) => Array.isArray(value) && value.every(isText),
  enum: (value) => Array.isArray(value) && value.length > 0,
  title: isText,
  description: isText
};
var DROPPED = /* @__PURE__ */ new Set([
  "$id",
  "id",
  "$schema",
  "$anchor",
  "$dynamicAnchor",
  "$dynamicRef",
  "$recursiveAnchor",
  "$recursiveRef"
]);
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

// src/prism/schemas.ts
var HELD_REFERENCE = "x-chaveiro-reference";
var ONE = /* @__PURE__ */ new Set(["additionalProperties", "additionalItems", "contains", "else", "if", "not", "propertyNames", "then"]);
var ONE_OR_LIST = /* @__PURE__ */ new Set(["items", "unevaluatedItems", "unevaluatedProperties"]);
var LISTS = /* @__PURE__ */ new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
var MAPS = /* @__PURE__ */ new Set(["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]);
var ANNOTATIONS = /* @__PURE__ */ new Set(["title", "description", "nullable", "deprecated", "readOnly", "writeOnly", "externalDocs", "xml"]);
var DATA = /* @__PURE__ */ new Set(["const", "default", "enum", "example", "examples"]);
function createSchemas(document) {
  const entries = /* @__PURE__ */ new Map();
  const legacy = document.openapi.startsWith("3.0");
  function copy(schema, side) {
    const names = /* @__PURE__ */ new Set();
    const refer = (pointer) => {
      const name = nameOf(pointer, side);
      names.add(name);
      if (!entries.has(name)) entries.set(name, { pointer, side });
      return { [HELD_REFERENCE]: name };
    };
    return { schema: copySchema(schema, side, refer), names };
  }
  function writtenOut(schema, side, around = []) {
    return copySchema(
      schema,
      side,
      (pointer) => around.includes(pointer) || around.length > 12 ? {} : writtenOut(atLocalPointer(document, pointer) ?? {}, side, [...around, pointer])
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
      out["required"] = out["required"].filter((name) => !hidden.has(name));
    }
    if (schema["example"] !== void 0 && out["examples"] === void 0) out["examples"] = [out["example"]];
    if (!Array.isArray(out["examples"])) delete out["examples"];
    return legacy ? fromOpenApi30(out, schema) : out;
  }
  function visible(properties, side) {
    const hidden = hiddenNames(properties, side);
    return Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.has(name)));
  }
  function hiddenNames(properties, side) {
    const mark = side === "request" ? "readOnly" : "writeOnly";
    const hidden = Object.entries(properties).filter(([, property]) => {
      const target = follow(document, property);
      return isRecord(property) && property[mark] === true || isRecord(target) && target[mark] === true;
    });
    return new Set(hidden.map(([name]) => name));
  }
  return {
    copy,
    writtenOut: (schema, side) => writtenOut(schema, side),
    bundle(names) {
      const bundle = {};
      const queue = [...names];
      for (const name of queue) {
        const entry = entries.get(name);
        if (!entry || Object.hasOwn(bundle, name)) continue;
        entry.copied ??= copy(atLocalPointer(document, entry.pointer) ?? {}, entry.side);
        bundle[name] = entry.copied.schema;
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
function nameOf(pointer, side) {
  const plain = pointer.replace(/^\/components\/schemas\//, "").replaceAll(/[^A-Za-z0-9]/g, (character) => `.${character.charCodeAt(0).toString(16)}.`);
  return `${side}.${plain}`;
}
function mapValues(map, change) {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}
function withoutReferences(data) {
  if (typeof data !== "object" || data === null || !mentionsReference(data)) return data;
  if (Array.isArray(data)) return data.map(withoutReferences);
  const kept = Object.entries(data).filter(([name]) => name !== "$ref");
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutReferences(value)]));
}
function mentionsReference(data) {
  return Object.entries(data).some(
    ([name, value]) => name === "$ref" || typeof value === "object" && value !== null && mentionsReference(value)
  );
}

// src/prism/isolate.ts
var FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)/i;
var READABLE = /[/+]json\b|\*|^(application\/x-www-form-urlencoded|multipart\/form-data)/i;
var DRAFT = { "3.0": "http://json-schema.org/draft-07/schema#", later: "https://json-schema.org/draft/2020-12/schema" };
function isolate(source, schemas, operation) {
  const names = /* @__PURE__ */ new Set();
  const item = followRecord(source, source.paths[operation.path]) ?? {};
  const method = operation.method.toLowerCase();
  const described = followRecord(source, item[method]) ?? {};
  function schemaOf(schema, side) {
    const copied = schemas.copy(schema, side);
    copied.names.forEach((name) => names.add(name));
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
            ...isRecord(examples) && { examples: examplesOf(examples) },
            ...example !== void 0 && { example: withoutReferences(example) },
            ...isRecord(encoding) && { encoding: encodingOf(encoding) }
          }
        ];
      })
    );
  }
  function examplesOf(examples) {
    const named = Object.entries(examples).flatMap(([name, example]) => {
      const found = followRecord(source, example);
      return found ? [[name, withoutReferences(found)]] : [];
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
      ...isRecord(examples) && { examples: examplesOf(examples) },
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
    const described2 = Object.entries(isRecord(headers) ? headers : {}).flatMap(([name, header]) => {
      const found = followRecord(source, header);
      return found ? [[name, parameterOf(found, "response")]] : [];
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
    responses: Object.fromEntries(responses.map(([status, response]) => [status, responseOf(response)])),
    security: described["security"] ?? []
  };
  return {
    names,
    document: {
      openapi: source.openapi,
      info: { title: operation.platform, version: "1" },
      jsonSchemaDialect: source.openapi.startsWith("3.0") ? DRAFT["3.0"] : DRAFT.later,
      paths: { [operation.path]: { [method]: alone } },
      components: { securitySchemes: schemesOf(source) }
    }
  };
}
function encodingOf(encoding) {
  const plain = Object.entries(encoding).flatMap(([name, value]) => {
    if (!isRecord(value)) return [];
    const { headers: _, ...rest } = value;
    return [[name, withoutReferences(rest)]];
  });
  return Object.fromEntries(plain);
}
function schemesOf(source) {
  return Object.fromEntries(
    Object.entries(source.components.securitySchemes).map(([name, scheme]) => {
      const known = Object.entries(follow(source, scheme)).filter(([line]) => !line.startsWith("x-"));
      return [name, Object.fromEntries(known)];
    })
  );
}

// src/prism/resources.ts
function createResources(prism, { source }) {
  const schemas = createSchemas(source);
  const made = /* @__PURE__ */ new Map();
  const bundled = /* @__PURE__ */ new Map();
  async function make(operation) {
    const { document, names } = isolate(source, schemas, operation);
    const [described] = await prism.getHttpOperationsFromSpec(document);
    if (!described) throw new Error(`Prism does not see ${operation.id} in the document.`);
    releaseReferences(described);
    return { ...described, __bundled__: released(schemas.bundle(names)) };
  }
  function released(bundle) {
    for (const [name, schema] of Object.entries(bundle)) {
      if (bundled.has(name)) continue;
      bundled.set(name, releaseReferences(schema));
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
    const name = holder[HELD_REFERENCE];
    if (typeof name === "string") {
      delete holder[HELD_REFERENCE];
      holder["$ref"] = `#/__bundled__/${name}`;
    }
    Object.values(holder).forEach(releaseReferences);
  }
  return node;
}

// src/prism/client.ts
function inWords({ place, message }) {
  return place === "" || message.includes(place.split(".").at(-1) ?? "") ? message : `${place}: ${message}`;
}
function createPrismClient(document) {
  let ready;
  const prepare = async (operation) => {
    ready ??= loadPrism().then((prism2) => ({ prism: prism2, resources: createResources(prism2, document) }));
    const { prism, resources } = await ready;
    return { prism, resource: await resources.of(operation) };
  };
  return {
    async answer(operation, input, { checkSecurity, dynamic = false, ...preferences }) {
      const { prism, resource } = await prepare(operation);
      const mock = { dynamic, ...preferences };
      const result = await ask(prism, dynamic ? copyOf(resource) : resource, input, config({ checkSecurity, mock }), {});
      if ("error" in result) return refusal(result.error);
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
async function ask(prism, resource, input, settings, components) {
  const instance = prism.createInstance(settings, { logger: SILENT, route: () => right(resource), ...components });
  const result = await instance.request(input, [resource], settings)();
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
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const response = responses.find(({ code }) => code === String(statusCode)) ?? responses.find(({ code }) => code === "default");
  const content = response?.contents?.find(({ mediaType }) => mediaType === type);
  return content?.schema && !content.examples?.length ? withoutStubs(body, content.schema, bundle) : body;
}
function refusal(error) {
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
var nothing = () => void 0;
var SILENT = new Proxy({}, { get: (_, name) => name === "child" ? () => SILENT : nothing });

// src/prism/input.ts
function toPrismRequest(request, operation, rawParams) {
  const body = sentBody(request, operation);
  return {
    method: operation.method.toLowerCase(),
    url: { path: pathOf(operation, rawParams), query: queryOf(request.url) },
    headers: headersOf(request),
    ...body !== void 0 && { body }
  };
}
function pathOf(operation, rawParams) {
  return operation.path.replaceAll(/\{([^{}]*)\}/g, (whole, name) => rawParams[name] ?? whole);
}
function queryOf(url) {
  const query = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? values[0] ?? "" : values;
  }
  return query;
}
function headersOf({ headers }) {
  const kept = Object.fromEntries(headers);
  if (!MEDIA_TYPE.test(kept["content-type"] ?? "")) delete kept["content-type"];
  const accept = acceptable(kept["accept"]);
  delete kept["accept"];
  return accept === void 0 ? kept : { ...kept, accept };
}
var MEDIA_TYPE = /^\s*[\w!#$&^.+-]+\/[\w!#$&^.+-]+\s*(;|$)/;
var MEDIA_RANGE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;\s*[\w-]+=("[^"]*"|[\w.+-]+))*$/;
function acceptable(accept) {
  const ranges = (accept ?? "").split(",").map((range) => range.trim());
  const readable = ranges.filter((range) => MEDIA_RANGE.test(range));
  const first = readable[0];
  return first === void 0 || first.startsWith("*/*") ? void 0 : readable.join(", ");
}
function sentBody(request, operation) {
  if (!operation.requestBody) return void 0;
  const read = readBody(request.body, request.headers.get("content-type"), Object.keys(operation.requestBody.content));
  if (read.kind === "json") return read.value;
  return read.kind === "text" ? read.text : void 0;
}

export { createPrismClient, inWords, toPrismRequest };
