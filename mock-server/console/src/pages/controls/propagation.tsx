/** How long a change of a key takes until the API knows. */
import { useState } from 'preact/hooks';
import { ask, client } from '../../api/client.ts';
import { useSubmit } from '../../api/use-submit.ts';
import { mayChange } from '../../api/world.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { Form, Panel } from '../../components/panel.tsx';
import { number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import type { Settings } from './limits.tsx';
import { Said } from './said.tsx';

const FIELDS = ['/propagationDelay'];

export function Propagation({ settings }: { readonly settings: Settings }) {
  const words = t().controls.limits.propagation;
  const [delay, setDelay] = useState(`${settings.propagationDelay}ms`);
  const [said, setSaid] = useState<string>();
  const { busy, refusal, issueOf, submit } = useSubmit(
    () => ask(client.PATCH('/__mock/settings', { body: { propagationDelay: delay.trim() } })),
    ({ propagationDelay }) => setSaid(propagationDelay === 0 ? words.atOnce : words.changed(number(propagationDelay / 1000))),
  );
  return (
    <Panel title={words.title} lead={words.lead}>
      <Form label={words.title} disabled={!mayChange.value} onSubmit={submit}>
        <div class="line">
          <TextField
            label={words.delay}
            hint={words.hint}
            value={delay}
            error={issueOf(...FIELDS)}
            maxLength={20}
            onValue={setDelay}
          />
        </div>
        <FormRefusal refusal={refusal} fields={FIELDS} />
        <Said>{said}</Said>
        <div>
          <Button type="submit" disabled={busy}>
            {t().action.save}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
