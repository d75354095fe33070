/**
 * What a person chose is seen at once, and taken back where it was refused: it may take a while until the new value comes, and
 * meanwhile the old one must not seem to be chosen again.
 */
import { useEffect, useState } from 'preact/hooks';

/** Does what a choice is for; a promise says whether it was done. */
export type Choose<T> = (this: void, value: T) => void | Promise<boolean>;

/** @returns the value to show, and what to call with another one. */
export function useChosen<T>(value: T, onValue: Choose<T>): readonly [shown: T, choose: (next: T) => void] {
  const [chosen, setChosen] = useState<{ readonly value: T }>();
  useEffect(() => setChosen(undefined), [value]);
  const choose = (next: T) => {
    const doing = onValue(next);
    if (!doing) return;
    setChosen({ value: next });
    void doing.then((done) => {
      if (!done) setChosen(undefined);
    });
  };
  return [chosen ? chosen.value : value, choose];
}
