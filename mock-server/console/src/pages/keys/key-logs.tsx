/** Which requests came with a key, newest first: the audit that one dashboard has, for the keys of all of them. */
import { useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { useResource } from '../../api/use-resource.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Badge, Loading, Refused } from '../../components/parts.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { dateTime, number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { nameOf } from './key-table.tsx';

type Log = Schemas['ConsoleApiLog'];

const ROWS = 20;

export function KeyLogs({ apiKey, onClose }: { readonly apiKey: Schemas['ConsoleApiKey']; readonly onClose: () => void }) {
  const words = t().keys.logs;
  const [page, setPage] = useState(1);
  const { accountId, id: keyId } = apiKey;
  const logs = useResource(`logs of ${keyId} ${page}`, (signal) =>
    ask(
      client.GET('/accounts/{accountId}/api-logs', {
        params: { path: { accountId }, query: { keyId, page, limit: ROWS } },
        signal,
      }),
    ),
  );
  const columns: readonly Column<Log>[] = [
    { id: 'at', title: words.at, cell: ({ at }) => <time dateTime={at}>{dateTime(at)}</time> },
    {
      id: 'request',
      title: words.request,
      cell: ({ method, path }) => (
        <code>
          {method} {path}
        </code>
      ),
    },
    { id: 'status', title: words.status, cell: ({ status }) => <Badge tone={status < 400 ? 'good' : 'bad'}>{status}</Badge> },
    { id: 'decision', title: words.decision, cell: ({ decision }) => <code>{decision}</code> },
  ];
  const { data } = logs;
  return (
    <Dialog
      title={words.title(nameOf(apiKey))}
      size="wide"
      scrolls
      onClose={onClose}
      footer={
        data &&
        data.totalPages > 1 && (
          <>
            <span class="small muted logs-range" role="status">
              {words.range(number((page - 1) * ROWS + 1), number(Math.min(page * ROWS, data.total)), number(data.total))}
            </span>
            <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
              {words.newer}
            </Button>
            <Button disabled={page >= data.totalPages} onClick={() => setPage(page + 1)}>
              {words.older}
            </Button>
          </>
        )
      }
    >
      {logs.refusal && <Refused refusal={logs.refusal} />}
      {!data && logs.loading && <Loading />}
      {data &&
        (data.items.length === 0 ? (
          <p class="muted">{words.none}</p>
        ) : (
          <Table label={words.title(nameOf(apiKey))} columns={columns} rows={data.items} keyOf={({ id }) => id} />
        ))}
    </Dialog>
  );
}
