/** Moments to come back to. */
import { useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { command, useResource } from '../../api/use-resource.ts';
import { mayChange } from '../../api/world.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Panel } from '../../components/panel.tsx';
import { EmptyState, Loading, Refused } from '../../components/parts.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { report } from '../../components/toast.tsx';
import { dateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';

type Snapshot = Schemas['MockSnapshot'];

export function Snapshots() {
  const words = t().controls.snapshots;
  const [restoring, setRestoring] = useState<string>();
  const snapshots = useResource('snapshots', (signal) => ask(client.GET('/__mock/snapshots', { signal })));
  const take = () => report(() => command(() => ask(client.POST('/__mock/snapshots'))), words.taken);
  const restore = (snapshotId: string) => {
    setRestoring(undefined);
    return report(
      () => command(() => ask(client.POST('/__mock/snapshots/{snapshotId}/restore', { params: { path: { snapshotId } } }))),
      words.restored(snapshotId),
    );
  };
  const remove = (snapshotId: string) =>
    report(
      () => command(() => ask(client.DELETE('/__mock/snapshots/{snapshotId}', { params: { path: { snapshotId } } }))),
      words.deleted(snapshotId),
    );
  const columns: readonly Column<Snapshot>[] = [
    { id: 'name', title: words.id, cell: ({ id }) => <b class="mono">{id}</b> },
    { id: 'at', title: words.at, cell: ({ at }) => <time dateTime={at}>{dateTime(at)}</time> },
    {
      id: 'restore',
      title: words.restore,
      hideTitle: true,
      cell: ({ id }) => (
        <Button disabled={!mayChange.value} aria-label={words.restoreNamed(id)} onClick={() => setRestoring(id)}>
          {words.restore}
        </Button>
      ),
    },
    {
      id: 'actions',
      title: words.remove,
      hideTitle: true,
      align: 'end',
      cell: ({ id }) => (
        <IconButton icon="trash" label={words.removeNamed(id)} disabled={!mayChange.value} onClick={() => void remove(id)} />
      ),
    },
  ];
  const button = (
    <Button kind="primary" icon="camera" disabled={!mayChange.value} onClick={() => void take()}>
      {words.take}
    </Button>
  );
  const items = snapshots.data?.items ?? [];
  return (
    <Panel title={words.title} lead={words.lead} actions={items.length > 0 && button}>
      {snapshots.refusal && <Refused refusal={snapshots.refusal} />}
      {!snapshots.data && snapshots.loading && <Loading />}
      {snapshots.data && items.length === 0 && (
        <EmptyState icon="camera" title={words.none} action={button}>
          {words.noneText}
        </EmptyState>
      )}
      {items.length > 0 && <Table label={words.title} columns={columns} rows={items} keyOf={({ id }) => id} />}
      {restoring !== undefined && (
        <Confirm
          title={words.restoreQuestion(restoring)}
          text={words.restoreText}
          action={words.restore}
          onClose={() => setRestoring(undefined)}
          onConfirm={() => void restore(restoring)}
        />
      )}
    </Panel>
  );
}
