// src/exchange/redact.ts
var MASK = "\u2022\u2022\u2022\u2022";
var SECRET_NAMES = /(api[-_]?key|token|secret|password|authorization)$/i;
var judged = /* @__PURE__ */ new Map();
var MOST_JUDGED = 1e3;
var LONG = 100;
function soundsSecret(name) {
  if (name.length > LONG) return SECRET_NAMES.test(name);
  const known = judged.get(name);
  if (known !== void 0) return known;
  const verdict = SECRET_NAMES.test(name);
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(name, verdict);
  return verdict;
}
function redactedPath(url, secrets) {
  if (url.search === "") return url.pathname;
  let query = "";
  for (const pair of url.search.slice(1).split("&")) {
    const end = pair.indexOf("=");
    const name = end < 0 ? pair : pair.slice(0, end);
    query += `${query === "" ? "?" : "&"}${isSecretName(name, secrets) ? `${name}=${MASK}` : pair}`;
  }
  return url.pathname + query;
}
function redactedBody(body, isSecret) {
  if (typeof body === "string") return isSecret ? withoutSecrets(body, isSecret) : body;
  if (Array.isArray(body)) return body.map((item) => redactedBody(item, isSecret));
  if (typeof body !== "object" || body === null) return body;
  const copy = {};
  for (const name of Object.keys(body)) {
    const shown = soundsSecret(name) ? MASK : redactedBody(body[name], isSecret);
    if (name === "__proto__") Object.defineProperty(copy, name, { value: shown, enumerable: true });
    else copy[isSecret ? withoutSecrets(name, isSecret) : name] = shown;
  }
  return copy;
}
var SHORTEST_WORD = 8;
var LONGEST_WORD = 512;
var WORD = new RegExp(`[\\w-]{${SHORTEST_WORD},${LONGEST_WORD}}`, "g");
function withoutSecrets(value, isSecret) {
  if (typeof value === "string") return mayHold(value, isSecret) ? masked(value, isSecret) : value;
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, isSecret));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    withoutSecrets(name, isSecret),
    withoutSecrets(inner, isSecret)
  ]);
  return Object.fromEntries(entries);
}
function masked(text, isSecret) {
  return text.replace(WORD, (word) => isSecret(word) ? MASK : word);
}
function redactedJson(body, json, isSecret) {
  if (json !== void 0 && !json.includes("\\") && !mayHold(json, isSecret, true)) return json;
  return JSON.stringify(redactedBody(body, isSecret));
}
var IN_WORD = Uint8Array.from({ length: 128 }, (_, code) => Number(/[\w-]/.test(String.fromCharCode(code))));
function mayHold(text, isSecret, names = false) {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length) {
      const code = text.charCodeAt(i);
      if (code < 128 && IN_WORD[code] === 1) continue;
    }
    const length = i - start;
    if (length > LONGEST_WORD) return true;
    if (length >= SHORTEST_WORD && isSecret(text.slice(start, i))) return true;
    if (names && length >= SHORTEST_NAME && NAME_ENDS.has(endOf(text, i)) && isName(text.slice(start, i))) return true;
    start = i + 1;
  }
  return false;
}
var SHORTEST_NAME = 5;
var NAME_ENDS = new Set(["ey", "en", "et", "rd", "on", "__"].map((end) => endOf(end, 2)));
function endOf(text, end) {
  return (text.charCodeAt(end - 2) | 32) << 8 | (text.charCodeAt(end - 1) | 32);
}
function isName(word) {
  return word === "__proto__" || soundsSecret(word);
}
function isSecretName(name, secrets) {
  const decoded = /[%+]/.test(name) ? decode(name) : name;
  return decoded === void 0 || soundsSecret(decoded) || secrets?.has(decoded) === true;
}
function decode(name) {
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return void 0;
  }
}

export { redactedBody, redactedJson, redactedPath, withoutSecrets };
