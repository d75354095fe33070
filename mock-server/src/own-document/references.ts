/** A document in several files, or at several addresses, made one: whatever it refers to outside comes in, whole and once. */
import { isRecord } from '../document/follow.ts';
import { OwnDocumentError } from './check.ts';

/** Where documents that were referred to are kept in the one that refers. */
export const KEPT = 'x-documents';
/** More than any description of one API has; a circle of addresses that are all different ends here. */
const MOST = 20_000;
const AT_ONCE = 16;

/** A value, and where it was found: what it refers to is relative to that. */
interface Source {
  readonly value: unknown;
  readonly at: URL;
}

/** Who refers to a location, and with which words. */
interface Reference {
  readonly text: string;
  readonly from: URL;
}

/**
 * Changes references in place.
 * @param root where the document was read from: a URL, of a file too.
 * @param read the value that stands at a URL.
 */
export async function embedReferences(
  document: Record<string, unknown>,
  root: URL,
  read: (location: URL, reference: Reference) => Promise<Source>,
): Promise<void> {
  const places = new Map<string, string>([[root.href, '']]);
  const kept: unknown[] = [];
  let wave: Source[] = [{ value: document, at: root }];

  while (wave.length > 0) {
    const found: Found[] = [];
    for (const { value, at } of wave) {
      for (const [holder, reference] of referencesIn(value)) {
        const [address = '', pointer = ''] = reference.split('#', 2);
        const target = address === '' ? at : resolved(address, at, reference);
        holder['$ref'] = `#${placeOf(target, { text: reference, from: at }, found)}${pointer}`;
      }
    }
    wave = await inTurns(found, async ({ target, reference, index }) => {
      const source = await read(target, reference);
      kept[index] = source.value;
      // Where a redirect led.
      if (!places.has(source.at.href)) places.set(source.at.href, `/${KEPT}/${index}`);
      return source;
    });
  }
  if (kept.length > 0) document[KEPT] = kept;

  function placeOf(target: URL, reference: Reference, found: Found[]): string {
    const known = places.get(target.href);
    if (known !== undefined) return known;
    if (kept.length >= MOST) throw new OwnDocumentError(`The document refers to more than ${MOST} others.`);
    assertNear(target, root, reference.text);
    const index = kept.push(undefined) - 1;
    const place = `/${KEPT}/${index}`;
    places.set(target.href, place);
    found.push({ target, reference, index });
    return place;
  }
}

interface Found {
  readonly target: URL;
  readonly reference: Reference;
  readonly index: number;
}

/** A few at a time: a server that holds a document is not to be stormed. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** A mock asks no host that its user did not name. */
function assertNear(target: URL, root: URL, reference: string): void {
  if (target.protocol === root.protocol && target.host === root.host) return;
  throw new OwnDocumentError(
    `The document refers to "${reference}", which is on another host, and the mock asks none that you did not name. Bundle it into one document first, for example with "redocly bundle".`,
  );
}

function resolved(address: string, at: URL, reference: string): URL {
  try {
    const url = new URL(address, at);
    url.hash = '';
    return url;
  } catch {
    throw new OwnDocumentError(`The document refers to "${reference}", which is no file name and no URL.`);
  }
}

/** Every reference below a value, with the object that holds it: once, in however many places an alias puts it. */
function referencesIn(value: unknown): [Record<string, unknown>, string][] {
  const found: [Record<string, unknown>, string][] = [];
  const seen = new Set<unknown>();
  const stack: unknown[] = [value];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (isRecord(node) && typeof node['$ref'] === 'string') found.push([node, node['$ref']]);
    if (typeof node === 'object' && node !== null)
      for (const inner of Object.values(node)) if (typeof inner === 'object') stack.push(inner);
  }
  return found;
}
