/** The list: as many rows are drawn as are seen, so that ten thousand are as quick as ten. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { about } from '../../api/world.ts';
import { Badge } from '../../components/parts.tsx';
import { time } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { decisionName, toneOf } from '../../calls/decision-name.ts';
import type { Entry } from './journal.ts';

/** As in requests.css, in pixels: `--row`. */
const ROW = { wide: 40, narrow: 60 };
const NARROW = '(max-width: 48rem)';
/** Rows drawn above and below what is seen. */
const SPARE = 6;

export interface RequestListProps {
  readonly entries: readonly Entry[];
  readonly chosen: string | undefined;
  onChoose(this: void, id: string): void;
}

export function RequestList({ entries, chosen, onChoose }: RequestListProps) {
  const words = t().requests;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [activeId, setActiveId] = useState(chosen);
  const narrow = useNarrow();
  const row = narrow ? ROW.narrow : ROW.wide;
  useSteady(box, entries, row);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const first = Math.max(0, Math.floor(view.top / row) - SPARE);
  const last = Math.min(entries.length, Math.ceil((view.top + view.height) / row) + SPARE);
  const active = Math.max(
    0,
    entries.findIndex(({ requestId }) => requestId === activeId),
  );

  const activate = (index: number) => {
    const at = Math.max(0, Math.min(entries.length - 1, index));
    setActiveId(entries[at]?.requestId);
    const element = box.current;
    if (!element) return;
    // Drawn before it is named to screen readers: scrolling draws it.
    if (at * row < element.scrollTop) element.scrollTop = at * row;
    else if ((at + 1) * row > element.scrollTop + element.clientHeight) element.scrollTop = (at + 1) * row - element.clientHeight;
    setView({ top: element.scrollTop, height: element.clientHeight });
  };
  const choose = (at: number) => {
    const entry = entries[at];
    if (entry) onChoose(entry.requestId);
  };
  const onKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.height / row) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: entries.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) activate(to);
    else if (event.key === 'Enter' || event.key === ' ') choose(active);
    else return;
    event.preventDefault();
  };

  return (
    <div class="rows">
      <div class="row row-head" aria-hidden="true">
        <span>{words.columns.at}</span>
        <span>{words.columns.request}</span>
        <span>{words.columns.platform}</span>
        <span>{words.columns.status}</span>
        <span>{words.columns.decision}</span>
      </div>
      <div
        ref={box}
        class="rows-box"
        role="listbox"
        tabIndex={0}
        aria-label={words.list}
        aria-activedescendant={active >= first && active < last ? `${id}-${active}` : undefined}
        onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
        onKeyDown={onKey}
      >
        <div class="rows-all" role="presentation" style={{ height: `${entries.length * row}px` }}>
          {entries.slice(first, last).map((entry, offset) => {
            const at = first + offset;
            return (
              <div
                key={entry.requestId}
                id={`${id}-${at}`}
                class={`row row-entry ${at === active ? 'row-active' : ''}`}
                role="option"
                aria-selected={entry.requestId === chosen}
                aria-setsize={entries.length}
                aria-posinset={at + 1}
                style={{ transform: `translateY(${at * row}px)` }}
                onClick={() => {
                  setActiveId(entry.requestId);
                  choose(at);
                }}
              >
                <Row entry={entry} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Row({ entry }: { readonly entry: Entry }) {
  const { at, method, path, platform, status, decision } = entry;
  const title = about.value?.platforms.find(({ id }) => id === platform)?.title ?? platform ?? '–';
  return (
    <>
      <time class="row-at muted mono" dateTime={at}>
        {time(at)}
      </time>
      <span class="row-request mono">
        <b>{method}</b> {path}
      </span>
      <span class="row-platform muted">{title}</span>
      <span class="row-status">
        <Badge tone={toneOf(status)}>{status}</Badge>
      </span>
      <span class="row-decision">{decisionName(decision)}</span>
    </>
  );
}

/** New rows come in above; what is looked at further down stays where it is. */
function useSteady(box: { readonly current: HTMLDivElement | null }, entries: readonly Entry[], row: number): void {
  const before = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const element = box.current;
    const known = before.current;
    before.current = entries[0]?.requestId;
    if (!element || element.scrollTop === 0 || known === undefined) return;
    const came = entries.findIndex(({ requestId }) => requestId === known);
    if (came > 0) element.scrollTop += came * row;
  }, [entries]);
}

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const changed = () => setNarrow(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return narrow;
}
