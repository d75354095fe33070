/** The decision about a key, drawn step by step: what was passed, who refused, and what was not reached any more. */
import type { Schemas } from '../../api/client.ts';
import { Icon, type IconName } from '../../components/icon.tsx';
import { t } from '../../i18n/index.ts';
import { EvidenceMark } from './evidence-mark.tsx';
import { stepDetail } from './step-detail.tsx';

type Step = Schemas['MockStep'];
type Outcome = Step['outcome'] | 'unreached';

/** The order of the pipeline, for what a refusal left out. */
const ORDER = [
  'locate',
  'identify',
  'deleted',
  'disabled',
  'expired',
  'plan',
  'product',
  'endpoint',
  'scope',
  'rate_limit',
  'request',
  'instance',
];
const ICONS: Readonly<Record<Outcome, IconName>> = { passed: 'check', refused: 'close', skipped: 'skip', unreached: 'more' };

export function Trace({ steps }: { readonly steps: readonly Step[] }) {
  const words = t().requests.trace;
  if (steps.length === 0) return <p class="muted small">{words.none}</p>;
  const unreached = left(steps);
  return (
    <ol class="trace">
      {steps.map((step) => (
        <li key={step.step} class={`step step-${step.outcome}`}>
          <Mark outcome={step.outcome} />
          <div class="step-text">
            <p class="step-name">
              {stepName(step.step)}
              <span class="step-outcome">{words.outcomes[step.outcome]}</span>
            </p>
            {step.detail !== null && <p class="step-detail">{stepDetail(step.detail)}</p>}
            <p class="step-rule small">
              {step.rule !== null && <code class="muted">{step.rule}</code>}
              <EvidenceMark evidence={step.evidence} source={step.source} />
            </p>
          </div>
        </li>
      ))}
      {unreached.length > 0 && (
        <li class="step step-unreached">
          <Mark outcome="unreached" />
          <div class="step-text">
            <p class="step-name">
              {words.unreached}
              <span class="step-outcome">{unreached.map(stepName).join(' · ')}</span>
            </p>
          </div>
        </li>
      )}
    </ol>
  );
}

export function stepName(step: string): string {
  const names: Readonly<Record<string, string>> = t().requests.trace.steps;
  return names[step] ?? step;
}

function Mark({ outcome }: { readonly outcome: Outcome }) {
  return (
    <span class="step-mark">
      <Icon name={ICONS[outcome]} size={14} />
    </span>
  );
}

/** Only where the whole pipeline would have been gone through. */
function left(steps: readonly Step[]): readonly string[] {
  const last = steps.at(-1);
  if (steps[0]?.step !== 'locate' || last?.outcome !== 'refused') return [];
  return ORDER.slice(ORDER.indexOf(last.step) + 1);
}
