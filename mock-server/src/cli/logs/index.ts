/** `chaveiro logs`: what arrived at a running mock, what was decided, and how sure that is. */
import type { components } from '@chaveiro/openapi/types';
import { Command, InvalidArgumentError } from 'commander';
import { connect, withConnection, type Connection, type ConnectionFlags } from '../connection.ts';
import { CliError, EXIT } from '../exit.ts';
import { assertKnown, platformsOf } from '../known-names.ts';
import { printJson } from '../screen.ts';
import { interruption } from '../signals.ts';
import { decisions } from './decisions.ts';
import { serverEvents } from './event-stream.ts';
import { entryLines, HEADING } from './entry.ts';

type Schemas = components['schemas'];
type Entry = Schemas['MockRequest'] & { readonly steps?: readonly Schemas['MockStep'][] };

interface Flags extends ConnectionFlags {
  readonly follow?: boolean;
  readonly limit: number;
  readonly steps?: boolean;
  readonly platform?: string;
  readonly operation?: string;
  readonly status?: string;
  readonly decision?: string;
  readonly key?: string;
  readonly account?: string;
}

export function logsCommand(): Command {
  return withConnection(new Command('logs'))
    .description('Print the requests that arrived at a running mock, oldest first, with decision and evidence.')
    .option('-f, --follow', 'go on printing as requests arrive, until Ctrl-C; with --json one object a line')
    .option('-n, --limit <number>', 'how many of the past', upTo(1000), 50)
    .option('--steps', 'print the steps that led to each decision')
    .option('--platform <platform>', 'only this platform')
    .option('--operation <id>', 'only this operation')
    .option('--status <status>', 'only answers with this status')
    .option('--decision <decision>', 'only this decision: allowed, disabled_key, invalid_request, …')
    .option('--key <id>', 'only requests with this key')
    .option('--account <id>', 'only requests of this account')
    .addHelpText(
      'after',
      '\nExamples:\n  $ chaveiro logs --follow\n  $ chaveiro logs --decision disabled_key --steps\n  $ chaveiro logs --platform zenvio --status 403 --json',
    )
    .action(async (flags: Flags) => {
      const connection = connect(flags);
      await assertNames(connection, flags);
      if (flags.follow) return follow(connection, flags);
      const page = await history(connection, flags);
      if (flags.json) return printJson(page);
      if (page.items.length === 0) return console.log(filters(flags).size > 0 ? 'No requests that fit.' : 'No requests yet.');
      console.log(HEADING);
      for (const entry of page.items.toReversed()) console.log(entryLines(entry));
    });
}

/** @throws {CliError} for a platform or a decision that there is not. */
async function assertNames(connection: Connection, { platform, decision }: Flags): Promise<void> {
  if (decision !== undefined) assertKnown('decision', decision, decisions);
  if (platform !== undefined) assertKnown('platform', platform, await platformsOf(connection));
}

function history(connection: Connection, flags: Flags): Promise<{ items: Entry[] }> {
  const query = filters(flags);
  query.set('limit', String(flags.limit));
  if (flags.steps) query.set('details', 'true');
  return connection.ask('GET', `/__mock/requests?${query.toString()}`);
}

/** Listens before it looks back, so that nothing falls between the two. */
async function follow(connection: Connection, flags: Flags): Promise<void> {
  const signal = interruption();
  const headers = { accept: 'text/event-stream' };
  const stream = await connection.send('GET', `/__mock/events?${filters(flags).toString()}`, { headers, signal });
  if (!stream.ok || !stream.body) {
    await connection.ask('GET', '/__mock/state');
    throw new CliError(`The mock at ${connection.url} has no event stream (status ${stream.status}).`, EXIT.refused);
  }
  const print = (entry: Entry) => console.log(flags.json ? JSON.stringify(entry) : entryLines(entry));
  if (!flags.json) console.log(HEADING);
  const printed = new Set<string>();
  for (const entry of (await history(connection, flags)).items.toReversed()) {
    printed.add(entry.requestId);
    print(entry);
  }
  try {
    for await (const { event, data } of serverEvents(stream.body)) {
      if (event !== 'request') continue;
      const entry = JSON.parse(data) as Entry;
      if (printed.delete(entry.requestId)) continue;
      print(flags.steps && !entry.steps ? await connection.ask('GET', `/__mock/decisions/${entry.requestId}`) : entry);
    }
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof CliError) throw error;
  }
  throw new CliError(`The mock at ${connection.url} has stopped.`, EXIT.unreachable);
}

function filters({ platform, operation: operationId, status, decision, key: keyId, account: accountId }: Flags): URLSearchParams {
  const given = Object.entries({ platform, operationId, status, decision, keyId, accountId });
  return new URLSearchParams(given.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function upTo(most: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
  };
}
