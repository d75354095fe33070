/** Loads the page that the URL names, and shows it. */
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { EmptyState, Loading } from '../components/parts.tsx';
import { t } from '../i18n/index.ts';
import { Page } from './page.tsx';
import { pages, type PageEntry } from './pages.ts';
import { route } from './router.ts';

type Loaded = ComponentType | 'failed';

const loaded = signal<Readonly<Record<string, Loaded>>>({});

/** The page of now; the first one where the URL names none. */
export function currentPage(): PageEntry | undefined {
  const [id] = route.value.path;
  return id === undefined ? pages[0] : pages.find((page) => page.id === id);
}

export function PageOutlet() {
  const page = currentPage();
  const id = page?.id;
  const content = id === undefined ? undefined : loaded.value[id];
  const title = page?.title(t()) ?? t().app.notFound;

  useEffect(() => {
    document.title = `${title} · ${t().app.name}`;
  }, [title]);
  useEffect(() => {
    if (page && !content) void load(page);
  }, [id]);

  if (!page)
    return (
      <Page title={t().app.notFound}>
        <p class="muted">{t().app.notFoundHint}</p>
      </Page>
    );
  if (content === 'failed') return <EmptyState icon="warning" title={t().app.pageFailed} />;
  if (!content) return <Loading />;
  const Content = content;
  return <Content />;
}

async function load(page: PageEntry): Promise<void> {
  const content = await page.load().then(
    ({ default: component }) => component,
    () => 'failed' as const,
  );
  loaded.value = { ...loaded.value, [page.id]: content };
}
