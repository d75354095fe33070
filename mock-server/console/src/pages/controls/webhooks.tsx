/** Where the platforms' events go, and what became of each delivery. */
import { useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { command, useResource } from '../../api/use-resource.ts';
import { about, changed, mayChange } from '../../api/world.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import { Loading, Refused } from '../../components/parts.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { report } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';
import { Deliveries } from './deliveries.tsx';
import { WebhookForm } from './webhook-form.tsx';

type Webhook = Schemas['MockWebhook'];

/** More than these would hide the rest of the row. */
const EVENTS_SHOWN = 3;

export function Webhooks() {
  const words = t().controls.webhooks;
  const [settling, setSettling] = useState(false);
  const webhooks = useResource('webhooks', (signal) => ask(client.GET('/__mock/webhooks', { signal })));
  const items = webhooks.data?.items ?? [];
  const remove = (webhookId: string) =>
    report(
      () => command(() => ask(client.DELETE('/__mock/webhooks/{webhookId}', { params: { path: { webhookId } } }))),
      words.removed,
    );
  const settle = async () => {
    setSettling(true);
    await report(() => command(() => ask(client.POST('/__mock/webhook-deliveries/settle'))), words.settled);
    setSettling(false);
  };
  const columns: readonly Column<Webhook>[] = [
    { id: 'name', title: words.url, cell: ({ url }) => <b class="mono">{url}</b> },
    {
      id: 'platform',
      title: words.platform,
      cell: ({ platform }) => about.value?.platforms.find(({ id }) => id === platform)?.title ?? platform,
    },
    { id: 'events', title: words.events, cell: ({ events }) => eventsText(events) },
    { id: 'account', title: words.account, cell: ({ accountId }) => accountId ?? words.everyAccount },
    {
      id: 'actions',
      title: words.remove,
      hideTitle: true,
      align: 'end',
      cell: ({ id, url }) => (
        <IconButton icon="trash" label={words.removeNamed(url)} disabled={!mayChange.value} onClick={() => void remove(id)} />
      ),
    },
  ];
  return (
    <>
      <Panel title={words.title} lead={words.lead}>
        {webhooks.refusal && <Refused refusal={webhooks.refusal} />}
        {!webhooks.data && webhooks.loading && <Loading />}
        {webhooks.data && items.length === 0 && <p class="muted">{words.none}</p>}
        {items.length > 0 && <Table label={words.title} columns={columns} rows={items} keyOf={({ id }) => id} />}
      </Panel>
      <Panel
        title={words.deliveries.title}
        lead={words.deliveries.lead}
        actions={
          <>
            <Button icon="refresh" onClick={changed}>
              {words.deliveries.refresh}
            </Button>
            <Button disabled={!mayChange.value || settling} onClick={() => void settle()}>
              {words.settle}
            </Button>
          </>
        }
      >
        <Deliveries />
      </Panel>
      <WebhookForm />
    </>
  );
}

function eventsText(events: readonly string[]) {
  const more = events.length - EVENTS_SHOWN;
  const shown = events.slice(0, EVENTS_SHOWN).join(', ');
  return <span title={events.join(', ')}>{more > 0 ? t().controls.webhooks.andMore(shown, String(more)) : shown}</span>;
}
