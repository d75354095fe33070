/** Finds what JSON cannot say: a value that contains itself, or one that is small only because it shares its parts. */
import type { JsonPath, Problem } from '@chaveiro/openapi/policy';

/** As much as a document may have that is read from an address. */
const MOST = 128 * 1_048_576;
/** What a part has of its own beside its value. */
const NAME = 4;

interface Frame {
  readonly value: object;
  readonly parts: readonly unknown[];
  /** The next of `parts`. */
  next: number;
  /** Characters, roughly as JSON has them. */
  length: number;
}

/** Each object is looked at once, however often it is shared. Without recursion: documents may be nested deeply. */
export function endlessPart(value: unknown): Problem | undefined {
  const lengths = new Map<object, number | 'open'>();
  const frames: Frame[] = [];
  if (isObject(value)) open(value);

  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    if (frame.next >= frame.parts.length) {
      lengths.set(frame.value, frame.length);
      frames.pop();
      const parent = frames.at(-1);
      if (parent) parent.length += frame.length;
      continue;
    }
    const inner = frame.parts[frame.next++];
    const known = isObject(inner) ? lengths.get(inner) : lengthOf(inner);
    if (known === 'open') {
      return { path: pathTo(frames), message: 'contains itself here, and so has no end; write out what belongs here' };
    }
    frame.length += NAME + (known ?? 0);
    if (frame.length > MOST) {
      return { path: pathTo(frames), message: 'is more than 128 MB when all that it repeats is written out; repeat less' };
    }
    if (known === undefined) open(inner as object);
  }
  return undefined;

  function open(inner: object): void {
    lengths.set(inner, 'open');
    frames.push({ value: inner, parts: Array.isArray(inner) ? inner : Object.values(inner), next: 0, length: 2 });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 4;
}

function pathTo(frames: readonly Frame[]): JsonPath {
  return frames.map(({ value, next }) => (Array.isArray(value) ? next - 1 : (Object.keys(value)[next - 1] ?? '')));
}
