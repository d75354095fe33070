import { ChaveiroError } from '../errors/chaveiro-error.ts';
import type { Hooks, RequestEvent } from '../http/hooks.ts';

/** What would break a line, or colour a terminal: texts of a platform stand in the log. */

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * Hooks that write one line an event: what is sent where, what came back after how long, what is refused and sent again.
 *
 * There is no key in a line: those in a URL show as `••••`, and neither headers nor bodies are written. URLs and messages
 * hold what they are about, such as the e-mail of a contact.
 *
 * ```ts
 * const rd = new RDStation({ hooks: debugLog() });
 * // [chaveiro] rdstation createConversion #1 → POST https://api.rd.services/platform/conversions?api_key=••••
 * // [chaveiro] rdstation createConversion #1 ← 200 in 84 ms
 * ```
 *
 * @param write takes a line; `console.debug` by default
 */
export function debugLog(write: (line: string) => void = (line) => globalThis.console?.debug(line)): Hooks {
  const line = (of: Pick<RequestEvent, 'platform' | 'operationId'> & { attempt?: number }, text: string): void =>
    write(`[chaveiro] ${of.platform} ${of.operationId}${of.attempt ? ` #${of.attempt}` : ''} ${text}`.replace(CONTROL, ' '));
  return {
    request: (event) => line(event, `→ ${event.method} ${event.url}`),
    response({ request, duration, status, requestId, error }) {
      // The reason of an abort is the caller's own: what it holds is not known.
      const what = status ?? (error instanceof ChaveiroError ? `${error.code}: ${error.message}` : 'aborted');
      line(request, `← ${what} in ${Math.round(duration)} ms${requestId ? `, request ${requestId}` : ''}`);
    },
    refusal: ({ request, error }) => line(request, `refused, ${error.code}: ${error.message}`),
    retry: ({ request, error, delay }) => line(request, `again in ${Math.round(delay)} ms, because of ${error.code}`),
    drift: (event) =>
      line(
        event,
        `drift of ${event.part}: ${event.drift.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`).join('; ')}`,
      ),
  };
}
