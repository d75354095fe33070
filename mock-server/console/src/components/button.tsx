import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import './button.css';

interface Common extends Omit<ButtonHTMLAttributes, 'size' | 'icon' | 'type' | 'class'> {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

export interface ButtonProps extends Common {
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

/** A button with words. */
export function Button({ kind = 'secondary', type = 'button', icon, buttonRef, children, ...rest }: ButtonProps) {
  return (
    <button {...rest} ref={buttonRef ?? null} type={type} class={`button button-${kind}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A button that is only a sign; its label is read out, and shown on hover. */
export function IconButton({
  kind = 'quiet',
  type = 'button',
  icon,
  label,
  buttonRef,
  ...rest
}: Common & { readonly icon: IconName; readonly label: string }) {
  return (
    <button
      {...rest}
      ref={buttonRef ?? null}
      type={type}
      class={`button button-${kind} button-icon`}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
