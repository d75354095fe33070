/** Whether somebody is signed in to the dashboard; what their role allows is up to each operation. */
import type { DashboardUser } from './account.ts';
import type { Attempt, Verdict } from './authorize/index.ts';
import type { TraceStep } from './decision.ts';
import type { Session } from './session.ts';
import { shapeOf } from './vault.ts';

export interface DashboardVerdict extends Verdict {
  readonly user?: DashboardUser;
}

/** Signs a person in: their token opens console operations of one account, or of all. */
export function signIn(session: Session, token: string, user: Omit<DashboardUser, 'id' | 'shape'>): DashboardUser {
  return session.users.insert({ ...user, id: session.vault.fingerprint(token), shape: shapeOf(token) });
}

export function authorizeDashboard(
  attempt: Pick<Attempt, 'session' | 'operation' | 'credentials' | 'checkRequest'>,
): DashboardVerdict {
  const token = /^bearer +(\S+)\s*$/i.exec(attempt.credentials.header('authorization') ?? '')?.[1];
  const user = token === undefined ? undefined : attempt.session.users.get(attempt.session.vault.fingerprint(token));
  const detail =
    token === undefined ? 'no session token in the Authorization header (Bearer)' : 'nobody is signed in with this token';
  if (!user) return { decision: 'session_required', facts: {}, steps: [step('session', 'refused', detail)] };

  const steps = [step('session', 'passed', `${user.name} is signed in as ${user.role}`)];
  const problem = attempt.checkRequest();
  steps.push(
    step(
      'request',
      problem ? 'refused' : 'passed',
      problem ? `the request does not fit the document: ${problem.replaceAll('_', ' ')}` : 'the request fits the document',
    ),
  );
  return { decision: problem ?? 'allowed', facts: {}, steps, user };
}

function step(name: TraceStep['step'], outcome: TraceStep['outcome'], detail: string): TraceStep {
  return { step: name, outcome, rule: name === 'session' ? 'security' : 'schema', detail };
}
