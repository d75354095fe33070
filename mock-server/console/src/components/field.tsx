import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import { useChosen, type Choose } from './use-chosen.ts';
import './field.css';

interface FieldText {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong with it, and what to do. */
  readonly error?: string | undefined;
}

/** A text field with its label, a hint, and what is wrong with it. */
export function TextField({
  label,
  hint,
  error,
  value,
  type = 'text',
  maxLength = 1000,
  placeholder = '',
  disabled = false,
  inputRef,
  onValue,
}: FieldText & {
  readonly value: string;
  readonly type?: 'text' | 'password' | 'search';
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  onValue(this: void, value: string): void;
}) {
  const id = useId();
  // The types know each kind of input apart, and this is one of three.
  const kind = type as 'text';
  const about = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={inputRef ?? null}
        class="input"
        type={kind}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        disabled={disabled}
        autocomplete="off"
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

/** One of several, all of them seen at once. */
export function Choice<T extends string>({
  label,
  options,
  value,
  disabled = false,
  onValue,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly disabled?: boolean;
  readonly onValue: Choose<T>;
}) {
  const name = useId();
  const [shown, choose] = useChosen(value, onValue);
  return (
    <fieldset class="choice" disabled={disabled}>
      <legend>{label}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} class="choice-option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === shown}
              onChange={() => choose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of many, in a list that opens. */
export function Select<T extends string>({
  label,
  options,
  value,
  hideLabel = false,
  disabled = false,
  onValue,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
  readonly onValue: Choose<T>;
}) {
  const id = useId();
  const [shown, choose] = useChosen(value, onValue);
  return (
    <div class="field">
      <label for={id} class={hideLabel ? 'hidden-visually' : ''}>
        {label}
      </label>
      <select
        id={id}
        class="input"
        value={shown}
        disabled={disabled}
        onChange={(event) => choose(event.currentTarget.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === shown}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Something to tick, with what it means. */
export function Checkbox({
  label,
  hint,
  checked,
  onChecked,
}: {
  readonly label: ComponentChildren;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  onChecked(this: void, checked: boolean): void;
}) {
  const id = useId();
  return (
    <div class="checkbox">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
