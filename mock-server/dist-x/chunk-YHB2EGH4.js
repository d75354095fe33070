import { follow, isRecord } from './chunk-PYFF5V7Q.js';

// src/document/sample-body.ts
var MAX_DEPTH = 6;
var FOR_PEOPLE = /^(messages?|detail|details|description|error_description|error|title|reason|msg)$/i;
var FOR_PROGRAMS = /^(id|code|error_?code|type|error_type)$/i;
var FOR_STATUS = /^(status|code|status_?code|http_?status)$/i;
var HOLDS_ERRORS = /^(errors?|fault|problem|meta)$/i;
function sampleBody(document, schema, words) {
  return sample(schema, "", 0);
  function sample(described, name, depth) {
    const node = follow(document, described);
    if (!isRecord(node) || depth > MAX_DEPTH) return void 0;
    const given = shown(node);
    if (given !== void 0) return given;
    const whole = combined(node, depth);
    if (whole !== node) return sample(whole, name, depth + 1);
    switch (typeOf(node)) {
      case "object":
        return objectOf(node, depth);
      case "array":
        return HOLDS_ERRORS.test(name) || Number(node["minItems"]) > 0 ? listOf(node, name, depth) : [];
      case "string":
        return textFor(node, name);
      case "integer":
      case "number":
        return FOR_STATUS.test(name) ? words.status : typeof node["minimum"] === "number" ? node["minimum"] : 0;
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
    for (const [name, property] of Object.entries(isRecord(node["properties"]) ? node["properties"] : {})) {
      const telling = FOR_PEOPLE.test(name) || FOR_PROGRAMS.test(name) || FOR_STATUS.test(name) || HOLDS_ERRORS.test(name);
      if (!required.has(name) && !(telling && depth < 3)) continue;
      const value = sample(property, name, depth + 1);
      if (value !== void 0 || required.has(name)) out[name] = value ?? null;
    }
    return out;
  }
  function listOf(node, name, depth) {
    const item = sample(node["items"], name, depth + 1);
    return item === void 0 ? [] : [item];
  }
  function combined(node, depth) {
    const branch = [node["oneOf"], node["anyOf"]].find((list) => Array.isArray(list) && list.length > 0);
    if (branch && !isRecord(node["properties"])) return follow(document, branch[0]) ?? {};
    if (!Array.isArray(node["allOf"]) || depth > MAX_DEPTH) return node;
    const parts = [{ ...node, allOf: void 0 }, ...node["allOf"]].map((part) => follow(document, part)).filter(isRecord);
    return {
      type: "object",
      properties: Object.assign({}, ...parts.map((part) => combined(part, depth + 1)["properties"])),
      required: parts.flatMap((part) => combined(part, depth + 1)["required"] ?? [])
    };
  }
  function textFor(node, name) {
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
        if (FOR_STATUS.test(name) && !FOR_PROGRAMS.test(name)) return String(words.status);
        return FOR_PROGRAMS.test(name) ? words.code : FOR_PEOPLE.test(name) ? words.message : "string";
    }
  }
}
function shown(node) {
  const examples = node["examples"];
  const enumerated = node["enum"];
  return node["example"] ?? (Array.isArray(examples) ? examples[0] : void 0) ?? node["const"] ?? node["default"] ?? (Array.isArray(enumerated) ? enumerated[0] : void 0);
}
function typeOf(node) {
  const { type } = node;
  if (Array.isArray(type)) return type.find((each) => each !== "null") ?? "null";
  return type ?? (isRecord(node["properties"]) ? "object" : "items" in node ? "array" : void 0);
}

export { sampleBody };
