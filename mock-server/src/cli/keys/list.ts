/** `chaveiro keys list`: what the key screens show. */
import { Command } from 'commander';
import { CliError, EXIT } from '../exit.ts';
import { assertKnown, platformsOf } from '../known-names.ts';
import { colours, printJson, table } from '../screen.ts';
import { openDashboard, withDashboard, type Dashboard, type KeysFlags, type ShownAccount, type ShownKey } from './accounts.ts';

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
      if (flags.platform !== undefined) await assertPlatform(dashboard, flags.platform, accountId, all);
      const shown = all.filter(({ id, platform }) => id === (accountId ?? id) && platform === (flags.platform ?? platform));
      // An unknown account is asked for all the same: the console words the refusal.
      const ids = shown.length === 0 && accountId !== undefined ? [accountId] : shown.map(({ id }) => id);
      const items: ShownKey[] = [];
      for (const id of ids) items.push(...(await dashboard.keysOf(id)));
      if (flags.json) printJson({ items, total: items.length });
      else console.log(items.length === 0 ? 'No keys.' : keyTable(items, all));
    });
}

/** @throws {CliError} for a platform that there is not, or that is not the account's. */
async function assertPlatform(
  { connection }: Dashboard,
  platform: string,
  accountId: string | undefined,
  accounts: readonly ShownAccount[],
): Promise<void> {
  if (accounts.every((each) => each.platform !== platform)) assertKnown('platform', platform, await platformsOf(connection));
  const account = accounts.find(({ id }) => id === accountId);
  if (!account || account.platform === platform) return;
  throw new CliError(`${account.id} is an account of ${account.platform}, not of ${platform}. Leave --platform out.`, EXIT.usage);
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
