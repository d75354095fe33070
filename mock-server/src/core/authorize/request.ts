/** Whether the request fits the document; found out only once the key is good, as a gateway in front of an application does. */
import { passed, refused, type Finding, type Progress } from './progress.ts';

export function requestValid({ checkRequest }: Progress): Finding {
  const problem = checkRequest();
  if (!problem) return passed('schema', 'the request fits the document');
  return refused(problem, 'schema', `the request does not fit the document: ${problem.replaceAll('_', ' ')}`);
}
