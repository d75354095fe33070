/** Writes an exchange down, without any secret. */
import type { Handled, SessionEngine } from './handle.ts';
import { redactedBody, redactedPath, withoutSecrets } from './redact.ts';
import type { IncomingRequest } from './request.ts';

/** @param durationMs of real time that the answer took. */
export function record(
  { session, document }: SessionEngine,
  request: IncomingRequest,
  requestId: string,
  handled: Handled,
  durationMs: number,
): void {
  const { answer, verdict } = handled;
  // Where no key was found in its place, one may stand in another.
  const clean = <T>(value: T): T => (verdict?.key ? value : withoutSecrets(value, (word) => session.isSecret(word)));
  session.journal.add({
    requestId,
    at: session.clock.now(),
    method: request.method,
    path: clean(redactedPath(request.url, document.secretParameters)),
    platform: handled.platform,
    operationId: handled.operation?.id ?? null,
    status: answer.status,
    decision: handled.decision,
    evidence: answer.evidence,
    source: answer.source,
    scheme: verdict?.scheme?.name ?? null,
    keyId: verdict?.key?.id ?? null,
    accountId: verdict?.account?.id ?? null,
    instanceId: verdict?.instanceId ?? null,
    userAgent: clean(request.headers.get('user-agent')),
    requestBody: clean(redactedBody(handled.body)),
    responseBody: clean(redactedBody(answer.body)),
    faults: handled.faults.map(({ id }) => id),
    durationMs,
    steps: verdict?.steps ?? [],
    ...(handled.violations && { violations: handled.violations }),
  });
}
