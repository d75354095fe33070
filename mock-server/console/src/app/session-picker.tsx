/** Which session the console looks at, and the way to another one. */
import { useState } from 'preact/hooks';
import { ask, client } from '../api/client.ts';
import { command, useResource } from '../api/use-resource.ts';
import { Refusal } from '../api/refusal.ts';
import { DEFAULT_SESSION, mayChange, session } from '../api/world.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextField } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/parts.tsx';
import { number } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';

export function SessionPicker() {
  const [open, setOpen] = useState(false);
  const words = t().session;
  const name = session.value === DEFAULT_SESSION ? words.default : session.value;
  return (
    <>
      <button type="button" class="button button-quiet session-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="layers" />
        <span class="hidden-visually">{words.label}: </span>
        <span class="session-name">{name}</span>
      </button>
      {open && <SessionDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function SessionDialog({ onClose }: { readonly onClose: () => void }) {
  const words = t().session;
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const sessions = useResource('sessions', (signal) =>
    ask(client.GET('/__mock/sessions', { signal, headers: { 'x-mock-session': DEFAULT_SESSION } })),
  );
  const choose = (chosen: string) => {
    session.value = chosen;
    onClose();
  };
  const create = async () => {
    try {
      await command(() => ask(client.POST('/__mock/sessions', { body: { name: name.trim() } })));
      choose(name.trim());
    } catch (refused) {
      setError(refused instanceof Refusal ? refused.message : String(refused));
    }
  };
  return (
    <Dialog title={words.title} onClose={onClose} onSubmit={() => void create()}>
      <p class="muted small">{words.explain}</p>
      {sessions.refusal && <Refused refusal={sessions.refusal} />}
      <ul class="session-list">
        {(sessions.data?.items ?? []).map((item) => (
          <li key={item.name}>
            <button
              type="button"
              class="session-item"
              aria-pressed={item.name === session.value}
              onClick={() => choose(item.name)}
            >
              <span>{item.name === DEFAULT_SESSION ? words.default : item.name}</span>
              <span class="muted small">{words.requests(item.requests, number(item.requests))}</span>
            </button>
          </li>
        ))}
      </ul>
      {mayChange.value && (
        <div class="session-new">
          <TextField label={words.name} hint={words.nameHint} value={name} error={error} maxLength={100} onValue={setName} />
          <Button type="submit" icon="plus" disabled={name.trim() === ''}>
            {words.create}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
