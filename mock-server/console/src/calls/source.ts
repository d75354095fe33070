/** JSON values as TypeScript source, as the project's formatter would write it. */

const WIDTH = 100;
const NAME = /^[A-Za-z_$][\w$]*$/;

/** @param depth how far the line that it stands in is indented, in steps of two. */
export function sourceOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => sourceOf(item, depth + 1))
    : Object.entries(value).map(([name, item]) => `${propertyName(name)}: ${sourceOf(item, depth + 1)}`);
  const [open, close] = isList ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  const space = isList ? '' : ' ';
  const short = `${open}${space}${parts.join(', ')}${space}${close}`;
  if (short.length + depth * 2 <= WIDTH && !short.includes('\n')) return short;
  const indent = '  '.repeat(depth + 1);
  return `${open}\n${parts.map((part) => `${indent}${part},\n`).join('')}${'  '.repeat(depth)}${close}`;
}

function propertyName(name: string): string {
  // As a plain name it would set the prototype.
  if (name === '__proto__') return "['__proto__']";
  return NAME.test(name) ? name : quoted(name);
}

function quoted(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`);
  return `'${escaped}'`;
}
