import { t } from '../i18n/index.ts';

/** A decision in words; one that we have no words for as the mock calls it. */
export function decisionName(code: string): string {
  const names: Readonly<Record<string, string>> = t().requests.decisions;
  return names[code] ?? code;
}

export function toneOf(status: number): 'good' | 'warning' | 'bad' | 'info' {
  if (status < 300) return 'good';
  if (status < 400) return 'info';
  return status === 429 ? 'warning' : 'bad';
}
