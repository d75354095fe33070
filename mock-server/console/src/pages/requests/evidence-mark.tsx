/** How sure it is that the platform does so, and where that stands. */
import type { Schemas } from '../../api/client.ts';
import { Badge } from '../../components/parts.tsx';
import { t } from '../../i18n/index.ts';

const TONES = { documented: 'good', sdk: 'info', observed: 'info', inferred: 'warning' } as const;

export function EvidenceMark({
  evidence,
  source,
}: {
  readonly evidence: Schemas['MockEvidence'];
  readonly source: string | null;
}) {
  if (!evidence) return null;
  const words = t().requests.evidence;
  return (
    <span class="evidence">
      <Badge tone={TONES[evidence]}>{words.names[evidence]}</Badge>
      {source !== null && /^https?:/.test(source) && (
        <a class="small" href={source} target="_blank" rel="noreferrer noopener">
          {words.source}
          <span class="hidden-visually"> {words.newTab(new URL(source).hostname)}</span>
        </a>
      )}
    </span>
  );
}
