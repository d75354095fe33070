/** JSON as a tree that may have what `JSON.stringify` never writes: names twice, `__proto__`, numbers of any spelling. */

export type Tree =
  | { readonly kind: 'object'; readonly members: [name: string, value: Tree][] }
  | { readonly kind: 'array'; readonly items: Tree[] }
  /** Written as it is. */
  | { readonly kind: 'text'; readonly text: string };

export function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return { kind: 'array', items: value.map(treeOf) };
  if (typeof value !== 'object' || value === null) return text(value);
  return { kind: 'object', members: Object.entries(value).map(([name, inner]) => [name, treeOf(inner)]) };
}

export function text(value: unknown): Tree {
  return { kind: 'text', text: JSON.stringify(value) ?? 'null' };
}

/** As it is written; `JSON.parse` may refuse it. */
export function raw(written: string): Tree {
  return { kind: 'text', text: written };
}

export function written(tree: Tree): string {
  if (tree.kind === 'text') return tree.text;
  if (tree.kind === 'array') return `[${tree.items.map(written).join(',')}]`;
  return `{${tree.members.map(([name, value]) => `${JSON.stringify(name)}:${written(value)}`).join(',')}}`;
}

/** A place of a tree: its value can be replaced, and what has it is at hand. */
export interface Place {
  readonly path: readonly string[];
  readonly tree: Tree;
  replace(tree: Tree): void;
}

/** Every place below the root, and the root. */
export function placesOf(root: { tree: Tree }): Place[] {
  const places: Place[] = [];
  const walk = (path: readonly string[], tree: Tree, replace: (tree: Tree) => void) => {
    places.push({ path, tree, replace });
    if (tree.kind === 'object')
      for (const member of tree.members) walk([...path, member[0]], member[1], (other) => void (member[1] = other));
    if (tree.kind === 'array')
      tree.items.forEach((item, index) => walk([...path, '*'], item, (other) => void (tree.items[index] = other)));
  };
  walk([], root.tree, (other) => void (root.tree = other));
  return places;
}
