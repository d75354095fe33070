import type { Reference } from './openapi-document.ts';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isReference(value: unknown): value is Reference {
  return isRecord(value) && typeof value['$ref'] === 'string';
}

/** The steps of a JSON pointer, unescaped. */
export function pointerSteps(pointer: string): string[] {
  const steps = pointer.split('/').slice(1);
  return pointer.includes('~') ? steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) : steps;
}

/** The value that a JSON pointer names inside `value`, or undefined. */
export function atPointer(value: unknown, pointer: string): unknown {
  let current = value;
  for (const step of pointerSteps(pointer)) {
    if (Array.isArray(current)) current = current[Number(step)] as unknown;
    else if (isRecord(current) && Object.hasOwn(current, step)) current = current[step];
    else return undefined;
  }
  return current;
}

/**
 * What a value stands for: itself, or the component that it refers to.
 * @throws when the reference leads nowhere; `parseDocument` has refused such a document.
 */
export function resolve<T extends object>(document: object, value: T | Reference): T {
  let current: unknown = value;
  while (isReference(current)) {
    const target = current.$ref.startsWith('#/') ? atPointer(document, current.$ref.slice(1)) : undefined;
    if (target === undefined) throw new Error(`The reference ${current.$ref} leads nowhere.`);
    current = target;
  }
  return current as T;
}
