import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import { pointerSteps } from '../policy/references.ts';
import type { JsonPath, Locate } from '../policy/problem.ts';

/** The YAML files of the document. */
export interface Sources {
  /** `openapi/pingback/security.yaml:14` for a path of the bundle. */
  locate: Locate;
  /** The value at a path of the root file, all references followed. */
  read(path: JsonPath): unknown;
}

interface Source {
  file: string;
  document: Document;
  lines: LineCounter;
}

interface Position {
  source: Source;
  /** The node at the path, if the source has it. */
  node: Node | undefined;
  /** Where the nearest line begins: the key of the last step that exists. */
  offset: number;
  complete: boolean;
}

/**
 * Opens the sources of a bundle.
 * @param rootFile path of openapi.yaml
 * @param shownFrom the folder that shown file names are relative to
 */
export function openSources(rootFile: string, shownFrom: string): Sources {
  const files = new Map<string, Source>();
  const root = open(resolve(rootFile));
  let components: Map<string, Position[]> | undefined;

  return {
    locate(path) {
      const inRoot = walk(start(root), path);
      const position = path[0] === 'components' && !inRoot.complete ? (inComponent(path) ?? inRoot) : inRoot;
      const { line } = position.source.lines.linePos(position.offset);
      return `${relative(shownFrom, position.source.file)}:${line}`;
    },
    read: (path) => plain(walk(start(root), path)),
  };

  function open(file: string): Source {
    let source = files.get(file);
    if (source === undefined) {
      const lines = new LineCounter();
      source = { file, lines, document: parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines }) };
      files.set(file, source);
    }
    return source;
  }

  /** Goes down a path, through references, as far as the sources have it. */
  function walk(from: Position, path: JsonPath): Position {
    let position = follow(from);
    for (const step of path) {
      const next = child(position, step);
      if (next === undefined) return { ...position, node: undefined, complete: false };
      position = follow(next);
    }
    return position;
  }

  function follow(position: Position): Position {
    const { node, source } = position;
    if (isAlias(node)) return follow({ ...position, node: node.resolve(source.document) });
    const reference = isMap(node) ? node.get('$ref') : undefined;
    return typeof reference === 'string' ? (target(source, reference) ?? position) : position;
  }

  /** What a reference of this file leads to; undefined when it leads nowhere. */
  function target(source: Source, reference: string): Position | undefined {
    const [name = '', pointer = ''] = reference.split('#');
    const file = name === '' ? source.file : resolve(dirname(source.file), name);
    if (!existsSync(file)) return undefined;
    const position = walk(start(open(file)), pointerSteps(pointer));
    return position.complete ? position : undefined;
  }

  /** The bundler moves what is referred to into `components`, under the last step of its pointer. */
  function inComponent([, kind, name, ...rest]: JsonPath): Position | undefined {
    components ??= referredTo();
    const candidates = components.get(String(name)) ?? [];
    const ofKind = candidates.find(({ source }) => basename(source.file).startsWith(String(kind)));
    const position = ofKind ?? candidates[0];
    return position && walk(position, rest);
  }

  function referredTo(): Map<string, Position[]> {
    const found = new Map<string, Position[]>();
    const queue = [root];
    const seen = new Set(queue);
    for (const source of queue) {
      visit(source.document, {
        Pair(_, { key, value }) {
          if (!isScalar(key) || key.value !== '$ref' || !isScalar(value)) return;
          const reference = String(value.value);
          const position = target(source, reference);
          if (position === undefined) return;
          const name = pointerSteps(reference.split('#')[1] ?? '').at(-1) ?? basename(position.source.file).replace(/\.\w+$/, '');
          found.set(name, [...(found.get(name) ?? []), position]);
          if (!seen.has(position.source)) queue.push(position.source);
          seen.add(position.source);
        },
      });
    }
    return found;
  }

  function plain(position: Position): unknown {
    const { node, source } = follow(position);
    if (isMap(node)) {
      return Object.fromEntries(
        node.items.map(({ key, value }) => [
          isScalar(key) ? String(key.value) : String(key),
          plain({ ...position, source, node: isNode(value) ? value : undefined }),
        ]),
      );
    }
    if (isSeq(node)) return node.items.map((item) => plain({ ...position, source, node: isNode(item) ? item : undefined }));
    return isScalar(node) ? node.value : null;
  }
}

function start(source: Source): Position {
  const { contents } = source.document;
  return { source, node: contents ?? undefined, offset: contents?.range?.[0] ?? 0, complete: true };
}

function child(position: Position, step: string | number): Position | undefined {
  const { node } = position;
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { ...position, node: item, offset: item.range?.[0] ?? position.offset } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  if (!isPair(pair) || !isScalar(pair.key)) return undefined;
  return { ...position, node: isNode(pair.value) ? pair.value : undefined, offset: pair.key.range?.[0] ?? position.offset };
}
