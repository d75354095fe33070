/** A name that is edited where it stands: Enter or leaving it saves, Escape gives it up. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from '../../api/refusal.ts';
import type { Schemas } from '../../api/client.ts';
import { mayChange } from '../../api/world.ts';
import { Icon } from '../../components/icon.tsx';
import { toast, toastRefusal } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';
import { changeKey } from './key-commands.ts';
import { nameOf } from './key-table.tsx';
import type { Look } from './looks.ts';

/** As in the document. */
const LONGEST = 100;

export function NameInPlace({
  apiKey,
  words,
}: {
  readonly apiKey: Schemas['ConsoleApiKey'];
  readonly words: ReturnType<Look['words']>;
}) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // Back to where it began, unless the person went on to something else.
    if (wasEditing.current && !editing && document.activeElement === document.body) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  if (editing) return <NameInput apiKey={apiKey} words={words} onDone={() => setEditing(false)} />;
  return (
    <button
      ref={button}
      type="button"
      class="name-button"
      aria-label={t().keys.editName(nameOf(apiKey))}
      disabled={!mayChange.value}
      onClick={() => setEditing(true)}
    >
      <span class={apiKey.name ? '' : 'muted'}>{nameOf(apiKey)}</span>
      <Icon name="pencil" size={15} />
    </button>
  );
}

function NameInput({
  apiKey,
  words,
  onDone,
}: {
  readonly apiKey: Schemas['ConsoleApiKey'];
  readonly words: ReturnType<Look['words']>;
  readonly onDone: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string>();
  /** What leaving the field would save was saved or given up already. */
  const settled = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const save = async () => {
    const name = input.current?.value.trim() ?? '';
    if (settled.current) return;
    if (name === apiKey.name || name === '') return give();
    settled.current = true;
    try {
      await changeKey(apiKey, { name });
      toast(t().keys.done.renamed);
      onDone();
    } catch (refused) {
      settled.current = false;
      if (!(refused instanceof Refusal)) return toastRefusal(refused);
      setError(refused.message);
      input.current?.focus();
    }
  };
  const give = () => {
    settled.current = true;
    onDone();
  };
  const id = `name-${apiKey.id}`;
  return (
    <span class="name-edit">
      <input
        ref={input}
        class="input"
        aria-label={t().keys.newName}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        placeholder={words.name}
        defaultValue={apiKey.name}
        maxLength={LONGEST}
        autocomplete="off"
        spellcheck={false}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save();
          if (event.key === 'Escape') give();
        }}
      />
      {error !== undefined && (
        <span id={`${id}-error`} class="field-error" role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
