/** What goes wrong on purpose: what there is, how often it has hit, and new ones. */
import { useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { command, useResource } from '../../api/use-resource.ts';
import { about, mayChange } from '../../api/world.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { effectText } from '../../components/fault-text.ts';
import { Panel } from '../../components/panel.tsx';
import { Badge, Loading, Refused } from '../../components/parts.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { report } from '../../components/toast.tsx';
import { number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { FaultForm } from './fault-form.tsx';
import { Said } from './said.tsx';

type Fault = Schemas['MockFault'];

export function Faults() {
  const words = t().controls.faults;
  const [added, setAdded] = useState<Fault>();
  const faults = useResource('faults', (signal) => ask(client.GET('/__mock/faults', { signal })));
  const items = faults.data?.items ?? [];
  const remove = (faultId: string) =>
    report(() => command(() => ask(client.DELETE('/__mock/faults/{faultId}', { params: { path: { faultId } } }))), words.removed);
  const columns: readonly Column<Fault>[] = [
    { id: 'name', title: words.what, cell: ({ effect }) => <b>{effectText(effect)}</b> },
    { id: 'on', title: words.on, cell: (fault) => targetText(fault) },
    {
      id: 'left',
      title: words.left,
      cell: ({ left, probability }) => (
        <>
          {left === null ? words.noEnd : number(left)}
          {probability < 1 && <span class="muted"> · {words.chance(number(Math.round(probability * 100)))}</span>}
        </>
      ),
    },
    {
      id: 'hits',
      title: words.hits,
      cell: ({ hits, seen }) => <Badge tone={hits > 0 ? 'warning' : 'neutral'}>{words.hitsOf(number(hits), number(seen))}</Badge>,
    },
    {
      id: 'actions',
      title: words.actions,
      hideTitle: true,
      align: 'end',
      cell: ({ id, effect }) => (
        <IconButton
          icon="trash"
          label={words.remove(effectText(effect))}
          disabled={!mayChange.value}
          onClick={() => void remove(id)}
        />
      ),
    },
  ];
  return (
    <>
      <Panel
        title={words.title}
        lead={words.lead}
        actions={
          <Button
            disabled={!mayChange.value || items.length === 0}
            onClick={() => void report(() => command(() => ask(client.DELETE('/__mock/faults'))), words.cleared)}
          >
            {words.clear}
          </Button>
        }
      >
        {faults.refusal && <Refused refusal={faults.refusal} />}
        {!faults.data && faults.loading && <Loading />}
        {faults.data && items.length === 0 && <p class="muted">{words.none}</p>}
        {items.length > 0 && <Table label={words.title} columns={columns} rows={items} keyOf={({ id }) => id} />}
        <Said>{added && words.added(effectText(added.effect))}</Said>
      </Panel>
      <FaultForm onAdded={setAdded} />
    </>
  );
}

function targetText({ on }: Fault) {
  const { platform, ...rest } = on;
  const title = platform && (about.value?.platforms.find(({ id }) => id === platform)?.title ?? platform);
  const parts = [title, ...Object.values(rest)].filter(Boolean);
  return parts.length === 0 ? t().controls.faults.everything : parts.join(' · ');
}
