/** Applies a seed: accounts, keys, rows, scenarios, settings and faults at once. */
import { useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { Refusal } from '../../api/refusal.ts';
import { useSubmit } from '../../api/use-submit.ts';
import { mayChange } from '../../api/world.ts';
import { Button } from '../../components/button.tsx';
import { Form, Panel } from '../../components/panel.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { toast } from '../../components/toast.tsx';
import { number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { remember } from './played.ts';

const EXAMPLE = `{
  "accounts": [
    { "platform": "pingback", "plan": "pro", "name": "Escola de Música", "keys": [{ "name": "CRM" }] }
  ],
  "scenarios": ["blocked-workspace"]
}`;

export function SeedForm() {
  const words = t().scenarios.seed;
  const [text, setText] = useState(EXAMPLE);
  const { busy, refusal, submit } = useSubmit(
    () => ask(client.POST('/__mock/seed', { body: parsed(text, words.noJson) })),
    ({ accounts, scenarios, faults }) => {
      remember(...scenarios);
      toast(words.done(number(accounts.length), number(scenarios.length), number(faults.length)));
    },
  );
  return (
    <Panel title={words.title} lead={words.lead}>
      <Form label={words.title} disabled={!mayChange.value} onSubmit={submit}>
        <TextArea label={words.label} rows={7} mono value={text} onValue={setText} />
        <FormRefusal refusal={refusal} fields={[]} />
        <div>
          <Button type="submit" kind="primary" disabled={busy}>
            {words.apply}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

function parsed(text: string, message: string): Schemas['MockSeed'] {
  try {
    return JSON.parse(text) as Schemas['MockSeed'];
  } catch {
    throw new Refusal('unknown', 0, message);
  }
}
