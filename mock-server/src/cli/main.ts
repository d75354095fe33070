/** `chaveiro`: the command line. */
import { Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { completionCommand } from './completion/index.ts';
import { CliError, EXIT, EXIT_CODES_HELP } from './exit.ts';
import { keysCommand } from './keys/index.ts';
import { logsCommand } from './logs/index.ts';
import { matrixCommand } from './matrix/index.ts';
import { mockCommand } from './mock-command.ts';
import { scenarioCommand } from './scenario-command.ts';
import { seedCommand } from './seed-command.ts';

const EXAMPLES = `
Examples:
  $ chaveiro mock                                    start the mock on http://localhost:4010
  $ chaveiro keys disable key_pingback_active        the next request is refused
  $ chaveiro logs --follow                           see why
  $ chaveiro seed seed.yaml                          accounts, keys and scenarios from a file
  $ chaveiro matrix --verify http://localhost:4010   check a server, cell by cell`;

/** @returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  // `chaveiro matrix | head` ends when head has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed));
  try {
    await createProgram().parseAsync(argv, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    console.error(error instanceof Error ? error.message : error);
    return error instanceof CliError ? error.exitCode : EXIT.failed;
  }
}

export function createProgram(): Command {
  const program = new Command('chaveiro')
    .description('A stateful mock of Pingback, RD Station and Zenvio that knows what every API key is.')
    .version(version)
    .addCommand(mockCommand())
    .addCommand(keysCommand())
    .addCommand(scenarioCommand())
    .addCommand(seedCommand())
    .addCommand(logsCommand())
    .addCommand(matrixCommand())
    .addCommand(completionCommand())
    .addHelpText('after', EXAMPLES + '\n' + EXIT_CODES_HELP);
  throwInsteadOfExiting(program);
  return program;
}

function throwInsteadOfExiting(command: Command): void {
  command.exitOverride();
  command.commands.forEach(throwInsteadOfExiting);
}
