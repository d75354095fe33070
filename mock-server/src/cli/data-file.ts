/** `--data`: opens the file, and says what was in it. */
import type { FileStore, Recovered } from '../durable.ts';
import { colours } from './screen.ts';

/** @throws {DataFileError} for a file that cannot be used. */
export async function openData(file: string): Promise<FileStore> {
  // Only here: a mock without a file starts without SQLite.
  const { openStore } = await import('../durable.ts');
  return openStore(file);
}

export function dataReport({ file, recovered }: FileStore): string {
  return `Data file ${colours.cyan(file)}: ${recovered.isNew ? 'new. Its secrets can be read with it alone: keep it as you keep them.' : found(recovered)}`;
}

function found({ sessions, accounts, keys, requests, migratedFrom, cutOff }: Recovered): string {
  const parts = [counted(sessions, 'session'), counted(accounts, 'account'), counted(keys, 'key'), counted(requests, 'request')];
  return [
    `recovered ${parts.join(', ')}.`,
    ...(migratedFrom === null ? [] : [`Its format was number ${migratedFrom} and is now this version's.`]),
    ...(cutOff ? ['The mock before was cut off; whatever it had answered is here.'] : []),
  ].join(' ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
