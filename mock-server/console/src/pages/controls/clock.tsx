/** The virtual clock: limits, schedules, retries and expiry go by it. */
import { useState } from 'preact/hooks';
import { ask, client } from '../../api/client.ts';
import { useResource } from '../../api/use-resource.ts';
import { useSubmit } from '../../api/use-submit.ts';
import { changed, mayChange } from '../../api/world.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { Form, Panel } from '../../components/panel.tsx';
import { Loading, Refused } from '../../components/parts.tsx';
import { dateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { Said } from './said.tsx';

/** Past a second, a minute's limit, an hour, the life of an access token, and the six months after which keys should go. */
const STEPS = ['1s', '61s', '1h', '24h', '7d', '183d'] as const;

export function Clock() {
  const words = t().controls.clock;
  const clock = useResource('clock', (signal) => ask(client.GET('/__mock/clock', { signal })));
  const [by, setBy] = useState('61s');
  const [instant, setInstant] = useState('');
  const [said, setSaid] = useState<string>();
  const moved = ({ now }: { readonly now: string }) => setSaid(words.moved(dateTime(clock.data?.now ?? now), dateTime(now)));
  const advance = (step: string) => ask(client.POST('/__mock/clock/advance', { body: { by: step } }));
  const byForm = useSubmit(() => advance(by.trim()), moved);
  const setForm = useSubmit(() => ask(client.PUT('/__mock/clock', { body: { now: instant.trim() } })), moved);
  const resetting = useSubmit(() => ask(client.POST('/__mock/clock/reset')), moved);
  const stepping = useSubmit(advance, moved);
  return (
    <Panel
      title={words.title}
      lead={words.lead}
      actions={
        <Button disabled={!mayChange.value} onClick={resetting.submit}>
          {words.reset}
        </Button>
      }
    >
      {clock.refusal && <Refused refusal={clock.refusal} />}
      {!clock.data && clock.loading && <Loading />}
      {clock.data && (
        <p class="clock-now">
          <time dateTime={clock.data.now}>{dateTime(clock.data.now)}</time>
          <code class="muted">{clock.data.now}</code>
          <IconButton icon="refresh" label={words.refresh} onClick={changed} />
        </p>
      )}
      <Said>{said}</Said>
      <FormRefusal refusal={stepping.refusal ?? resetting.refusal} fields={[]} />
      <fieldset class="line" disabled={!mayChange.value}>
        <legend class="line-legend">{words.advance}</legend>
        {STEPS.map((each) => (
          <Button key={each} aria-label={words.stepLabel(words.steps[each])} onClick={() => stepping.submit(each)}>
            {words.steps[each]}
          </Button>
        ))}
      </fieldset>
      <div class="fields">
        <Form label={words.by} disabled={!mayChange.value} onSubmit={byForm.submit}>
          <TextField
            label={words.by}
            hint={words.byHint}
            value={by}
            error={byForm.issueOf('/by')}
            maxLength={20}
            onValue={setBy}
          />
          <FormRefusal refusal={byForm.refusal} fields={['/by']} />
          <div>
            <Button type="submit">{words.go}</Button>
          </div>
        </Form>
        <Form label={words.set} disabled={!mayChange.value} onSubmit={setForm.submit}>
          <TextField
            label={words.set}
            hint={words.setHint}
            value={instant}
            error={setForm.issueOf('/now')}
            maxLength={40}
            placeholder="2026-12-24T18:00:00Z"
            onValue={setInstant}
          />
          <FormRefusal refusal={setForm.refusal} fields={['/now']} />
          <div>
            <Button type="submit">{words.jump}</Button>
          </div>
        </Form>
      </div>
    </Panel>
  );
}
