/** `chaveiro seed`: applies a seed file to a running mock, or only checks it. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { ScenarioView } from '../scenarios/view.ts';
import type { AppliedSeedView } from '../seed/view.ts';
import { connect, RefusedError, withConnection, type Connection, type ConnectionFlags } from './connection.ts';
import { documentOptions } from './document-flags.ts';
import { CliError, EXIT } from './exit.ts';
import { colours, count, printJson, table } from './screen.ts';

interface Flags extends ConnectionFlags {
  readonly check?: boolean;
  readonly reset?: boolean;
  readonly schema?: boolean;
  readonly spec?: string;
  readonly policy?: string;
}

export function seedCommand(): Command {
  return withConnection(new Command('seed'))
    .description('Apply a seed file (YAML or JSON) to a running mock: all of it, or nothing.')
    .argument('[file]', 'the file; "-" reads standard input')
    .option('--check', 'only check the file; needs no running mock')
    .option('--spec <file-or-url>', 'for --check: the OpenAPI document of the mock that the seed is for, if it is your own')
    .option('--policy <file>', 'for --check: the rules of the keys of that document')
    .option('--reset', 'reset the mock first, if the seed is good')
    .option('--schema', 'print the JSON Schema of seed files, for your editor')
    .addHelpText(
      'after',
      '\nExamples:\n  $ chaveiro seed seed.yaml\n  $ chaveiro seed seed.yaml --check\n  $ chaveiro seed seed.yaml --check --spec my-api.yaml\n  $ chaveiro seed - --reset --json < seed.json\n  $ chaveiro seed --schema > seed.schema.json',
    )
    .action(async (file: string | undefined, flags: Flags) => {
      if (flags.schema) return printJson(await jsonSchema());
      if (file === undefined) throw new CliError('Name a seed file, or "-" for standard input.', EXIT.usage);
      if (!flags.check && (flags.spec ?? flags.policy) !== undefined) {
        throw new CliError('--spec and --policy are for --check: a mock that runs has its document already.', EXIT.usage);
      }
      const applied = flags.check ? await checkOnly(file, flags) : await apply(file, flags);
      if (flags.json) return printJson(applied);
      console.log(flags.check ? `${file} is a good seed: ${summary(applied)}.` : report(applied));
    });
}

async function apply(file: string, flags: Flags): Promise<AppliedSeedView> {
  const { parseSeed } = await import('../seed/parse.ts');
  const { SeedError } = await import('../seed/problems.ts');
  const { pointerSteps } = await import('@chaveiro/openapi/policy');
  const text = readText(file);
  const { seed, located } = parseSeed(text, file);
  const connection = connect(flags);
  try {
    if (flags.reset) {
      await rehearse(connection, seed);
      await connection.ask('POST', '/__mock/reset');
    }
    return await connection.ask<AppliedSeedView>('POST', '/__mock/seed', { body: seed });
  } catch (error) {
    if (error instanceof RefusedError && error.status === 413) throw tooLarge(error, file, text);
    const issues = error instanceof RefusedError && error.status === 400 ? error.problem.issues : undefined;
    if (!issues) throw error;
    const step = (text: string) => (/^\d+$/.test(text) ? Number(text) : text);
    throw located(new SeedError(issues.map(({ field, message }) => ({ path: pointerSteps(field).map(step), message }))));
  }
}

/**
 * Applies a seed in a session of its own, which begins as a reset leaves one, so that a bad seed costs nobody's state.
 * @throws {RefusedError} as the mock refuses it.
 */
async function rehearse(connection: Connection, seed: unknown): Promise<void> {
  const name = `seed-${crypto.randomUUID()}`;
  const headers = { 'x-mock-session': name };
  try {
    await connection.ask('POST', '/__mock/seed', { body: seed, headers });
  } catch (error) {
    if (!(error instanceof RefusedError) || error.problem.code !== 'session_limit_reached') throw error;
    throw new CliError(
      `With --reset a seed is tried in a session of its own first, and the mock at ${connection.url} has no room for one more: nothing was reset or applied.\nDrop a session, raise --session-limit, or reset by yourself: curl -X POST ${connection.url}/__mock/reset`,
      EXIT.refused,
    );
  } finally {
    await (await connection.send('DELETE', `/__mock/sessions/${name}`)).body?.cancel();
  }
}

function tooLarge({ message }: RefusedError, file: string, text: string): CliError {
  return new CliError(
    `The seed file ${file} has ${Buffer.byteLength(text)} bytes, which is too much for a mock that runs: ${message}\nNothing of it was applied. Start the mock with it (chaveiro mock --seed-file ${file}), or make several files of it.`,
    EXIT.refused,
  );
}

/** Applied to a mock of its own, so that names are checked as well as spelling. */
async function checkOnly(file: string, { spec, policy }: Pick<Flags, 'spec' | 'policy'>): Promise<AppliedSeedView> {
  const { createMock } = await import('../mock.ts');
  const { loadSeedFile } = await import('./seed-file.ts');
  const { appliedSeedView } = await import('../seed/view.ts');
  const { SeedError } = await import('../seed/problems.ts');
  const text = readText(file);
  const own = { ...(spec !== undefined && { spec }), ...(policy !== undefined && { policy }) };
  // Nobody asks this mock anything, so that it needs no Prism.
  const mock = createMock(await documentOptions({ ...own, responder: 'none' }));
  try {
    return appliedSeedView(loadSeedFile(mock, file, text));
  } catch (error) {
    const isStranger = error instanceof SeedError && error.problems.some(({ path }) => path.at(-1) === 'platform');
    if (isStranger && spec === undefined)
      throw new CliError(`${error.message}\nIf the seed is for a document of your own, name that with --spec.`);
    throw error;
  }
}

async function jsonSchema(): Promise<unknown> {
  const { z } = await import('zod');
  const { seedSchema } = await import('../seed/schema.ts');
  const schema = z.toJSONSchema(seedSchema, { io: 'input' }) as unknown as { properties: { scenarios: { items: unknown } } };
  const { scenarios } = schema.properties;
  scenarios.items = { anyOf: [{ type: 'string' }, scenarios.items] };
  return schema;
}

/** @throws {CliError} when the file cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code } = error as { code?: string };
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code ?? error);
    throw new CliError(`The seed file ${file} cannot be read: ${why}.`);
  }
}

function summary({ accounts, scenarios, faults }: AppliedSeedView): string {
  const played = scenarios.flatMap((scenario) => scenario.faults).length;
  return [count(accounts.length, 'account'), count(scenarios.length, 'scenario'), count(faults.length + played, 'fault')].join(
    ', ',
  );
}

/** What there is now, with every secret: nobody else knows the generated ones. */
export function report(applied: AppliedSeedView): string {
  const lines = [`Applied: ${summary(applied)}.`];
  const rows = [
    ...applied.accounts.flatMap(({ id, platform, plan, keys }) =>
      keys.length > 0
        ? keys.map((key) => [platform, id, plan, key.name, key.status, colours.green(key.secret)])
        : [[platform, id, plan, '', '', '']],
    ),
    ...applied.scenarios.flatMap(scenarioRows),
  ];
  if (rows.length > 0) lines.push('', table(['PLATFORM', 'ACCOUNT', 'PLAN', 'KEY', 'STATUS', 'SECRET'], rows));
  return lines.join('\n');
}

export function scenarioRows({ scenario, platform, account, keys }: ScenarioView): string[][] {
  const rows = Object.entries(keys).map(([role, key]) => [
    platform,
    account.id,
    account.plan,
    `${scenario}: ${role}`,
    key.status,
    colours.green(key.secret),
  ]);
  return rows.length > 0 ? rows : [[platform, account.id, account.plan, scenario, '', '']];
}
