/** What a fault does, in a few words. */
import type { Schemas } from '../api/client.ts';
import { t } from '../i18n/index.ts';

export function effectText(effect: Schemas['MockFaultEffect']): string {
  const words = t().controls.faults.effects;
  switch (effect.kind) {
    case 'status':
      return words.statusOf(String(effect.status));
    case 'latency':
      return words.latencyOf(duration(effect.delay), effect.jitter === undefined ? '' : duration(effect.jitter));
    case 'html':
      return words.htmlOf(String(effect.status ?? 502));
    case 'content_type':
      return words.contentTypeOf(effect.contentType);
    default:
      return words[effect.kind];
  }
}

export function duration(value: string | number): string {
  return typeof value === 'number' ? `${value} ms` : value;
}
