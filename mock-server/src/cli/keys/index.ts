/** `chaveiro keys`: the dashboards' key screens of a running mock, from the terminal. */
import { Command } from 'commander';
import { deleteCommand, disableCommand, enableCommand, renameCommand } from './change.ts';
import { createCommand } from './create.ts';
import { listCommand } from './list.ts';
import { planCommand } from './plan.ts';
import { revealCommand } from './reveal.ts';

export function keysCommand(): Command {
  return new Command('keys')
    .description('List and change the keys of a running mock, under the rules of each platform.')
    .addCommand(listCommand())
    .addCommand(createCommand())
    .addCommand(disableCommand())
    .addCommand(enableCommand())
    .addCommand(deleteCommand())
    .addCommand(renameCommand())
    .addCommand(revealCommand())
    .addCommand(planCommand());
}
