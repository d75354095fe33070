/** Without the controls: what the logs of the dashboards tell, which whoever may sign in to them can read. */
import { ask, client, type Schemas } from '../../api/client.ts';
import { useResource } from '../../api/use-resource.ts';
import { changed } from '../../api/world.ts';
import { decisionName, toneOf } from '../../calls/decision-name.ts';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import { Badge, Loading, Refused } from '../../components/parts.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { dateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';

type Log = Schemas['ConsoleApiLog'];

const SHOWN = 100;

export function DashboardLogs() {
  const words = t().requests.logs;
  const logs = useResource('logs of every account', newestLogs);
  return (
    <Panel
      title={words.title}
      lead={words.lead}
      actions={
        <Button icon="refresh" onClick={changed}>
          {words.refresh}
        </Button>
      }
    >
      {logs.refusal && <Refused refusal={logs.refusal} />}
      {!logs.data && !logs.refusal && <Loading />}
      {logs.data &&
        (logs.data.length === 0 ? (
          <p class="muted">{words.none}</p>
        ) : (
          <Table label={words.title} columns={columns()} rows={logs.data} keyOf={({ id }) => id} />
        ))}
    </Panel>
  );
}

function columns(): readonly Column<Log>[] {
  const words = t().requests.columns;
  return [
    {
      id: 'request',
      title: words.request,
      cell: ({ method, path }) => (
        <code>
          <b>{method}</b> {path}
        </code>
      ),
    },
    { id: 'at', title: words.at, cell: ({ at }) => <time dateTime={at}>{dateTime(at)}</time> },
    { id: 'key', title: t().requests.logs.key, cell: ({ keyName, keyId }) => keyName ?? keyId },
    { id: 'status', title: words.status, cell: ({ status }) => <Badge tone={toneOf(status)}>{status}</Badge> },
    { id: 'decision', title: words.decision, cell: ({ decision }) => decisionName(decision) },
  ];
}

async function newestLogs(signal: AbortSignal): Promise<readonly Log[]> {
  const { items: accounts } = await ask(client.GET('/accounts', { signal }));
  const all = await Promise.all(
    accounts.map(({ id: accountId }) =>
      ask(client.GET('/accounts/{accountId}/api-logs', { params: { path: { accountId }, query: { limit: SHOWN } }, signal })),
    ),
  );
  return all
    .flatMap(({ items }) => items)
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, SHOWN);
}
