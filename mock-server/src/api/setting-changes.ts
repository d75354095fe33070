/** What of a session's settings can be changed while it runs. */
import { milliseconds, type Duration } from '../core/clock.ts';
import type { SessionSettings } from '../core/session.ts';

export interface SettingChanges {
  readonly rateLimits?: 'off' | 'on';
  readonly propagationDelay?: Duration;
  readonly failures?: SessionSettings['failures'];
}

export function changedSettings(settings: SessionSettings, changes: SettingChanges): SessionSettings {
  return { ...settings, ...settingsIn(changes) };
}

/** What is given, in the session's own units. */
export function settingsIn({ rateLimits, propagationDelay, failures }: SettingChanges): Partial<SessionSettings> {
  return {
    ...(rateLimits !== undefined && { rateLimits }),
    ...(propagationDelay !== undefined && { propagationDelay: milliseconds(propagationDelay) }),
    ...(failures !== undefined && { failures }),
  };
}
