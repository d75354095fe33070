/** Reads a policy file, and finds the line of everything that is wrong with it. */
import { readFile } from 'node:fs/promises';
import { describeProblems, ownPolicySchema, problemsOf, type JsonPath, type OwnPolicy } from '@chaveiro/openapi/policy';
import { OwnDocumentError } from './check.ts';
import { parseYaml, YamlSlip, type YamlText } from './parse-yaml.ts';

/** @throws {OwnDocumentError} with file and line of every slip. */
export async function readPolicy(file: string): Promise<OwnPolicy> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : (error.code ?? String(error));
    throw new OwnDocumentError(`The policy file ${file} cannot be read: ${why}.`);
  });
  const { value, place } = parsed(text, file);
  const policy = value ?? {};
  const problems = problemsOf(ownPolicySchema, policy, []);
  if (problems.length === 0) return policy;
  const locate = (path: JsonPath) => `${file}:${place(path).line}`;
  throw new OwnDocumentError(`The policy has slips:\n${describeProblems(problems, locate).join('\n')}`);
}

function parsed(text: string, file: string): YamlText {
  try {
    return parseYaml(text);
  } catch (error) {
    if (!(error instanceof YamlSlip)) throw error;
    throw new OwnDocumentError(`The policy ${file}:${error.place.line} cannot be read: ${error.message}.`);
  }
}
