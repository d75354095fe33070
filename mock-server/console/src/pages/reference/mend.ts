/** Mends what Scalar leaves out for keyboards and screen readers, as it draws. Each entry is gone as soon as Scalar does it itself. */
import { t } from '../../i18n/index.ts';

interface Mending {
  /** What is amiss. It must no longer match once it is mended. */
  readonly amiss: string;
  mend(this: void, element: Element): void;
}

const MENDINGS: readonly Mending[] = [
  {
    // A sign without a word.
    amiss: 'button.scalar-code-copy:not([aria-label]), button[class~="group/copy-button"]:not([aria-label])',
    mend(button) {
      button.setAttribute('aria-label', t().action.copy);
      // The code that it names may be drawn later, or not at all.
      button.removeAttribute('aria-controls');
    },
  },
  {
    // Read out otherwise than it is written.
    amiss: '.show-more[aria-label]',
    mend(button) {
      const { textContent } = button;
      const label = document.createElement('span');
      label.className = 'hidden-visually';
      label.textContent = ` (${button.getAttribute('aria-label') ?? textContent})`;
      button.removeAttribute('aria-label');
      button.append(label);
    },
  },
  {
    // A landmark for each operation, all of one name.
    amiss: '.response-card[role="region"], .scalar-card[role="region"]',
    mend: (card) => card.setAttribute('role', 'group'),
  },
  {
    // Said to be nothing, and yet a button.
    amiss: 'button[role="none"]',
    mend: (button) => button.removeAttribute('role'),
  },
  {
    amiss: '[role="combobox"]:not([aria-expanded])',
    mend(field) {
      field.setAttribute('aria-expanded', 'false');
      if (!field.hasAttribute('aria-label')) field.setAttribute('aria-label', nameOf(field));
    },
  },
  {
    amiss: '.cm-content[role="textbox"]:not([aria-label])',
    mend: (editor) => editor.setAttribute('aria-label', nameOf(editor)),
  },
  {
    // It scrolls, and the keyboard has to reach it.
    amiss: '.scalar-card-content.custom-scroll:not([tabindex]), .cm-scroller[tabindex="-1"]',
    mend: (scrolling) => scrolling.setAttribute('tabindex', '0'),
  },
  {
    // The way to the contents on a small screen. The page has a header of its own.
    amiss: 'header:not([role])',
    mend(header) {
      header.setAttribute('role', 'none');
      header.parentElement?.setAttribute('role', 'navigation');
      header.parentElement?.setAttribute('aria-label', t().reference.contents);
    },
  },
  {
    // The page has one of that name already.
    amiss: '[role="dialog"] > section[aria-live][aria-label]',
    mend: (messages) => messages.removeAttribute('aria-label'),
  },
];

/** Mends all that is there, and whatever is drawn below it from now on. */
export function keepMended(root: Element): void {
  const mendAll = () => {
    for (const { amiss, mend } of MENDINGS) for (const element of root.querySelectorAll(amiss)) mend(element);
  };
  mendAll();
  new MutationObserver(mendAll).observe(root, { childList: true, subtree: true });
}

/** What stands beside a field, or in it while it is empty. */
function nameOf(field: Element): string {
  const row = field.closest('label, tr')?.querySelector('label, th, .scalar-data-table-label')?.textContent;
  return row?.trim() || field.getAttribute('data-placeholder') || t().reference.field;
}
