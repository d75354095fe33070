/** What of a request may be written down: never a credential. */

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
export function redactedPath(url: Pick<URL, 'pathname' | 'search'>, secrets?: ReadonlySet<string>): string {
  if (url.search === '') return url.pathname;
  let query = '';
  for (const pair of url.search.slice(1).split('&')) {
    const end = pair.indexOf('=');
    const name = end < 0 ? pair : pair.slice(0, end);
    query += `${query === '' ? '?' : '&'}${isSecretName(name, secrets) ? `${name}=${MASK}` : pair}`;
  }
  return url.pathname + query;
}

/** Tells whether a word is a secret. */
export type IsSecret = (word: string) => boolean;

/** A copy of a body in which members with a secret's name are masked, and every word that `isSecret`, names too. */
export function redactedBody(body: unknown, isSecret?: IsSecret): unknown {
  if (typeof body === 'string') return isSecret ? withoutSecrets(body, isSecret) : body;
  if (Array.isArray(body)) return body.map((item) => redactedBody(item, isSecret));
  if (typeof body !== 'object' || body === null) return body;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(body)) {
    const shown = soundsSecret(name) ? MASK : redactedBody((body as Readonly<Record<string, unknown>>)[name], isSecret);
    // JSON may have a member of this name, and an assignment would make it the copy's prototype.
    if (name === '__proto__') Object.defineProperty(copy, name, { value: shown, enumerable: true });
    else copy[isSecret ? withoutSecrets(name, isSecret) : name] = shown;
  }
  return copy;
}

/** What a key can look like: a word of some length. */
const SHORTEST_WORD = 8;
const WORD = /[\w-]{8,512}/g;

/**
 * A text or a body in which every word that is a secret is masked, wherever it stands: a key that came in the wrong place
 * has no name to be known by.
 */
export function withoutSecrets<T>(value: T, isSecret: IsSecret): T {
  if (typeof value === 'string' && value.length < SHORTEST_WORD) return value;
  if (typeof value === 'string') return value.replace(WORD, (word) => (isSecret(word) ? MASK : word)) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withoutSecrets(item, isSecret)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Readonly<Record<string, unknown>>).map(([name, inner]): [string, unknown] => [
    withoutSecrets(name, isSecret),
    withoutSecrets(inner, isSecret),
  ]);
  return Object.fromEntries(entries) as T;
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
