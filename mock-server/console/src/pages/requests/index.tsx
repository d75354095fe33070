/** What arrived and why it was answered so: the journal as it grows, and each request taken apart. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ask, client } from '../../api/client.ts';
import { access, controlToken, mayChange, session } from '../../api/world.ts';
import { Page } from '../../app/page.tsx';
import { href, navigate, route } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Badge, EmptyState, Loading } from '../../components/parts.tsx';
import { report } from '../../components/toast.tsx';
import { number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { DashboardLogs } from './dashboard-logs.tsx';
import { FilterBar } from './filter-bar.tsx';
import { filtersIn, matcherOf } from './filters.ts';
import { openJournal, type Journal, type Link } from './journal.ts';
import { RequestDetail } from './request-detail.tsx';
import { RequestList } from './request-list.tsx';
import './requests.css';

export default function RequestsPage() {
  const words = t().requests;
  const journal = useJournal();
  const [held, setHeld] = useState<Journal['entries']['value']>();
  const [clearing, setClearing] = useState(false);
  const all = journal?.entries.value ?? [];
  const shown = held ?? all;
  const filters = filtersIn(route.value.query);
  const address = route.value.query.toString();
  const matching = useMemo(() => shown.filter(matcherOf(filters)), [shown, address]);
  const [, openId] = route.value.path;
  const newer = held ? all.length - held.length : 0;
  const open = (id: string | undefined) => navigate(id === undefined ? ['requests'] : ['requests', id], { ...filters });

  if (access.value === 'token_required' || access.value === 'forbidden')
    return (
      <Page title={words.title} lead={words.lead}>
        <DashboardLogs />
      </Page>
    );
  const link = journal?.link.value ?? 'connecting';
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <LinkState link={link} held={held !== undefined} />
          <Button
            icon={held ? 'play' : 'pause'}
            aria-pressed={held !== undefined}
            onClick={() => setHeld(held ? undefined : all)}
          >
            {held ? words.resume(newer > 0 ? number(newer) : '') : words.pause}
          </Button>
          <Button icon="trash" disabled={!mayChange.value || all.length === 0} onClick={() => setClearing(true)}>
            {words.clear}
          </Button>
        </>
      }
    >
      <div class={openId === undefined ? 'journal' : 'journal journal-open'}>
        <FilterBar entries={shown} filters={filters} />
        <section class="journal-list" aria-label={words.list}>
          <p class="journal-count small muted">{words.count(number(matching.length), number(shown.length), shown.length)}</p>
          {shown.length === 0 && link === 'connecting' && <Loading />}
          {shown.length === 0 && link !== 'connecting' && <NothingYet />}
          {shown.length > 0 && matching.length === 0 && (
            <EmptyState
              icon="filter"
              title={words.noMatch}
              action={<Button onClick={() => navigate(route.value.path)}>{words.clearFilters}</Button>}
            />
          )}
          {matching.length > 0 && <RequestList entries={matching} chosen={openId} onChoose={open} />}
        </section>
        {openId !== undefined && <RequestDetail key={openId} id={openId} backTo={href(['requests'], { ...filters })} />}
      </div>
      {clearing && (
        <Confirm
          title={words.clearTitle}
          text={words.clearText}
          action={words.clear}
          onClose={() => setClearing(false)}
          onConfirm={() => {
            setClearing(false);
            setHeld(undefined);
            void report(() => ask(client.DELETE('/__mock/requests')), words.cleared);
          }}
        />
      )}
    </Page>
  );
}

/** One for each session and token that is looked with. */
function useJournal(): Journal | undefined {
  const [journal, setJournal] = useState<Journal>();
  const isClosed = access.value === 'token_required' || access.value === 'forbidden';
  const subject = [session.value, controlToken.value, isClosed].join(' ');
  useEffect(() => {
    if (isClosed) return;
    const opened = openJournal();
    setJournal(opened);
    return opened.stop;
  }, [subject]);
  return journal;
}

const TONES: Readonly<Record<Link, 'good' | 'warning' | 'neutral'>> = {
  live: 'good',
  connecting: 'neutral',
  broken: 'warning',
  closed: 'warning',
};

function LinkState({ link, held }: { readonly link: Link; readonly held: boolean }) {
  const words = t().requests.link;
  const isHeld = held && link === 'live';
  return (
    <span class={`journal-link journal-link-${isHeld ? 'held' : link}`} role="status">
      <Badge tone={isHeld ? 'info' : TONES[link]}>
        <span class="journal-dot" aria-hidden="true" />
        {isHeld ? words.held : words[link]}
      </Badge>
    </span>
  );
}

function NothingYet() {
  const words = t().requests.empty;
  const base = session.value === 'default' ? location.origin : `${location.origin}/~${session.value}`;
  return (
    <EmptyState icon="list" title={words.title}>
      <p>{words.text}</p>
      <p>
        <code>curl {base}/contacts -H 'x-api-key: chaveiro-pingback-active'</code>
      </p>
    </EmptyState>
  );
}
