/** Making a key: what is asked for follows from the rules; a secret that is shown once is shown here. */
import { useState } from 'preact/hooks';
import type { Schemas } from '../../api/client.ts';
import { Refusal } from '../../api/refusal.ts';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Choice, TextField } from '../../components/field.tsx';
import { Callout } from '../../components/parts.tsx';
import { toast } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';
import { createKey } from './key-commands.ts';
import type { Look } from './looks.ts';
import { Several } from './several.tsx';

type Created = Schemas['ConsoleCreatedApiKey'];

interface Problems {
  readonly name?: string;
  readonly scopes?: string;
  readonly instances?: string;
  readonly other?: string;
}

export function NewKey({
  account,
  rules,
  look,
  onClose,
}: {
  readonly account: Schemas['ConsoleAccount'];
  readonly rules: Schemas['ConsoleKeyRules'];
  readonly look: Look;
  readonly onClose: () => void;
}) {
  const words = look.words(t());
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const [reach, setReach] = useState<'all' | 'some'>('all');
  const [instances, setInstances] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<Problems>({});
  const [created, setCreated] = useState<Created>();

  const locks = rules.lockTo !== null;
  const create = async () => {
    const found: Problems = {
      ...(rules.names.required && name.trim() === '' && { name: t().keys.nameNeeded }),
      ...(rules.scopes.length > 0 && scopes.length === 0 && { scopes: t().keys.scopesNeeded }),
      ...(reach === 'some' && instances.length === 0 && { instances: t().keys.instancesNeeded }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    try {
      const made = await createKey(account.id, {
        ...(name.trim() !== '' && { name: name.trim() }),
        ...(rules.scopes.length > 0 && { scopes: [...scopes] }),
        ...(locks && reach === 'some' && { instances: [...instances] }),
      });
      if (rules.secret === 'shown-once') return setCreated(made);
      toast(t().keys.done.created);
      onClose();
    } catch (refused) {
      setProblems(refused instanceof Refusal ? problemsIn(refused) : { other: String(refused) });
    }
  };

  if (created) return <ShownOnce created={created} onClose={onClose} />;
  return (
    <Dialog
      title={words.createTitle}
      onClose={onClose}
      onSubmit={() => void create()}
      footer={
        <>
          <Button onClick={onClose}>{t().action.cancel}</Button>
          <Button kind="primary" type="submit">
            {words.submit}
          </Button>
        </>
      }
    >
      {problems.other !== undefined && <Callout tone="danger">{problems.other}</Callout>}
      <TextField label={words.name} hint={words.nameHint} value={name} maxLength={100} error={problems.name} onValue={setName} />
      {rules.scopes.length > 0 && (
        <Several
          legend={t().keys.scopesLegend}
          hint={t().keys.scopesHint}
          error={problems.scopes}
          options={rules.scopes.map((scope) => ({ id: scope, label: <code>{scope}</code>, hint: scopeHint(scope) }))}
          chosen={scopes}
          onChosen={setScopes}
        />
      )}
      {locks && (
        <>
          <Choice<'all' | 'some'>
            label={t().keys.instancesLegend}
            options={[
              { value: 'all', label: t().keys.instancesAll },
              { value: 'some', label: t().keys.instancesSome },
            ]}
            value={reach}
            onValue={setReach}
          />
          {reach === 'some' && (
            <Several
              legend={t().keys.instancesSome}
              hint={rules.instances?.length ? undefined : t().keys.noInstances}
              error={problems.instances}
              options={(rules.instances ?? []).map(({ id, name: label }) => ({ id, label, hint: id }))}
              chosen={instances}
              onChosen={setInstances}
            />
          )}
        </>
      )}
    </Dialog>
  );
}

/** The refusal at the field that it is about, else above all of them. */
function problemsIn(refusal: Refusal): Problems {
  const name = refusal.code === 'key_name_taken' ? refusal.message : refusal.issueOf('/name');
  const scopes = refusal.issueOf('/scopes');
  const instances = refusal.issueOf('/instances');
  const placed = {
    ...(name !== undefined && { name }),
    ...(scopes !== undefined && { scopes }),
    ...(instances !== undefined && { instances }),
  };
  return Object.keys(placed).length > 0 ? placed : { other: refusal.message };
}

function scopeHint(scope: string): string | undefined {
  const hints: Readonly<Record<string, string>> = t().keys.scopes;
  return hints[scope];
}

function ShownOnce({ created, onClose }: { readonly created: Created; readonly onClose: () => void }) {
  const words = t().keys.once;
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      closing="must_choose"
      footer={
        <Button kind="primary" icon="check" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      <Callout tone="warning">
        <p>{words.warning}</p>
      </Callout>
      <div class="once">
        <p class="once-label">{words.label}</p>
        <code class="once-secret">{created.secret}</code>
        <CopyButton label={words.copy} words={words.copy} text={() => created.secret} />
      </div>
    </Dialog>
  );
}
