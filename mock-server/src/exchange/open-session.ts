/** Which session a request belongs to: the one it names, or the one that has its credential. */
import { credentialAt } from '../core/authorize/credential.ts';
import type { Opened, SessionProblem, Sessions } from '../core/sessions.ts';
import type { Session } from '../core/session.ts';
import type { Answer } from '../document/examples.ts';
import type { LoadedDocument } from '../document/load.ts';
import { mockProblem } from './mock-problem.ts';
import { RequestCredentials } from './credentials.ts';
import type { IncomingRequest } from './request.ts';

export const SESSION_HEADER = 'x-mock-session';

export type OpenedSession =
  /** `request`: as it would be without the session in its path. */
  | { readonly ok: true; readonly session: Session; readonly request: IncomingRequest }
  | { readonly ok: false; readonly decision: SessionProblem; readonly answer: Answer };

export function openSession(sessions: Sessions, document: LoadedDocument, request: IncomingRequest): OpenedSession {
  const { pathname } = request.url;
  const inPath = pathname.startsWith('/~') ? /^\/~([^/]*)(\/.*)?$/.exec(pathname) : null;
  const name = inPath?.[1] ?? request.headers.get(SESSION_HEADER);
  const opened = name === null ? sessionOfCredential(sessions, document, request) : sessions.open(name);
  if (!opened.ok) {
    const { status, title, detail } = explainProblem(opened.problem, name ?? '', sessions);
    return { ok: false, decision: opened.problem, answer: mockProblem(status, opened.problem, title, detail) };
  }
  if (!inPath) return { ok: true, session: opened.session, request };
  const url = new URL(request.url.href);
  url.pathname = inPath[2] ?? '/';
  return { ok: true, session: opened.session, request: { ...request, url } };
}

/** The session that has the key, or the console token, of a request; the default one where none has. */
export function sessionOfCredential(
  sessions: Sessions,
  document: LoadedDocument,
  request: Pick<IncomingRequest, 'url' | 'headers'>,
): Opened {
  const byDefault: Opened = { ok: true, session: sessions.default };
  if (sessions.count === 0) return byDefault;
  // The vault is one for all sessions, so a fingerprint holds in each of them.
  const secrets = credentialsIn(document, request).map((secret) => ({
    secret,
    print: sessions.default.vault.fingerprint(secret),
  }));
  const has = (session: Session) =>
    secrets.some(({ secret, print }) => session.findKey(secret, print) !== undefined || session.users.get(print) !== undefined);
  return (secrets.length > 0 && sessions.owning(has)) || byDefault;
}

/** Whatever stands where some scheme of the document has its credential. */
function credentialsIn(document: LoadedDocument, request: Pick<IncomingRequest, 'url' | 'headers'>): string[] {
  const credentials = new RequestCredentials(request);
  // The console's session travels as a bearer, and no key scheme says so.
  const placements = [
    { in: 'bearer', name: 'authorization' } as const,
    ...[...document.schemes.values()].map((scheme) => scheme.placement),
  ];
  return [...new Set(placements.flatMap((placement) => credentialAt(placement, credentials) ?? []))];
}

/** What is wrong, and the ways out of it, in process and over HTTP. */
export function explainProblem(
  problem: SessionProblem,
  name: string,
  { limits }: Sessions,
): { readonly status: number; readonly title: string; readonly detail: string } {
  switch (problem) {
    case 'session_name_invalid':
      return {
        status: 400,
        title: 'Not a session name',
        detail: 'A session name has 1 to 100 letters, digits, dots, dashes and underscores, and begins with a letter or digit.',
      };
    case 'session_expired':
      return {
        status: 410,
        title: 'Session expired',
        detail: `The session "${name}" had no request for ${inWords(limits.idle)} and was dropped with all it held. Create it again with mock.session("${name}") or POST /__mock/sessions, or use another name.`,
      };
    case 'session_limit_reached':
      return {
        status: 429,
        title: 'Too many sessions',
        detail: `There are ${limits.count} sessions, as many as this mock keeps. Drop some with mock.sessions.drop(name) or DELETE /__mock/sessions/{name}, or allow more of them: createMock({ sessions: { count } }), --session-limit.`,
      };
    case 'session_ambiguous':
      return {
        status: 409,
        title: 'More than one session has this key',
        detail: `The key was chosen, or made from one seed, in more than one session. Say which one is meant with the header ${SESSION_HEADER} or a base URL with /~name, or let the mock make the secret.`,
      };
  }
}

function inWords(duration: number): string {
  return duration >= 60_000 ? `${duration / 60_000} min` : `${duration / 1000} s`;
}
