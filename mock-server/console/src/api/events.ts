/** The journal's event stream. The browser's own EventSource cannot send headers, and ours name the session and the token. */
import { headersFor } from './client.ts';
import { eventParser, type JournalEvent } from './event-parser.ts';

const PATH = '/__mock/events';
/** The mock says something every 15 seconds; a connection that is silent for longer is dead. */
const SILENCE_MS = 40_000;

/**
 * Follows the journal until the mock ends the stream, the connection breaks, or `signal` aborts.
 * @param lastId of the last request that is known; what came since then comes first. `undefined`: only what comes from now on
 * @param opened called once the stream stands
 * @throws {Error} where there is no stream to follow
 */
export async function followJournal(
  lastId: string | undefined,
  signal: AbortSignal,
  { opened, received }: { opened(this: void): void; received(this: void, event: JournalEvent): void },
): Promise<void> {
  const silent = new AbortController();
  let watch = setTimeout(() => silent.abort(), SILENCE_MS);
  try {
    const response = await fetch(PATH, {
      cache: 'no-store',
      headers: { ...headersFor(PATH), ...(lastId !== undefined && { 'last-event-id': lastId }) },
      signal: AbortSignal.any([signal, silent.signal]),
    });
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    opened();
    const parse = eventParser(received);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      clearTimeout(watch);
      watch = setTimeout(() => silent.abort(), SILENCE_MS);
      parse(piece.value);
    }
  } finally {
    clearTimeout(watch);
  }
}
