/** The clock of a running mock. */
import { milliseconds, type Clock } from '../core/clock.ts';
import type { Remote } from './shape.ts';
import { answerOf, type Schemas, type Wire } from './wire.ts';

/** How often a sleeper looks at the clock. */
const LOOK_MS = 50;

export function clockApi({ client }: Wire): Remote<Clock> {
  const instantOf = async (asking: Promise<{ data?: Schemas['MockClock']; error?: unknown; response: Response }>) =>
    Date.parse((await answerOf(asking)).now);
  const now = () => instantOf(client.GET('/__mock/clock'));
  return {
    now,
    async advance(by) {
      const length = Math.ceil(milliseconds(by));
      return length === 0 ? now() : instantOf(client.POST('/__mock/clock/advance', { body: { by: `${length}ms` } }));
    },
    async set(instant) {
      await instantOf(client.PUT('/__mock/clock', { body: { now: new Date(instant).toISOString() } }));
    },
    async reset() {
      await instantOf(client.POST('/__mock/clock/reset'));
    },
    async sleep(duration, signal) {
      const length = milliseconds(duration);
      let seen = await now();
      const until = seen + length;
      while (seen < until) {
        signal?.throwIfAborted();
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        const next = await now();
        // The clock went back: it was reset, and that ends a sleep.
        if (next < seen) return;
        seen = next;
      }
    },
  };
}
