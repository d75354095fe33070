/** Stands where the controls are closed to this page; the bar above says what to do. */
import { t } from '../i18n/index.ts';
import { EmptyState } from './parts.tsx';

export function Locked() {
  return (
    <EmptyState icon="lock" title={t().access.locked}>
      {t().access.lockedText}
    </EmptyState>
  );
}
