/** Whether Scalar's dialog, in which a request is tried, is open. It stays in the page when it is not. */
import { signal } from '@preact/signals';

export const dialogOpen = signal(false);

export function openDialog(): Element | null {
  return document.querySelector('.scalar-client--open [role="dialog"]');
}

/** Call once, with the element that the reference is drawn in. */
export function watchDialog(root: Element): void {
  const look = () => {
    const open = openDialog() !== null;
    if (open === dialogOpen.peek()) return;
    dialogOpen.value = open;
    // What is behind a dialog is out of reach; it has a main part of its own.
    root.querySelector('.references-rendered')?.toggleAttribute('inert', open);
  };
  new MutationObserver(look).observe(root, { attributes: true, attributeFilter: ['class'], childList: true, subtree: true });
}
