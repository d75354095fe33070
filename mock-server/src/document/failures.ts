/** The document's answers to refusals and to requests that never get as far as a key. */
import type { RequestFailureKind } from '@chaveiro/openapi/policy';
import type { Facts } from '../core/decision.ts';
import type { KeyScheme } from '../core/scheme.ts';
import type { SessionSettings } from '../core/session.ts';
import { answerFromExample, type Answer } from './examples.ts';
import type { LoadedDocument, PlatformInfo } from './load.ts';
import type { Operation } from './operation.ts';

/**
 * The body of an auth state: the scheme's `x-auth-failures` name the example, or one of its alternatives when the
 * session chose one. A state that the scheme does not know is answered as an unknown key.
 */
export function answerToRefusal(
  document: LoadedDocument,
  chosen: SessionSettings['failures'],
  operation: Operation,
  scheme: KeyScheme | undefined,
  state: string,
  facts: Facts,
): Answer {
  const failures: Readonly<Record<string, FailureLike | undefined>> = scheme?.failures ?? {};
  const failure = failures[state] ?? failures.unknown_key;
  if (!failure) throw new Error(`No x-auth-failures say how ${operation.id} answers ${state}.`);
  const choice = chosen[operation.platform]?.[state];
  const { alternatives = {} } = failure;
  const picked = (choice !== undefined && Object.hasOwn(alternatives, choice) && alternatives[choice]) || failure;
  const answer = answerFromExample(
    document.source,
    picked.status,
    operation.responses[String(picked.status)],
    picked.example,
    facts,
  );
  return { ...answer, evidence: picked.evidence, source: picked.source };
}

type FailureLike = KeyScheme['failures'][keyof KeyScheme['failures']] & object;

/** The platform's answer to a malformed, oversized or misdirected request. */
export function answerToProblem(
  document: LoadedDocument,
  platform: PlatformInfo,
  problem: RequestFailureKind,
  facts: Facts,
): Answer {
  const failure = platform.requestFailures[problem];
  const response = document.source.components.responses?.[failure.response];
  return {
    ...answerFromExample(document.source, failure.status, response, failure.example, facts),
    evidence: failure.evidence,
    source: failure.source,
  };
}

/** 501, and never something that looks like the platform: nobody has written this behaviour. */
export function unimplemented(operationId: string): Answer {
  return {
    status: 501,
    headers: { 'x-mock-unimplemented': operationId },
    contentType: 'application/problem+json',
    body: {
      type: 'about:blank',
      title: 'Not implemented by the mock',
      status: 501,
      detail: `The document has ${operationId}, but this mock gives it no behaviour.`,
    },
    evidence: null,
    source: null,
  };
}
