/** Reads a seed file, YAML or JSON, and finds the line of everything that is wrong with it. */
import type { JsonPath } from '@chaveiro/openapi/policy';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { SeedError, shown } from './problems.ts';
import { slipsOf, type Seed } from './schema.ts';

export interface SeedFile {
  readonly seed: Seed;
  /** The same problems with file, line and column: also those that only the mock could find. */
  located(this: void, error: SeedError): SeedError;
}

/**
 * JSON is YAML, so one parser reads both, whatever the file is called.
 * @param fileName as it shall stand in messages
 * @throws {SeedError} for what is no YAML, or cannot be a seed of any document.
 */
export function parseSeed(text: string, fileName: string): SeedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${fileName}:${line}:${col}`;
  };
  const [first] = document.errors;
  // What follows the first slip of a parser is mostly its echo.
  if (first) {
    throw new SeedError([{ path: [first.pos[0]], message: first.message }], ([offset]) => place(Number(offset)));
  }
  const where = (path: JsonPath) => `${place(offsetOf(document, path))} ${shown(path)}`;
  const value: unknown = readValue(document, place);
  const problems = slipsOf(value ?? {});
  if (problems.length > 0) throw new SeedError(problems, where);
  return { seed: value ?? {}, located: (error) => new SeedError(error.problems, where) };
}

/** Aliases that would blow the value up are refused by the parser. */
function readValue(document: Document, place: (offset: number) => string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new SeedError([{ path: [], message: error instanceof Error ? error.message : String(error) }], () => place(0));
  }
}

/** Where a path begins: its key, or the nearest one above that the file has. */
function offsetOf(document: Document, path: JsonPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
