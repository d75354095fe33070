/** `chaveiro keys disable | enable | rename | delete`: one step of a key's life. */
import type { components } from '@chaveiro/openapi/types';
import { Command } from 'commander';
import { RefusedError } from '../connection.ts';
import { CliError } from '../exit.ts';
import { printJson } from '../screen.ts';
import { keyPath, openDashboard, withDashboard, type Dashboard, type KeysFlags, type ShownKey } from './accounts.ts';

interface Flags extends KeysFlags {
  readonly account?: string;
}

interface Change {
  readonly method: string;
  readonly body?: unknown;
}

/** Disabling, enabling and deleting differ in one request. */
function step(name: string, description: string, done: string, request: Change): Command {
  return withDashboard(new Command(name))
    .description(description)
    .argument('<key>', 'id of the key')
    .option('--account <id>', 'the account of the key; found by itself when left out')
    .addHelpText('after', `\nExample:\n  $ chaveiro keys ${name} key_pingback_active`)
    .action(async (keyId: string, flags: Flags) => {
      const dashboard = openDashboard(flags);
      const key = await dashboard.findKey(keyId, flags.account);
      const changed = await change<ShownKey | undefined>(dashboard, key, request);
      if (flags.json) printJson(changed ?? { ...key, status: 'deleted' });
      else console.log(`${done} ${key.id} "${key.name}" of ${key.accountId}. The next request sees it.`);
    });
}

export function disableCommand(): Command {
  return step('disable', 'Switch a key off, where the platform can.', 'Disabled', {
    method: 'PATCH',
    body: { status: 'disabled' },
  });
}

export function enableCommand(): Command {
  return step('enable', 'Switch a key on again.', 'Enabled', { method: 'PATCH', body: { status: 'active' } });
}

export function deleteCommand(): Command {
  return step('delete', 'Delete (revoke) a key for good, where the platform can.', 'Deleted', { method: 'DELETE' });
}

export function renameCommand(): Command {
  return withDashboard(new Command('rename'))
    .description('Give a key another name; its secret stays.')
    .argument('<key>', 'id of the key')
    .argument('<name>', 'the new name')
    .option('--account <id>', 'the account of the key; found by itself when left out')
    .addHelpText('after', '\nExample:\n  $ chaveiro keys rename key_pingback_active "Loja nova"')
    .action(async (keyId: string, name: string, flags: Flags) => {
      const dashboard = openDashboard(flags);
      const key = await dashboard.findKey(keyId, flags.account);
      const renamed = await change<ShownKey>(dashboard, key, { method: 'PATCH', body: { name } });
      if (flags.json) printJson(renamed);
      else console.log(`${key.id} was "${key.name}" and is now "${renamed.name}".`);
    });
}

/** @throws {CliError} that says what the platform can do, where it cannot do this. */
async function change<T>(dashboard: Dashboard, key: ShownKey, { method, body }: Change): Promise<T> {
  try {
    return await dashboard.ask<T>(method, keyPath(key), body);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.problem.code !== 'action_not_allowed') throw error;
    throw new CliError(`${error.message}\n${await whatElse(dashboard, key)}`, error.exitCode);
  }
}

async function whatElse(dashboard: Dashboard, { id, accountId }: ShownKey): Promise<string> {
  const path = `/accounts/${encodeURIComponent(accountId)}/key-rules`;
  const { actions } = await dashboard.ask<components['schemas']['ConsoleKeyRules']>('GET', path);
  const can = [
    ...(actions.rename ? ['rename'] : []),
    ...(actions.disable ? ['disable', 'enable'] : []),
    ...(actions.delete ? ['delete'] : []),
  ];
  return can.length === 0 ? 'Keys of this platform stay as they are.' : `It knows for ${id}: ${can.join(', ')}.`;
}
