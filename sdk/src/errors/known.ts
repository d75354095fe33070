/** An object without the members that are undefined. */
export function known<T extends object>(all: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T> as never;
}
