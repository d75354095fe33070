/** Short news at the edge of the window, read out as it comes. */
import { signal } from '@preact/signals';
import { Refusal } from '../api/refusal.ts';
import { t } from '../i18n/index.ts';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import './toast.css';

interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
}

/** Bad news stays until it is dismissed. */
const SHOWN_MS = 5000;
const KEPT = 3;
const toasts = signal<readonly Toast[]>([]);
let last = 0;

export function toast(text: string, kind: Toast['kind'] = 'done'): void {
  const id = (last += 1);
  toasts.value = [...toasts.value, { id, kind, text }].slice(-KEPT);
  if (kind === 'done') setTimeout(() => dismiss(id), SHOWN_MS);
}

/** Says what the mock refused, in its own words. */
export function toastRefusal(error: unknown): void {
  if (error instanceof Refusal) toast(error.code === 'unreachable' ? t().errors.unreachable : error.message, 'failed');
  else toast(String(error), 'failed');
}

/** Runs a command and says how it ended. @returns whether it was done. */
export async function report(act: () => Promise<unknown>, done: string): Promise<boolean> {
  try {
    await act();
    toast(done);
    return true;
  } catch (error) {
    toastRefusal(error);
    return false;
  }
}

function dismiss(id: number): void {
  toasts.value = toasts.value.filter((one) => one.id !== id);
}

/** Once, in the frame of the app: what is to be read out has to be in a region that was there before. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, kind, text }) => (
        <div key={id} class={`toast toast-${kind}`}>
          <Icon name={kind === 'done' ? 'check' : 'warning'} />
          <span>{text}</span>
          <IconButton icon="close" label={t().action.dismiss} onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
