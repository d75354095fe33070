/** Fenced code blocks of a Markdown file, in order. */
import { readFileSync } from 'node:fs';

export interface Snippet {
  readonly language: string;
  readonly code: string;
  /** The nearest heading above. */
  readonly heading: string;
}

export function snippetsOf(file: string): Snippet[] {
  const snippets: Snippet[] = [];
  let heading = '';
  let open: { language: string; lines: string[] } | undefined;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const fence = /^```(\w*)/.exec(line);
    if (open && fence) {
      snippets.push({ language: open.language, code: open.lines.join('\n'), heading });
      open = undefined;
    } else if (open) open.lines.push(line);
    else if (fence) open = { language: fence[1] ?? '', lines: [] };
    else heading = /^#+ (.*)/.exec(line)?.[1] ?? heading;
  }
  return snippets;
}
