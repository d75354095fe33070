/** The one rule on a conversion that no schema can say: where it came from is told in one way or the other. */
import type { Issue } from '../../document/issue.ts';

const ELSEWHERE = ['traffic_medium', 'traffic_campaign', 'traffic_value'] as const;

/** What the payloads of conversions have in common here. */
export interface TrafficFields {
  readonly traffic_source?: unknown;
  readonly traffic_medium?: unknown;
  readonly traffic_campaign?: unknown;
  readonly traffic_value?: unknown;
}

/**
 * With the cookie `__trf.src` in `traffic_source`, medium, campaign and value must be empty, since the cookie holds
 * them. The rule is documented, its answer is not (inferred).
 *
 * @param base where the payload stands in the body: `['payload']`, in a batch `[3, 'payload']`
 * @see https://developers.rdstation.com/reference/eventos-padr%C3%A3o
 */
export function trafficIssues(payload: TrafficFields, base: Issue['path']): Issue[] {
  if (!isTrackingCookie(payload.traffic_source)) return [];
  return ELSEWHERE.filter((name) => Boolean(payload[name])).map((name) => ({
    in: 'body',
    path: [...base, name],
    rule: 'other',
    message: 'must be empty when traffic_source is the __trf.src cookie',
  }));
}

/**
 * The cookie holds a JSON object, as it is or in base64 (where `{"` always gives `eyJ`), often after `encoded_`;
 * some send it with its name. A `utm_source` looks like none of these.
 */
function isTrackingCookie(source: unknown): boolean {
  return typeof source === 'string' && /^\s*(encoded_|eyJ|\{|%7B)|__trf/i.test(source);
}
