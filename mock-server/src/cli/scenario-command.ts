/** `chaveiro scenario`: lists the scenarios, or plays one on a running mock. */
import { Command } from 'commander';
import type { ScenarioEntry } from '../scenarios/index.ts';
import type { ScenarioView } from '../scenarios/view.ts';
import { connect, withConnection, type ConnectionFlags } from './connection.ts';
import { assertKnown } from './known-names.ts';
import { colours, printJson, table } from './screen.ts';
import { scenarioRows } from './seed-command.ts';

interface Flags extends ConnectionFlags {
  readonly platform?: string;
}

export function scenarioCommand(): Command {
  return withConnection(new Command('scenario'))
    .description('List the scenarios, or play one on a running mock and print its keys.')
    .argument('[name]', 'the scenario to play')
    .option('--platform <platform>', 'where to play it; or list only those of this platform')
    .addHelpText(
      'after',
      '\nExamples:\n  $ chaveiro scenario\n  $ chaveiro scenario rotation --platform zenvio\n  $ chaveiro scenario send-only --json',
    )
    .action(async (name: string | undefined, flags: Flags) => {
      const connection = connect(flags);
      if (name === undefined) {
        const { items } = await connection.ask<{ items: ScenarioEntry[] }>('GET', '/__mock/scenarios');
        if (flags.platform !== undefined)
          assertKnown(
            'platform',
            flags.platform,
            items.flatMap(({ platforms }) => platforms),
          );
        const shown = items.filter(({ platforms }) => flags.platform === undefined || platforms.includes(flags.platform));
        if (flags.json) printJson({ items: shown, total: shown.length });
        else console.log(scenarioTable(shown));
        return;
      }
      const options = flags.platform === undefined ? {} : { platform: flags.platform };
      const path = `/__mock/scenarios/${encodeURIComponent(name)}`;
      const played = await connection.ask<ScenarioView>('POST', path, { body: options });
      if (flags.json) return printJson(played);
      console.log(table(['PLATFORM', 'ACCOUNT', 'PLAN', 'KEY', 'STATUS', 'SECRET'], scenarioRows(played)));
      const users = Object.entries(played.users).map(([role, token]) => [role, token]);
      console.log(`\n${table(['ROLE', 'CONSOLE TOKEN'], users)}`);
    });
}

function scenarioTable(entries: readonly ScenarioEntry[]): string {
  const rows = entries.map(({ name, platforms, summary }) => [colours.bold(name), platforms.join(', '), summary.en]);
  return table(['SCENARIO', 'PLATFORMS', 'WHAT IT IS'], rows);
}
