import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { IconButton } from './button.tsx';
import { focusBack } from './focus.ts';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  /** Asked for by Escape, the cross, or a click beside the dialog. */
  onClose(this: void): void;
  readonly children: ComponentChildren;
  /** The buttons at its end. */
  readonly footer?: ComponentChildren;
  /** With it the dialog is a form: Enter and a submit button in `footer` do this. */
  onSubmit?(this: void): void;
  /** `must_choose`: holds something that would be lost, so that only its buttons close it. */
  readonly closing?: 'free' | 'must_choose';
  readonly size?: 'normal' | 'wide';
  /** It is long and has nothing in it that takes the focus, so that the arrow keys have to scroll it. */
  readonly scrolls?: boolean;
}

/**
 * A modal dialog: the browser keeps the focus inside. Show it by drawing it, close it by no longer doing so; the focus
 * goes back to where it was, or to the heading of the page where that is gone.
 */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  onSubmit,
  closing = 'free',
  size = 'normal',
  scrolls = false,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const free = closing === 'free';

  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    // Not the cross: a field to fill in, or the least of the choices at the end.
    element?.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea):not(:disabled), .dialog-foot button')?.focus();
    return () => {
      element?.close();
      // After the change that closed the dialog has been drawn: it may have taken the button with it.
      requestAnimationFrame(() => focusBack(before));
    };
  }, []);

  const body = (
    <>
      <div class="dialog-head">
        <h2 id={heading}>{title}</h2>
        {free && <IconButton icon="close" label={t().action.close} onClick={onClose} />}
      </div>
      <div class="dialog-body" {...(scrolls && { tabIndex: 0, role: 'region', 'aria-labelledby': heading })}>
        {children}
      </div>
      {footer && <div class="dialog-foot">{footer}</div>}
    </>
  );
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${size}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        // The state decides, not the browser.
        event.preventDefault();
        if (free) onClose();
      }}
      onMouseDown={(event) => {
        if (free && event.target === dialog.current) onClose();
      }}
    >
      {onSubmit ? (
        <form
          class="dialog-box"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {body}
        </form>
      ) : (
        <div class="dialog-box">{body}</div>
      )}
    </dialog>
  );
}
