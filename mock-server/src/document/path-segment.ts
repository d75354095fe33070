/** One segment of a path template: a word, a whole parameter (`{id}`), or parameters among letters (`{id}.json`, `{a}:{b}`). */
export interface PathSegment {
  readonly kind: 'literal' | 'parameter' | 'mixed';
  /** What a router may keep it under: two parameters are the same, whatever their names. */
  readonly shape: string;
  /** Parameters in this segment with their texts, or `undefined` when the text does not fit. */
  read(text: string): Record<string, string> | undefined;
}

const read = new Map<string, PathSegment>();

/** @param template between two slashes of a path. */
export function pathSegment(template: string): PathSegment {
  let segment = read.get(template);
  if (!segment) read.set(template, (segment = parse(template)));
  return segment;
}

function parse(template: string): PathSegment {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
  const [only] = names;
  if (only === undefined) return { kind: 'literal', shape: template, read: (text) => (text === template ? {} : undefined) };
  if (template === `{${only}}`)
    return { kind: 'parameter', shape: '{}', read: (text) => (text === '' ? undefined : { [only]: text }) };
  const letters = template.split(/\{[^{}]*\}/);
  return {
    kind: 'mixed',
    shape: letters.join('{}'),
    read(text) {
      const texts = between(letters, text);
      return texts && Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
    },
  };
}

/** What stands between the given letters, each as short as can be, and none empty; in time linear in the text. */
function between(letters: readonly string[], text: string): string[] | undefined {
  const [first = '', ...others] = letters;
  const last = others.pop() ?? '';
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const found: string[] = [];
  let from = first.length;
  for (const each of others) {
    const at = text.indexOf(each, from + 1);
    if (at < 0 || at + each.length > end) return undefined;
    found.push(text.slice(from, at));
    from = at + each.length;
  }
  return end > from ? [...found, text.slice(from, end)] : undefined;
}
