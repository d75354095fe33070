/** One request taken apart: what it was, who refused it and why, both bodies, and how to send it again. */
import { useEffect, useRef } from 'preact/hooks';
import { ask, client, type Schemas } from '../../api/client.ts';
import { useResource } from '../../api/use-resource.ts';
import { about } from '../../api/world.ts';
import { href } from '../../app/router.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Badge, Callout, EmptyState, Loading, Refused } from '../../components/parts.tsx';
import { dateTime, number } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { CodeSamples } from './code-samples.tsx';
import { decisionName, toneOf } from '../../calls/decision-name.ts';
import { EvidenceMark } from './evidence-mark.tsx';
import { stepDetail } from './step-detail.tsx';
import { stepName, Trace } from './trace.tsx';

type Decision = Schemas['MockDecision'];

export function RequestDetail({ id, backTo }: { readonly id: string; readonly backTo: string }) {
  const words = t().requests;
  const heading = useRef<HTMLHeadingElement>(null);
  const found = useResource(`decision ${id}`, (signal) =>
    ask(client.GET('/__mock/decisions/{requestId}', { params: { path: { requestId: id } }, signal })),
  );
  useEffect(() => heading.current?.focus(), []);
  const { data, refusal } = found;
  return (
    <section class="detail" aria-label={words.detail.title}>
      <header class="detail-head">
        <h2 ref={heading} tabIndex={-1} class="detail-title mono">
          {data ? `${data.method} ${data.path}` : id}
        </h2>
        <a class="button button-quiet detail-close" href={backTo}>
          <Icon name="close" />
          <span>{t().action.close}</span>
        </a>
      </header>
      {!data && !refusal && <Loading />}
      {refusal &&
        (refusal.status === 404 ? (
          <EmptyState icon="info" title={words.detail.gone}>
            {words.detail.goneText}
          </EmptyState>
        ) : (
          <Refused refusal={refusal} />
        ))}
      {data && <Details decision={data} />}
    </section>
  );
}

function Details({ decision }: { readonly decision: Decision }) {
  const words = t().requests.detail;
  const { status, decision: code, evidence, source, steps, violations = [] } = decision;
  return (
    <>
      <div class="detail-verdict">
        <Badge tone={toneOf(status)}>{status}</Badge>
        <strong>{decisionName(code)}</strong>
        <code class="muted">{code}</code>
        <EvidenceMark evidence={evidence} source={source} />
      </div>
      <Why decision={decision} />
      {violations.length > 0 && (
        <Callout tone="warning" title={words.violations}>
          <ul>
            {violations.map(({ side, place, message }) => (
              <li key={`${side} ${place} ${message}`}>
                {words.sides[side]} <code>{place}</code> <span lang="en">{message}</span>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <div>
        <h3>{words.trace}</h3>
        <Trace steps={steps} />
      </div>
      <Facts decision={decision} />
      <Body title={words.request} body={decision.requestBody} none={words.noBody} />
      <Body title={words.answer} body={decision.responseBody} none={words.noBody} />
      <CodeSamples request={decision} />
    </>
  );
}

/** The one sentence that somebody came for. */
function Why({ decision }: { readonly decision: Decision }) {
  const words = t().requests.detail;
  const refused = decision.steps.find(({ outcome }) => outcome === 'refused');
  if (decision.faults.length > 0)
    return (
      <Callout tone="warning" title={words.byFault}>
        <p>
          {words.byFaultText} <code>{decision.faults.join(', ')}</code>{' '}
          <a href={href(['controls', 'faults'])}>{words.toFaults}</a>
        </p>
      </Callout>
    );
  if (!refused) return null;
  return (
    <Callout tone="danger" title={words.refusedBy(stepName(refused.step))}>
      {refused.detail !== null && <p>{stepDetail(refused.detail)}</p>}
    </Callout>
  );
}

function Facts({ decision }: { readonly decision: Decision }) {
  const words = t().requests.facts;
  const { requestId, at, operationId, platform, keyId, accountId, instanceId, userAgent, durationMs } = decision;
  const title = about.value?.platforms.find(({ id }) => id === platform)?.title ?? platform;
  const rows: readonly (readonly [string, preact.ComponentChildren])[] = [
    [words.at, <time dateTime={at}>{dateTime(at)}</time>],
    [words.platform, title],
    [words.operation, operationId && <code>{operationId}</code>],
    [
      words.account,
      accountId && platform && (
        <a href={href(['keys', platform, accountId])}>
          <code>{accountId}</code>
        </a>
      ),
    ],
    [words.key, keyId && <code>{keyId}</code>],
    [words.instance, instanceId && <code>{instanceId}</code>],
    [words.userAgent, userAgent],
    [words.duration, `${number(Math.round(durationMs * 10) / 10)} ms`],
    [
      words.id,
      <span class="fact-id">
        <code>{requestId}</code>
        <CopyButton text={() => requestId} label={words.copyId} />
      </span>,
    ],
  ];
  return (
    <dl class="facts">
      {rows
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Body({ title, body, none }: { readonly title: string; readonly body: unknown; readonly none: string }) {
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  return (
    <div>
      <h3>{title}</h3>
      {text === undefined ? <p class="muted small">{none}</p> : <CodeBlock label={title} text={text} />}
    </div>
  );
}
