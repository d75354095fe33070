/** The words of the console, in the language of the browser or the one that was chosen. */
import { computed, effect } from '@preact/signals';
import { stored } from '../api/stored.ts';
import { en, type Messages } from './en.ts';
import { ptBR } from './pt-BR.ts';

export type { Messages } from './en.ts';
export const languages = { 'pt-BR': 'Português', en: 'English' } as const;
export type Language = keyof typeof languages;

export const language = stored<Language>(localStorage, 'chaveiro.language', preferred(navigator.languages));

const messages = computed<Messages>(() => (language.value === 'pt-BR' ? ptBR : en));

/** The words in the language of now; what calls it while drawing is drawn again when that changes. */
export function t(): Messages {
  return messages.value;
}

/** Portuguese of any country for who reads Portuguese before English. */
export function preferred(wanted: readonly string[]): Language {
  const first = wanted.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag === 'pt' || tag === 'en');
  return first === 'pt' ? 'pt-BR' : 'en';
}

export function startLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value;
  });
}
