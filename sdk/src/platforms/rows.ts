import { ParseError } from '../errors/parse-error.ts';

/** How a list goes on from page to page. */
export interface Paging<Row, Page> {
  /** The number of the first page that is wanted. */
  readonly start: number;
  /** The number of the platform's first page. */
  readonly first: number;
  readonly load: (number: number) => PromiseLike<Page>;
  /** The rows of a page, and how many rows all pages have; what comes from a platform may lack either. */
  readonly read: (page: Page) => readonly [rows: readonly Row[] | undefined, total: number | null | undefined];
  readonly signal?: AbortSignal | undefined;
}

/** So many pages in a row may bring nothing new: a log moves on while it is read. */
const MOST_STALE = 3;

/**
 * All rows of a list, page after page. A page is asked for when its first row is: nothing is sent before the loop begins,
 * and nothing ahead of it.
 *
 * ```ts
 * for await (const contact of pingback.contacts.all()) console.log(contact.email);
 * for await (const page of pingback.contacts.all().pages()) console.log(page.data.total);
 * ```
 *
 * A loop may end early with `break`, and each loop begins anew. Where the list grows while it is read, a row that moved on
 * to the next page comes once.
 */
export class Rows<Row, Page> implements AsyncIterable<Row> {
  readonly #paging: Paging<Row, Page>;

  constructor(paging: Paging<Row, Page>) {
    this.#paging = paging;
  }

  /**
   * One loop over all rows.
   *
   * ```ts
   * for await (const segment of pingback.segments.all()) console.log(segment.name);
   * ```
   *
   * @throws ParseError where pages bring the same rows again and again, and the errors of calls
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<Row, void, undefined> {
    for await (const [, rows] of this.#walk()) {
      for (const row of rows) {
        this.#paging.signal?.throwIfAborted();
        yield row;
      }
    }
  }

  /**
   * The pages themselves, as the platform answers them.
   *
   * ```ts
   * for await (const { pagination, data } of zenvio.instances.all().pages()) console.log(pagination.page, data.length);
   * ```
   */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    for await (const [page] of this.#walk()) yield page;
  }

  /** Each page, with those of its rows that were not on the page before. */
  async *#walk(): AsyncGenerator<[Page, readonly Row[]], void, undefined> {
    const { start, first, load, read } = this.#paging;
    let before = new Set<string>();
    for (let number = start, size = 0, stale = 0; ; number++) {
      const page = await load(number);
      const [rows, total] = read(page);
      if (!Array.isArray(rows)) throw new ParseError(`page ${number} has no rows.`);
      if (!rows.length && number > start) return;
      const texts = rows.map((row) => JSON.stringify(row));
      const fresh = rows.filter((_, at) => !before.has(texts[at] as string));
      stale = fresh.length ? 0 : stale + 1;
      if (stale >= MOST_STALE && rows.length) throw new ParseError(`page ${number} repeats earlier ones.`);
      yield [page, fresh];
      before = new Set(texts);
      size ||= rows.length;
      // The last page, where the platform says how many rows there are; otherwise the page that is empty.
      if (!rows.length || (number - first) * size + rows.length >= (total ?? Infinity)) return;
    }
  }
}
