/** What a scenario made: the account, its keys, who may sign in, what goes wrong on purpose, and what to try next. */
import { useEffect, useRef } from 'preact/hooks';
import type { Schemas } from '../../api/client.ts';
import { about } from '../../api/world.ts';
import { href } from '../../app/router.ts';
import { IconButton } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { effectText } from '../../components/fault-text.ts';
import { Icon } from '../../components/icon.tsx';
import { Badge, Callout } from '../../components/parts.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { t } from '../../i18n/index.ts';
import { titleOf } from './index.tsx';
import { forget, type Played } from './played.ts';
import { TryKey } from './try-key.tsx';

type MadeKey = Schemas['MockMadeKey'] & { readonly role: string };
const TONES = { active: 'good', disabled: 'warning', deleted: 'bad' } as const;

export function ScenarioReport({ played, isNewest }: { readonly played: Played; readonly isNewest: boolean }) {
  const words = t().scenarios.report;
  const { scenario, platform, account, keys, users, faults } = played.made;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNewest) heading.current?.focus();
  }, []);
  const made: MadeKey[] = Object.entries(keys).map(([role, key]) => ({ ...key, role }));
  const columns: readonly Column<MadeKey>[] = [
    { id: 'name', title: words.key, cell: ({ role }) => <b class="mono">{role}</b> },
    { id: 'status', title: words.status, cell: ({ status }) => <Badge tone={TONES[status]}>{words.statuses[status]}</Badge> },
    {
      id: 'secret',
      title: words.secret,
      cell: ({ role, secret }) => (
        <span class="report-secret">
          <code>{secret}</code>
          <CopyButton text={() => secret} label={words.copyKey(role)} />
        </span>
      ),
    },
    { id: 'id', title: words.id, cell: ({ id }) => <code>{id}</code> },
  ];
  return (
    <article class="report" aria-labelledby={`report-${played.id}`}>
      <header class="report-head">
        <span class="report-icon">
          <Icon name="check" />
        </span>
        <h2 id={`report-${played.id}`} ref={heading} tabIndex={-1}>
          {words.title} <span class="mono">{scenario}</span>
        </h2>
        <IconButton icon="close" label={words.hide(scenario)} onClick={() => forget(played.id)} />
      </header>
      <p>
        {words.account(titleOf(platform))}{' '}
        <a href={href(['keys', platform, account.id])}>
          {account.name} · <code>{account.id}</code>
        </a>{' '}
        {words.plan} <code>{account.plan}</code>
      </p>
      {made.length === 0 ? (
        <p class="muted">{words.noKey}</p>
      ) : (
        <Table label={words.keysOf(scenario)} columns={columns} rows={made} keyOf={({ id }) => id} />
      )}
      {faults.length > 0 && (
        <Callout tone="warning">
          <p>
            {words.faults(faults.map(({ effect }) => effectText(effect)).join(', '))}{' '}
            <a href={href(['controls', 'faults'])}>{words.toFaults}</a>
          </p>
        </Callout>
      )}
      {made.length > 0 && <TryKey keys={made} />}
      <Users users={users} />
      <p class="report-next">
        <a href={href(['keys', platform, account.id])}>{words.toKeys}</a>
        <a href={href(['requests'], { text: account.id })}>{words.toRequests}</a>
      </p>
    </article>
  );
}

function Users({ users }: { readonly users: Readonly<Record<string, string>> }) {
  const words = t().scenarios.report;
  const roles: Readonly<Record<string, string>> = t().keys.stage.roles;
  if (Object.keys(users).length === 0 || !about.value) return null;
  return (
    <details class="more">
      <summary>{words.users}</summary>
      <ul class="report-users">
        {Object.entries(users).map(([role, token]) => (
          <li key={role}>
            <span>{roles[role] ?? role}</span> <code>{token}</code>
            <CopyButton text={() => token} label={words.copyToken(roles[role] ?? role)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
