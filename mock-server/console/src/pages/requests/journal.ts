/** The journal as the page has it: what there was when it was opened, and what has come since, newest first. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { ask, client, type Schemas } from '../../api/client.ts';
import type { JournalEvent } from '../../api/event-parser.ts';
import { followJournal } from '../../api/events.ts';
import { Refusal } from '../../api/refusal.ts';

export type Entry = Schemas['MockRequest'];
export type Link = 'connecting' | 'live' | 'broken' | 'closed';

/** As many as the mock keeps. */
const KEPT = 10_000;
const PAGE = 1000;
/** No request has it, so the mock sends whatever came since. */
const NOTHING_YET = 'none';
const LONGEST_WAIT_MS = 5000;

export interface Journal {
  readonly entries: ReadonlySignal<readonly Entry[]>;
  /** `broken`: it will be tried again. `closed`: the mock does not let us. */
  readonly link: ReadonlySignal<Link>;
  readonly refusal: ReadonlySignal<Refusal | undefined>;
  /** Ends it. */
  stop(this: void): void;
}

/** Follows the journal of the session of now, and comes back after every break. */
export function openJournal(): Journal {
  const entries = signal<readonly Entry[]>([]);
  const link = signal<Link>('connecting');
  const refusal = signal<Refusal>();
  const stopped = new AbortController();
  const { signal: over } = stopped;

  // What arrives between two frames is drawn at once.
  let waiting: Entry[] = [];
  let frame = 0;
  const flush = () => {
    frame = 0;
    const fresh = waiting.reverse();
    waiting = [];
    entries.value = merged(fresh, entries.value);
  };
  const received = ({ type, data }: JournalEvent) => {
    if (type === 'request') waiting.push(data as Entry);
    else if (type === 'cleared') {
      waiting = [];
      entries.value = [];
    }
    if (!over.aborted && frame === 0) frame = requestAnimationFrame(flush);
  };

  /** The ids of a mock that was started anew come again, so nothing of before is taken for known. */
  async function session(): Promise<void> {
    const first = await page(1, over);
    entries.value = first.items;
    const broken = new AbortController();
    const either = AbortSignal.any([over, broken.signal]);
    const following = followJournal(first.items[0]?.requestId ?? NOTHING_YET, either, {
      opened: () => (link.value = 'live'),
      received,
    });
    try {
      // The older ones, meanwhile. New ones only move them to later pages, and twice is once.
      const older = (async () => {
        for (let at = 2; at <= Math.min(first.totalPages, KEPT / PAGE); at++) {
          const { items } = await page(at, either);
          entries.value = merged(entries.value, items);
        }
      })();
      await Promise.all([following, older]);
    } finally {
      broken.abort();
      waiting = [];
    }
  }

  async function follow(): Promise<void> {
    for (let attempt = 0; !over.aborted; attempt++) {
      try {
        await session();
      } catch (error) {
        if (over.aborted) return;
        if (error instanceof Refusal && (error.status === 401 || error.status === 403)) {
          refusal.value = error;
          link.value = 'closed';
          return;
        }
      }
      if (over.aborted) return;
      if (link.value === 'live') attempt = 0;
      link.value = 'broken';
      await pause(Math.min(250 * 2 ** attempt, LONGEST_WAIT_MS), over);
    }
  }
  void follow();

  return {
    entries,
    link,
    refusal,
    stop: () => {
      stopped.abort();
      cancelAnimationFrame(frame);
    },
  };
}

/** Both newest first; where both have a request, the newer list's counts. */
export function merged(newer: readonly Entry[], older: readonly Entry[]): readonly Entry[] {
  if (newer.length === 0) return older;
  const known = new Set(newer.map(({ requestId }) => requestId));
  return [...newer, ...older.filter(({ requestId }) => !known.has(requestId))].slice(0, KEPT);
}

function page(at: number, over: AbortSignal) {
  return ask(client.GET('/__mock/requests', { params: { query: { page: at, limit: PAGE } }, signal: over }));
}

function pause(ms: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    over.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
