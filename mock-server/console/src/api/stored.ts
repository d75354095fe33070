/** A signal that remembers its value, where the browser lets it. */
import { signal, type Signal } from '@preact/signals';

/** @param storage `localStorage` for what is to last, `sessionStorage` for what goes with the tab. */
export function stored<T extends string>(storage: Storage, name: string, initial: T): Signal<T> {
  const value = signal<T>((read(storage, name) as T | null) ?? initial);
  value.subscribe((now) => write(storage, name, now));
  return value;
}

function read(storage: Storage, name: string): string | null {
  try {
    return storage.getItem(name);
  } catch {
    return null;
  }
}

/** A browser that keeps nothing forgets; nothing else is lost. */
function write(storage: Storage, name: string, value: string): void {
  try {
    storage.setItem(name, value);
  } catch {
    return;
  }
}
