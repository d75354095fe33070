/** What a part of a page shows of the mock, loaded again after every change. */
import { useEffect, useState } from 'preact/hooks';
import { changed, controlToken, revision, role, session } from './world.ts';
import { Refusal } from './refusal.ts';

export interface Resource<T> {
  /** The last answer; stays while the next one is awaited, and goes when something else is asked for. */
  readonly data: T | undefined;
  readonly refusal: Refusal | undefined;
  readonly loading: boolean;
}

/**
 * Loads when first shown, when the session, the person or the token is another one, and after {@link changed}.
 * @param key says what is asked for; another key forgets the answer
 */
export function useResource<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const subject = [key, session.value, role.value, controlToken.value].join(' ');
  const [state, setState] = useState<Resource<T> & { readonly subject: string }>({ subject, ...NOTHING });
  const tick = revision.value;

  useEffect(() => {
    const controller = new AbortController();
    setState((before) => ({ ...(before.subject === subject ? before : { ...NOTHING, subject }), loading: true }));
    load(controller.signal).then(
      (data) => {
        if (!controller.signal.aborted) setState({ subject, data, refusal: undefined, loading: false });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const refusal = asRefusal(error);
        // While nobody answers, what was there is better than nothing; the page says so at its top.
        setState((before) => ({
          subject,
          data: refusal.code === 'unreachable' ? before.data : undefined,
          refusal: refusal.code === 'unreachable' && before.data !== undefined ? undefined : refusal,
          loading: false,
        }));
      },
    );
    return () => controller.abort();
  }, [subject, tick]);

  return state.subject === subject ? state : { ...NOTHING, loading: true };
}

const NOTHING = { data: undefined, refusal: undefined, loading: false };

function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal('unknown', 0, String(error));
}

/** Runs a command and shows what it changed. @throws {Refusal} */
export async function command<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } finally {
    changed();
  }
}
