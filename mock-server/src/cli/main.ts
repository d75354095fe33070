/** `chaveiro`: the command line. Exit codes: 0 done, 1 failed, 2 wrong usage. */
import { Command, CommanderError } from 'commander';
import { mockCommand } from './mock-command.ts';
import { version } from '../version.ts';

export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('chaveiro')
    .description('A stateful mock of Pingback, RD Station and Zenvio that knows what every API key is.')
    .version(version)
    .addCommand(mockCommand())
    .exitOverride();
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
