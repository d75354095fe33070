/** Light, dark, or as the system has it; remembered. */
import { computed, effect, signal } from '@preact/signals';
import { stored } from '../api/stored.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const theme = stored<Theme>(localStorage, 'chaveiro.theme', 'system');

export function startTheme(): void {
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
}

const systemColours = window.matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(systemColours.matches);
systemColours.addEventListener('change', () => {
  systemIsDark.value = systemColours.matches;
});

/** Whether the colours are dark now; for what cannot follow the stylesheet by itself. */
export const isDark = computed(() => (theme.value === 'system' ? systemIsDark.value : theme.value === 'dark'));
