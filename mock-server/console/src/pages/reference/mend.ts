/** Mends what Scalar leaves out for keyboards and screen readers, as it draws. Each entry is gone as soon as Scalar does it itself. */
import { effect } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import { translate } from './scalar-words.ts';

interface Mending {
  /** What is amiss, or may be: mending it again must change nothing. */
  readonly amiss: string;
  mend(this: void, element: Element): void;
}

const MENDINGS: readonly Mending[] = [
  {
    // The code that it names may be drawn later, or not at all.
    amiss: 'button.scalar-code-copy[aria-controls], button[class~="group/copy-button"][aria-controls]',
    mend: (button) => button.removeAttribute('aria-controls'),
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
    amiss: ':has(> header)',
    mend(contents) {
      contents.setAttribute('role', 'navigation');
      nameIt(contents, t().reference.contents);
      for (const header of contents.querySelectorAll(':scope > header')) header.setAttribute('role', 'none');
    },
  },
  {
    // The page has one of that name already.
    amiss: '[role="dialog"] > section[aria-live][aria-label]',
    mend: (messages) => messages.removeAttribute('aria-label'),
  },
];

/** Where Scalar shows its tooltips: outside of all else that it draws, and made for the first of them. */
const TOOLTIP = '#scalar-tooltip';

/** Mends all that is there, and whatever is drawn below it from now on. */
export function keepMended(root: Element): void {
  const observer = new MutationObserver(mendAll);
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: ['aria-label'] });
  observer.observe(document.body, { childList: true });
  effect(mendAll);

  function mendAll(): void {
    translate(root);
    for (const { amiss, mend } of MENDINGS) for (const element of root.querySelectorAll(amiss)) mend(element);
    const tooltip = document.querySelector(TOOLTIP);
    if (!tooltip) return;
    // It is read out as the description of what it stands beside; by itself it would be a part of the page without a place.
    tooltip.setAttribute('aria-hidden', 'true');
    translate(tooltip);
    observer.observe(tooltip, { childList: true });
  }
}

/** Once: that it was named again would be one more thing to mend. */
function nameIt(element: Element, name: string): void {
  if (element.getAttribute('aria-label') !== name) element.setAttribute('aria-label', name);
}

/** What stands beside a field, or in it while it is empty. */
function nameOf(field: Element): string {
  const row = field.closest('label, tr')?.querySelector('label, th, .scalar-data-table-label')?.textContent;
  return row?.trim() || field.getAttribute('data-placeholder') || t().reference.field;
}
