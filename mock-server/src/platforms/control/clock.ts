/** The virtual clock, which stands behind everything that is timed. */
import { milliseconds } from '../../core/clock.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';

/** Later instants have no four-digit year, and so no form that every client can read. */
const LAST_INSTANT = Date.UTC(9999, 11, 31);

export const clock = {
  getMockClock: (ctx) => ctx.reply(200, { now: new Date(ctx.now).toISOString() }),

  advanceMockClock: (ctx) => {
    const by = milliseconds(ctx.body.by);
    if (ctx.now + by > LAST_INSTANT) {
      return ctx.invalid([{ in: 'body', path: ['by'], rule: 'maximum', message: 'must not take the clock past the year 9999' }]);
    }
    return ctx.reply(200, { now: new Date(ctx.session.clock.advance(by)).toISOString() });
  },
} satisfies Behaviours<'getMockClock' | 'advanceMockClock'>;
