/** One account's key screen: its keys, and what the platform's rules let this person do with them. */
import { useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { useResource } from '../../api/use-resource.ts';
import { mayChange, role } from '../../api/world.ts';
import { Button } from '../../components/button.tsx';
import { Callout, EmptyState, Loading, Refused } from '../../components/parts.tsx';
import { report } from '../../components/toast.tsx';
import { list, number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { lookOf } from './looks.ts';
import { createKey } from './key-commands.ts';
import { KeyTable } from './key-table.tsx';
import { NewKey } from './new-key.tsx';
import { RotationAdvice } from './rotation-advice.tsx';
import { planName } from './stage.tsx';

type Account = Schemas['ConsoleAccount'];
type Rules = Schemas['ConsoleKeyRules'];

export function KeyScreen({ account, title }: { readonly account: Account; readonly title: string }) {
  const path = { accountId: account.id };
  const rules = useResource(`rules of ${account.id}`, (signal) =>
    ask(client.GET('/accounts/{accountId}/key-rules', { params: { path }, signal })),
  );
  const keys = useResource(`keys of ${account.id}`, (signal) =>
    ask(client.GET('/accounts/{accountId}/api-keys', { params: { path }, signal })),
  );
  const refusal = rules.refusal ?? keys.refusal;
  const words = lookOf(account.platform).words(t());
  return (
    <section class="dashboard" aria-label={t().keys.screen(title)}>
      <p class="dashboard-place">{words.place}</p>
      <div class="dashboard-body">
        {refusal?.code === 'role_required' && rules.data ? (
          <NoAccess rules={rules.data} />
        ) : refusal ? (
          <Refused refusal={refusal} />
        ) : rules.data && keys.data ? (
          <Keys account={account} rules={rules.data} keys={keys.data.items} />
        ) : (
          <Loading />
        )}
      </div>
    </section>
  );
}

function Keys({
  account,
  rules,
  keys,
}: {
  readonly account: Account;
  readonly rules: Rules;
  readonly keys: readonly Schemas['ConsoleApiKey'][];
}) {
  const [creating, setCreating] = useState(false);
  /** Of keys that were just made, where the platform shows a key as soon as it is there. */
  const [fresh, setFresh] = useState<Schemas['ConsoleCreatedApiKey']>();
  const look = lookOf(account.platform);
  const words = look.words(t());
  const { keyLimit } = rules;
  const full = keyLimit !== null && account.keysInUse >= keyLimit;
  const hasAccess = account.plans.some(({ name, apiAccess }) => name === account.plan && apiAccess);
  const begin = () => {
    if (look.inPlace) void report(async () => setFresh(await createKey(account.id, {})), t().keys.done.created);
    else setCreating(true);
  };
  const create = (
    <Button kind="primary" icon="plus" disabled={!mayChange.value || !hasAccess || full} onClick={begin}>
      {words.create}
    </Button>
  );
  return (
    <>
      {!hasAccess && <NoPlan account={account} rules={rules} />}
      <RotationAdvice rules={rules} keys={keys} />
      <div class="dashboard-head">
        <p class="muted">{words.intro}</p>
        {keys.length > 0 && (
          <>
            {keyLimit !== null && keyLimit > 1 && (
              <span class="counter">{t().keys.counted(number(account.keysInUse), number(keyLimit))}</span>
            )}
            {create}
          </>
        )}
      </div>
      {keys.length === 0 ? (
        <EmptyState icon="key" title={words.empty} action={create}>
          {words.emptyHint}
        </EmptyState>
      ) : (
        <KeyTable account={account} rules={rules} look={look} keys={keys} fresh={fresh} />
      )}
      {full && keys.length > 0 && <p class="small muted">{words.full(number(keyLimit))}</p>}
      {!rules.actions.delete && <p class="small muted">{words.noRemove}</p>}
      {creating && <NewKey account={account} rules={rules} look={look} onClose={() => setCreating(false)} />}
    </>
  );
}

function NoAccess({ rules }: { readonly rules: Rules }) {
  const { noAccess, stage } = t().keys;
  const managing = list(rules.managedBy.map((each) => stage.roles[each]));
  return (
    <EmptyState icon="lock" title={noAccess.title}>
      {noAccess.text(managing, stage.roles[role.value])}
    </EmptyState>
  );
}

function NoPlan({ account, rules }: { readonly account: Account; readonly rules: Rules }) {
  const words = t().keys.noPlan;
  const enough = account.plans.filter(({ apiAccess }) => apiAccess).map(({ name }) => planName(name));
  return (
    <Callout tone="warning" title={words.title(planName(account.plan))}>
      <p>{words.needed(list(enough, 'disjunction'))}</p>
      <p>{words[rules.onLosingAccess]}</p>
    </Callout>
  );
}
