/** Finds secrets where none belong: in what is written down, or sent back. */
import type { DashboardUser } from './account.ts';
import type { Key } from './key.ts';
import type { Indexes, Row, Table } from './table.ts';
import { startOf, type Vault } from './vault.ts';

/** What must not be shown. */
export interface Secrets {
  /** Whether the word at these places of a text is one. Most words need not be taken out of their text for that. */
  isWord(this: void, text: string, from: number, to: number): boolean;
  /** Where in a text those are that are more than a word; absent: there are none such. */
  readonly within?: ((text: string) => readonly Span[]) | undefined;
}

/** From the first place to the one behind the last. */
export type Span = readonly [from: number, to: number];

/** What is kept of a secret to know it by. */
export interface SecretShape {
  readonly start: string;
  /** Absent in files of earlier versions. */
  readonly length?: number;
  /** It is more than a word. */
  readonly mixed?: true;
  /** Absent: only the hash is kept, so that it is known by its beginning. */
  readonly fingerprint?: string;
}

/** Indexes of a table whose rows have a secret each. */
export function secretIndexes<R extends Row>(shapeOf: (row: R) => SecretShape | undefined): Indexes<R> {
  return {
    start: (row) => shapeOf(row)?.start,
    initial: (row) => shapeOf(row)?.start.charAt(0),
    mixed: (row) => (shapeOf(row)?.mixed ? shapeOf(row)?.start : undefined),
  };
}

export function shapeOfKey({ sealed }: Key): SecretShape {
  return sealed;
}

/** Sessions of the console that an earlier version opened have no shape. */
export function shapeOfSession({ id, shape }: DashboardUser): SecretShape | undefined {
  return shape && { ...shape, fingerprint: id };
}

/**
 * Secrets shorter than this are found at the beginning of a word alone: of longer ones, which all that platforms give are,
 * the start that is kept is always as long.
 */
const SHORTEST_INSIDE = 24;

/** Keys, and sessions of the console. */
export class KnownSecrets implements Secrets {
  readonly #keys: Table<Key>;
  readonly #users: Table<DashboardUser>;
  readonly #vault: Vault;

  constructor(keys: Table<Key>, users: Table<DashboardUser>, vault: Vault) {
    this.#keys = keys;
    this.#users = users;
    this.#vault = vault;
  }

  /** Also with something written right before or behind it. One of which only the hash is kept is known by its beginning. */
  readonly isWord = (text: string, from = 0, to = text.length): boolean => {
    if (this.#startsAt(text, from, to)) return true;
    for (let at = from + 1; at <= to - SHORTEST_INSIDE; at++) if (this.#startsAt(text, at, to)) return true;
    return this.#users.has('shapeless', 'yes') && this.#users.get(this.#vault.fingerprint(text.slice(from, to))) !== undefined;
  };

  get within(): Secrets['within'] {
    return this.#keys.distinct('mixed') + this.#users.distinct('mixed') === 0 ? undefined : this.#mixedIn;
  }

  readonly #mixedIn = (text: string): Span[] => [
    ...this.#mixedOf(text, this.#keys, shapeOfKey),
    ...this.#mixedOf(text, this.#users, shapeOfSession),
  ];

  *#mixedOf<R extends Row>(text: string, table: Table<R>, shapeOf: (row: R) => SecretShape | undefined): Iterable<Span> {
    for (const start of table.valuesOf('mixed')) {
      for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
        const found = table
          .find('mixed', start)
          .map(shapeOf)
          .find((shape) => this.#isAt(text.slice(at), shape));
        // Of which nobody knows the length, all that follows is hidden.
        if (found) yield [at, at + (found.length ?? text.length)];
      }
    }
  }

  #startsAt(text: string, from: number, to: number): boolean {
    // Most words begin like no secret at all: those cost no copy, and no digest.
    const initial = text.charAt(from);
    if (!this.#keys.has('initial', initial) && !this.#users.has('initial', initial)) return false;
    const word = text.slice(from, to);
    return this.#begins(word, this.#keys, shapeOfKey) || this.#begins(word, this.#users, shapeOfSession);
  }

  #begins<R extends Row>(word: string, table: Table<R>, shapeOf: (row: R) => SecretShape | undefined): boolean {
    const start = startOf(word);
    return table.has('start', start) && table.find('start', start).some((row) => this.#isAt(word, shapeOf(row)));
  }

  /** Whether a text that has its start begins with it. */
  #isAt(text: string, shape: SecretShape | undefined): boolean {
    if (!shape) return false;
    return shape.fingerprint === undefined || shape.fingerprint === this.#vault.fingerprint(text.slice(0, shape.length));
  }
}
