/** The ⋮ of a key: what its platform's rules allow, with the dialogs behind it. */
import { useState } from 'preact/hooks';
import type { Schemas } from '../../api/client.ts';
import { Refusal } from '../../api/refusal.ts';
import { mayChange } from '../../api/world.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { MenuButton, type MenuItem } from '../../components/menu.tsx';
import { Callout } from '../../components/parts.tsx';
import { report, toast, toastRefusal } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';
import { changeKey, removeKey } from './key-commands.ts';
import { nameOf } from './key-table.tsx';
import type { Look } from './looks.ts';

interface Props {
  readonly apiKey: Schemas['ConsoleApiKey'];
  readonly words: ReturnType<Look['words']>;
}

export function KeyMenu({ apiKey, words, rules }: Props & { readonly rules: Schemas['ConsoleKeyRules'] }) {
  const [open, setOpen] = useState<'rename' | 'remove'>();
  const { actions } = rules;
  const { done } = t().keys;
  const turn = (status: 'active' | 'disabled', text: string) => void report(() => changeKey(apiKey, { status }), text);
  const on = apiKey.status === 'active';
  const items: (MenuItem | false)[] = [
    actions.disable &&
      (on
        ? { label: words.disable, icon: 'power', onSelect: () => turn('disabled', done.disabled) }
        : { label: words.enable, icon: 'power', onSelect: () => turn('active', done.enabled) }),
    actions.rename && { label: words.rename, icon: 'pencil', onSelect: () => setOpen('rename') },
    actions.delete && { label: words.remove, icon: 'trash', danger: true, onSelect: () => setOpen('remove') },
  ];
  const close = () => setOpen(undefined);
  return (
    <>
      <MenuButton
        label={t().keys.actionsOf(nameOf(apiKey))}
        items={items.filter((item) => item !== false)}
        disabled={!mayChange.value}
      >
        <Icon name="more" />
      </MenuButton>
      {open === 'rename' && <RenameKey apiKey={apiKey} words={words} onClose={close} />}
      {open === 'remove' && <RemoveKey apiKey={apiKey} words={words} onClose={close} />}
    </>
  );
}

function RenameKey({ apiKey, words, onClose }: Props & { readonly onClose: () => void }) {
  const [name, setName] = useState(apiKey.name);
  const [error, setError] = useState<string>();
  const save = async () => {
    if (name.trim() === '') return setError(t().keys.nameNeeded);
    try {
      await changeKey(apiKey, { name: name.trim() });
      toast(t().keys.done.renamed);
      onClose();
    } catch (refused) {
      setError(refused instanceof Refusal ? refused.message : String(refused));
    }
  };
  return (
    <Dialog
      title={words.rename}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>{t().action.cancel}</Button>
          <Button kind="primary" type="submit">
            {t().action.save}
          </Button>
        </>
      }
    >
      <TextField label={words.name} hint={words.nameHint} value={name} maxLength={100} error={error} onValue={setName} />
    </Dialog>
  );
}

function RemoveKey({ apiKey, words, onClose }: Props & { readonly onClose: () => void }) {
  const remove = async () => {
    try {
      await removeKey(apiKey);
      toast(t().keys.done.removed);
    } catch (error) {
      toastRefusal(error);
    }
    onClose();
  };
  return (
    <Dialog
      title={words.removeTitle(nameOf(apiKey))}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t().action.cancel}</Button>
          <Button kind="danger" icon="trash" onClick={() => void remove()}>
            {words.remove}
          </Button>
        </>
      }
    >
      <Callout tone="danger">
        <p>{words.removeWarning}</p>
      </Callout>
    </Dialog>
  );
}
