/** The bar at the top: where one can go, which session is looked at, language and colours. */
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { MenuButton } from '../components/menu.tsx';
import { language, languages, t, type Language } from '../i18n/index.ts';
import { theme, themes } from '../theme/theme.ts';
import { currentPage } from './page-outlet.tsx';
import { outerPages, pages, type OuterPage } from './pages.ts';
import { CONSOLE_BASE, href } from './router.ts';
import { SessionPicker } from './session-picker.tsx';

/** @param outer the page outside the console's own document that it stands on. */
export function Header({ outer }: { readonly outer?: OuterPage | undefined }) {
  const current = outer ?? currentPage();
  const home = outer ? CONSOLE_BASE : '';
  const words = t().app;
  const code = language.value.slice(0, 2).toUpperCase();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (nav.current) showCurrent(nav.current);
  }, [current]);
  return (
    <header class="bar">
      <div class="bar-inner">
        <a class="brand" href={home + href([])}>
          <Logo />
          {words.name}
        </a>
        <nav ref={nav} class="nav" aria-label={words.pages}>
          <ul class="nav-list">
            {[...pages, ...outerPages].map((page) => (
              <li key={page.id}>
                <a
                  href={'file' in page ? CONSOLE_BASE + page.file : home + href([page.id])}
                  aria-current={page === current ? 'page' : undefined}
                >
                  <Icon name={page.icon} />
                  {page.title(t())}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="bar-tools">
          <SessionPicker />
          <MenuButton
            label={`${words.language}: ${code}`}
            look="button button-quiet"
            items={Object.entries(languages).map(([each, name]) => ({
              label: name,
              checked: each === language.value,
              onSelect: () => {
                language.value = each as Language;
              },
            }))}
          >
            {code}
          </MenuButton>
          <MenuButton
            label={words.theme}
            items={themes.map((each) => ({
              label: words.themes[each],
              checked: each === theme.value,
              onSelect: () => {
                theme.value = each;
              },
            }))}
          >
            <Icon name="contrast" />
          </MenuButton>
        </div>
      </div>
    </header>
  );
}

/** Where the window is narrow, not all of them are in it. `scrollIntoView` would have Tab begin here, after the skip link. */
function showCurrent(nav: HTMLElement): void {
  const link = nav.querySelector('[aria-current]')?.getBoundingClientRect();
  const frame = nav.getBoundingClientRect();
  if (link) nav.scrollLeft += link.left - frame.left - (frame.width - link.width) / 2;
}

/** A key on its ring. */
function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <g fill="none" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">
        <circle cx="12" cy="12" r="5.4" />
        <path d="m16 16 9 9m-3.4-3.4 2.6-2.6M18 18l2.6-2.6" />
      </g>
    </svg>
  );
}
