/** What a session does otherwise than the platforms by default. */
import type { components } from '@chaveiro/openapi/types';
import { changedSettings } from '../../api/setting-changes.ts';
import type { SessionSettings } from '../../core/session.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';

export const settings = {
  getMockSettings: (ctx) => ctx.reply(200, settingsView(ctx.session.settings)),

  updateMockSettings: (ctx) => {
    ctx.session.settings = changedSettings(ctx.session.settings, ctx.body);
    return ctx.reply(200, settingsView(ctx.session.settings));
  },
} satisfies Behaviours<'getMockSettings' | 'updateMockSettings'>;

function settingsView({ rateLimits, propagationDelay, failures }: SessionSettings): components['schemas']['MockSettings'] {
  return { rateLimits, propagationDelay, failures };
}
