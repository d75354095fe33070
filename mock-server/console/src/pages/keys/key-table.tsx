/** The keys of an account. Which columns and which actions there are follows from the rules. */
import { useState } from 'preact/hooks';
import type { Schemas } from '../../api/client.ts';
import { mayChange } from '../../api/world.ts';
import { Badge } from '../../components/parts.tsx';
import { Switch } from '../../components/switch.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { report, toastRefusal } from '../../components/toast.tsx';
import { ago, date, dateTime, number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { changeKey } from './key-commands.ts';
import { KeyLogs } from './key-logs.tsx';
import { KeyMenu } from './key-menu.tsx';
import type { Look } from './looks.ts';
import { NameInPlace } from './name-in-place.tsx';
import { isDue } from './rotation-advice.tsx';
import { SecretCell } from './secret-cell.tsx';

type Rules = Schemas['ConsoleKeyRules'];
type ApiKey = Schemas['ConsoleApiKey'];

export interface KeyTableProps {
  readonly account: Schemas['ConsoleAccount'];
  readonly rules: Rules;
  readonly look: Look;
  readonly keys: readonly ApiKey[];
  /** One that was made just now: it is shown at once. */
  readonly fresh: Schemas['ConsoleCreatedApiKey'] | undefined;
}

export function KeyTable({ account, rules, look, keys, fresh }: KeyTableProps) {
  const [logsOf, setLogsOf] = useState<ApiKey>();
  const words = look.words(t());
  const { columns } = t().keys;
  const hasMenu = !look.inPlace && Object.values(rules.actions).some(Boolean);
  const all: (Column<ApiKey> | false)[] = [
    { id: 'name', title: words.name, cell: (key) => <Name key={key.id} apiKey={key} rules={rules} look={look} /> },
    {
      id: 'secret',
      title: words.secret,
      cell: (key) => (
        <SecretCell
          apiKey={key}
          look={look}
          revealable={rules.secret === 'revealable'}
          known={fresh?.id === key.id ? fresh.secret : undefined}
        />
      ),
    },
    rules.scopes.length > 0 && { id: 'scopes', title: columns.scopes, cell: ({ scopes }) => <Tags values={scopes} /> },
    rules.lockTo !== null && {
      id: 'instances',
      title: columns.instances,
      cell: (key) => <Instances apiKey={key} rules={rules} />,
    },
    rules.actions.disable && { id: 'status', title: columns.status, cell: (key) => <Status apiKey={key} look={look} /> },
    { id: 'age', title: columns.age, cell: (key) => <Age apiKey={key} rules={rules} /> },
    { id: 'last-use', title: columns.lastUse, cell: ({ lastUsedAt }) => <LastUse at={lastUsedAt} now={rules.now} /> },
    {
      id: 'requests',
      title: columns.requests,
      align: 'end',
      cell: (key) => (
        <button
          type="button"
          class="link-button"
          aria-haspopup="dialog"
          aria-label={`${t().keys.logsOf(nameOf(key))}: ${number(key.requestCount)}`}
          onClick={() => setLogsOf(key)}
        >
          {number(key.requestCount)}
        </button>
      ),
    },
    hasMenu && {
      id: 'actions',
      title: columns.actions,
      hideTitle: true,
      align: 'end',
      cell: (key) => <KeyMenu apiKey={key} rules={rules} words={words} />,
    },
  ];
  return (
    <>
      <Table label={account.name} columns={all.filter((column) => column !== false)} rows={keys} keyOf={({ id }) => id} />
      {logsOf && <KeyLogs apiKey={logsOf} onClose={() => setLogsOf(undefined)} />}
    </>
  );
}

/** What a key is called, also where it has no name. */
export function nameOf({ name }: Pick<ApiKey, 'name'>): string {
  return name || t().keys.noName;
}

interface Cell {
  readonly apiKey: ApiKey;
  readonly rules: Rules;
  readonly look: Look;
}

function Name({ apiKey, rules, look }: Cell) {
  if (look.inPlace && rules.actions.rename) return <NameInPlace apiKey={apiKey} words={look.words(t())} />;
  return <span class={apiKey.name ? 'key-name' : 'key-name muted'}>{nameOf(apiKey)}</span>;
}

function Status({ apiKey, look }: Omit<Cell, 'rules'>) {
  const words = look.words(t());
  const on = apiKey.status === 'active';
  const word = on ? words.on : words.off;
  const { done, byPlan } = t().keys;
  const turn = (active: boolean) =>
    report(() => changeKey(apiKey, { status: active ? 'active' : 'disabled' }), active ? done.enabled : done.disabled);
  return (
    <span class="key-status">
      {look.inPlace ? (
        <Switch
          on={on}
          label={nameOf(apiKey)}
          word={word}
          disabled={!mayChange.value}
          onChange={(active) => void turn(active).catch(toastRefusal)}
        />
      ) : (
        <Badge tone={on ? 'good' : 'bad'}>{word}</Badge>
      )}
      {apiKey.disabledReason === 'plan_downgraded' && <span class="small muted">{byPlan}</span>}
    </span>
  );
}

function Age({ apiKey, rules }: Omit<Cell, 'look'>) {
  return (
    <span class="key-age">
      <time dateTime={apiKey.createdAt} title={t().keys.created(date(apiKey.createdAt))}>
        {ago(apiKey.createdAt, rules.now)}
      </time>
      {isDue(apiKey, rules) && <Badge tone="warning">{t().keys.rotation.badge}</Badge>}
    </span>
  );
}

function LastUse({ at, now }: { readonly at: string | null; readonly now: string }) {
  if (at === null) return <span class="muted">{t().keys.never}</span>;
  return (
    <time dateTime={at} title={dateTime(at)}>
      {ago(at, now)}
    </time>
  );
}

function Instances({ apiKey, rules }: Omit<Cell, 'look'>) {
  if (apiKey.instances === null) return <span class="muted">{t().keys.allInstances}</span>;
  const names = apiKey.instances.map((id) => rules.instances?.find((instance) => instance.id === id)?.name ?? id);
  return <Tags values={names} />;
}

function Tags({ values }: { readonly values: readonly string[] }) {
  return (
    <ul class="tags">
      {values.map((value) => (
        <li key={value} class="tag">
          {value}
        </li>
      ))}
    </ul>
  );
}
