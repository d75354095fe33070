/** The flags of `chaveiro mock` that say which document it runs, and what Prism does for it. */
import { Option, type Command } from 'commander';
import type { OwnPolicy } from '@chaveiro/openapi/policy';
import type { Mock } from '../mock.ts';
import type { DocumentOptions } from '../own-document/set-up.ts';
import { CliError, EXIT } from './exit.ts';
import { colours, count } from './screen.ts';

export interface DocumentFlags {
  readonly spec?: string;
  readonly policy?: string;
  readonly static?: boolean;
  readonly contract?: true | 'request' | 'response';
  readonly responder?: 'prism' | 'none';
}

/** Flags that mean nothing to a mock without state. */
const STATEFUL = ['policy', 'contract', 'responder', 'data', 'seedFile', 'rateLimits'] as const;

export function withDocumentFlags(command: Command): Command {
  return command
    .option('--spec <file-or-url>', 'mock the API of your own OpenAPI 3.0 or 3.1 document instead')
    .option('--policy <file>', 'the rules of its keys (YAML or JSON): limits, plans, expiry, failures')
    .option('--static', 'no keys and no state: Prism alone answers from the document, as Prefer asks')
    .addOption(
      new Option('--contract [side]', 'check every exchange against the document, or one side of it').choices([
        'request',
        'response',
      ]),
    )
    .addOption(
      new Option(
        '--responder <name>',
        'who answers operations without behaviour (default: prism with --spec, else none)',
      ).choices(['prism', 'none']),
    );
}

/**
 * Reads what the flags name, and loads Prism where they need it, so that whatever is wrong is said before the start.
 * @throws {CliError} for flags that contradict each other.
 */
export async function documentOptions(flags: AllFlags): Promise<DocumentOptions> {
  if (flags.policy !== undefined && flags.spec === undefined) {
    throw new CliError('--policy is about the keys of a document of your own. Name that with --spec.', EXIT.usage);
  }
  refuseStatefulFlags(flags);
  const read =
    flags.spec === undefined ? undefined : await (await import('../own-document/read-document.ts')).readDocument(flags.spec);
  const policy = flags.policy === undefined ? undefined : await readPolicy(flags.policy);
  const options: DocumentOptions = {
    ...(read && { document: read.document, documentSource: read.source }),
    ...(policy && { policy }),
    ...(flags.responder && { responder: flags.responder }),
    ...(flags.contract && { contract: await loggedContract(flags.contract) }),
  };
  if (needsPrism(flags)) await (await import('../prism/load.ts')).loadPrism();
  return options;
}

function needsPrism({ spec, static: alone, contract, responder }: DocumentFlags): boolean {
  return Boolean(alone) || contract !== undefined || (responder ?? (spec === undefined ? 'none' : 'prism')) === 'prism';
}

type AllFlags = DocumentFlags & Partial<Record<(typeof STATEFUL)[number], unknown>> & { readonly scenario?: readonly string[] };

function refuseStatefulFlags(flags: AllFlags): void {
  if (!flags.static) return;
  const strange = STATEFUL.find((name) => flags[name]) ?? (flags.scenario?.length ? 'scenario' : undefined);
  if (strange === undefined) return;
  const flag = `--${strange.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new CliError(
    `--static has no keys and no state, so ${flag} means nothing with it. Leave one of the two out.`,
    EXIT.usage,
  );
}

async function readPolicy(file: string): Promise<OwnPolicy> {
  return (await import('../own-document/read-policy.ts')).readPolicy(file);
}

async function loggedContract(flag: true | 'request' | 'response') {
  const { describeViolation } = await import('../prism/contract-view.ts');
  return {
    ...(flag !== true && { side: flag }),
    onViolation: (violation: Parameters<typeof describeViolation>[0]) =>
      console.error(`${colours.red('Contract violated:')} ${describeViolation(violation)}`),
  };
}

/** Where the console is, and what the document says and the mock takes otherwise; empty without a document of your own. */
export function documentReport({ spec }: DocumentFlags, mock: Pick<Mock, 'notices'>, url: string): string {
  if (spec === undefined) return '';
  const console = `The console answers under ${colours.cyan(`${url}/__console`)}: accounts, keys and plans, for Bearer chaveiro-console-owner.`;
  return [`\n${console}`, ...mock.notices.map((notice) => `${colours.yellow('Note:')} ${notice}`)].join('\n');
}

/** @throws {CliError} when something did not fit: the exit code says so. */
export function concludeContract(flags: DocumentFlags, mock: Pick<Mock, 'contract'>): void {
  if (!flags.contract || mock.contract.found === 0) return;
  throw new CliError(`The document was violated: ${count(mock.contract.found, 'time')} since the start.`, EXIT.failed);
}
