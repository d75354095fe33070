/** What a scenario can be told before it is played. Nothing has to be: it decides on what is left out. */
import { useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { useSubmit } from '../../api/use-submit.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Choice, TextField } from '../../components/field.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { t } from '../../i18n/index.ts';
import { summaryOf, titleOf } from './index.tsx';
import { remember } from './played.ts';

type Scenario = Schemas['MockScenario'];

const FIELDS = { name: '/account/name', id: '/account/id', plan: '/account/plan' } as const;

export function PlayDialog({
  scenario,
  platform: wanted,
  onClose,
}: {
  readonly scenario: Scenario;
  readonly platform: string | undefined;
  readonly onClose: () => void;
}) {
  const words = t().scenarios;
  const { name, platforms, keys } = scenario;
  const [platform, setPlatform] = useState(wanted ?? platforms[0] ?? '');
  const [account, setAccount] = useState({ name: '', id: '', plan: '' });
  const [rows, setRows] = useState<'example' | 'none'>('example');
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const { busy, refusal, issueOf, submit } = useSubmit(
    () =>
      ask(
        client.POST('/__mock/scenarios/{name}', {
          params: { path: { name } },
          body: { platform, rows, account: given(account), secrets: given(secrets) },
        }),
      ),
    (made) => {
      remember(made);
      onClose();
    },
  );
  return (
    <Dialog
      title={words.playTitle(name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{t().action.cancel}</Button>
          <Button kind="primary" type="submit" icon="play" disabled={busy}>
            {words.play}
          </Button>
        </>
      }
    >
      <p>{summaryOf(scenario)}</p>
      <FormRefusal refusal={refusal} fields={Object.values(FIELDS)} />
      {platforms.length > 1 && (
        <Choice
          label={words.platform}
          value={platform}
          options={platforms.map((id) => ({ value: id, label: titleOf(id) }))}
          onValue={setPlatform}
        />
      )}
      <p class="muted small">{words.ownAccount}</p>
      <details class="more">
        <summary>{words.more}</summary>
        <div class="more-fields">
          {(['name', 'id', 'plan'] as const).map((field) => (
            <TextField
              key={field}
              label={words.account[field]}
              value={account[field]}
              error={issueOf(FIELDS[field])}
              maxLength={200}
              onValue={(value) => setAccount({ ...account, [field]: value })}
            />
          ))}
          {keys.map((role) => (
            <TextField
              key={role}
              label={words.secretOf(role)}
              hint={words.secretHint}
              value={secrets[role] ?? ''}
              onValue={(value) => setSecrets({ ...secrets, [role]: value })}
            />
          ))}
          <Choice
            label={words.rows}
            value={rows}
            options={[
              { value: 'example', label: words.rowsExample },
              { value: 'none', label: words.rowsNone },
            ]}
            onValue={(value) => setRows(value)}
          />
        </div>
      </details>
    </Dialog>
  );
}

/** What was filled in. */
function given(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
}
