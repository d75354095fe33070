/** Everything about the world that a session is: its time, what goes wrong in it, its limits, and how to begin again. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { ask, client } from '../../api/client.ts';
import { command } from '../../api/use-resource.ts';
import { access, mayChange } from '../../api/world.ts';
import { Page } from '../../app/page.tsx';
import { href, route } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import type { IconName } from '../../components/icon.tsx';
import { Locked } from '../../components/locked.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { report } from '../../components/toast.tsx';
import { t } from '../../i18n/index.ts';
import { forgetAll } from '../scenarios/played.ts';
import { Clock } from './clock.tsx';
import { Data } from './data.tsx';
import { Faults } from './faults.tsx';
import { Limits } from './limits.tsx';
import { Sessions } from './sessions.tsx';
import { Snapshots } from './snapshots.tsx';
import { Webhooks } from './webhooks.tsx';
import './controls.css';

type Part = 'clock' | 'faults' | 'limits' | 'sessions' | 'snapshots' | 'webhooks' | 'data';

const PARTS: readonly { readonly id: Part; readonly icon: IconName; readonly content: ComponentType }[] = [
  { id: 'clock', icon: 'clock', content: Clock },
  { id: 'faults', icon: 'bolt', content: Faults },
  { id: 'limits', icon: 'sliders', content: Limits },
  { id: 'sessions', icon: 'layers', content: Sessions },
  { id: 'snapshots', icon: 'camera', content: Snapshots },
  { id: 'webhooks', icon: 'send', content: Webhooks },
  { id: 'data', icon: 'database', content: Data },
];

export default function ControlsPage() {
  const words = t().controls;
  const [resetting, setResetting] = useState(false);
  const [, wanted] = route.value.path;
  const part = PARTS.find(({ id }) => id === wanted) ?? PARTS[0];
  const isClosed = access.value === 'token_required' || access.value === 'forbidden';
  const reset = async () => {
    setResetting(false);
    await report(() => command(() => ask(client.POST('/__mock/reset'))), words.reset.done);
    forgetAll();
  };
  if (!part) return null;
  const Content = part.content;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Button icon="refresh" disabled={!mayChange.value} onClick={() => setResetting(true)}>
          {words.reset.action}
        </Button>
      }
    >
      <Tabs
        label={words.parts}
        current={part.id}
        tabs={PARTS.map(({ id, icon }) => ({ id, icon, title: words[id].title, href: href(['controls', id]) }))}
      />
      {isClosed ? <Locked /> : <Content key={part.id} />}
      {resetting && (
        <Confirm
          title={words.reset.question}
          text={words.reset.text}
          action={words.reset.confirm}
          onClose={() => setResetting(false)}
          onConfirm={() => void reset()}
        />
      )}
    </Page>
  );
}
