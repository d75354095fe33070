/** Writes an exchange down, without any secret. */
import type { Handled, SessionEngine } from './handle.ts';
import { redactedBody, redactedPath, withoutSecrets } from './redact.ts';
import type { IncomingRequest } from './request.ts';
import { secretWords } from './secret-words.ts';

/** Larger bodies are not written down; no real one is as large. */
const MOST_WRITTEN = 262_144;
const TOO_LONG = '(too long to be written down)';

/** @param durationMs of real time that the answer took. */
export function record(
  engine: SessionEngine,
  request: IncomingRequest,
  requestId: string,
  handled: Handled,
  { answerLength, durationMs }: { readonly answerLength: number; readonly durationMs: number },
): void {
  const { session, document } = engine;
  const { answer, verdict } = handled;
  const isSecret = secretWords(engine, request);
  const isKey = (word: string) => session.isSecret(word);
  // A key may stand in the wrong place, also in a request that has one in the right place.
  const written = (body: unknown, length: number) => (length > MOST_WRITTEN ? TOO_LONG : redactedBody(body, isKey));
  const { instanceId: named = null, steps = [] } = verdict ?? {};
  // It is what the request says it is, and so is what a step says of it.
  const instanceId = withoutSecrets(named, isSecret);
  const requestLength = request.body?.length ?? 0;
  const entry = {
    requestId,
    at: session.clock.now(),
    method: request.method,
    path: withoutSecrets(redactedPath(request.url, document.secretParameters), isSecret),
    platform: handled.platform,
    operationId: handled.operation?.id ?? null,
    status: answer.status,
    decision: handled.decision,
    evidence: answer.evidence,
    source: answer.source,
    scheme: verdict?.scheme?.name ?? null,
    keyId: verdict?.key?.id ?? null,
    accountId: verdict?.account?.id ?? null,
    instanceId,
    userAgent: withoutSecrets(request.headers.get('user-agent'), isSecret),
    requestBody: written(handled.body, requestLength),
    responseBody: written(answer.body, answerLength),
    faults: handled.faults.map(({ id }) => id),
    durationMs,
    steps: instanceId === named ? steps : withoutSecrets(steps, isSecret),
    ...(handled.violations && { violations: handled.violations }),
  };
  session.journal.add(entry, Math.min(requestLength, MOST_WRITTEN) + Math.min(answerLength, MOST_WRITTEN));
}
