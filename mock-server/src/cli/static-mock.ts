/** `chaveiro mock --static`: Prism alone, behind the mock's own listener. */
import type { DocumentOptions } from '../own-document/set-up.ts';
import type { StaticMock } from '../prism/static.ts';
import { colours as pc } from './screen.ts';

export async function startStatic(options: DocumentOptions, seed: number): Promise<StaticMock> {
  const { setUp } = await import('../own-document/set-up.ts');
  const { createStaticMock } = await import('../prism/static.ts');
  return createStaticMock(setUp({ ...options, responder: 'none' }).document, { seed });
}

export function staticBanner(url: string): string {
  return [
    `${pc.bold('Chaveiro')} static mock ready at ${pc.cyan(url)}`,
    '',
    'Prism answers from the examples and schemas of the document. There are no keys: any credential will do.',
    `Choose an answer with ${pc.bold('Prefer: code=404')}, ${pc.bold('Prefer: example=name')} or ${pc.bold('Prefer: dynamic=true')}.`,
    pc.dim('Stop with Ctrl-C.'),
  ].join('\n');
}
