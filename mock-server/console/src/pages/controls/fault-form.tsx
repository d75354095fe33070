/** A new fault: what goes wrong, for which requests, how often. */
import { useEffect, useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { apiDocument, operationsOf } from '../../api/document.ts';
import { useSubmit } from '../../api/use-submit.ts';
import { about, mayChange } from '../../api/world.ts';
import { Button } from '../../components/button.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { Form, Panel } from '../../components/panel.tsx';
import { t } from '../../i18n/index.ts';
import { EffectFields } from './effect-fields.tsx';
import { bodyOf, EMPTY, KINDS, PRESETS, type FaultDraft } from './fault-draft.ts';

/** The fields that a message can stand at. */
const FIELDS = [
  '/effect/status',
  '/effect/body',
  '/effect/delay',
  '/effect/jitter',
  '/effect/after',
  '/effect/contentType',
  '/effect/example',
  '/times',
  '/probability',
  '/seed',
];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export function FaultForm({ onAdded }: { readonly onAdded: (fault: Schemas['MockFault']) => void }) {
  const words = t().controls.faults;
  const [draft, setDraft] = useState<FaultDraft>(EMPTY);
  const change = (part: Partial<FaultDraft>) => setDraft({ ...draft, ...part });
  const { busy, refusal, issueOf, submit, clear } = useSubmit(
    () => ask(client.POST('/__mock/faults', { body: bodyOf(draft, words.noJson) })),
    onAdded,
  );
  const operations = useOperations(draft.platform);
  const any = { value: '', label: words.any };
  return (
    <Panel title={words.add} lead={words.addLead}>
      <fieldset class="line" disabled={!mayChange.value}>
        <legend class="line-legend">{words.presets}</legend>
        {Object.entries(PRESETS).map(([name, preset]) => (
          <Button
            key={name}
            onClick={() => {
              clear();
              setDraft({ ...EMPTY, ...preset });
            }}
          >
            {words.presetNames[name as keyof typeof PRESETS]}
          </Button>
        ))}
      </fieldset>
      <Form label={words.add} disabled={!mayChange.value} onSubmit={submit}>
        <div class="fields">
          <Select
            label={words.kind}
            value={draft.kind}
            options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            onValue={(kind) => {
              clear();
              change({ kind });
            }}
          />
          <EffectFields draft={draft} change={change} issueOf={issueOf} />
        </div>
        <h3>{words.on}</h3>
        <div class="fields">
          <Select
            label={words.platform}
            value={draft.platform}
            options={[any, ...(about.value?.platforms ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
            onValue={(platform) => change({ platform, operationId: '' })}
          />
          <Select
            label={words.operation}
            value={draft.operationId}
            options={[any, ...operations.map((id) => ({ value: id, label: id }))]}
            onValue={(operationId) => change({ operationId })}
          />
          <Select
            label={words.method}
            value={draft.method}
            options={[any, ...METHODS.map((method) => ({ value: method, label: method }))]}
            onValue={(method) => change({ method })}
          />
          <TextField label={words.keyId} value={draft.keyId} placeholder="key_…" onValue={(keyId) => change({ keyId })} />
          <TextField
            label={words.accountId}
            value={draft.accountId}
            placeholder="acc_…"
            onValue={(accountId) => change({ accountId })}
          />
        </div>
        <h3>{words.howOften}</h3>
        <div class="fields">
          <TextField
            label={words.times}
            hint={words.timesHint}
            value={draft.times}
            error={issueOf('/times')}
            maxLength={10}
            onValue={(times) => change({ times })}
          />
          <TextField
            label={words.probability}
            hint={words.probabilityHint}
            value={draft.probability}
            error={issueOf('/probability')}
            maxLength={10}
            onValue={(probability) => change({ probability })}
          />
          <TextField
            label={words.seed}
            hint={words.seedHint}
            value={draft.seed}
            error={issueOf('/seed')}
            maxLength={12}
            onValue={(seed) => change({ seed })}
          />
        </div>
        <FormRefusal refusal={refusal} fields={FIELDS} />
        <div>
          <Button type="submit" kind="primary" icon="bolt" disabled={busy}>
            {words.addAction}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

/** Ids of the operations of a platform, or of all. */
function useOperations(platform: string): readonly string[] {
  const [all, setAll] = useState<readonly { readonly id: string; readonly tags: readonly string[] }[]>([]);
  const [tags, setTags] = useState<Readonly<Record<string, string | undefined>>>({});
  useEffect(() => {
    apiDocument().then(
      (document) => {
        setAll(operationsOf(document).map(({ operation: { operationId, tags: of = [] } }) => ({ id: operationId, tags: of })));
        setTags(Object.fromEntries(Object.entries(document['x-platforms']).map(([id, { tag, title }]) => [id, tag ?? title])));
      },
      () => undefined,
    );
  }, []);
  const tag = tags[platform];
  return all.filter(({ tags: of }) => tag === undefined || of.includes(tag)).map(({ id }) => id);
}
