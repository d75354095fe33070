/** What reached the platforms: rows of their tables; and what only a phone could do to an instance. */
import { useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { useResource } from '../../api/use-resource.ts';
import { about } from '../../api/world.ts';
import { Button } from '../../components/button.tsx';
import { CodeBlock } from '../../components/code-block.tsx';
import { Choice } from '../../components/field.tsx';
import { Panel } from '../../components/panel.tsx';
import { Loading, Refused } from '../../components/parts.tsx';
import { number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { InstanceTools } from './instance-tools.tsx';

const ROWS = 10;

/** The tables that `GET /__mock/arrivals/{platform}/{table}` has. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  pingback: ['contacts', 'segments', 'deals', 'webhookRuns'],
  rdstation: ['conversions', 'leads', 'events', 'customFields'],
  zenvio: ['messages', 'instances'],
};

export function Data() {
  const words = t().controls.data;
  const platforms = (about.value?.platforms ?? []).filter(({ id }) => id in TABLES);
  const [chosen, setChosen] = useState('');
  const [wanted, setWanted] = useState('');
  const platform = chosen || (platforms[0]?.id ?? '');
  const tables = TABLES[platform] ?? [];
  const table = tables.includes(wanted) ? wanted : (tables[0] ?? '');
  if (platforms.length === 0) return <p class="muted">{words.noTables}</p>;
  const names: Readonly<Record<string, string>> = words.tables;
  return (
    <Panel title={words.title} lead={words.lead}>
      <div class="line">
        <Choice
          label={words.platform}
          value={platform}
          options={platforms.map(({ id, title }) => ({ value: id, label: title }))}
          onValue={setChosen}
        />
        <Choice
          label={words.table}
          value={table}
          options={tables.map((name) => ({ value: name, label: names[name] ?? name }))}
          onValue={setWanted}
        />
      </div>
      <Rows key={`${platform} ${table}`} platform={platform} table={table} />
    </Panel>
  );
}

function Rows({ platform, table }: { readonly platform: string; readonly table: string }) {
  const words = t().controls.data;
  const [page, setPage] = useState(1);
  const rows = useResource(`rows ${platform} ${table} ${page}`, (signal) =>
    ask(
      client.GET('/__mock/arrivals/{platform}/{table}', {
        params: { path: { platform, table }, query: { order: 'newest', page, limit: ROWS } },
        signal,
      }),
    ),
  );
  if (rows.refusal) return <Refused refusal={rows.refusal} />;
  if (!rows.data) return <Loading />;
  const { items, total, totalPages } = rows.data;
  if (total === 0) return <p class="muted">{words.none}</p>;
  return (
    <>
      <p class="small muted" role="status">
        {words.range(number((page - 1) * ROWS + 1), number((page - 1) * ROWS + items.length), number(total))}
      </p>
      <ul class="deliveries">
        {items.map((row) => (
          <li key={`${row.accountId} ${row.id}`}>
            <details class="delivery">
              <summary>
                <b class="mono">{row.id}</b> <span class="muted small">{glimpse(row)}</span>
              </summary>
              <div class="more-fields">
                {platform === 'zenvio' && table === 'instances' && (
                  <InstanceTools instanceId={row.id} accountId={row.accountId} />
                )}
                <CodeBlock label={row.id} text={JSON.stringify(row, null, 2)} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      {totalPages > 1 && (
        <div class="line">
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            {words.newer}
          </Button>
          <Button disabled={page >= totalPages} onClick={() => setPage(page + 1)}>
            {words.older}
          </Button>
        </div>
      )}
    </>
  );
}

/** The first short texts of a row, to know it by. */
function glimpse(row: Schemas['MockArrival']): string {
  return Object.entries(row)
    .filter(([name, value]) => name !== 'id' && typeof value === 'string' && value.length <= 60)
    .slice(0, 3)
    .map(([, value]) => String(value))
    .join(' · ');
}
