/** Reads a list that comes in pages. */

interface Page<T> {
  readonly items: T[];
  readonly totalPages: number;
}

const LARGEST = 1_000;

/** Every item once, even where the list moved on between two pages. */
export async function everyPage<T>(
  pageOf: (page: number, limit: number) => Promise<Page<T>>,
  idOf: (item: T) => string,
): Promise<T[]> {
  const items = new Map<string, T>();
  for (let page = 1, pages = 1; page <= pages; page++) {
    const read = await pageOf(page, LARGEST);
    for (const item of read.items) items.set(idOf(item), item);
    pages = read.totalPages;
  }
  return [...items.values()];
}
