/** How strict the mock is: rate limits, slow changes of keys, and which of several plausible answers it gives. */
import { ask, client, type Schemas } from '../../api/client.ts';
import { command, useResource } from '../../api/use-resource.ts';
import { mayChange } from '../../api/world.ts';
import { Choice } from '../../components/field.tsx';
import { Panel } from '../../components/panel.tsx';
import { Loading, Refused } from '../../components/parts.tsx';
import { report } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';
import { AccountLimits } from './account-limits.tsx';
import { Answers } from './answers.tsx';
import { Propagation } from './propagation.tsx';

export type Settings = Schemas['MockSettings'];

export function changeSettings(body: Schemas['MockSettingsChange']): Promise<Settings> {
  return command(() => ask(client.PATCH('/__mock/settings', { body })));
}

export function Limits() {
  const words = t().controls.limits;
  const settings = useResource('settings', (signal) => ask(client.GET('/__mock/settings', { signal })));
  if (settings.refusal) return <Refused refusal={settings.refusal} />;
  if (!settings.data) return <Loading />;
  const { rateLimits } = settings.data;
  return (
    <>
      <Panel title={words.title} lead={words.lead}>
        <Choice
          label={words.session}
          value={rateLimits === 'exhausted' ? 'on' : rateLimits}
          disabled={!mayChange.value}
          options={[
            { value: 'off', label: words.off },
            { value: 'on', label: words.on },
          ]}
          onValue={(value) =>
            report(() => changeSettings({ rateLimits: value }), value === 'on' ? words.turnedOn : words.turnedOff)
          }
        />
        <AccountLimits />
      </Panel>
      <Propagation settings={settings.data} />
      <Answers settings={settings.data} />
    </>
  );
}
