/** Worlds side by side: which there are, new ones, and the end of one. */
import { useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { command, useResource } from '../../api/use-resource.ts';
import { useSubmit } from '../../api/use-submit.ts';
import { DEFAULT_SESSION, mayChange, session } from '../../api/world.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Choice, TextField } from '../../components/field.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { Form, Panel } from '../../components/panel.tsx';
import { Badge, Loading, Refused } from '../../components/parts.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { report } from '../../components/toast.tsx';
import { dateTime, number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { Said } from './said.tsx';

type Session = Schemas['MockSession'];

/** Asked for in the default session, so that looking creates none. */
const LOOKING = { headers: { 'x-mock-session': DEFAULT_SESSION } };

export function Sessions() {
  const words = t().controls.sessions;
  const [dropping, setDropping] = useState<string>();
  const sessions = useResource('all sessions', (signal) => ask(client.GET('/__mock/sessions', { signal, ...LOOKING })));
  const nameOf = (name: string) => (name === DEFAULT_SESSION ? t().session.default : name);
  const drop = async (name: string) => {
    setDropping(undefined);
    await report(
      () =>
        command(async () => {
          await ask(client.DELETE('/__mock/sessions/{name}', { params: { path: { name } }, ...LOOKING }));
          // Being in it would create it again.
          if (session.value === name) session.value = DEFAULT_SESSION;
        }),
      words.dropped(name),
    );
  };
  const columns: readonly Column<Session>[] = [
    {
      id: 'name',
      title: words.name,
      cell: ({ name }) => (
        <span class="session-cell">
          <b>{nameOf(name)}</b> {name === session.value && <Badge tone="info">{words.current}</Badge>}
        </span>
      ),
    },
    { id: 'now', title: words.now, cell: ({ now }) => <time dateTime={now}>{dateTime(now)}</time> },
    { id: 'requests', title: words.requests, align: 'end', cell: ({ requests }) => number(requests) },
    {
      id: 'open',
      title: words.open,
      hideTitle: true,
      cell: ({ name }) => (
        <Button
          disabled={name === session.value}
          aria-label={words.openNamed(nameOf(name))}
          onClick={() => (session.value = name)}
        >
          {words.open}
        </Button>
      ),
    },
    {
      id: 'actions',
      title: words.drop,
      hideTitle: true,
      align: 'end',
      cell: ({ name }) => (
        <IconButton
          icon="trash"
          label={words.dropNamed(nameOf(name))}
          disabled={!mayChange.value || name === DEFAULT_SESSION}
          onClick={() => setDropping(name)}
        />
      ),
    },
  ];
  return (
    <>
      <Panel title={words.title} lead={words.lead}>
        {sessions.refusal && <Refused refusal={sessions.refusal} />}
        {!sessions.data && sessions.loading && <Loading />}
        {sessions.data && (
          <>
            <Table label={words.title} columns={columns} rows={sessions.data.items} keyOf={({ name }) => name} />
            <p class="small muted">
              {words.limits(number(sessions.data.limits.count), number(Math.round(sessions.data.limits.idle / 60_000)))}
            </p>
          </>
        )}
      </Panel>
      <NewSession />
      {dropping !== undefined && (
        <Confirm
          title={words.dropQuestion(dropping)}
          text={words.dropText}
          action={words.drop}
          onClose={() => setDropping(undefined)}
          onConfirm={() => void drop(dropping)}
        />
      )}
    </>
  );
}

function NewSession() {
  const words = t().controls.sessions;
  const [name, setName] = useState('');
  const [seed, setSeed] = useState('');
  const [now, setNow] = useState('');
  const [rateLimits, setRateLimits] = useState<'off' | 'on'>('off');
  const [said, setSaid] = useState<string>();
  const { busy, refusal, issueOf, submit } = useSubmit(
    () => {
      const number = Number(seed.trim());
      const body = {
        name: name.trim(),
        rateLimits,
        ...(seed.trim() !== '' && { seed: Number.isNaN(number) ? (seed.trim() as unknown as number) : number }),
        ...(now.trim() !== '' && { now: now.trim() }),
      };
      return ask(client.POST('/__mock/sessions', { body, ...LOOKING }));
    },
    (made) => setSaid(words.created(made.name)),
  );
  // A name that is none has a problem of its own, without issues.
  const nameIssue = refusal?.code === 'session_name_invalid' ? refusal.message : issueOf('/name');
  return (
    <Panel title={words.create}>
      <Form label={words.create} disabled={!mayChange.value} onSubmit={submit}>
        <div class="fields">
          <TextField
            label={words.name}
            hint={t().session.nameHint}
            value={name}
            error={nameIssue}
            maxLength={100}
            onValue={setName}
          />
          <TextField
            label={words.seed}
            hint={words.seedHint}
            value={seed}
            error={issueOf('/seed')}
            maxLength={20}
            onValue={setSeed}
          />
          <TextField
            label={words.startsAt}
            hint={words.startsAtHint}
            value={now}
            error={issueOf('/now')}
            maxLength={40}
            placeholder="2026-01-31T12:00:00Z"
            onValue={setNow}
          />
          <Choice
            label={words.rateLimits}
            value={rateLimits}
            options={[
              { value: 'off', label: words.off },
              { value: 'on', label: words.on },
            ]}
            onValue={(value) => setRateLimits(value)}
          />
        </div>
        {!nameIssue && <FormRefusal refusal={refusal} fields={['/name', '/seed', '/now']} />}
        <Said>{said}</Said>
        <div>
          <Button type="submit" kind="primary" icon="plus" disabled={busy || name.trim() === ''}>
            {words.createAction}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
