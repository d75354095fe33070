/** What was played since the page was loaded, newest first. */
import { computed, signal } from '@preact/signals';
import type { Schemas } from '../../api/client.ts';
import { session } from '../../api/world.ts';

export interface Played {
  readonly id: number;
  readonly session: string;
  readonly made: Schemas['MockPlayedScenario'];
}

/** Older ones are still in the mock, and their secrets are no longer here. */
const KEPT = 5;
const all = signal<readonly Played[]>([]);
let last = 0;

/** Those of the session that is looked at. */
export const played = computed(() => all.value.filter((one) => one.session === session.value));

export function remember(...made: readonly Schemas['MockPlayedScenario'][]): void {
  const fresh = made.map((one) => ({ id: (last += 1), session: session.value, made: one }));
  all.value = [...fresh.reverse(), ...all.value].slice(0, Math.max(KEPT, fresh.length));
}

export function forget(id: number): void {
  all.value = all.value.filter((one) => one.id !== id);
}

/** A reset takes what they made with it. */
export function forgetAll(): void {
  all.value = all.value.filter((one) => one.session !== session.value);
}
