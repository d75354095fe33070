/** Above the reference, and in sight: with which of the keys that stand ready a request is tried. */
import { CopyButton } from '../../components/copy-button.tsx';
import { Select } from '../../components/field.tsx';
import { t } from '../../i18n/index.ts';
import { choose, CONSOLE, credential, group, groups, shownGroup, type Credential } from './keys.ts';

export function KeyBar() {
  const current = group.value;
  const key = credential.value;
  if (!current || !key) return null;
  const words = t().reference.keys;
  return (
    <section class="try-with" aria-label={words.label}>
      <div class="try-with-inner">
        <Select
          label={words.platform}
          value={current.id}
          options={groups.value.map(({ id, title }) => ({ value: id, label: id === CONSOLE ? words.console : title }))}
          onValue={(id) => {
            shownGroup.value = id;
          }}
        />
        <Select
          label={words.key}
          value={key.id}
          options={current.credentials.map((each) => ({ value: each.id, label: labelOf(each) }))}
          onValue={(id) => choose(current.id, id)}
        />
        <div class="try-with-key">
          <span class="try-with-secret">
            <code>{key.secret}</code>
            <CopyButton label={words.copy} text={() => key.secret} />
          </span>
          <p class="try-with-facts small muted" title={factsOf(key)}>
            {factsOf(key)}
          </p>
        </div>
      </div>
    </section>
  );
}

function labelOf({ state, name }: Credential): string {
  const { roles, states } = t().reference.keys;
  const known: Readonly<Record<string, string>> = { ...states, ...roles };
  return `${known[state] ?? state.replaceAll('_', ' ')} · ${name}`;
}

function factsOf({ summary, plan, scopes, instances }: Credential): string {
  const words = t().reference.keys;
  return [
    summary,
    plan === undefined ? '' : `${words.plan}: ${plan}.`,
    scopes === undefined ? '' : `${words.scopes}: ${scopes.join(', ')}.`,
    instances === undefined ? '' : `${words.instances}: ${instances.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
