/** `chaveiro keys plan`: shows or changes an account's plan, and what that did to its keys. */
import type { components } from '@chaveiro/openapi/types';
import { Command } from 'commander';
import { colours, printJson } from '../screen.ts';
import { openDashboard, withDashboard, type KeysFlags } from './accounts.ts';
import { keyTable } from './list.ts';

type Account = components['schemas']['ConsoleAccount'];

export function planCommand(): Command {
  return withDashboard(new Command('plan'))
    .description('Show the plan of an account, or move it to another one; a downgrade does to its keys what the platform does.')
    .argument('<account>', 'id of the account')
    .argument('[plan]', 'the new plan')
    .addHelpText('after', '\nExamples:\n  $ chaveiro keys plan acc_pingback_pro\n  $ chaveiro keys plan acc_pingback_pro free')
    .action(async (accountId: string, plan: string | undefined, flags: KeysFlags) => {
      const dashboard = openDashboard(flags);
      const path = `/accounts/${encodeURIComponent(accountId)}`;
      const account = await (plan === undefined
        ? dashboard.ask<Account>('GET', path)
        : dashboard.ask<Account>('PATCH', path, { plan }));
      const keys = await dashboard.keysOf(accountId);
      if (flags.json) return printJson({ account, keys });
      const plans = account.plans.map(({ name, apiAccess }) => (apiAccess ? name : `${name} (no API)`)).join(', ');
      console.log(`${account.name} (${account.id}) is on ${colours.bold(account.plan)}. Plans: ${plans}.`);
      if (keys.length > 0) console.log(`\n${keyTable(keys, [account])}`);
    });
}
