/** `chaveiro mock`: runs the server until Ctrl-C. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { milliseconds } from '../core/clock.ts';
import type { StaticMock } from '../prism/static.ts';
import { banner } from './banner.ts';
import { dataReport, openData } from './data-file.ts';
import { concludeContract, documentOptions, documentReport, withDocumentFlags, type DocumentFlags } from './document-flags.ts';
import { printJson } from './screen.ts';
import { seeded, seedReport, startMock } from './start-mock.ts';
import { startStatic, staticBanner } from './static-mock.ts';

interface Flags extends DocumentFlags {
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly rateLimits: boolean;
  readonly sessionLimit: number;
  readonly sessionIdle: string;
  readonly data?: string;
  readonly allowHost: string[];
  readonly webhookHost: string[];
  readonly controlToken?: string;
  readonly seedFile?: string;
  readonly scenario: string[];
  readonly json?: boolean;
}

export function mockCommand(): Command {
  const command = new Command('mock')
    .description('Start the mock server on this machine.')
    .option('-p, --port <number>', 'port to listen on; 0 takes a free one', integerBetween(0, 65_535), 4010)
    .option(
      '--host <address>',
      'address to listen on; anything but loopback lets other machines in, under the names of --allow-host',
      address,
      '127.0.0.1',
    )
    .option(
      '--allow-host <name...>',
      'host names and addresses besides localhost that requests may be for; any other gets 421',
      [],
    )
    .addOption(
      new Option('--control-token <token>', 'ask for this token under /__mock; needed for another address than loopback').env(
        'CHAVEIRO_CONTROL_TOKEN',
      ),
    )
    .option('--seed <number>', 'ids and generated keys follow from it', integerBetween(0, 2 ** 31 - 1), 1)
    .option('--rate-limits', "count the platforms' rate limits", false)
    .option('--session-limit <number>', 'how many sessions to keep besides the default one', integerBetween(0, 1_000_000), 1000)
    .option('--session-idle <duration>', 'drop a session that nobody uses for so long: 30s, 10m, 24h', duration, '30m')
    .option('--data <file>', 'keep everything in this file, and go on with what is in it')
    .option('--seed-file <file>', 'start with the accounts, keys and scenarios of this YAML or JSON file')
    .option('--scenario <name...>', 'start in these scenarios: outage@zenvio, send-only, …', [])
    .option('--webhook-host <name...>', 'hosts besides this machine that webhooks may go to', [])
    .option('--json', 'print JSON on standard output when ready, and nothing else');
  return withDocumentFlags(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ chaveiro mock\n  $ chaveiro mock --port 0 --seed 42\n  $ chaveiro mock --rate-limits\n  $ chaveiro mock --seed-file seed.yaml\n  $ chaveiro mock --scenario outage@zenvio rotation@pingback\n  $ chaveiro mock --data chaveiro.db\n  $ chaveiro mock --spec my-api.yaml --policy keys.yaml\n  $ chaveiro mock --static\n  $ chaveiro mock --contract',
    )
    .action(async (flags: Flags) => {
      // From here on, so that nobody who sees "ready" can be too early with a signal.
      const interrupt = interrupted();
      const documents = await documentOptions(flags);
      if (flags.static) return serveStatic(flags, await startStatic(documents, flags.seed), interrupt);
      using store = flags.data === undefined ? undefined : await openData(flags.data);
      if (store) (flags.json ? console.error : console.log)(dataReport(store));
      const mock = await startMock(flags, {
        seed: flags.seed,
        sessions: { count: flags.sessionLimit, idle: flags.sessionIdle },
        webhooks: { allowHosts: flags.webhookHost },
        ...(flags.rateLimits && { rateLimits: 'on' }),
        ...(store && { store }),
        ...documents,
      });
      const { isLoopback, serveMock } = await import('../transports/http/serve.ts');
      const running = await serveMock(mock, {
        port: flags.port,
        host: flags.host,
        allowedHosts: flags.allowHost,
        ...(flags.controlToken !== undefined && { controlToken: flags.controlToken }),
      });
      if (flags.json)
        printJson({ url: running.url, port: running.port, keys: mock.zeroSetupKeys, notices: mock.notices, ...seeded(mock) });
      else {
        const access = { exposed: !isLoopback(flags.host), hasToken: flags.controlToken !== undefined };
        console.log(banner(mock, running.url, access) + documentReport(flags, mock, running.url) + seedReport(mock));
      }
      await interrupt;
      await running.close();
      if (!flags.json) console.log('\nThe mock has stopped.');
      concludeContract(flags, mock);
    });
}

async function serveStatic(flags: Flags, mock: StaticMock, interrupt: Promise<void>): Promise<void> {
  const { serveMock } = await import('../transports/http/serve.ts');
  const running = await serveMock(mock, { port: flags.port, host: flags.host, allowedHosts: flags.allowHost });
  if (flags.json) printJson({ url: running.url, port: running.port, keys: [], notices: [] });
  else console.log(staticBanner(running.url));
  await interrupt;
  await running.close();
  if (!flags.json) console.log('\nThe mock has stopped.');
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function address(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('Give an address, such as 127.0.0.1, or leave --host out.');
}

function integerBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

function duration(text: string): string {
  try {
    milliseconds(text);
    return text;
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}
