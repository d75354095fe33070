/** Situations to bring the mock into: choose one, play it, and see what it made and what to try. */
import { useState } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { useResource } from '../../api/use-resource.ts';
import { about, access, mayChange } from '../../api/world.ts';
import { Page } from '../../app/page.tsx';
import { href, route } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { Locked } from '../../components/locked.tsx';
import { Badge, Loading, Refused } from '../../components/parts.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { language, t } from '../../i18n/index.ts';
import { grouped } from './groups.ts';
import { PlayDialog } from './play-dialog.tsx';
import { played } from './played.ts';
import { ScenarioReport } from './scenario-report.tsx';
import { SeedForm } from './seed-form.tsx';
import './scenarios.css';

type Scenario = Schemas['MockScenario'];

export default function ScenariosPage() {
  const words = t().scenarios;
  const isClosed = access.value === 'token_required' || access.value === 'forbidden';
  return (
    <Page title={words.title} lead={words.lead}>
      {isClosed ? <Locked /> : <Scenarios />}
    </Page>
  );
}

function Scenarios() {
  const words = t().scenarios;
  const [playing, setPlaying] = useState<Scenario>();
  const scenarios = useResource('scenarios', (signal) => ask(client.GET('/__mock/scenarios', { signal })));
  const platforms = about.value?.platforms ?? [];
  const wanted = platforms.find(({ id }) => id === route.value.path[1])?.id;
  const fitting = (scenarios.data?.items ?? []).filter((each) => wanted === undefined || each.platforms.includes(wanted));
  return (
    <>
      {played.value.length > 0 && (
        <section class="reports" aria-label={words.reports}>
          {played.value.map((one, at) => (
            <ScenarioReport key={one.id} played={one} isNewest={at === 0} />
          ))}
        </section>
      )}
      <Tabs
        label={words.platforms}
        current={wanted ?? 'all'}
        tabs={[
          { id: 'all', title: words.allPlatforms, href: href(['scenarios']) },
          ...platforms.map(({ id, title }) => ({ id, title, href: href(['scenarios', id]) })),
        ]}
      />
      {scenarios.refusal && <Refused refusal={scenarios.refusal} />}
      {!scenarios.data && !scenarios.refusal && <Loading />}
      {grouped(fitting).map(([group, found]) => (
        <section key={group} class="scenario-group" aria-labelledby={`scenarios-${group}`}>
          <h2 id={`scenarios-${group}`}>{words.groups[group]}</h2>
          <ul class="scenario-list">
            {found.map((scenario) => (
              <ScenarioCard key={scenario.name} scenario={scenario} onPlay={() => setPlaying(scenario)} />
            ))}
          </ul>
        </section>
      ))}
      <SeedForm />
      {playing && <PlayDialog scenario={playing} platform={wanted} onClose={() => setPlaying(undefined)} />}
    </>
  );
}

function ScenarioCard({ scenario, onPlay }: { readonly scenario: Scenario; readonly onPlay: () => void }) {
  const words = t().scenarios;
  const { name, platforms } = scenario;
  return (
    <li class="scenario">
      <h3 class="mono">{name}</h3>
      <p>{summaryOf(scenario)}</p>
      <div class="scenario-foot">
        <span class="scenario-platforms">
          {platforms.map((id) => (
            <Badge key={id}>{titleOf(id)}</Badge>
          ))}
        </span>
        <Button icon="play" disabled={!mayChange.value} aria-label={words.playNamed(name)} onClick={onPlay}>
          {words.play}
        </Button>
      </div>
    </li>
  );
}

export function summaryOf({ summary }: Pick<Scenario, 'summary'>): string {
  return (language.value === 'en' ? summary.en : summary.pt).replaceAll('`', '');
}

export function titleOf(platform: string): string {
  return about.value?.platforms.find(({ id }) => id === platform)?.title ?? platform;
}
