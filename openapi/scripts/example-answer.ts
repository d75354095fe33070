import { fillTemplate, type Example, type FillValues } from '../policy/index.ts';
import { isRecord, pointerSteps } from '../policy/references.ts';

/**
 * The body of an example with the values of a request filled in.
 * @returns the body, and the pointers of those fields whose value cannot be known before the answer
 */
export function exampleAnswer(example: Example, values: FillValues): { body: unknown; varies: string[] } {
  let body = structuredClone(example.value);
  const varies: string[] = [];
  for (const [pointer, template] of Object.entries(example['x-fill']?.body ?? {})) {
    const value = fillTemplate(template, values);
    if (value === undefined) varies.push(pointer);
    else body = withValue(body, pointerSteps(pointer), value);
  }
  return { body, varies };
}

function withValue(target: unknown, [step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(target))
    return target.map((item, index) => (String(index) === step ? withValue(item, rest, value) : item) as unknown);
  return isRecord(target) ? { ...target, [step]: withValue(target[step], rest, value) } : target;
}
