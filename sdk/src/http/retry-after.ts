const SECONDS = /^\d+(\.\d+)?$/;
const DATE = / GMT$/;
/** The longest that a timer can wait, in milliseconds: 24 days. */
const LONGEST = 2 ** 31 - 1;

/**
 * How long a platform asks to wait, in milliseconds; undefined where it does not say.
 *
 * - `Retry-After`: seconds, or a date
 * - `retry-after-quotas`: seconds, RD Station's gateway
 *   (https://github.com/ResultadosDigitais/rdstation-ruby-client, `lib/rdstation/error/formatter.rb`)
 * - `remaining_time` in the body: RD Station's limiter. Its page says milliseconds, but 43067 of a window of 86400
 *   seconds can only be seconds (https://developers.rdstation.com/reference/limite-de-requisicoes-da-api)
 * - `retryAfterSec` in the body: Zenvio's successor
 *
 * What makes no sense counts as nothing said, and what is too long for a timer as the longest that one can wait.
 *
 * @param now the present, in milliseconds since 1970; for a date the platform's own clock counts, where it tells
 */
export function retryAfter(headers: Headers, body: unknown, now: number): number | undefined {
  const { remaining_time, retryAfterSec } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const present = Date.parse(headers.get('date') ?? '') || now;
  for (const said of [headers.get('retry-after'), headers.get('retry-after-quotas'), remaining_time, retryAfterSec]) {
    const text = String(said);
    let wait = NaN;
    if (DATE.test(text)) wait = Math.max(0, Date.parse(text) - present);
    else if (typeof said === 'number' || SECONDS.test(text)) wait = Number(text) * 1000;
    if (wait >= 0) return Math.ceil(Math.min(wait, LONGEST));
  }
  return undefined;
}
