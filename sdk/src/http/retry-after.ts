const SECONDS = /^\d+(\.\d+)?$/;
const DATE = / GMT$/;

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
 * @param now the present, in milliseconds since 1970
 */
export function retryAfter(headers: Headers, body: unknown, now: number): number | undefined {
  const { remaining_time, retryAfterSec } = (body ?? {}) as Readonly<Record<string, string | number | undefined>>;
  for (const said of [headers.get('retry-after'), headers.get('retry-after-quotas'), remaining_time, retryAfterSec]) {
    const text = String(said);
    if (SECONDS.test(text)) return Math.ceil(Number(text) * 1000);
    if (DATE.test(text)) return Math.max(0, Date.parse(text) - now) || 0;
  }
  return undefined;
}
