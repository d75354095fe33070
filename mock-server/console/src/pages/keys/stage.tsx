/** What is outside of a dashboard and changes what it shows: whose account, on which plan, and who looks. */
import { navigate } from '../../app/router.ts';
import { ask, client, type Schemas } from '../../api/client.ts';
import { command } from '../../api/use-resource.ts';
import { mayChange, role, type Role } from '../../api/world.ts';
import { Button } from '../../components/button.tsx';
import { Choice, Select } from '../../components/field.tsx';
import { EmptyState } from '../../components/parts.tsx';
import { report } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';

type Account = Schemas['ConsoleAccount'];

const ROLES: readonly Role[] = ['owner', 'manager', 'member'];

export function Stage({ accounts, account }: { readonly accounts: readonly Account[]; readonly account: Account }) {
  const words = t().keys.stage;
  const moveTo = (plan: string) =>
    report(
      () =>
        command(() =>
          ask(client.PATCH('/__mock/accounts/{accountId}', { params: { path: { accountId: account.id } }, body: { plan } })),
        ),
      words.planChanged(planName(plan)),
    );
  return (
    <section class="stage" aria-label={words.title}>
      <div class="stage-account">
        <Select
          label={words.account}
          options={accounts.map(({ id, name }) => ({ value: id, label: `${name} · ${id}` }))}
          value={account.id}
          onValue={(id) => navigate(['keys', account.platform, id])}
        />
        <NewAccount platform={account.platform} />
      </div>
      {account.plans.length > 1 && (
        <Choice
          key={account.id}
          label={words.plan}
          options={account.plans.map(({ name }) => ({ value: name, label: planName(name) }))}
          value={account.plan}
          disabled={!mayChange.value}
          onValue={moveTo}
        />
      )}
      <Choice
        label={words.role}
        options={ROLES.map((each) => ({ value: each, label: words.roles[each] }))}
        value={role.value}
        onValue={(each) => {
          role.value = each;
        }}
      />
    </section>
  );
}

export function NoAccounts({ platform }: { readonly platform: string }) {
  return (
    <EmptyState icon="user" title={t().keys.noAccounts} action={<NewAccount platform={platform} />}>
      {t().keys.noAccountsHint}
    </EmptyState>
  );
}

function NewAccount({ platform }: { readonly platform: string }) {
  const words = t().keys.stage;
  const create = async () => {
    const { id } = await command(() => ask(client.POST('/__mock/accounts', { body: { platform } })));
    navigate(['keys', platform, id]);
  };
  return (
    <Button icon="plus" disabled={!mayChange.value} onClick={() => void report(create, words.accountCreated)}>
      {words.newAccount}
    </Button>
  );
}

/** Plans of the three platforms have a name in each language; one of somebody's own document is called as it is. */
export function planName(plan: string): string {
  const names: Readonly<Record<string, string>> = t().keys.stage.plans;
  return names[plan] ?? plan;
}
