import { OwnDocumentError } from './chunk-CNIPTANC.js';
import './chunk-PYFF5V7Q.js';
import { problemsOf, ownPolicySchema, describeProblems } from './chunk-OX5GNH2G.js';
import './chunk-OSGOXWAO.js';
import './chunk-Z6D3U4QF.js';
import { readFile } from 'fs/promises';
import { LineCounter, parseDocument, isMap, isScalar, isNode } from 'yaml';

async function readPolicy(file) {
  const text = await readFile(file, "utf8").catch((error) => {
    const why = error.code === "ENOENT" ? "there is no such file" : error.code ?? String(error);
    throw new OwnDocumentError(`The policy file ${file} cannot be read: ${why}.`);
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [slip] = document.errors;
  if (slip) throw new OwnDocumentError(`${file}:${lines.linePos(slip.pos[0]).line} is neither YAML nor JSON: ${slip.message}`);
  const value = document.toJS({ maxAliasCount: 100 }) ?? {};
  const problems = problemsOf(ownPolicySchema, value, []);
  if (problems.length === 0) return value;
  const locate = (path) => `${file}:${lines.linePos(offsetOf(document, path)).line}`;
  throw new OwnDocumentError(`The policy has slips:
${describeProblems(problems, locate).join("\n")}`);
}
function offsetOf(document, path) {
  for (let length = path.length; length > 0; length -= 1) {
    const above = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const step = path[length - 1];
    const pair = isMap(above) ? above.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) : void 0;
    if (isScalar(pair?.key)) return pair.key.range?.[0] ?? 0;
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return document.contents?.range?.[0] ?? 0;
}

export { readPolicy };
