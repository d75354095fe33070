/** Light, dark, or as the system has it; remembered. */
import { effect } from '@preact/signals';
import { stored } from '../api/stored.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const theme = stored<Theme>(localStorage, 'chaveiro.theme', 'system');

export function startTheme(): void {
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
}
