import { useId } from 'preact/hooks';
import './field.css';

/** Text of several lines, with its label and what is wrong with it. */
export function TextArea({
  label,
  hint,
  error,
  value,
  rows = 5,
  mono = false,
  disabled = false,
  onValue,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly rows?: number;
  /** For code. */
  readonly mono?: boolean;
  readonly disabled?: boolean;
  onValue(this: void, value: string): void;
}) {
  const id = useId();
  const about = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class={mono ? 'input input-area mono' : 'input input-area'}
        rows={rows}
        value={value}
        disabled={disabled}
        spellcheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={about || undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
