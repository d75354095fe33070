import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './panel.css';

/** A part of a page with a heading of its own. */
export function Panel({
  title,
  lead,
  actions,
  children,
}: {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="panel" aria-labelledby={id}>
      <header class="panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p class="muted">{lead}</p>}
        </div>
        {actions && <div class="panel-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

/** Fields and a button: Enter sends it. What is wrong with it comes from the mock. */
export function Form({
  label,
  disabled = false,
  onSubmit,
  children,
}: {
  readonly label: string;
  readonly disabled?: boolean;
  onSubmit(this: void): void;
  readonly children: ComponentChildren;
}) {
  return (
    <form
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <fieldset class="stack" disabled={disabled}>
        {children}
      </fieldset>
    </form>
  );
}
