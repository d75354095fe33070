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

/** The level as a tag. The theme draws bold code so, and gives each level its colour. */
export function tag({ level }: Sureness, t: Messages): string {
  return `**\`${t.requests.evidence.names[level]}\`**`;
}

/** The tag and a link to the source. */
export function tagWithSource(sureness: Sureness, t: Messages): string {
  const link = sourceLink(sureness, t);
  return link ? `${tag(sureness, t)} ${link}` : tag(sureness, t);
}

/** All of it, in one paragraph. */
export function sentence(sureness: Sureness, t: Messages): string {
  const note = sureness.note === undefined ? '' : ` ${sureness.note.trim()}`;
  return `${tagWithSource(sureness, t)}${note}`;
}

/** The host is in the words, so that each link can be told from the others. */
function sourceLink({ source }: Sureness, t: Messages): string {
  if (source === undefined || !/^https?:\/\//.test(source)) return '';
  return `[${t.reference.document.source}: ${new URL(source).hostname}](${source.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}
