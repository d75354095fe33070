/** Which session a request belongs to: the one it names, or the one that has its credential. */
import type { SessionProblem, Sessions } from '../core/sessions.ts';
import type { Session } from '../core/session.ts';
import type { Answer } from '../document/examples.ts';
import type { LoadedDocument } from '../document/load.ts';
import { mockProblem } from './mock-problem.ts';
import type { IncomingRequest } from './request.ts';

export const SESSION_HEADER = 'x-mock-session';

export type OpenedSession =
  /** `request`: as it would be without the session in its path. */
  | { readonly ok: true; readonly session: Session; readonly request: IncomingRequest }
  | { readonly ok: false; readonly decision: SessionProblem; readonly answer: Answer };

export function openSession(sessions: Sessions, document: LoadedDocument, request: IncomingRequest): OpenedSession {
  const inPath = /^\/~([^/]*)(\/.*)?$/.exec(request.url.pathname);
  const name = inPath?.[1] ?? request.headers.get(SESSION_HEADER);
  if (name === null) return { ok: true, session: sessionOfCredential(sessions, document, request), request };
  const opened = sessions.open(name);
  if (!opened.ok) return { ok: false, decision: opened.problem, answer: sessionProblem(opened.problem, name, sessions) };
  if (!inPath) return { ok: true, session: opened.session, request };
  const url = new URL(request.url);
  url.pathname = inPath[2] ?? '/';
  return { ok: true, session: opened.session, request: { ...request, url } };
}

function sessionOfCredential(sessions: Sessions, document: LoadedDocument, request: IncomingRequest): Session {
  if (sessions.count === 0) return sessions.default;
  const secrets = credentialsIn(document, request);
  const has = (session: Session) =>
    secrets.some((secret) => session.findKey(secret) ?? session.users.get(session.vault.fingerprint(secret)));
  return (secrets.length > 0 && sessions.owning(has)) || sessions.default;
}

/** Whatever stands where some scheme of the document has its credential. */
function credentialsIn(document: LoadedDocument, { headers, url }: IncomingRequest): string[] {
  const found = new Set<string>();
  const bearer = /^bearer +(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (bearer) found.add(bearer);
  for (const { placement } of document.schemes.values()) {
    const value = placement.in === 'query' ? url.searchParams.get(placement.name) : headers.get(placement.name);
    if (placement.in !== 'bearer' && value) found.add(value.trim());
  }
  return [...found];
}

function sessionProblem(problem: SessionProblem, name: string, { limits }: Sessions): Answer {
  switch (problem) {
    case 'session_name_invalid':
      return mockProblem(
        400,
        problem,
        'Not a session name',
        'A session name has 1 to 100 letters, digits, dots, dashes and underscores, and begins with a letter or digit.',
      );
    case 'session_expired':
      return mockProblem(
        410,
        problem,
        'Session expired',
        `The session "${name}" had no request for ${limits.idle / 60_000} minutes and was dropped with all it held. Create it again with POST /__mock/sessions, or use another name.`,
      );
    case 'session_limit_reached':
      return mockProblem(
        429,
        problem,
        'Too many sessions',
        `There are ${limits.count} sessions, as many as this mock keeps. Drop some with DELETE /__mock/sessions/{name}, or start it with a higher --session-limit.`,
      );
  }
}
