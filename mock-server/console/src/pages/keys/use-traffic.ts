/** Last use and number of requests, as they happen. */
import { useEffect } from 'preact/hooks';
import { connect } from '../../api/connect.ts';
import { followJournal } from '../../api/events.ts';
import { changed, mayChange, session } from '../../api/world.ts';

/** However much traffic there is, the page asks no more often than this. */
const QUIET_MS = 500;
const AGAIN_MS = 2000;

/** Loads the page again as requests arrive. Without the controls there is no stream, and the page is as of when it was opened. */
export function useTraffic(): void {
  const open = mayChange.value;
  const name = session.value;
  useEffect(() => {
    if (!open) return;
    const over = new AbortController();
    let due: ReturnType<typeof setTimeout> | undefined;
    const received = () => {
      due ??= setTimeout(() => {
        due = undefined;
        changed();
      }, QUIET_MS);
    };
    // Also what came before the stream stood.
    const follow = () => followJournal(undefined, over.signal, { opened: received, received });
    let again: ReturnType<typeof setTimeout> | undefined;
    const keepFollowing = () =>
      void follow()
        // The mock may be away; whoever notices first tells the others.
        .catch(() => (over.signal.aborted ? undefined : connect()))
        .then(() => {
          if (!over.signal.aborted) again = setTimeout(keepFollowing, AGAIN_MS);
        });
    keepFollowing();
    return () => {
      over.abort();
      clearTimeout(due);
      clearTimeout(again);
    };
  }, [open, name]);
}
