/**
 * Work that comes in one turn of the event loop, done together at the end of it: all requests are answered, then all
 * answers written. Ten clients cost their wake-ups and the processor's caches once, and a single one waits for nothing.
 */

/** Kept from before a test may put fake timers in its place. */
const { setImmediate: atTheEnd } = globalThis;

/**
 * @param prepare makes each item's last step; what it does must not throw.
 * @returns takes an item for the end of this turn.
 */
export function inTurns<Item>(prepare: (item: Item) => () => void): (item: Item) => void {
  let waiting: Item[] = [];
  const work = () => {
    const items = waiting;
    waiting = [];
    const lastSteps: (() => void)[] = [];
    for (const item of items) lastSteps.push(prepare(item));
    for (const finish of lastSteps) finish();
  };
  return (item) => {
    if (waiting.push(item) === 1) atTheEnd(work);
  };
}
