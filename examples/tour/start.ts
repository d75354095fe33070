/**
 * `npm start`: builds what is needed, starts the mock, runs the tour, and leaves the mock running until Ctrl-C.
 * `npm start -- --once` ends with the tour. Exit codes: 0 every expectation held, 1 one did not or something failed,
 * 2 wrong usage, 130 interrupted during the tour.
 */
import { parseArgs } from 'node:util';
import { build, stalePackages } from './build.ts';
import { PortTakenError, startMockProcess, type MockProcess } from './mock-process.ts';
import { createScreen, type Screen } from './screen.ts';
import { suggestions } from './try-it.ts';

const INTERRUPTED = 130;
const USAGE = `Usage: npm start -- [options]

  --once          end when the tour is done, instead of leaving the mock running
  --port <number> port of the mock (default 4010); 0 takes a free one`;

interface Options {
  readonly once: boolean;
  readonly port: number;
}

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv);
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
  // As in `npm start | head`: nobody reads on.
  process.stdout.on('error', () => interruption.abort());
  try {
    return await start(options, createScreen(), interruption.signal);
  } catch (error) {
    if (interruption.signal.aborted) {
      console.error('Interrupted.');
      return INTERRUPTED;
    }
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/** @returns what is wrong, where something is */
function parseOptions(argv: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { once: { type: 'boolean' }, port: { type: 'string', default: '4010' } },
    });
    const port = Number(values.port);
    if (/^\d+$/.test(values.port) && port <= 65_535) return { once: values.once ?? false, port };
    return `--port takes a number from 0 to 65535.\n\n${USAGE}`;
  } catch (error) {
    return `${(error as Error).message}\n\n${USAGE}`;
  }
}

async function start({ once, port }: Options, screen: Screen, interrupted: AbortSignal): Promise<number> {
  screen.line(screen.colors.bold('Chaveiro: a guided tour'));
  await prepare(screen, interrupted);
  const mock = await startMock(port, screen);
  // Ctrl-C is for the mock too: without it, whatever the tour waits for fails at once.
  interrupted.addEventListener('abort', () => void mock.stop());
  try {
    interrupted.throwIfAborted();
    // Not before the build: it imports what is built.
    const { runTour } = await import('./tour.ts');
    const { expectations, requestId } = await runTour(mock.url, screen);
    if (!once) await linger(mock, requestId, screen, interrupted);
    return expectations.exitCode;
  } finally {
    await mock.stop();
  }
}

async function prepare(screen: Screen, interrupted: AbortSignal): Promise<void> {
  const stale = await stalePackages();
  if (stale.length > 0) await screen.wait(`building ${stale.join(', ')}`, build(stale, interrupted));
}

async function startMock(port: number, screen: Screen): Promise<MockProcess> {
  const { line, wait, colors } = screen;
  const mock = await wait('starting the mock', startMockProcess({ port })).catch((error: unknown) => {
    if (!(error instanceof PortTakenError)) throw error;
    line(colors.yellow(`  ${error.message} The mock takes a free one instead; choose another with --port.`));
    return startMockProcess({ port: 0 });
  });
  line(`  The mock is ready at ${colors.cyan(mock.url)} (chaveiro mock, process ${mock.pid}).`);
  return mock;
}

/** Leaves the mock to the user. */
async function linger(mock: MockProcess, requestId: string | undefined, screen: Screen, interrupted: AbortSignal): Promise<void> {
  const { line, heading, colors } = screen;
  heading('Try it: paste a line into another terminal');
  for (const { what, command } of suggestions(mock.url, requestId)) {
    line(colors.dim(`  # ${what}`));
    line(`  ${command.replaceAll('\n', '\n  ')}`);
  }
  line();
  line(`The mock keeps running at ${colors.cyan(mock.url)}. Stop it with Ctrl-C.`);
  await mock.ended;
  if (!interrupted.aborted) throw new Error('The mock has ended by itself.');
  line();
  line('The mock has stopped.');
}
