/** How long runs tell what they do, and what came out. */
import { table } from '../bench/report/table.ts';

export interface Finding {
  /** What was shown, in one line. */
  readonly claim: string;
  readonly holds: boolean;
  /** Figures, seeds included. */
  readonly figures: string;
  /** What a person needs to see it fail. */
  readonly explanation?: string;
}

/** A line that is written over on a terminal, and now and then a new one elsewhere. */
export function progress(what: string, of: number): (done: number) => void {
  const began = performance.now();
  let told = began;
  return (done) => {
    const now = performance.now();
    const every = process.stderr.isTTY ? 200 : 15_000;
    if (done < of && now - told < every) return;
    told = now;
    const rate = Math.round((done / (now - began)) * 1000);
    const line = `${what}: ${done} of ${of}, ${rate} a second`;
    process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K${done >= of ? '\n' : ''}` : `${line}\n`);
  };
}

/** The findings as a page. */
export function pageOf(findings: readonly Finding[], conditions: string): string {
  return [
    '# What the mock was held to',
    '',
    `${conditions} Run it with \`npm run build && npm run prove\`; a part by its name.`,
    '',
    table(
      ['claim', 'holds', 'figures'],
      findings.map(({ claim, holds, figures }) => [claim, holds ? 'yes' : '**no**', figures]),
    ),
    ...findings.flatMap(({ explanation }) => (explanation ? ['', '```', explanation, '```'] : [])),
    '',
  ].join('\n');
}
