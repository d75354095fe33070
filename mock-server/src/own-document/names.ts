/** Short names for what a document calls at length. */

/** Platforms that every mock has, whatever its document. */
export const OF_THE_MOCK: readonly string[] = ['console', 'control'];

const MAX_LENGTH = 24;

/** Words that say what kind of thing a document is rather than whose. */
const EMPTY_WORDS =
  /^(the|an?|and|for|of|with|apis?|rest|restful|http|openapi|open|oas|swagger|spec|specification|public|official|reference|v?\d+|docs?|documentation|extensions?)$/;

/** `Swagger Petstore - OpenAPI 3.0` -> `petstore`: a name that people can type. */
export function platformName(title: string): string {
  const words = dashed(title.replaceAll(/['’]s\b/g, ''))
    .split('-')
    .filter((word) => word !== '' && !EMPTY_WORDS.test(word));
  let name = words.shift() ?? 'api';
  for (const word of words) {
    if (name.length + word.length >= MAX_LENGTH) break;
    name += `-${word}`;
  }
  return /^[a-z]/.test(name) ? name.slice(0, MAX_LENGTH) : `api-${name}`.slice(0, MAX_LENGTH);
}

/** `bearerAuth` -> `bearer-auth`. */
export function plain(text: string): string {
  return dashed(text.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2'));
}

/** Small letters, digits and dashes. */
function dashed(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
