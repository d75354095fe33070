/** The fields that belong to what goes wrong. */
import type { Submit } from '../../api/use-submit.ts';
import { Choice, TextField } from '../../components/field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { t } from '../../i18n/index.ts';
import type { FaultDraft } from './fault-draft.ts';

export interface EffectFieldsProps {
  readonly draft: FaultDraft;
  readonly change: (part: Partial<FaultDraft>) => void;
  readonly issueOf: Submit['issueOf'];
}

export function EffectFields({ draft, change, issueOf }: EffectFieldsProps) {
  const words = t().controls.faults.fields;
  const text = (name: 'status' | 'delay' | 'jitter' | 'after' | 'contentType' | 'example', hint?: string) => (
    <TextField
      key={name}
      label={words[name]}
      {...(hint !== undefined && { hint })}
      value={draft[name]}
      error={issueOf(`/effect/${name}`)}
      maxLength={200}
      onValue={(value) => change({ [name]: value })}
    />
  );
  switch (draft.kind) {
    case 'status':
      return (
        <>
          {text('status')}
          <TextField
            label={words.retryAfter}
            hint={words.retryAfterHint}
            value={draft.retryAfter}
            maxLength={50}
            onValue={(retryAfter) => change({ retryAfter })}
          />
          <TextArea
            label={words.body}
            hint={words.bodyHint}
            rows={3}
            mono
            value={draft.body}
            error={issueOf('/effect/body')}
            onValue={(body) => change({ body })}
          />
        </>
      );
    case 'latency':
      return (
        <>
          {text('delay', words.delayHint)}
          {text('jitter', words.jitterHint)}
        </>
      );
    case 'drop':
      return (
        <Choice
          label={words.when}
          value={draft.when}
          options={[
            { value: 'before', label: words.before },
            { value: 'after', label: words.afterEffect },
          ]}
          onValue={(when) => change({ when })}
        />
      );
    case 'stall':
    case 'truncate':
      return text('after', words.bytesHint);
    case 'html':
      return text('status');
    case 'content_type':
      return text('contentType');
    case 'rate_limited':
      return text('example', words.exampleHint);
    case 'malformed':
      return null;
  }
}
