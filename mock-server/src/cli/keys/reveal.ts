/** `chaveiro keys reveal`. */
import { Command } from 'commander';
import { printJson } from '../screen.ts';
import { keyPath, openDashboard, withDashboard, type KeysFlags } from './accounts.ts';

interface Flags extends KeysFlags {
  readonly account?: string;
}

export function revealCommand(): Command {
  return withDashboard(new Command('reveal'))
    .description('Print the secret of a key, where the platform can show it again.')
    .argument('<key>', 'id of the key')
    .option('--account <id>', 'the account of the key; found by itself when left out')
    .addHelpText('after', '\nExample:\n  $ chaveiro keys reveal key_pingback_active')
    .action(async (keyId: string, flags: Flags) => {
      const dashboard = openDashboard(flags);
      const key = await dashboard.findKey(keyId, flags.account);
      const revealed = await dashboard.ask<{ id: string; secret: string }>('POST', `${keyPath(key)}/reveal`);
      if (flags.json) printJson(revealed);
      else console.log(revealed.secret);
    });
}
