import './switch.css';

/** Something that is on or off at once. `word`: the state as the person reads it; `label` says of what. */
export function Switch({
  on,
  label,
  word,
  disabled = false,
  onChange,
}: {
  readonly on: boolean;
  readonly label: string;
  readonly word: string;
  readonly disabled?: boolean;
  onChange(this: void, on: boolean): void;
}) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      aria-label={`${label}: ${word}`}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="switch-track" aria-hidden="true" />
      <span class="switch-word">{word}</span>
    </button>
  );
}
