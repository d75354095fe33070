import { OwnDocumentError } from './chunk-CNIPTANC.js';
import { isRecord } from './chunk-PYFF5V7Q.js';
import './chunk-OX5GNH2G.js';
import './chunk-OSGOXWAO.js';
import './chunk-Z6D3U4QF.js';
import { readFile } from 'fs/promises';
import { resolve } from 'path';
import { pathToFileURL } from 'url';
import { parse, YAMLParseError } from 'yaml';

// src/own-document/references.ts
var KEPT = "x-documents";
var MOST = 2e4;
var AT_ONCE = 16;
async function embedReferences(document, root, read) {
  const places = /* @__PURE__ */ new Map([[root.href, ""]]);
  const kept = [];
  let wave = [{ value: document, at: root }];
  while (wave.length > 0) {
    const found = [];
    for (const { value, at } of wave) {
      for (const [holder, reference] of referencesIn(value)) {
        const [address = "", pointer = ""] = reference.split("#", 2);
        const target = address === "" ? at : resolved(address, at, reference);
        holder["$ref"] = `#${placeOf(target, reference, found)}${pointer}`;
      }
    }
    wave = await inTurns(found, async ({ target, reference, index }) => {
      const value = await read(target, reference);
      kept[index] = value;
      return { value, at: target };
    });
  }
  if (kept.length > 0) document[KEPT] = kept;
  function placeOf(target, reference, found) {
    const known = places.get(target.href);
    if (known !== void 0) return known;
    if (kept.length >= MOST) throw new OwnDocumentError(`The document refers to more than ${MOST} others.`);
    assertNear(target, root, reference);
    const index = kept.push(void 0) - 1;
    const place = `/${KEPT}/${index}`;
    places.set(target.href, place);
    found.push({ target, reference, index });
    return place;
  }
}
async function inTurns(items, work) {
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
function assertNear(target, root, reference) {
  if (target.protocol === root.protocol && target.host === root.host) return;
  throw new OwnDocumentError(
    `The document refers to "${reference}", which is on another host, and the mock asks none that you did not name. Bundle it into one document first, for example with "redocly bundle".`
  );
}
function resolved(address, at, reference) {
  try {
    const url = new URL(address, at);
    url.hash = "";
    return url;
  } catch {
    throw new OwnDocumentError(`The document refers to "${reference}", which is no file name and no URL.`);
  }
}
function referencesIn(value) {
  const found = [];
  const stack = [value];
  for (let node = stack.pop(); node !== void 0; node = stack.pop()) {
    if (isRecord(node) && typeof node["$ref"] === "string") found.push([node, node["$ref"]]);
    if (typeof node === "object" && node !== null) {
      for (const inner of Object.values(node)) if (typeof inner === "object") stack.push(inner);
    }
  }
  return found;
}

// src/own-document/read-document.ts
var MAX_BYTES = 128 * 1048576;
var TIMEOUT_MS = 3e4;
async function readDocument(location) {
  const isUrl = /^https?:\/\//i.test(location);
  const root = isUrl ? new URL(location) : pathToFileURL(resolve(location));
  const document = await readValue(root, location);
  if (!isRecord(document)) throw new OwnDocumentError(`${location} is no OpenAPI document: it holds no object.`);
  await embedReferences(document, root, (target, reference) => readValue(target, `${reference} (in ${location})`));
  return { document, source: isUrl ? root.href : location };
}
async function readValue(location, name) {
  const text = location.protocol === "file:" ? await readLocal(location, name) : await readRemote(location, name);
  return parseText(text, name);
}
async function readLocal(location, name) {
  try {
    return await readFile(location, "utf8");
  } catch (error) {
    const { code = String(error) } = error;
    const why = { ENOENT: "there is no such file", EISDIR: "it is a folder", EACCES: "this user may not read it" }[code] ?? code;
    throw new OwnDocumentError(`${name} cannot be read: ${why}.`);
  }
}
async function readRemote(location, name) {
  const response = await fetch(location, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error) => {
    throw new OwnDocumentError(`${name} cannot be fetched: ${reasonOf(error)}.`);
  });
  if (!response.ok) throw new OwnDocumentError(`${name} cannot be fetched: it answers ${response.status}.`);
  if (Number(response.headers.get("content-length")) > MAX_BYTES) throw new OwnDocumentError(`${name} is larger than 128 MB.`);
  return response.text();
}
function reasonOf(error) {
  if (error instanceof Error && error.name === "TimeoutError") return `no answer within ${TIMEOUT_MS / 1e3} seconds`;
  const cause = error instanceof Error ? error.cause : void 0;
  return cause instanceof Error ? cause.message : String(error);
}
function parseText(text, name) {
  const start = /^\uFEFF?\s*/.exec(text)?.[0].length ?? 0;
  try {
    if (text[start] === "{" || text[start] === "[") return JSON.parse(text.slice(start));
  } catch (error) {
    if (!isFlowYaml(text)) throw new OwnDocumentError(`${name} is not valid JSON: ${error.message}.`);
  }
  try {
    return parse(text, { uniqueKeys: false, merge: true, maxAliasCount: 1e4, logLevel: "error" });
  } catch (error) {
    const [what] = error.message.split("\n");
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : void 0;
    throw new OwnDocumentError(`${name}${line === void 0 ? "" : `:${line}`} is neither YAML nor JSON: ${what}`);
  }
}
function isFlowYaml(text) {
  return /^\s*\{\s*[A-Za-z]/.test(text);
}

export { readDocument };
