/** `chaveiro keys create`. */
import { Command } from 'commander';
import { colours, printJson } from '../screen.ts';
import { openDashboard, withDashboard, type KeysFlags, type ShownKey } from './accounts.ts';

interface Flags extends KeysFlags {
  readonly name?: string;
  readonly scope?: readonly string[];
  readonly instance?: readonly string[];
}

export function createCommand(): Command {
  return withDashboard(new Command('create'))
    .description('Create a key and print its secret.')
    .argument('<account>', 'id of the account')
    .option('--name <name>', 'where the key is used')
    .option('--scope <scope...>', 'what it may do, on platforms with scopes')
    .option('--instance <id...>', 'lock it to these instances, on platforms that can')
    .addHelpText(
      'after',
      '\nExamples:\n  $ chaveiro keys create acc_pingback_ultra --name CRM\n  $ chaveiro keys create acc_zenvio_demo --name Avisos --scope whatsapp:send --instance inst_farmacia_maria',
    )
    .action(async (accountId: string, { name, scope: scopes, instance: instances, ...flags }: Flags) => {
      const wanted = { ...(name !== undefined && { name }), ...(scopes && { scopes }), ...(instances && { instances }) };
      const dashboard = openDashboard(flags);
      const key = await dashboard.ask<ShownKey & { secret: string }>(
        'POST',
        `/accounts/${encodeURIComponent(accountId)}/api-keys`,
        wanted,
      );
      if (flags.json) return printJson(key);
      console.log(`Created ${key.id} "${key.name}" in ${key.accountId}:\n\n  ${colours.green(key.secret)}\n`);
      console.log('Copy it now: where a platform keeps only a hash, nobody can show it again.');
    });
}
