/** The journal as it grows: server-sent events, for a console in a browser, a terminal, or a test that waits. */
import type { JournalHead } from '../../core/journal.ts';
import type { BodyStream } from '../../document/body-stream.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { matcherOf, requestView } from './requests.ts';

/** Proxies and browsers give up on a connection that is silent for half a minute. */
const HEARTBEAT_MS = 15_000;

export const events = {
  streamMockEvents: (ctx) => {
    const answer = ctx.reply(200, undefined as never);
    return { ...answer, headers: { 'cache-control': 'no-store' }, stream: journalStream(ctx) };
  },
} satisfies Behaviours<'streamMockEvents'>;

function journalStream({ session, engine, query, header }: Context<'streamMockEvents'>): BodyStream {
  const matches = matcherOf(query);
  const lastId = header['last-event-id'];
  return ({ write, end }) => {
    write(': the journal of the mock, as it grows\n\n');
    if (lastId !== undefined) {
      const { missed, gap } = entriesAfter(session.journal.list(), lastId);
      if (gap) write(eventText('gap', { lastEventId: lastId }));
      for (const entry of missed.filter(matches)) write(requestEvent(entry));
    }
    const unwatch = session.journal.watch({
      added: (entry) => void (matches(entry) && write(requestEvent(entry))),
      cleared: () => void write(eventText('cleared', {})),
    });
    const heartbeat = setInterval(() => {
      // A session that is gone has no events any more; whoever follows one that is there is using it.
      if (engine.sessions.list().includes(session)) engine.sessions.touch(session);
      else end();
      write(': still there\n\n');
    }, HEARTBEAT_MS);
    return () => {
      unwatch();
      clearInterval(heartbeat);
    };
  };
}

/** Oldest first. `gap`: the journal no longer has the entry, so nobody can say what came in between. */
function entriesAfter(newestFirst: readonly JournalHead[], lastId: string) {
  const at = newestFirst.findIndex(({ requestId }) => requestId === lastId);
  return { missed: newestFirst.slice(0, at < 0 ? undefined : at).reverse(), gap: at < 0 };
}

function requestEvent(entry: JournalHead): string {
  return `id: ${entry.requestId}\n${eventText('request', requestView(entry))}`;
}

function eventText(event: string, data: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
