/** What a session does otherwise than the platforms by default. */
import type { components } from '@chaveiro/openapi/types';
import { changedSettings, type SettingChanges } from '../../api/setting-changes.ts';
import type { SessionSettings } from '../../core/session.ts';
import type { Issue } from '../../document/issue.ts';
import { checkChoices } from '../../document/other-answers.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { issue } from './rules.ts';

export const settings = {
  getMockSettings: (ctx) => ctx.reply(200, settingsView(ctx.session.settings)),

  updateMockSettings: (ctx) => {
    const issues = choiceIssues(ctx, ctx.body);
    if (issues.length > 0) return ctx.invalid(issues);
    ctx.session.settings = changedSettings(ctx.document, ctx.session.settings, ctx.body);
    return ctx.reply(200, settingsView(ctx.session.settings));
  },
} satisfies Behaviours<'getMockSettings' | 'updateMockSettings'>;

/** Answers that are chosen and that the document does not have. */
export function choiceIssues(
  { document }: Pick<Context, 'document'>,
  { failures = {} }: Pick<SettingChanges, 'failures'>,
): Issue[] {
  const issues: Issue[] = [];
  checkChoices(document, failures, ['failures'], (path, message) => issues.push(issue(path, `${message}.`)));
  return issues;
}

function settingsView({ rateLimits, propagationDelay, failures }: SessionSettings): components['schemas']['MockSettings'] {
  return { rateLimits, propagationDelay, failures };
}
