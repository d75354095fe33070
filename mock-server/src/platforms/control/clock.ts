/** The virtual clock, which stands behind everything that is timed. */
import { milliseconds } from '../../core/clock.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { issue } from './rules.ts';
import { iso } from '../../core/clock.ts';

/** Later instants have no four-digit year, and so no form that every client can read. */
const LAST_INSTANT = Date.UTC(9999, 11, 31);
const TOO_LATE = 'must not take the clock past the year 9999';

export const clock = {
  getMockClock: (ctx) => ctx.reply(200, { now: iso(ctx.now) }),

  setMockClock: (ctx) => {
    const instant = Date.parse(ctx.body.now);
    if (instant > LAST_INSTANT) return ctx.invalid([{ ...issue(['now'], TOO_LATE), rule: 'maximum' }]);
    ctx.session.clock.set(instant);
    return ctx.reply(200, { now: iso(ctx.session.clock.now()) });
  },

  advanceMockClock: (ctx) => {
    const by = milliseconds(ctx.body.by);
    if (ctx.now + by > LAST_INSTANT) return ctx.invalid([{ ...issue(['by'], TOO_LATE), rule: 'maximum' }]);
    return ctx.reply(200, { now: iso(ctx.session.clock.advance(by)) });
  },

  resetMockClock: (ctx) => {
    ctx.session.clock.reset();
    return ctx.reply(200, { now: iso(ctx.session.clock.now()) });
  },
} satisfies Behaviours<'getMockClock' | 'setMockClock' | 'advanceMockClock' | 'resetMockClock'>;
