/** An object without the members that are undefined. */
export function known<T extends object>(all: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const kept: Partial<T> = {};
  for (const name in all) if (all[name] !== undefined) kept[name] = all[name];
  return kept as never;
}
