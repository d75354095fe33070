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
  return sealed.kind === 'bcrypt' ? { start: sealed.start, ...lengthOf(sealed), ...mixedOf(sealed) } : sealed;
}

/** Sessions of the console that an earlier version opened have no shape. */
export function shapeOfSession({ id, shape }: DashboardUser): SecretShape | undefined {
  return shape && { ...shape, fingerprint: id };
}

function lengthOf({ length }: { readonly length?: number }): { readonly length?: number } {
  return length === undefined ? {} : { length };
}

function mixedOf({ mixed }: { readonly mixed?: true }): { readonly mixed?: true } {
  return mixed ? { mixed } : {};
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
          .find((shape) => shape && this.#isAt(text.slice(at), shape));
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
    const start = startOf(word);
    const isAt = (shape: SecretShape | undefined) => shape !== undefined && !shape.mixed && this.#isAt(word, shape);
    return (
      (this.#keys.has('start', start) && this.#keys.find('start', start).map(shapeOfKey).some(isAt)) ||
      (this.#users.has('start', start) && this.#users.find('start', start).map(shapeOfSession).some(isAt))
    );
  }

  /** Whether a text that has its start begins with it. */
  #isAt(text: string, { length, fingerprint }: SecretShape): boolean {
    return fingerprint === undefined || fingerprint === this.#vault.fingerprint(text.slice(0, length));
  }
}
