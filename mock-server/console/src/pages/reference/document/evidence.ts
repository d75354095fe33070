/** Evidence as a reader sees it: a tag, where it stands, and what is behind it. Markdown. */
import type { Evidence, EvidenceTag } from '@chaveiro/openapi/policy';
import type { Messages } from '../../../i18n/index.ts';

/** What `x-evidence`, `x-source` and `x-note` say, or the lines of a policy. */
export interface Sureness {
  readonly level: Evidence;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
}

export function surenessOf(tag: EvidenceTag): Sureness | undefined {
  const level = tag['x-evidence'];
  return level && { level, source: tag['x-source'], note: tag['x-note'] };
}

/** How the tag is marked up; the theme gives each its colour, for nothing but Markdown gets through. */
const MARKS = { documented: '**', sdk: '*', observed: '*', inferred: '***' } as const satisfies Record<Evidence, string>;

/** The level as a tag. */
export function tag({ level }: Pick<Sureness, 'level'>, t: Messages): string {
  const mark = MARKS[level];
  return `${mark}\`${t.requests.evidence.names[level]}\`${mark}`;
}

/** Tag, source and note. */
export function sentence(sureness: Sureness, t: Messages): string {
  return [tag(sureness, t), behind(sureness, t)].filter(Boolean).join(' ');
}

/** Source and note, for where the tag stands already. */
export function behind({ source, note }: Sureness, t: Messages): string {
  return [sourceLink(source, t), note?.trim()].filter(Boolean).join(' ');
}

/** The host is in the words, so that each link can be told from the others. */
function sourceLink(source: string | undefined, t: Messages): string {
  if (source === undefined || !/^https?:\/\//.test(source)) return '';
  return `[${t.reference.document.source}: ${new URL(source).hostname}](${source.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
