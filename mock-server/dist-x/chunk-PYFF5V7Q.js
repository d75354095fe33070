import { atPointer } from './chunk-OX5GNH2G.js';

// src/document/follow.ts
var MAX_HOPS = 32;
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function localPointer(value) {
  const reference = isRecord(value) ? value["$ref"] : void 0;
  return typeof reference === "string" && reference.startsWith("#") ? reference.slice(1) : void 0;
}
function atLocalPointer(document, pointer) {
  const found = atPointer(document, pointer);
  if (found !== void 0 || !pointer.includes("%")) return found;
  try {
    return atPointer(document, decodeURIComponent(pointer));
  } catch {
    return void 0;
  }
}
function follow(document, value) {
  let current = value;
  for (let hops = 0; hops < MAX_HOPS; hops += 1) {
    if (!isRecord(current) || typeof current["$ref"] !== "string") return current;
    const pointer = localPointer(current);
    if (pointer === void 0) return void 0;
    current = atLocalPointer(document, pointer);
  }
  return void 0;
}
function followRecord(document, value) {
  const found = follow(document, value);
  return isRecord(found) ? found : void 0;
}

export { atLocalPointer, follow, followRecord, isRecord, localPointer };
