/** Where nobody knows for sure how a platform answers: which of the plausible answers it is to be. */
import { useEffect, useState } from 'preact/hooks';
import { ask, client } from '../../api/client.ts';
import { apiDocument, type ApiDocument } from '../../api/document.ts';
import { about, mayChange } from '../../api/world.ts';
import { decisionName } from '../../calls/decision-name.ts';
import { Select } from '../../components/field.tsx';
import { Panel } from '../../components/panel.tsx';
import { report } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';
import { changeSettings, type Settings } from './limits.tsx';

type Choices = Readonly<Record<string, Readonly<Record<string, string>>>>;
/** By platform and state. */
type Alternatives = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

export function Answers({ settings }: { readonly settings: Settings }) {
  const words = t().controls.limits.answers;
  const [alternatives, setAlternatives] = useState<Alternatives>(new Map());
  useEffect(
    () =>
      void apiDocument().then(
        (document) => setAlternatives(alternativesIn(document)),
        () => undefined,
      ),
    [],
  );
  if (alternatives.size === 0) return null;
  const choose = (platform: string, state: string, name: string) =>
    report(() => changeAnswer(platform, state, name), words.changed);
  return (
    <Panel title={words.title} lead={words.lead}>
      {[...alternatives].map(([platform, states]) => (
        <PlatformAnswers
          key={platform}
          title={about.value?.platforms.find(({ id }) => id === platform)?.title ?? platform}
          states={states}
          chosen={settings.failures[platform] ?? {}}
          onChoose={(state, name) => choose(platform, state, name)}
        />
      ))}
    </Panel>
  );
}

function PlatformAnswers({
  title,
  states,
  chosen: now,
  onChoose,
}: {
  readonly title: string;
  readonly states: ReadonlyMap<string, readonly string[]>;
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChoose: (state: string, name: string) => Promise<boolean>;
}) {
  // At first alone: a choice does not close what somebody is working in.
  const [open] = useState(Object.keys(now).length > 0);
  return (
    <details class="more" open={open}>
      <summary>{title}</summary>
      <div class="more-fields fields" role="group" aria-label={title}>
        {[...states].map(([state, names]) => (
          <Select
            key={state}
            label={nameOf(state)}
            disabled={!mayChange.value}
            value={now[state] ?? ''}
            options={[
              { value: '', label: t().controls.limits.answers.usual },
              ...names.map((name) => ({ value: name, label: name })),
            ]}
            onValue={(name) => onChoose(state, name)}
          />
        ))}
      </div>
    </details>
  );
}

let turn: Promise<unknown> = Promise.resolve();

/** The settings take all choices at once, so each waits for the one before it, and is put with what the mock has by then. */
function changeAnswer(platform: string, state: string, name: string): Promise<Settings> {
  const change = async () => {
    const { failures } = await ask(client.GET('/__mock/settings'));
    return changeSettings({ failures: chosen(failures, platform, state, name) });
  };
  const mine = turn.then(change, change);
  turn = mine;
  return mine;
}

/** @param name no name is the usual answer. */
function chosen(failures: Choices, platform: string, state: string, name: string): Record<string, Record<string, string>> {
  const { [state]: _before, ...others } = failures[platform] ?? {};
  const { [platform]: _platform, ...platforms } = failures;
  return { ...platforms, [platform]: { ...others, ...(name !== '' && { [state]: name }) } };
}

/** States of a key have their name, and what else a platform leaves open has one here. */
function nameOf(state: string): string {
  const choices: Readonly<Record<string, string>> = t().controls.limits.answers.choices;
  return choices[state] ?? decisionName(state);
}

/** Answers to states of a key, and whatever else the platforms list. */
function alternativesIn({ components, 'x-platforms': platforms }: ApiDocument): Alternatives {
  const found = new Map<string, Map<string, string[]>>();
  const add = (platform: string, state: string, answers: object) => {
    const states = found.get(platform) ?? new Map<string, string[]>();
    states.set(state, [...new Set([...(states.get(state) ?? []), ...Object.keys(answers)])]);
    found.set(platform, states);
  };
  for (const scheme of Object.values(components.securitySchemes)) {
    const platform = scheme['x-key-policy']?.platform;
    for (const [state, { alternatives }] of Object.entries(scheme['x-auth-failures'] ?? {}))
      if (platform !== undefined && alternatives) add(platform, state, alternatives);
  }
  for (const [platform, { choices = {} }] of Object.entries(platforms))
    for (const [state, answers] of Object.entries(choices)) add(platform, state, answers);
  return found;
}
