/** Fetches a document, or a part of one, from the host that was named, and asks no other. */
import { OwnDocumentError } from './check.ts';

const MAX_BYTES = 128 * 1_048_576;
const TIMEOUT_MS = 30_000;
const MOST_REDIRECTS = 5;

interface Fetched {
  readonly text: string;
  /** Where it was in the end, redirects followed. */
  readonly at: URL;
}

/**
 * @param name what the location is called in messages.
 * @throws {OwnDocumentError} also for a redirect to another host, without asking that.
 */
export async function fetchText(location: URL, name: string): Promise<Fetched> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let at = location;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await fetch(at, { signal, redirect: 'manual' });
      const target = redirectOf(response, at);
      if (target === undefined) return { text: await textOf(response, name), at };
      await response.body?.cancel();
      assertSameHost(target, location, name);
      at = target;
    }
  } catch (error) {
    if (error instanceof OwnDocumentError) throw error;
    throw new OwnDocumentError(`${name} cannot be fetched: ${reasonOf(error)}.`);
  }
  throw new OwnDocumentError(`${name} cannot be fetched: it redirects more than ${MOST_REDIRECTS} times.`);
}

function redirectOf({ status, headers }: Response, at: URL): URL | undefined {
  const target = headers.get('location');
  if (target === null || ![301, 302, 303, 307, 308].includes(status)) return undefined;
  return new URL(target, at);
}

/** The target is told without its query, which may hold a secret. */
function assertSameHost(target: URL, location: URL, name: string): void {
  if (target.origin === location.origin) return;
  const where = `${target.protocol}//${target.host}${target.pathname}`;
  throw new OwnDocumentError(
    `${name} redirects to ${where}, and the mock asks ${location.origin} alone, as you named it. If you trust that address, name it instead, or fetch everything into one document first.`,
  );
}

async function textOf(response: Response, name: string): Promise<string> {
  if (!response.ok) throw new OwnDocumentError(`${name} cannot be fetched: it answers ${response.status}.`);
  if (Number(response.headers.get('content-length')) > MAX_BYTES) throw new OwnDocumentError(`${name} is larger than 128 MB.`);
  return response.text();
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? cause.message : error instanceof Error ? error.message : String(error);
}
