/** A small stream of random numbers: what is made from it follows from its seed, wherever it runs. */

/** Weyl sequence and a finaliser of 32 bits (splitmix32). */
export class Random {
  #state: number;

  /** @param stream streams of one seed have nothing to do with each other, so that the n-th case needs none before it. */
  constructor(seed: number, stream = 0) {
    this.#state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b);
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let value = this.#state ^ (this.#state >>> 16);
    value = Math.imul(value, 0x21f0aaad);
    value ^= value >>> 15;
    value = Math.imul(value, 0x735a2d97);
    return ((value ^ (value >>> 15)) >>> 0) / 4_294_967_296;
  }

  /** A whole number below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** @param probability 0 to 1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws {RangeError} where there is nothing to choose from. */
  pick<T>(all: readonly T[]): T {
    if (all.length === 0) throw new RangeError('There is nothing to choose from.');
    return all[this.below(all.length)] as T;
  }
}
