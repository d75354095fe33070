/** What of a request may be written down: never a credential. */
import type { Secrets } from '../core/known-secrets.ts';

const MASK = '••••';
const SECRET_NAMES = /(api[-_]?key|token|secret|password|authorization)$/i;
/** Names that were looked at already: every request has the same ones. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 1000;
/** A longer one is somebody's mischief, and not worth the memory. */
const LONG = 100;

function soundsSecret(name: string): boolean {
  if (name.length > LONG) return SECRET_NAMES.test(name);
  const known = judged.get(name);
  if (known !== undefined) return known;
  const verdict = SECRET_NAMES.test(name);
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(name, verdict);
  return verdict;
}

/**
 * Path and query with every credential in the query masked.
 * @param secrets further names of parameters that carry credentials.
 */
export function redactedPath({ pathname, search }: Pick<URL, 'pathname' | 'search'>, secrets?: ReadonlySet<string>): string {
  return search === '' ? pathname : pathname + redactedQuery(search, secrets);
}

/** @param search as of a `URL`, and not empty. */
export function redactedQuery(search: string, secrets?: ReadonlySet<string>): string {
  const pairs = search.slice(1).split('&');
  return `?${pairs.map((pair) => redactedPair(pair, secrets)).join('&')}`;
}

function redactedPair(pair: string, secrets: ReadonlySet<string> | undefined): string {
  const end = pair.indexOf('=');
  const name = end < 0 ? pair : pair.slice(0, end);
  return isSecretName(name, secrets) ? `${name}=${MASK}` : pair;
}

/** A copy of a body in which members with a secret's name are masked, and every one of the `secrets`, in names too. */
export function redactedBody(body: unknown, secrets?: Secrets): unknown {
  if (typeof body === 'string') return secrets ? withoutSecrets(body, secrets) : body;
  if (Array.isArray(body)) return body.map((item) => redactedBody(item, secrets));
  if (typeof body !== 'object' || body === null) return body;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(body)) {
    const shown = soundsSecret(name) ? MASK : redactedBody((body as Readonly<Record<string, unknown>>)[name], secrets);
    // JSON may have a member of this name, and an assignment would make it the copy's prototype.
    if (name === '__proto__') Object.defineProperty(copy, name, { value: shown, enumerable: true });
    else copy[secrets ? withoutSecrets(name, secrets) : name] = shown;
  }
  return copy;
}

/** What a key can look like, or be part of: a word of some length. */
export const SHORTEST_WORD = 8;
const WORD = new RegExp(`[\\w-]{${SHORTEST_WORD},}`, 'g');

/**
 * A text or a body in which every secret is masked, wherever it stands: a key that came in the wrong place has no name to be
 * known by.
 */
export function withoutSecrets<T>(value: T, secrets: Secrets): T {
  if (typeof value === 'string') return (mayHold(value, secrets) ? masked(value, secrets) : value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withoutSecrets(item, secrets)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Readonly<Record<string, unknown>>).map(([name, inner]): [string, unknown] => [
    withoutSecrets(name, secrets),
    withoutSecrets(inner, secrets),
  ]);
  return Object.fromEntries(entries) as T;
}

/** A part of a URL without any secret. Where one is percent-encoded, the part is shown as it reads. */
export function urlWithoutSecrets(text: string, secrets: Secrets): string {
  const read = decodedAscii(text);
  return withoutSecrets(read !== text && mayHold(read, secrets) ? read : text, secrets);
}

/** What is encoded twice is decoded twice: it gets shorter each time. */
function decodedAscii(text: string): string {
  if (!text.includes('%')) return text;
  const read = text.replace(/%([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return read === text ? text : decodedAscii(read);
}

function masked(text: string, secrets: Secrets): string {
  return withoutSpans(text, secrets).replace(WORD, (word) => (secrets.isWord(word, 0, word.length) ? MASK : word));
}

function withoutSpans(text: string, { within }: Secrets): string {
  let shown = '';
  let end = 0;
  for (const [from, to] of [...(within?.(text) ?? [])].sort(([one], [other]) => one - other)) {
    if (from >= end) shown += text.slice(end, from) + MASK;
    end = Math.max(end, to);
  }
  return shown + text.slice(end);
}

/**
 * A body as JSON, with everything masked that {@link redactedBody} masks.
 * @param json the text that it came or went as, where it was JSON: most often nothing in it is to be masked, and it stays.
 */
export function redactedJson(body: unknown, json: string | undefined, secrets: Secrets): string | undefined {
  if (json !== undefined && !json.includes('\\') && !mayHold(json, secrets, true)) return json;
  return JSON.stringify(redactedBody(body, secrets));
}

/** Which of the first 128 characters `\w` and the dash are. */
const IN_WORD = Uint8Array.from({ length: 128 }, (_, code) => Number(/[\w-]/.test(String.fromCharCode(code))));

/**
 * Whether a text may have something to mask: a secret, and with `names` a word that may be a name of
 * {@link redactedBody}. A walk over the characters costs a fifth of a search for the pattern.
 */
function mayHold(text: string, { isWord, within }: Secrets, names = false): boolean {
  if (within && within(text).length > 0) return true;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length) {
      const code = text.charCodeAt(i);
      if (code < 128 && IN_WORD[code] === 1) continue;
    }
    const length = i - start;
    if (length >= SHORTEST_WORD && isWord(text, start, i)) return true;
    if (names && length >= SHORTEST_NAME && NAME_ENDS.has(endOf(text, i)) && isName(text.slice(start, i))) return true;
    start = i + 1;
  }
  return false;
}

/** The shortest word that {@link isName} has an opinion of: `token`. */
const SHORTEST_NAME = 5;
/** The last two letters of those words. Few others have them, and all others are not worth a second look. */
const NAME_ENDS = new Set(['ey', 'en', 'et', 'rd', 'on', '__'].map((end) => endOf(end, 2)));

/** Two letters, in whatever case, as one number. */
function endOf(text: string, end: number): number {
  return ((text.charCodeAt(end - 2) | 32) << 8) | (text.charCodeAt(end - 1) | 32);
}

/** Whether a word may be the end of a member's name that is masked, or one that must not become a prototype. */
function isName(word: string): boolean {
  return word === '__proto__' || soundsSecret(word);
}

function isSecretName(name: string, secrets?: ReadonlySet<string>): boolean {
  const decoded = /[%+]/.test(name) ? decode(name) : name;
  return decoded === undefined || soundsSecret(decoded) || secrets?.has(decoded) === true;
}

function decode(name: string): string | undefined {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
