/**
 * Which rows of a run are over, so that another run can leave them out. It is plain JSON, and small however many rows there
 * are: rows are sent in their order, so those that are over have few gaps.
 *
 * ```ts
 * await writeFile('checkpoint.json', JSON.stringify(run.summary.checkpoint));
 * const resume: Checkpoint = JSON.parse(await readFile('checkpoint.json', 'utf8'));
 * ```
 */
export interface Checkpoint {
  /** Every row before this one is over; rows count from 0. */
  readonly next: number;
  /** The rows from `next` on that are over as well, in ascending order. */
  readonly later: readonly number[];
}

/** The rows that are over: taken by the platform, or refused by it. */
export class Settled {
  #next: number;
  readonly #later: Set<number>;

  /** @throws TypeError for what is no checkpoint: it may come from a file */
  constructor({ next, later }: Checkpoint = { next: 0, later: [] }) {
    const isIndex = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
    if (!isIndex(next) || !Array.isArray(later) || !later.every((index: number) => isIndex(index) && index >= next)) {
      throw new TypeError('resume must be a checkpoint: { next, later }, as a run gave it.');
    }
    this.#next = next;
    this.#later = new Set<number>(later);
    this.#close();
  }

  /** How many rows are over. */
  get size(): number {
    return this.#next + this.#later.size;
  }

  /** How many rows there must at least be. */
  get end(): number {
    let end = this.#next;
    for (const index of this.#later) end = Math.max(end, index + 1);
    return end;
  }

  has(index: number): boolean {
    return index < this.#next || this.#later.has(index);
  }

  add(index: number): void {
    this.#later.add(index);
    this.#close();
  }

  toCheckpoint(): Checkpoint {
    return { next: this.#next, later: [...this.#later].sort((one, other) => one - other) };
  }

  #close(): void {
    while (this.#later.delete(this.#next)) this.#next++;
  }
}
