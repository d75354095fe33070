/** Says in the language of the page what Scalar has in English in every language. */
import { en } from '../../i18n/en.ts';
import { t } from '../../i18n/index.ts';
import { ptBR } from '../../i18n/pt-BR.ts';

type Word = keyof typeof en.reference.scalar;

/** By what stands there: Scalar's own English, or what was put in its place before the language changed. */
const WORDS = new Map<string, Word>(
  [en, ptBR].flatMap(({ reference: { scalar } }) => (Object.keys(scalar) as Word[]).map((word) => [scalar[word], word] as const)),
);

/** Where Scalar speaks in such words; descriptions and code are the document's. */
const SPOKEN = '.sr-only, [class~="group/copy-label"], button[class~="hover:underline"], [role="tooltip"]';

/** Translates all of them that stand in this element or below it, in text or as a name. */
export function translate(root: Element): void {
  for (const named of root.querySelectorAll('[aria-label]')) {
    const name = named.getAttribute('aria-label') ?? '';
    if (name !== inLanguage(name)) named.setAttribute('aria-label', inLanguage(name));
  }
  for (const spoken of root.matches(SPOKEN) ? [root] : root.querySelectorAll(SPOKEN)) {
    for (const text of textsIn(spoken)) if (text.data !== inLanguage(text.data)) text.data = inLanguage(text.data);
  }
}

/** The texts below it that are more than space. */
function textsIn(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(({ data }) => data.trim() !== '');
}

function inLanguage(text: string): string {
  const written = text.trim();
  const word = WORDS.get(written);
  return word === undefined ? text : text.replace(written, t().reference.scalar[word]);
}
