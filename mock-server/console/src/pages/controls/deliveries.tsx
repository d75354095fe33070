/** Each delivery with its attempts, newest first. */
import { ask, client, type Schemas } from '../../api/client.ts';
import { useResource } from '../../api/use-resource.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { Badge, Loading, Refused } from '../../components/parts.tsx';
import { dateTime, number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';

type Delivery = Schemas['MockDelivery'];

const TONES = { pending: 'info', delivered: 'good', failed: 'bad' } as const;
/** The page stays quick; the rest is in the API. */
const SHOWN = 50;

export function Deliveries() {
  const words = t().controls.webhooks.deliveries;
  const deliveries = useResource('deliveries', (signal) => ask(client.GET('/__mock/webhook-deliveries', { signal })));
  if (deliveries.refusal) return <Refused refusal={deliveries.refusal} />;
  if (!deliveries.data) return <Loading />;
  const items = [...deliveries.data.items].reverse();
  if (items.length === 0) return <p class="muted">{words.none}</p>;
  return (
    <>
      <ul class="deliveries">
        {items.slice(0, SHOWN).map((delivery) => (
          <li key={delivery.id}>
            <OneDelivery delivery={delivery} />
          </li>
        ))}
      </ul>
      {items.length > SHOWN && <p class="small muted">{words.more(number(SHOWN), number(items.length))}</p>}
    </>
  );
}

function OneDelivery({ delivery }: { readonly delivery: Delivery }) {
  const words = t().controls.webhooks.deliveries;
  const { event, url, status, attempts, nextAttemptAt, eventAt, body } = delivery;
  return (
    <details class="delivery">
      <summary>
        <Badge tone={TONES[status]}>{words.statuses[status]}</Badge> <b class="mono">{event}</b>{' '}
        <span class="muted small">
          {url} · {dateTime(eventAt)}
        </span>
      </summary>
      <div class="more-fields">
        {attempts.length === 0 && <p class="muted">{words.noAttempt}</p>}
        <ol class="attempts">
          {attempts.map(({ at, status: answer, error, durationMs }) => (
            <li key={at}>
              <time dateTime={at}>{dateTime(at)}</time>{' '}
              {answer === null ? (
                <Badge tone="bad">{error ?? words.noAnswer}</Badge>
              ) : (
                <Badge tone={answer < 300 ? 'good' : 'bad'}>{answer}</Badge>
              )}{' '}
              <span class="muted small">{number(Math.round(durationMs))} ms</span>
            </li>
          ))}
        </ol>
        {nextAttemptAt !== null && <p>{words.next(dateTime(nextAttemptAt))}</p>}
        <CodeBlock label={words.bodyOf(event)} text={JSON.stringify(body, null, 2)} />
      </div>
    </details>
  );
}
