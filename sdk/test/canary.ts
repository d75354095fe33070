import { inspect } from 'node:util';

/** A key that no encoding leaves as it is. */
export const CANARY = 'ca/na+ry=4711';
/** Part of it, as it is or as it stands in a URL. */
export const LEAK = /na(\+|%2b)ry/i;

/** All that a person, a log or a copy can get to see of a value. */
export function shown(value: unknown): string {
  const { message, stack, cause } = (value ?? {}) as Partial<Error>;
  const own = Object.getOwnPropertyDescriptors(Object(value));
  return [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(value),
    copied(value),
    stringOf(value),
    message,
    stack,
    inspect(cause, { depth: 20, showHidden: true }),
    ...Reflect.ownKeys(own).map((name) => `${String(name)}=${stringOf(own[name as string]?.value)}`),
  ].join('\n');
}

/** What another thread would get; nothing of what cannot be copied. */
function copied(value: unknown): string {
  try {
    return inspect(structuredClone(value), { depth: 20, showHidden: true });
  } catch (error) {
    return String(error);
  }
}

function stringOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return '';
  }
}
