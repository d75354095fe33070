import { slipsOf } from './chunk-VO7X6NOS.js';
import { SeedError, shown } from './chunk-XROCR4F3.js';
import { LineCounter, parseDocument, isMap, isScalar, isSeq, isNode } from 'yaml';

function parseSeed(text, fileName) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset) => {
    const { line, col } = lines.linePos(offset);
    return `${fileName}:${line}:${col}`;
  };
  const [first] = document.errors;
  if (first) {
    throw new SeedError([{ path: [first.pos[0]], message: first.message }], ([offset]) => place(Number(offset)));
  }
  const where = (path) => `${place(offsetOf(document, path))} ${shown(path)}`;
  const value = readValue(document, place);
  const problems = slipsOf(value ?? {});
  if (problems.length > 0) throw new SeedError(problems, where);
  return { seed: value ?? {}, located: (error) => new SeedError(error.problems, where) };
}
function readValue(document, place) {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new SeedError([{ path: [], message: error instanceof Error ? error.message : String(error) }], () => place(0));
  }
}
function offsetOf(document, path) {
  let node = document.contents;
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

export { parseSeed };
