/** What a step found, in the language of the page. The mock writes it in English, in a handful of sentences. */
import { dateTime } from '../../i18n/format.ts';
import { language } from '../../i18n/index.ts';
import { inPortuguese } from './step-sentences.ts';

const AT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** A sentence that nobody has translated is marked as English, so that it is read out as such. */
export function stepDetail(detail: string) {
  const dated = detail.replaceAll(AT, (at) => dateTime(at));
  if (language.value === 'en') return sentence(dated);
  const translated = inPortuguese(dated);
  return translated === undefined ? <span lang="en">{sentence(dated)}</span> : sentence(translated);
}

/** A word takes a capital letter, a name such as `zenvioKey` does not. */
function sentence(text: string): string {
  const begins = /^\p{Ll}+(?=[\s,;.]|$)/u.test(text) ? text.charAt(0).toUpperCase() : text.charAt(0);
  return `${begins}${text.slice(1)}.`;
}
