/** Small parts that pages are put together from. */
import type { ComponentChildren } from 'preact';
import type { Refusal } from '../api/refusal.ts';
import { changed, DEFAULT_SESSION, session } from '../api/world.ts';
import { t } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import './parts.css';

/** The state of something in a word and a colour. */
export function Badge({
  tone = 'neutral',
  children,
}: {
  readonly tone?: 'neutral' | 'good' | 'warning' | 'bad' | 'info';
  readonly children: ComponentChildren;
}) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}

const CALLOUT_ICONS = { info: 'info', warning: 'warning', danger: 'warning' } as const;

/** Something to know before going on. */
export function Callout({
  tone = 'info',
  title,
  children,
  actions,
}: {
  readonly tone?: keyof typeof CALLOUT_ICONS;
  readonly title?: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}) {
  return (
    <div class={`callout callout-${tone}`}>
      <Icon name={CALLOUT_ICONS[tone]} size={20} />
      <div class="callout-text">
        {title !== undefined && <p class="callout-title">{title}</p>}
        {children}
      </div>
      {actions && <div class="callout-actions">{actions}</div>}
    </div>
  );
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={icon} size={28} />
      </span>
      <h2>{title}</h2>
      {children && <div class="muted">{children}</div>}
      {action}
    </div>
  );
}

export function Loading() {
  return (
    <p class="loading muted" role="status">
      {t().app.loading}
    </p>
  );
}

/** The session that was chosen is of no use any more, so trying again is neither. */
const LOST_SESSION: readonly string[] = ['session_expired', 'session_name_invalid', 'session_limit_reached'];

/** What the mock refused, in its own words. */
export function Refused({ refusal }: { readonly refusal: Refusal }) {
  const action = LOST_SESSION.includes(refusal.code) ? (
    <Button
      onClick={() => {
        session.value = DEFAULT_SESSION;
      }}
    >
      {t().session.toDefault}
    </Button>
  ) : (
    <Button onClick={changed}>{t().action.retry}</Button>
  );
  return (
    <Callout tone="danger" title={t().errors.title} actions={action}>
      <p>{refusal.code === 'unreachable' ? t().errors.unreachable : refusal.message}</p>
    </Callout>
  );
}
