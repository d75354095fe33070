/** Any number of several, to tick. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Checkbox } from '../../components/field.tsx';

export function Several({
  legend,
  hint,
  error,
  options,
  chosen,
  onChosen,
}: {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly { readonly id: string; readonly label: ComponentChildren; readonly hint?: string | undefined }[];
  readonly chosen: readonly string[];
  onChosen(this: void, chosen: readonly string[]): void;
}) {
  const id = useId();
  return (
    <fieldset class="several" aria-describedby={`${id}-about`}>
      <legend>{legend}</legend>
      <p id={`${id}-about`} class={error === undefined ? 'field-hint' : 'field-error'}>
        {error ?? hint}
      </p>
      {options.map((option) => (
        <Checkbox
          key={option.id}
          label={option.label}
          hint={option.hint}
          checked={chosen.includes(option.id)}
          onChecked={(on) => onChosen(on ? [...chosen, option.id] : chosen.filter((each) => each !== option.id))}
        />
      ))}
    </fieldset>
  );
}
