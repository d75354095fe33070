/** Reads a policy file, and finds the line of everything that is wrong with it. */
import { readFile } from 'node:fs/promises';
import { describeProblems, ownPolicySchema, problemsOf, type JsonPath, type OwnPolicy } from '@chaveiro/openapi/policy';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { OwnDocumentError } from './check.ts';

/** @throws {OwnDocumentError} with file and line of every slip. */
export async function readPolicy(file: string): Promise<OwnPolicy> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : (error.code ?? String(error));
    throw new OwnDocumentError(`The policy file ${file} cannot be read: ${why}.`);
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [slip] = document.errors;
  if (slip) throw new OwnDocumentError(`${file}:${lines.linePos(slip.pos[0]).line} is neither YAML nor JSON: ${slip.message}`);
  const value: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
  const problems = problemsOf(ownPolicySchema, value, []);
  if (problems.length === 0) return value as OwnPolicy;
  const locate = (path: JsonPath) => `${file}:${lines.linePos(offsetOf(document, path)).line}`;
  throw new OwnDocumentError(`The policy has slips:\n${describeProblems(problems, locate).join('\n')}`);
}

/** Where the line of a path begins, or of the nearest one above that the file has. */
function offsetOf(document: Document, path: JsonPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const above: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const step = path[length - 1];
    const pair = isMap(above) ? above.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) : undefined;
    if (isScalar(pair?.key)) return pair.key.range?.[0] ?? 0;
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return document.contents?.range?.[0] ?? 0;
}
