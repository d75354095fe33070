/** Names on the command line that there are not: an empty answer to a slip would look like a good one. */
import { didYouMean } from '@chaveiro/openapi/policy';
import type { Connection } from './connection.ts';
import { CliError, EXIT } from './exit.ts';

/** @throws {CliError} with the names that there are, or the nearest one. */
export function assertKnown(what: string, name: string, known: Iterable<string>): void {
  const names = [...new Set(known)];
  if (names.includes(name)) return;
  const guess = didYouMean(name, names) || `. Choose from: ${names.join(', ')}.`;
  throw new CliError(`There is no ${what} "${name}"${guess}`, EXIT.usage);
}

/** Those of the mock, which may have a document of its own. */
export async function platformsOf(connection: Connection): Promise<string[]> {
  const { platforms } = await connection.ask<{ platforms: { id: string }[] }>('GET', '/__mock/state');
  return platforms.map(({ id }) => id);
}
