/** Reads a body: one answer, either what was sent or what is wrong with it. */

export type ReadBody =
  | { readonly kind: 'json'; readonly value: unknown; readonly text: string }
  /** In another media type that the operation takes. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed_json' | 'unsupported_media_type' };

const lenient = new TextDecoder();
const strict = new TextDecoder('utf-8', { fatal: true });

/** Deeper than any real request, shallow enough that no recursion over a body runs out of stack. */
const MAX_DEPTH = 64;

/** @param accepted media types and ranges that the operation declares. */
export function readBody(body: Uint8Array | undefined, contentType: string | null, accepted: readonly string[]): ReadBody {
  if (!body || body.length === 0) return { kind: 'none' };
  const type = contentType ?? (accepted.some(isJson) || accepted.length === 0 ? 'application/json' : (accepted[0] ?? ''));
  const isText = !isJson(type);
  if (!takes(accepted, (range) => (isText ? essenceOf(range) === essenceOf(type) : isJson(range)), type))
    return { kind: 'unsupported_media_type' };
  if (isText) return { kind: 'text', text: lenient.decode(body) };
  return isUtf8(type) ? readJson(body) : { kind: 'unsupported_media_type' };
}

/** A form as an object, so that it can be looked into like JSON. */
export function formFields(text: string, contentType: string | null): Record<string, unknown> | undefined {
  if (essenceOf(contentType ?? '') !== 'application/x-www-form-urlencoded') return undefined;
  return Object.fromEntries(new URLSearchParams(text));
}

function readJson(body: Uint8Array): ReadBody {
  try {
    const text = strict.decode(body);
    const value: unknown = MAY_POLLUTE.test(text) ? JSON.parse(text, withoutPrototype) : JSON.parse(text);
    return isDeeperThan(body, MAX_DEPTH) ? { kind: 'malformed_json' } : { kind: 'json', value, text };
  } catch {
    return { kind: 'malformed_json' };
  }
}

/** Letters may be written as escapes. */
const MAY_POLLUTE = /__proto__|\\u/;

/** A member of this name is nothing that a schema looks at, and a prototype wherever somebody copies it by assignment. */
function withoutPrototype(name: string, value: unknown): unknown {
  return name === '__proto__' ? undefined : value;
}

/** An operation that declares no media type takes JSON. */
function takes(accepted: readonly string[], fits: (range: string) => boolean, type: string): boolean {
  if (accepted.length === 0) return isJson(type);
  return accepted.some((range) => fits(range) || coversByWildcard(essenceOf(range), essenceOf(type)));
}

function coversByWildcard(range: string, type: string): boolean {
  return range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}

function essenceOf(type: string): string {
  return type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** `application/json`, `application/problem+json` and the like. */
function isJson(contentType: string): boolean {
  return contentType === 'application/json' || /^application\/([\w.-]+\+)?json$/.test(essenceOf(contentType));
}

/** JSON is UTF-8; a charset that says otherwise is a mistake. */
function isUtf8(contentType: string): boolean {
  if (!contentType.includes(';')) return true;
  const parameters = contentType.toLowerCase().split(';').slice(1);
  const charset = parameters.map((parameter) => /^\s*charset="?([^"\s]*)/.exec(parameter)?.[1]).find(Boolean);
  return charset === undefined || /^utf-?8$/.test(charset);
}

/** Counts brackets outside of texts, which costs far less than a walk through what they hold. @param json that has been parsed. */
function isDeeperThan(json: Uint8Array, most: number): boolean {
  let depth = 0;
  // By index: an iterator costs more than all that it brings.
  for (let i = 0; i < json.length; i++) {
    const byte = json[i];
    if (byte === QUOTE) i = endOfText(json, i);
    else if (byte === OBJECT || byte === ARRAY) {
      if (++depth > most) return true;
    } else if (byte === OBJECT_END || byte === ARRAY_END) depth -= 1;
  }
  return false;
}

/** @param start of the quote that opens it. */
function endOfText(json: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < json.length && json[i] !== QUOTE) i += json[i] === BACKSLASH ? 2 : 1;
  return i;
}

const [QUOTE, BACKSLASH, OBJECT, OBJECT_END, ARRAY, ARRAY_END] = [...'"\\{}[]'].map((letter) => letter.charCodeAt(0));
