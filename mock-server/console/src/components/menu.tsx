import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useFocusNotLost } from './focus.ts';
import { Icon, type IconName } from './icon.tsx';
import './menu.css';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
  /** Where one of several is chosen. */
  readonly checked?: boolean;
  onSelect(this: void): void;
}

/** Space between the button and its menu. */
const GAP = 4;

/** A button that opens a menu. Arrows, Home, End and first letters move; Escape, Tab and a click elsewhere close it. */
export function MenuButton({
  label,
  items,
  children,
  disabled = false,
  look = 'button button-quiet button-icon',
}: {
  /** Read out; where `children` are only a sign, also shown on hover. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly children: ComponentChildren;
  readonly disabled?: boolean;
  /** Classes of the button. */
  readonly look?: string;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  useFocusNotLost(button);

  const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const focusAt = (index: number) => {
    const all = entries();
    all[(index + all.length) % all.length]?.focus();
  };
  const open = (index: number) => {
    if (!button.current || !menu.current || menu.current.matches(':popover-open')) return;
    menu.current.showPopover();
    place(menu.current, button.current.getBoundingClientRect());
    focusAt(index);
  };
  const close = () => {
    if (menu.current?.matches(':popover-open')) menu.current.hidePopover();
    button.current?.focus();
  };
  const onKeyInMenu = (event: KeyboardEvent) => {
    const at = entries().indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown') focusAt(at + 1);
    else if (event.key === 'ArrowUp') focusAt(at - 1);
    else if (event.key === 'Home') focusAt(0);
    else if (event.key === 'End') focusAt(-1);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (/^\p{L}$/u.test(event.key)) focusAt(startingWith(entries(), event.key, at));
    else return;
    // Tab goes on from the button.
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span class="menu">
      <button
        ref={button}
        type="button"
        class={look}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded="false"
        aria-controls={id}
        aria-label={label}
        title={label}
        onClick={() => (menu.current?.matches(':popover-open') ? close() : open(0))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          open(event.key === 'ArrowDown' ? 0 : -1);
        }}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        class="menu-list"
        role="menu"
        aria-label={label}
        popover="auto"
        onKeyDown={onKeyInMenu}
        onToggle={(event) => button.current?.setAttribute('aria-expanded', String(event.newState === 'open'))}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            class={item.danger ? 'menu-item menu-item-danger' : 'menu-item'}
            role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            {...(item.checked !== undefined && { 'aria-checked': item.checked })}
            tabIndex={-1}
            onClick={() => {
              // First, so that a dialog that the item opens gives the focus back to the button.
              close();
              item.onSelect();
            }}
          >
            {item.checked === undefined ? (
              item.icon && <Icon name={item.icon} />
            ) : (
              <span class="menu-check">{item.checked && <Icon name="check" />}</span>
            )}
            <span>{item.label}</span>
          </button>
        ))}
      </div>
    </span>
  );
}

/** Below the button, or above it where there is more room; never outside of the window. */
function place(menu: HTMLElement, at: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + GAP + height <= window.innerHeight || at.top < height + GAP;
  menu.style.top = `${below ? at.bottom + GAP : at.top - GAP - height}px`;
  menu.style.left = `${Math.max(8, Math.min(at.right - width, window.innerWidth - width - 8))}px`;
}

function startingWith(items: readonly HTMLElement[], letter: string, after: number): number {
  const order = items.map((_, index) => (after + 1 + index) % items.length);
  return order.find((index) => items[index]?.textContent.trim().toLowerCase().startsWith(letter.toLowerCase())) ?? after;
}
