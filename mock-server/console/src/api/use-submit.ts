/** A form that sends a command: busy while it is under way, and what was refused afterwards, field by field. */
import { useState } from 'preact/hooks';
import { issueText } from '../i18n/issue.ts';
import { Refusal } from './refusal.ts';
import { command } from './use-resource.ts';

export interface Submit<Given extends unknown[] = []> {
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  /** What is wrong with one of these fields, each a JSON pointer into the body: `/effect/status`. */
  issueOf(this: void, ...fields: readonly string[]): string | undefined;
  /** Sends it; `done` gets the answer. */
  submit(this: void, ...given: Given): void;
  /** Forgets what was refused. */
  clear(this: void): void;
}

export function useSubmit<T, Given extends unknown[] = []>(
  act: (...given: Given) => Promise<T>,
  done: (answer: T) => void,
): Submit<Given> {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const run = async (given: Given) => {
    setBusy(true);
    try {
      const answer = await command(() => act(...given));
      setRefusal(undefined);
      done(answer);
    } catch (error) {
      setRefusal(error instanceof Refusal ? error : new Refusal('unknown', 0, String(error)));
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    refusal,
    issueOf: (...fields) => {
      const message = fields.map((field) => refusal?.issueOf(field)).find((found) => found !== undefined);
      return message === undefined ? undefined : issueText(message);
    },
    submit: (...given) => void run(given),
    clear: () => setRefusal(undefined),
  };
}
