/** Dates and numbers as the language writes them. */
import { language } from './index.ts';

const DAY = 86_400_000;
const STEPS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** 12 de jan. de 2026 */
export function date(iso: string): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'medium' }).format(new Date(iso));
}

/** With the time of day, to the second. */
export function dateTime(iso: string): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(iso));
}

/** The time of day alone. */
export function time(iso: string): string {
  return new Intl.DateTimeFormat(language.value, { timeStyle: 'medium', hour12: false }).format(new Date(iso));
}

export function number(value: number): string {
  return new Intl.NumberFormat(language.value).format(value);
}

/** How long before `now` something was: "3 months ago". Both on the mock's clock. */
export function ago(iso: string, now: string): string {
  const past = Date.parse(now) - Date.parse(iso);
  const format = new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' });
  for (const [unit, length] of STEPS) if (past >= length) return format.format(-Math.floor(past / length), unit);
  return format.format(0, 'second');
}

/** a, b and c */
export function list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(language.value, { type }).format(items);
}
