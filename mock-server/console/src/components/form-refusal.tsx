/** What was refused about a form and belongs to none of its fields. */
import type { Refusal } from '../api/refusal.ts';
import { t } from '../i18n/index.ts';
import { issueText } from '../i18n/issue.ts';
import { Callout } from './parts.tsx';
import './panel.css';

export function FormRefusal({ refusal, fields }: { readonly refusal: Refusal | undefined; readonly fields: readonly string[] }) {
  if (!refusal) return <div role="alert" class="form-refusal" />;
  const { issues = [] } = refusal.problem;
  const others = issues.filter(({ field }) => !fields.includes(field));
  const isSaid = issues.length > 0 && others.length === 0;
  return (
    <div role="alert" class="form-refusal">
      <Callout tone="danger" title={t().errors.title}>
        {isSaid ? (
          <p>{t().errors.seeFields}</p>
        ) : refusal.code === 'unreachable' ? (
          <p>{t().errors.unreachable}</p>
        ) : others.length > 0 ? (
          <ul class="issue-list">
            {others.map(({ field, message }) => (
              <li key={`${field} ${message}`} {...(issueText(message) === message && { lang: 'en' })}>
                {field && <code>{field}</code>} {issueText(message)}
              </li>
            ))}
          </ul>
        ) : (
          <p lang="en">{refusal.message}</p>
        )}
      </Callout>
    </div>
  );
}
