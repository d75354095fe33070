/** `chaveiro mock`: runs the server until Ctrl-C. */
import { Command, InvalidArgumentError } from 'commander';
import { createMock } from '../mock.ts';
import { serveMock } from '../transports/http/serve.ts';
import { banner } from './banner.ts';

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly rateLimits: boolean;
  readonly allowHost: string[];
}

export function mockCommand(): Command {
  return new Command('mock')
    .description('Start the mock server on this machine.')
    .option('-p, --port <number>', 'port to listen on; 0 takes a free one', integerBetween(0, 65_535), 4010)
    .option('--host <address>', 'address to listen on; anything but loopback lets other machines in', '127.0.0.1')
    .option('--allow-host <name...>', 'host names besides localhost that requests may be for', [])
    .option('--seed <number>', 'ids and generated keys follow from it', integerBetween(0, 2 ** 31 - 1), 1)
    .option('--rate-limits', "count the platforms' rate limits", false)
    .addHelpText('after', '\nExamples:\n  $ chaveiro mock\n  $ chaveiro mock --port 0 --seed 42\n  $ chaveiro mock --rate-limits')
    .action(async (flags: Flags) => {
      const mock = createMock({ seed: flags.seed, rateLimits: flags.rateLimits ? 'on' : 'off' });
      const running = await serveMock(mock, { port: flags.port, host: flags.host, allowedHosts: flags.allowHost });
      console.log(banner(mock, running.url));
      await interrupted();
      await running.close();
      console.log('\nThe mock has stopped.');
    });
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function integerBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}
