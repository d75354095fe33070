/** The frame around every page. */
import { Toasts } from '../components/toast.tsx';
import { t } from '../i18n/index.ts';
import { AccessBar } from './access-bar.tsx';
import { Header } from './header.tsx';
import { PageOutlet } from './page-outlet.tsx';
import './app.css';

export function App() {
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // The fragment is the page's place; only the focus moves.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t().app.skip}
      </a>
      <Header />
      <main id="main" class="main" tabIndex={-1}>
        <AccessBar />
        <PageOutlet />
      </main>
      <Toasts />
    </>
  );
}
