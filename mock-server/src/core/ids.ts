/** Ids and generated secrets from a seed, so that two runs with one seed give the same bytes. */

const HEX = '0123456789abcdef';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** A version 4 UUID: each `x` is drawn, and two bits of the variant, the `v`. */
const UUID = 'xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx';
const [DRAWN, VARIANT] = ['x', 'v'].map((letter) => letter.charCodeAt(0));

export type Alphabet = 'hex' | 'base62';

export interface Ids {
  /** A version 4 UUID. */
  uuid(): string;
  /** `prefix` and twelve base-62 characters: `req_4fJ0aQm2Zx81`. */
  id(prefix: string): string;
  /** `length` characters of an alphabet. */
  text(alphabet: Alphabet, length: number): string;
  /** A number in [0, 1). */
  random(): number;
  /** The generator's state, to go into a snapshot. */
  state(): number;
  restore(state: number): void;
}

/**
 * @param seed any integer; equal seeds give equal sequences.
 * @param stream tells sequences of one seed apart: two streams never come to the same sequence, as two seeds may
 *   when one happens to be where the other was.
 */
export function createIds(seed: number, stream = 0): Ids {
  let state = seed | 0;

  // mulberry32: 32 bits of state are enough for ids and keep a snapshot one number long.
  function bits(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = state ^ stream;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return t ^ (t >>> 14);
  }

  const next = () => (bits() >>> 0) / 4_294_967_296;

  // One for all, since every request draws an id or two.
  const codes: number[] = [];
  const drawn = (characters: string) => characters.charCodeAt(Math.floor(next() * characters.length));

  function text(alphabet: Alphabet, length: number): string {
    const characters = alphabet === 'hex' ? HEX : BASE62;
    codes.length = length;
    for (let i = 0; i < length; i++) codes[i] = drawn(characters);
    return String.fromCharCode(...codes);
  }

  function uuid(): string {
    codes.length = UUID.length;
    let [left, digits] = [0, 0];
    for (let i = 0; i < UUID.length; i++) {
      const code = UUID.charCodeAt(i);
      codes[i] = code;
      if (code !== DRAWN && code !== VARIANT) continue;
      // Eight digits of four bits each at a time.
      if (digits++ % 8 === 0) left = bits();
      codes[i] = HEX.charCodeAt(code === VARIANT ? 8 | (left & 3) : left & 15);
      left >>>= 4;
    }
    return String.fromCharCode(...codes);
  }

  return {
    uuid,
    text,
    id: (prefix) => `${prefix}_${text('base62', 12)}`,
    random: next,
    state: () => state,
    restore(saved) {
      state = saved | 0;
    },
  };
}
