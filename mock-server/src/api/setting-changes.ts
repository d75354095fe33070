/** What of a session's settings can be changed while it runs. */
import { milliseconds, type Duration } from '../core/clock.ts';
import type { SessionSettings } from '../core/session.ts';
import type { LoadedDocument } from '../document/load.ts';
import { checkChoices } from '../document/other-answers.ts';

export interface SettingChanges {
  readonly rateLimits?: 'off' | 'on';
  readonly propagationDelay?: Duration;
  readonly failures?: SessionSettings['failures'];
}

/** @throws {RangeError} as {@link settingsIn}. */
export function changedSettings(document: LoadedDocument, settings: SessionSettings, changes: SettingChanges): SessionSettings {
  return { ...settings, ...settingsIn(document, changes) };
}

/**
 * What is given, in the session's own units.
 * @throws {RangeError} for a duration that is none, and for answers that the document does not have.
 */
export function settingsIn(document: LoadedDocument, changes: SettingChanges): Partial<SessionSettings> {
  const { rateLimits, propagationDelay, failures } = changes;
  if (failures !== undefined) mustHave(document, failures);
  return {
    ...(rateLimits !== undefined && { rateLimits }),
    ...(propagationDelay !== undefined && { propagationDelay: milliseconds(propagationDelay) }),
    ...(failures !== undefined && { failures }),
  };
}

function mustHave(document: LoadedDocument, failures: SessionSettings['failures']): void {
  const problems: string[] = [];
  checkChoices(document, failures, ['failures'], (path, message) => problems.push(`${path.join('.')}: ${message}.`));
  if (problems.length > 0) throw new RangeError(problems.join(' '));
}
