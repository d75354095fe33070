/** What each refused key is answered, operation by operation: in the document's own words wherever it has any. */
import type { AuthFailures, AuthState, Example, OwnFailure, OwnFailures, Response } from '@chaveiro/openapi/policy';
import { followRecord } from '../document/follow.ts';
import { shownBody } from './shown-bodies.ts';
import { stateWords } from './states.ts';

type Responses = Readonly<Record<string, Record<string, unknown>>>;

export interface FailureParts {
  readonly document: object;
  /** The responses of every operation that takes keys, by status. */
  readonly operations: readonly Responses[];
  readonly own: OwnFailures;
  readonly source: string;
  /** `WWW-Authenticate` of a 401. */
  readonly challenge: string;
}

export interface Failures {
  /** `x-auth-failures` for a scheme in whose operations these states can happen. */
  of(states: readonly AuthState[]): AuthFailures;
  /** An operation's responses with an example for each of these states. */
  addTo(responses: Responses, states: readonly AuthState[]): Record<string, Response>;
}

export function createFailures({ document, operations, own, source, challenge }: FailureParts): Failures {
  const firstWith = (status: number) => operations.find((each) => String(status) in each)?.[String(status)];
  const common = new Map([401, 403, 429].map((status) => [status, firstWith(status)]));
  const made = new Map<unknown, Map<string, Response>>();
  const none = {};

  /** A platform that documents no 401 but a 403 says 403 to a bad key, too. */
  function statusOf(state: AuthState): number {
    const usual = stateWords[state].status;
    return own[state]?.status ?? (usual === 401 && !common.get(401) && common.get(403) ? 403 : usual);
  }

  /** The operation's own answer, else the document's usual one; the first that has a body to show, if one has. */
  function described(responses: Responses, status: number): Record<string, unknown> | undefined {
    const own = [responses[String(status)], responses[`${String(status)[0]}XX`], responses['default']];
    const candidates = [...own, common.get(status)].filter((response) => response !== undefined);
    return candidates.find((response) => Object.keys(response['content'] ?? {}).length > 0) ?? candidates[0];
  }

  /** Operations that share a response share what is made of it. */
  function responseFor(response: Record<string, unknown> | undefined, status: number, states: readonly AuthState[]): Response {
    const key = response ?? none;
    const known = made.get(key) ?? new Map<string, Response>();
    made.set(key, known);
    const name = `${status} ${states.join(' ')}`;
    const found = known.get(name) ?? withExamples(response ?? {}, status, states);
    known.set(name, found);
    return found;
  }

  function withExamples(response: Record<string, unknown>, status: number, states: readonly AuthState[]): Response {
    const content: Record<string, Record<string, unknown>> = {};
    for (const [type, media] of Object.entries(response['content'] ?? {})) {
      content[type] = { ...followRecord(document, media) };
    }
    for (const state of states) {
      const { mediaType, value } = bodyFor(response, status, state);
      const media = (content[mediaType] ??= {});
      const example: Example = { value, 'x-fill': { headers: headersFor(status) } };
      media['examples'] = { ...(media['examples'] as object | undefined), [state]: example };
    }
    return { ...response, description: textOr(response['description'], stateWords[states[0] ?? 'missing_key'].title), content };
  }

  function bodyFor(response: Record<string, unknown>, status: number, state: AuthState): { mediaType: string; value: unknown } {
    const { title, detail, likely } = stateWords[state];
    const wanted: OwnFailure = own[state] ?? {};
    const words = { message: detail, code: state, status };
    const shown = shownBody(document, response, likely, words, wanted.example);
    if (wanted.body !== undefined) return { mediaType: shown?.mediaType ?? 'application/json', value: wanted.body };
    if (shown) return shown;
    const problem = { type: `urn:chaveiro:problem:${state}`, title, status, detail, code: state };
    return { mediaType: 'application/problem+json', value: problem };
  }

  function headersFor(status: number): Record<string, string> {
    if (status === 429) return { 'retry-after': '{remainingSeconds}' };
    return status === 401 ? { 'www-authenticate': challenge } : {};
  }

  function isDocumented(state: AuthState): boolean {
    const { likely, detail } = stateWords[state];
    const response = common.get(statusOf(state));
    return (
      response !== undefined &&
      shownBody(document, response, likely, { message: detail, code: state, status: 0 })?.documented === true
    );
  }

  return {
    of: (states) =>
      Object.fromEntries(
        states.map((state) => [
          state,
          {
            status: statusOf(state),
            example: state,
            evidence: own[state]?.evidence ?? (own[state] || isDocumented(state) ? 'documented' : 'inferred'),
            source: own[state]?.source ?? source,
          },
        ]),
      ),
    addTo(responses, states) {
      const added: Record<string, Response> = { ...(responses as Record<string, unknown> as Record<string, Response>) };
      for (const status of new Set(states.map(statusOf))) {
        const alike = states.filter((state) => statusOf(state) === status);
        added[String(status)] = responseFor(described(responses, status), status, alike);
      }
      return added;
    },
  };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
