/** Why the last request that was tried was answered so; it stays in sight above Scalar's own windows. */
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Badge } from '../../components/parts.tsx';
import { t } from '../../i18n/index.ts';
import { decisionName, toneOf } from '../../calls/decision-name.ts';
import type { Answered } from './answers.ts';
import { dialogOpen, openDialog } from './dialog-open.ts';
import { consoleHref } from './links.ts';

export const lastAnswer = signal<Answered | undefined>(undefined);

export function LastAnswer() {
  const answer = lastAnswer.value;
  const words = t().reference.answer;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Scalar's dialog keeps the focus inside; there it can be reached.
    const { current } = place;
    if (answer && current) (openDialog() ?? document.body).append(current);
  }, [answer, dialogOpen.value]);
  return (
    <div ref={place} class={`last-answer${answer ? ' last-answer-given' : ''}`} role="status">
      {answer && (
        <>
          <Badge tone={toneOf(answer.status)}>{answer.status}</Badge>
          <span class="hidden-visually">{words.last(answer.method, answer.path)}</span>
          {answer.decision !== null && (
            <span>
              <span class="muted">{words.decision}:</span> <strong>{decisionName(answer.decision)}</strong>{' '}
              <code>{answer.decision}</code>
            </span>
          )}
          {answer.requestId !== null && (
            <a href={consoleHref(['requests', answer.requestId])} target="_blank" rel="opener">
              {words.open}
            </a>
          )}
        </>
      )}
    </div>
  );
}
