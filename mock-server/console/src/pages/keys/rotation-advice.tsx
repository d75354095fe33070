/** From a certain age on a key should be renewed; how, the rules of the platform decide. */
import type { Schemas } from '../../api/client.ts';
import { Callout } from '../../components/parts.tsx';
import { ago, list, number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';

type Rules = Schemas['ConsoleKeyRules'];
type ApiKey = Schemas['ConsoleApiKey'];

/** Whether a key in use has reached the age from which on its renewal is advised, on the mock's clock. */
export function isDue({ status, createdAt }: Pick<ApiKey, 'status' | 'createdAt'>, { rotation, now }: Rules): boolean {
  const due = new Date(createdAt);
  due.setUTCMonth(due.getUTCMonth() + rotation.afterMonths);
  return status === 'active' && due.getTime() <= Date.parse(now);
}

export function RotationAdvice({ rules, keys }: { readonly rules: Rules; readonly keys: readonly ApiKey[] }) {
  const due = keys.filter((key) => isDue(key, rules));
  if (due.length === 0) return null;
  const words = t().keys.rotation;
  const { steps, gap, afterMonths } = rules.rotation;
  const names = due.map(({ name, createdAt }) => `${name || t().keys.noName} (${ago(createdAt, rules.now)})`);
  return (
    <Callout tone="warning" title={words.title(number(afterMonths))}>
      <p>{list(names)}</p>
      {steps.length === 0 ? (
        <p>{words.noWay}</p>
      ) : (
        <>
          <p>{words.how}</p>
          <ol class="steps">
            {steps.map((step, index) => (
              // Deleting comes twice where another key has to make room first.
              <li key={index}>
                {step === 'delete_key' && steps.indexOf(step, index + 1) > 0 ? words.makeRoom : words.steps[step]}
              </li>
            ))}
          </ol>
          <p>{gap ? words.gap : words.noGap}</p>
        </>
      )}
    </Callout>
  );
}
