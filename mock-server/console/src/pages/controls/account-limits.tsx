/** Whether the limits count for one account, whatever the session says. */
import { ask, client, type Schemas } from '../../api/client.ts';
import { command, useResource } from '../../api/use-resource.ts';
import { about, mayChange } from '../../api/world.ts';
import { Select } from '../../components/field.tsx';
import { Refused } from '../../components/parts.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { report } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';

type Account = Schemas['MockAccount'];
type Limiting = NonNullable<Account['rateLimits']>;

export function AccountLimits() {
  const words = t().controls.limits;
  const accounts = useResource('accounts and limits', (signal) => ask(client.GET('/__mock/accounts', { signal })));
  if (accounts.refusal) return <Refused refusal={accounts.refusal} />;
  const change = ({ id, name }: Account, chosen: Limiting | 'session') =>
    report(
      () =>
        command(() =>
          ask(
            client.PATCH('/__mock/accounts/{accountId}', {
              params: { path: { accountId: id } },
              body: { rateLimits: chosen === 'session' ? null : chosen },
            }),
          ),
        ),
      words.accountChanged(name, words.modes[chosen]),
    );
  const columns: readonly Column<Account>[] = [
    {
      id: 'name',
      title: words.account,
      cell: ({ id, name }) => (
        <>
          <b>{name}</b> <code class="muted">{id}</code>
        </>
      ),
    },
    {
      id: 'platform',
      title: words.platform,
      cell: ({ platform }) => about.value?.platforms.find(({ id }) => id === platform)?.title ?? platform,
    },
    {
      id: 'limits',
      title: words.counts,
      cell: (account) => (
        <Select
          label={words.countsFor(account.name)}
          hideLabel
          disabled={!mayChange.value}
          value={account.rateLimits ?? 'session'}
          options={(['session', 'off', 'on', 'exhausted'] as const).map((mode) => ({ value: mode, label: words.modes[mode] }))}
          onValue={(mode) => change(account, mode)}
        />
      ),
    },
  ];
  return (
    <details class="more">
      <summary>{words.byAccount}</summary>
      <div class="more-fields">
        <Table label={words.byAccount} columns={columns} rows={accounts.data?.items ?? []} keyOf={({ id }) => id} />
      </div>
    </details>
  );
}
