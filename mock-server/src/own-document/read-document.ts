/** Reads a document from a file or an address, with everything that it refers to. Only Node can. */
import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Locate } from '@chaveiro/openapi/policy';
import { isRecord } from '../document/follow.ts';
import { OwnDocumentError } from './check.ts';
import { fetchText } from './fetch-text.ts';
import { parseYaml, YamlSlip, type YamlText } from './parse-yaml.ts';
import { readNamedFile, readNearFile } from './read-file.ts';
import { embedReferences, KEPT } from './references.ts';
import { assertSchemeLines } from './scheme-lines.ts';

export interface ReadDocument {
  readonly document: Record<string, unknown>;
  /** Where it came from: an absolute URL, or the path as it was given. */
  readonly source: string;
}

/** Documents of other people's are read as other tools read them. */
const FORGIVING = { uniqueKeys: false, merge: true };

/**
 * @param location a file, or an http or https URL.
 * @throws {OwnDocumentError} for what cannot be read, or is neither JSON nor YAML.
 */
export async function readDocument(location: string): Promise<ReadDocument> {
  const isUrl = /^https?:\/\//i.test(location);
  const named = isUrl ? new URL(location) : pathToFileURL(resolve(location));
  const shown = (url: URL) => (isUrl ? `${url.origin}${url.pathname}` : shownFile(url, location));
  /** By the value that was read, for what is found wrong later. */
  const places = new Map<unknown, Locate>();
  const keep = (text: string, file: string) => {
    const value = parseText(text, file);
    places.set(value, placesIn(text, file));
    return value;
  };

  const { text, at: root } = isUrl ? await fetchText(named, location) : { text: await readNamedFile(named, location), at: named };
  const document = keep(text, location);
  if (!isRecord(document)) throw new OwnDocumentError(`${location} is no OpenAPI document: it holds no object.`);

  await embedReferences(document, root, async (target, reference) => {
    const name = `${shown(target)}, which ${shown(reference.from)} refers to,`;
    const read = isUrl ? await fetchText(target, name) : { text: await readNearFile(target, named, name), at: target };
    return { value: keep(read.text, shown(read.at)), at: read.at };
  });
  assertSchemeLines(document, (path) => {
    const [first, index, ...inside] = path;
    if (first !== KEPT) return places.get(document)?.(path);
    return places.get((document[KEPT] as unknown[])[Number(index)])?.(inside);
  });
  return { document, source: isUrl ? root.href : location };
}

/** Of JSON too, since that is YAML. It is parsed anew, because mostly nobody asks. */
function placesIn(text: string, file: string): Locate {
  let place: YamlText['place'] | undefined;
  return (path) => {
    try {
      place ??= parseYaml(text, FORGIVING).place;
      return `${file}:${place(path).line}`;
    } catch {
      return file;
    }
  };
}

/** The way from here to a file, as a person would write it who wrote the document's own location like this. */
function shownFile(url: URL, location: string): string {
  try {
    const path = fileURLToPath(url);
    return isAbsolute(location) ? path : relative('', path);
  } catch {
    return url.href;
  }
}

/** JSON where it looks like JSON: a parser of its own is many times as fast. */
function parseText(text: string, file: string): unknown {
  const start = /^\uFEFF?\s*/.exec(text)?.[0].length ?? 0;
  try {
    if (text[start] === '{' || text[start] === '[') return JSON.parse(text.slice(start)) as unknown;
  } catch (error) {
    // Flow-style YAML begins alike.
    if (!isFlowYaml(text)) throw new OwnDocumentError(`${file} is not valid JSON: ${(error as Error).message}.`);
  }
  try {
    return parseYaml(text, FORGIVING).value;
  } catch (error) {
    if (!(error instanceof YamlSlip)) throw error;
    throw new OwnDocumentError(`${file}:${error.place.line} cannot be read as YAML: ${error.message}.`);
  }
}

function isFlowYaml(text: string): boolean {
  return /^\s*\{\s*[A-Za-z]/.test(text);
}
