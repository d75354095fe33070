/** The commands as completion scripts need them: what may come next at each place. */
import type { Command } from 'commander';

export interface Place {
  /** Words after the program's name: `keys list`; empty at the top. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly {
    /** Every spelling: `--follow`, `-f`. */
    readonly flags: readonly string[];
    readonly description: string;
    readonly takesValue: boolean;
  }[];
  /** Fixed values of its first argument, as in `completion bash`. */
  readonly choices: readonly string[];
}

/** Every command with its options, parents first. */
export function placesOf(command: Command, path: readonly string[] = []): Place[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const place: Place = {
    path: path.join(' '),
    commands: commands.map((each) => ({ name: each.name(), description: firstSentence(each.description()) })),
    options: help.visibleOptions(command).map(({ short, long, description, required, optional }) => ({
      flags: [long, short].filter((flag) => flag !== undefined && flag !== null),
      description: firstSentence(description),
      takesValue: required || optional,
    })),
    choices: command.registeredArguments[0]?.argChoices ?? [],
  };
  const below = commands.filter((each) => each.name() !== 'help');
  return [place, ...below.flatMap((each) => placesOf(each, [...path, each.name()]))];
}

function firstSentence(text: string): string {
  return (/^.*?[.;:](?=\s|$)/.exec(text)?.[0] ?? text).replace(/[.;:]$/, '');
}
