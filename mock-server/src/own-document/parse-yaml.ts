/** Reads YAML, and so JSON too, that a person wrote: what is wrong with it has a place, and what is read has an end. */
import type { JsonPath } from '@chaveiro/openapi/policy';
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Alias,
  type Document,
  type ErrorCode,
  type Node,
} from 'yaml';

/** Both count from 1. */
export interface Place {
  readonly line: number;
  readonly col: number;
}

export interface YamlText {
  /** What JSON could say as well. Aliases are one object in several places. */
  readonly value: unknown;
  /** Where a path begins: its key, or the nearest one above that the text has. */
  place(this: void, path: JsonPath): Place;
}

/** A text that is no YAML, or whose aliases lead nowhere, round in a circle or too far. */
export class YamlSlip extends Error {
  override readonly name = 'YamlSlip';
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/** More than anybody repeats by alias; a few lines can ask for more than any machine has. */
const MOST_REPEATED = 16 * 1_048_576;
/** The parser looks through all aliases for each. */
const MOST_ALIASES = 10_000;
/** Where the parser's are about itself. */
const OUR_WORDS: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS:
    'a second YAML document begins here, and only one is read; give it a file of its own, or take the line "---" away',
  RESOURCE_EXHAUSTION: 'what begins here is nested too deeply; nobody needs so many levels',
};

/**
 * @param options as other people's documents need them: keys that are there twice, and merge keys (`<<`).
 * @throws {YamlSlip}
 */
export function parseYaml(text: string, options: { uniqueKeys?: boolean; merge?: boolean } = {}): YamlText {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => lines.linePos(offset);
  try {
    const document = parseDocument(text, { ...options, lineCounter: lines, prettyErrors: false, logLevel: 'error' });
    const [first] = document.errors;
    // What follows the first slip of a parser is mostly its echo.
    if (first) throw new YamlSlip(OUR_WORDS[first.code] ?? first.message, placeOf(first.pos[0]));
    assertAliasesEnd(document, placeOf);
    return {
      value: document.toJS({ maxAliasCount: -1 }) as unknown,
      place: (path) => placeOf(offsetOf(document, path)),
    };
  } catch (error) {
    if (error instanceof YamlSlip) throw error;
    // Not every error of the parser has a place.
    const message = error instanceof Error ? error.message : String(error);
    throw new YamlSlip(`somewhere from here on: ${message}`, { line: 1, col: 1 });
  }
}

/** Before they are followed: merging copies, so that even making the value could take for ever. */
function assertAliasesEnd(document: Document, placeOf: (offset: number) => Place): void {
  const anchors = new Map<string, Node>();
  /** How long each anchored part is with all that it repeats; absent while it is being read. */
  const lengths = new Map<Node, number>();
  let aliases = 0;
  let repeated = 0;
  lengthOf(document.contents);

  function lengthOf(node: unknown): number {
    if (isPair(node)) return lengthOf(node.key) + lengthOf(node.value);
    if (isAlias(node)) return lengthOfAlias(node);
    if (!isNode(node)) return 0;
    if (node.anchor) anchors.set(node.anchor, node);
    const length = isCollection(node)
      ? node.items.reduce<number>((sum, item) => sum + lengthOf(item), 1)
      : node.range
        ? node.range[1] - node.range[0]
        : 0;
    if (node.anchor) lengths.set(node, length);
    return length;
  }

  function lengthOfAlias(alias: Alias): number {
    const slip = (message: string) => new YamlSlip(message, placeOf(alias.range?.[0] ?? 0));
    const name = alias.source;
    const target = anchors.get(name);
    if (!target) throw slip(`*${name} stands for nothing: there is no &${name} before it`);
    const length = lengths.get(target);
    if (length === undefined) {
      throw slip(`*${name} stands inside of &${name} itself, which then has no end; write out what belongs here`);
    }
    aliases += 1;
    if (aliases > MOST_ALIASES) throw slip('there are more than 10,000 aliases up to here; use fewer of them');
    repeated += length;
    if (repeated > MOST_REPEATED) throw slip('up to here, aliases repeat more than 16 MB of text; use fewer of them');
    return length;
  }
}

function offsetOf(document: Document, path: JsonPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
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
