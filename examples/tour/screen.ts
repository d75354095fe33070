/** Where the tour writes: colours and bars on a terminal, plain lines in a file or a pipe. */
import type { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import pc from 'picocolors';

export interface Screen {
  readonly colors: ReturnType<typeof pc.createColors>;
  /** Columns to write in: 80 to 120. */
  readonly width: number;
  line(this: void, text?: string): void;
  heading(this: void, text: string): void;
  /** Work of many steps: a bar on a terminal; elsewhere a line for every hundred, and the last. */
  count<T>(this: void, label: string, total: number, work: (step: () => void) => Promise<T>): Promise<T>;
  /** Says what is being waited for, with the seconds, unless it is over within one. */
  wait<T>(this: void, label: string, work: Promise<T>): Promise<T>;
}

/** A stream that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

const PLAIN_WIDTH = 120;
const SECOND = 1000;

export function createScreen(output: Output = process.stdout): Screen {
  const tty = output.isTTY === true;
  const colors = pc.createColors(tty && pc.isColorSupported);
  const width = Math.min(120, Math.max(80, output.columns ?? PLAIN_WIDTH));
  const line = (text = ''): void => void output.write(`${text}\n`);
  return {
    colors,
    width,
    line,
    heading(text) {
      line();
      line(colors.bold(text));
    },
    count: (label, total, work) => (tty ? bar(output, label, total, work) : hundreds(line, label, total, work)),
    wait: (label, work) => (tty ? ticking(output, label, work) : announced(line, label, work)),
  };
}

async function bar<T>(output: Output, label: string, total: number, work: (step: () => void) => Promise<T>): Promise<T> {
  const shown = new SingleBar({
    stream: output,
    format: `  ${label.padEnd(22)} {bar} {value} of {total}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
  });
  shown.start(total, 0);
  try {
    return await work(() => shown.increment());
  } finally {
    // Also when interrupted: it hides the cursor.
    shown.stop();
  }
}

function hundreds<T>(line: Screen['line'], label: string, total: number, work: (step: () => void) => Promise<T>): Promise<T> {
  let done = 0;
  return work(() => {
    done += 1;
    if (done === total || done % 100 === 0) line(`  ${label}: ${done} of ${total}`);
  });
}

async function ticking<T>(output: Output, label: string, work: Promise<T>): Promise<T> {
  const started = performance.now();
  const tick = (): void => void output.write(`\r  ${label} … ${Math.round((performance.now() - started) / SECOND)} s `);
  const timer = setInterval(tick, SECOND);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    output.write('\r\u001b[K');
  }
}

async function announced<T>(line: Screen['line'], label: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => line(`  ${label} …`), SECOND);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
