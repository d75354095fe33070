/** `chaveiro completion`: prints a script that teaches a shell the commands and options. */
import { Argument, Command } from 'commander';
import { printJson } from '../screen.ts';
import { scripts, SHELLS, type Shell } from './scripts.ts';
import { placesOf } from './tree.ts';

export function completionCommand(): Command {
  return new Command('completion')
    .description('Print a completion script for your shell.')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .option('--json', 'print what the script is made from instead')
    .addHelpText(
      'after',
      '\nExamples:\n  $ source <(chaveiro completion bash)\n  $ source <(chaveiro completion zsh)\n  $ chaveiro completion fish | source',
    )
    .action((shell: Shell, flags: { json?: boolean }, command: Command) => {
      const places = placesOf(command.parent ?? command);
      if (flags.json) printJson(places);
      else process.stdout.write(scripts[shell](places));
    });
}
