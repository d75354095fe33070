/** `chaveiro keys list`: what the key screens show. */
import { Command } from 'commander';
import { colours, printJson, table } from '../screen.ts';
import { openDashboard, withDashboard, type KeysFlags, type ShownAccount, type ShownKey } from './accounts.ts';

interface Flags extends KeysFlags {
  readonly platform?: string;
}

export function listCommand(): Command {
  return withDashboard(new Command('list'))
    .description('List keys: of one account, or of all. Secrets are masked.')
    .argument('[account]', 'id of the account')
    .option('--platform <platform>', 'only accounts of this platform')
    .addHelpText(
      'after',
      '\nExamples:\n  $ chaveiro keys list\n  $ chaveiro keys list acc_zenvio_demo\n  $ chaveiro keys list --platform pingback --json',
    )
    .action(async (accountId: string | undefined, flags: Flags) => {
      const dashboard = openDashboard(flags);
      const all = await dashboard.accounts();
      const shown = all.filter(
        ({ id, platform }) => (accountId === undefined || id === accountId) && [undefined, platform].includes(flags.platform),
      );
      // An unknown account is asked for all the same: the console words the refusal.
      const ids = shown.length === 0 && accountId !== undefined ? [accountId] : shown.map(({ id }) => id);
      const items: ShownKey[] = [];
      for (const id of ids) items.push(...(await dashboard.keysOf(id)));
      if (flags.json) printJson({ items, total: items.length });
      else console.log(items.length === 0 ? 'No keys.' : keyTable(items, all));
    });
}

export function keyTable(keys: readonly ShownKey[], accounts: readonly ShownAccount[] = []): string {
  const planOf = new Map(accounts.map(({ id, plan }) => [id, plan]));
  return table(
    ['ACCOUNT', 'PLAN', 'KEY', 'NAME', 'STATUS', 'SECRET', 'MAY', 'REQUESTS'],
    keys.map((key) => [
      key.accountId,
      planOf.get(key.accountId) ?? '',
      key.id,
      key.name,
      key.status === 'active'
        ? colours.green('active')
        : colours.yellow(key.disabledReason === 'plan_downgraded' ? 'disabled (plan)' : 'disabled'),
      key.masked,
      [...key.scopes, ...(key.instances ?? [])].join(' ') || 'everything',
      String(key.requestCount),
    ]),
  );
}
