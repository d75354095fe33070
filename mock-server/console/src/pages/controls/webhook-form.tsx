/** Registers a webhook. In life this is a screen of the platform. */
import { useEffect, useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { apiDocument } from '../../api/document.ts';
import { useResource } from '../../api/use-resource.ts';
import { useSubmit } from '../../api/use-submit.ts';
import { about, mayChange } from '../../api/world.ts';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Checkbox, Choice, Select, TextField } from '../../components/field.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { Form, Panel } from '../../components/panel.tsx';
import { Callout } from '../../components/parts.tsx';
import { t } from '../../i18n/index.ts';

const FIELDS = ['/url', '/secret', '/accountId'];

export function WebhookForm() {
  const words = t().controls.webhooks;
  const events = useEvents();
  const platforms = (about.value?.platforms ?? []).filter(({ id }) => (events[id] ?? []).length > 0);
  const [chosen, setChosen] = useState('');
  const platform = chosen || (platforms[0]?.id ?? '');
  const [url, setUrl] = useState('http://localhost:9000/hooks');
  const [accountId, setAccountId] = useState('');
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const [made, setMade] = useState<Schemas['MockRegisteredWebhook']>();
  const accounts = useResource(`accounts for webhooks ${platform}`, (signal) =>
    ask(client.GET('/__mock/accounts', { params: { query: { platform } }, signal })),
  );
  const { busy, refusal, issueOf, submit } = useSubmit(
    () =>
      ask(
        client.POST('/__mock/webhooks', {
          body: { platform, url: url.trim(), ...(accountId && { accountId }), ...(wanted.length > 0 && { events: [...wanted] }) },
        }),
      ),
    setMade,
  );
  if (platforms.length === 0) return null;
  return (
    <Panel title={words.add} lead={words.addLead}>
      {made && (
        <div role="status">
          <Callout title={words.added(made.url)}>
            {made.secret === null ? (
              <p>{words.unsigned}</p>
            ) : (
              <p class="line">
                {words.secret} <code>{made.secret}</code>
                <CopyButton text={() => made.secret ?? ''} label={words.copySecret} />
              </p>
            )}
          </Callout>
        </div>
      )}
      <Form label={words.add} disabled={!mayChange.value} onSubmit={submit}>
        <Choice
          label={words.platform}
          value={platform}
          options={platforms.map(({ id, title }) => ({ value: id, label: title }))}
          onValue={(id) => {
            setChosen(id);
            setAccountId('');
            setWanted([]);
          }}
        />
        <div class="fields">
          <TextField label={words.url} hint={words.urlHint} value={url} error={issueOf('/url')} onValue={setUrl} />
          <Select
            label={words.account}
            value={accountId}
            options={[
              { value: '', label: words.everyAccount },
              ...(accounts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: `${name} · ${id}` })),
            ]}
            onValue={setAccountId}
          />
        </div>
        <details class="more">
          <summary>{words.someEvents}</summary>
          <div class="more-fields fields">
            {(events[platform] ?? []).map((event) => (
              <Checkbox
                key={event}
                label={<code>{event}</code>}
                checked={wanted.includes(event)}
                onChecked={(on) => setWanted(on ? [...wanted, event] : wanted.filter((each) => each !== event))}
              />
            ))}
          </div>
        </details>
        <FormRefusal refusal={refusal} fields={FIELDS} />
        <div>
          <Button type="submit" kind="primary" icon="plus" disabled={busy}>
            {words.addAction}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

/** The events of each platform that sends any. */
function useEvents(): Readonly<Record<string, readonly string[] | undefined>> {
  const [events, setEvents] = useState<Readonly<Record<string, readonly string[]>>>({});
  useEffect(() => {
    apiDocument().then(
      ({ webhooks = {}, 'x-platforms': platforms }) =>
        setEvents(
          Object.fromEntries(
            Object.entries(platforms).map(([id, { tag, title }]) => [
              id,
              Object.keys(webhooks).filter((event) => webhooks[event]?.post?.tags?.includes(tag ?? title)),
            ]),
          ),
        ),
      () => undefined,
    );
  }, []);
  return events;
}
