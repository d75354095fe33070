/** Writes an exchange down, without any secret. */
import type { Handled, SessionEngine } from './handle.ts';
import type { JournalRecord } from '../core/journal.ts';
import type { Secrets } from '../core/known-secrets.ts';
import type { Outgoing } from './outgoing.ts';
import { redactedJson, withoutSecrets } from './redact.ts';
import type { IncomingRequest } from './request.ts';
import { secretsOf } from './secrets-of.ts';
import { shownPath } from './shown-path.ts';

/** Larger bodies are not written down; no real one is as large. */
const MOST_WRITTEN = 262_144;
const TOO_LONG = JSON.stringify('(too long to be written down)');
const NO_STEPS: JournalRecord['steps'] = [];
const NO_FAULTS: readonly string[] = [];

let lastPath = '';

/** One text for what many requests in a row have: the journal keeps thousands. */
function samePath(path: string): string {
  return path === lastPath ? lastPath : (lastPath = path);
}

/** @param durationMs of real time that the answer took. */
export function record(
  engine: SessionEngine,
  request: IncomingRequest,
  requestId: string,
  handled: Handled,
  outgoing: Outgoing,
  durationMs: number,
): void {
  const { session, document } = engine;
  const { answer, verdict, operation, checked } = handled;
  const secrets = secretsOf(engine, request);
  const instanceId = verdict?.instanceId ?? null;
  // It is what the request says it is, and so is what a step says of it.
  const shownInstance = instanceId === null ? null : withoutSecrets(instanceId, secrets);
  const steps = verdict?.steps ?? NO_STEPS;
  const requestLength = request.body?.length ?? 0;
  const answerLength = outgoing.body?.length ?? 0;
  // Some statuses never have a body, whatever a fault says.
  const sent = outgoing.body === undefined ? undefined : answer.body;
  const entry: JournalRecord = {
    requestId,
    at: session.clock.now(),
    method: request.method,
    path: samePath(shownPath(request.url, operation, document.secretParameters, secrets)),
    platform: handled.platform,
    operationId: operation?.id ?? null,
    status: answer.status,
    decision: handled.decision,
    evidence: answer.evidence,
    source: answer.source,
    scheme: verdict?.scheme?.name ?? null,
    keyId: verdict?.key?.id ?? null,
    accountId: verdict?.account?.id ?? null,
    instanceId: shownInstance,
    userAgent: withoutSecrets(request.headers.get('user-agent'), secrets),
    requestJson: written(secrets, checked?.body(), checked?.json(), requestLength),
    responseJson: written(secrets, sent, typeof sent === 'string' ? undefined : outgoing.body, answerLength),
    faults: handled.faults.length > 0 ? handled.faults.map(({ id }) => id) : NO_FAULTS,
    durationMs,
    steps: shownInstance === instanceId ? steps : withoutSecrets(steps, secrets),
  };
  const { violations } = handled;
  const whole = violations ? { ...entry, violations } : entry;
  session.journal.add(whole, Math.min(requestLength, MOST_WRITTEN) + Math.min(answerLength, MOST_WRITTEN));
}

/** A key may stand in the wrong place, also in a request that has one in the right place. */
function written(secrets: Secrets, body: unknown, json: string | undefined, length: number): string | undefined {
  return length > MOST_WRITTEN ? TOO_LONG : redactedJson(body, json, secrets);
}
