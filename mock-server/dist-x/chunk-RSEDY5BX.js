// src/exchange/body.ts
var lenient = new TextDecoder();
var strict = new TextDecoder("utf-8", { fatal: true });
var MAX_DEPTH = 64;
function readBody(body, contentType, accepted) {
  if (!body || body.length === 0) return { kind: "none" };
  const type = contentType ?? (accepted.some(isJson) || accepted.length === 0 ? "application/json" : accepted[0] ?? "");
  const isText = !isJson(type);
  if (!takes(accepted, (range) => isText ? essenceOf(range) === essenceOf(type) : isJson(range), type))
    return { kind: "unsupported_media_type" };
  if (isText) return { kind: "text", text: lenient.decode(body) };
  return isUtf8(type) ? readJson(body) : { kind: "unsupported_media_type" };
}
function formFields(text, contentType) {
  if (essenceOf(contentType ?? "") !== "application/x-www-form-urlencoded") return void 0;
  return Object.fromEntries(new URLSearchParams(text));
}
function readJson(body) {
  try {
    const text = strict.decode(body);
    const value = MAY_POLLUTE.test(text) ? JSON.parse(text, withoutPrototype) : JSON.parse(text);
    return isDeeperThan(body, MAX_DEPTH) ? { kind: "malformed_json" } : { kind: "json", value, text };
  } catch {
    return { kind: "malformed_json" };
  }
}
var MAY_POLLUTE = /__proto__|\\u/;
function withoutPrototype(name, value) {
  return name === "__proto__" ? void 0 : value;
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
function endOfText(json, start) {
  let i = start + 1;
  while (i < json.length && json[i] !== QUOTE) i += json[i] === BACKSLASH ? 2 : 1;
  return i;
}
var [QUOTE, BACKSLASH, OBJECT, OBJECT_END, ARRAY, ARRAY_END] = [...'"\\{}[]'].map((letter) => letter.charCodeAt(0));

export { formFields, readBody };
