/** The key screens of the platforms. */
import { Page } from '../../app/page.tsx';
import { t } from '../../i18n/index.ts';

export default function KeysPage() {
  return <Page title={t().keys.title}>…</Page>;
}
