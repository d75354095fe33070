/** Where the focus goes when what had it is no longer there: never nowhere. */
import { useLayoutEffect } from 'preact/hooks';

/** Gives the focus back to an element; where that is gone or off, to the heading of the page. */
export function focusBack(to: Element | null): void {
  if (document.querySelector('dialog[open]')) return;
  const there = to instanceof HTMLElement && to.isConnected && to !== document.body && !to.matches(':disabled');
  (there ? to : document.querySelector<HTMLElement>('main h1'))?.focus();
}

/** For what can vanish while it has the focus, such as the button of a row: the heading of the page gets it then. */
export function useFocusNotLost(element: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const mine = element.current;
    return () => {
      if (!mine || mine !== document.activeElement) return;
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) focusBack(null);
      });
    };
  }, []);
}
