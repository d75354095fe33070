/** What the phone behind an instance does: reading the QR code, going away, getting a message. */
import { useState } from 'preact/hooks';
import { ask, client } from '../../api/client.ts';
import { command } from '../../api/use-resource.ts';
import { useSubmit } from '../../api/use-submit.ts';
import { mayChange } from '../../api/world.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { Form } from '../../components/panel.tsx';
import { report } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';
import { Said } from './said.tsx';

const FIELDS = ['/from', '/text'];

export function InstanceTools({ instanceId, accountId }: { readonly instanceId: string; readonly accountId: string }) {
  const words = t().controls.data.instance;
  const params = { path: { instanceId }, query: { accountId } };
  const [from, setFrom] = useState('5511999998888');
  const [text, setText] = useState('');
  const [said, setSaid] = useState<string>();
  const { busy, refusal, issueOf, submit } = useSubmit(
    () => ask(client.POST('/__mock/instances/{instanceId}/messages', { params, body: { from: from.trim(), text } })),
    () => setSaid(words.received),
  );
  const connect = () => command(() => ask(client.POST('/__mock/instances/{instanceId}/connect', { params })));
  const disconnect = () => command(() => ask(client.POST('/__mock/instances/{instanceId}/disconnect', { params })));
  return (
    <>
      <div class="line">
        <Button disabled={!mayChange.value} onClick={() => void report(connect, words.connected)}>
          {words.connect}
        </Button>
        <Button disabled={!mayChange.value} onClick={() => void report(disconnect, words.disconnected)}>
          {words.disconnect}
        </Button>
      </div>
      <Form label={words.receive} disabled={!mayChange.value} onSubmit={submit}>
        <div class="fields">
          <TextField label={words.from} value={from} error={issueOf('/from')} maxLength={20} onValue={setFrom} />
          <TextField label={words.text} value={text} error={issueOf('/text')} maxLength={4096} onValue={setText} />
        </div>
        <FormRefusal refusal={refusal} fields={FIELDS} />
        <Said>{said}</Said>
        <div>
          <Button type="submit" disabled={busy}>
            {words.receive}
          </Button>
        </div>
      </Form>
    </>
  );
}
