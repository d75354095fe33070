/** Which document a mock runs, and what Prism does for it: the options of `createMock` that are about documents. */
import { document as ourDocument } from '@chaveiro/openapi';
import { describeProblems, ownPolicySchema, problemsOf, type OwnPolicy } from '@chaveiro/openapi/policy';
import { schemas as ourSchemas } from '@chaveiro/openapi/schemas';
import type { Session } from '../core/session.ts';
import { loadDocument, type LoadedDocument } from '../document/load.ts';
import { createValidators, type Validators } from '../document/validators.ts';
import type { PlatformModule } from '../exchange/behaviour.ts';
import type { Inspector, Responder } from '../exchange/responder.ts';
import { contractOver, type Contract, type ContractCheck, type ContractOptions } from '../prism/contract-view.ts';
import { assertNodeRunsPrism } from '../prism/load.ts';
import { adopt } from './adopt.ts';
import { OwnDocumentError } from './check.ts';
import { endlessPart } from './endless.ts';
import { OF_THE_MOCK } from './names.ts';

export interface DocumentOptions {
  /**
   * An OpenAPI 3.0 or 3.1 document of your own, parsed: the mock then is of that API, with accounts, keys and states,
   * its console under `/__console`, and not of Pingback, RD Station and Zenvio.
   */
  readonly document?: object;
  /** The rules of its keys, where the document does not carry them as `x-key-policy`. */
  readonly policy?: OwnPolicy;
  /** Where the document was read from, when that is a URL: relative servers are relative to it. */
  readonly documentSource?: string;
  /** Who answers operations without behaviour; default: Prism for a document of your own, else nobody, which is 501. */
  readonly responder?: 'prism' | 'none';
  /** Checks every exchange with Prism, both sides of it or the one that is named; see `mock.contract`. */
  readonly contract?: boolean | Contract['side'] | ContractOptions;
}

export interface SetUp {
  readonly document: LoadedDocument;
  readonly validators: Validators;
  readonly responder: Responder | undefined;
  readonly inspector: Inspector | undefined;
  /** What was taken otherwise than the document says it. */
  readonly notices: readonly string[];
  /** Of all modules, those whose platforms this document has: another API may be called like one of ours. */
  modules(all: Modules): Modules;
  /** What has been found in these sessions. */
  contractOver(sessions: () => readonly Session[]): Contract;
}

type Modules = Readonly<Record<string, PlatformModule>>;

/**
 * @throws {OwnDocumentError} for a document or a policy that cannot be used.
 * @throws {PrismUnavailableError} where Prism is wanted and Node is too old for it.
 */
export function setUp(options: DocumentOptions): SetUp {
  const adopted = options.document && adopt(options.document, ourDocument, adoptOptions(options));
  const document = loadDocument(adopted?.document ?? ourDocument);
  const answers = options.responder ?? (adopted ? 'prism' : 'none');
  const checks = options.contract !== undefined && options.contract !== false;
  if (answers === 'prism' || checks) assertNodeRunsPrism();
  const check = checks ? lazyCheck(document, contractOptions(options.contract)) : undefined;
  return {
    document,
    validators: createValidators(adopted ? schemasOf(document, adopted.platform) : ourSchemas),
    responder: answers === 'prism' ? lazyResponder(document) : undefined,
    inspector: check?.inspect,
    notices: adopted?.notices ?? [],
    modules: (all) => (adopted ? modulesOfTheMock(all) : all),
    contractOver: (sessions) => contractOver(check, sessions),
  };
}

/** By names that nobody has who gave us a document, be it called `constructor`. */
function modulesOfTheMock(all: Modules): Modules {
  const own = Object.entries(all).filter(([id]) => OF_THE_MOCK.includes(id));
  return Object.assign(Object.create(null) as Record<string, PlatformModule>, Object.fromEntries(own));
}

function adoptOptions({ policy, documentSource }: DocumentOptions) {
  const endless = endlessPart(policy);
  const problems = endless ? [endless] : policy ? problemsOf(ownPolicySchema, policy, []) : [];
  if (problems.length > 0) throw new OwnDocumentError(`The policy has slips:\n${describeProblems(problems).join('\n')}`);
  return { ...(policy && { policy }), ...(documentSource !== undefined && { source: documentSource }) };
}

function contractOptions(contract: DocumentOptions['contract']): ContractOptions {
  if (typeof contract === 'object') return contract;
  return typeof contract === 'string' ? { side: contract } : {};
}

/** Prism checks requests to somebody else's operations; of our schemas only those of console and control are theirs. */
function schemasOf(document: LoadedDocument, platform: string): typeof ourSchemas {
  const ours = document.operations.filter((operation) => operation.platform !== platform).map(({ id }) => id);
  const operations = Object.fromEntries(
    ours.flatMap((id) => (ourSchemas.operations[id] ? [[id, ourSchemas.operations[id]]] : [])),
  );
  return { ...ourSchemas, operations };
}

/** What talks to Prism is loaded when it is first needed, so that a mock that never does carries nothing of it. */
function lazyResponder(document: LoadedDocument): Responder {
  let made: Promise<Responder> | undefined;
  return async (letIn) => {
    made ??= import('../prism/responder.ts').then(({ createPrismResponder }) => createPrismResponder(document));
    return (await made)(letIn);
  };
}

function lazyCheck(document: LoadedDocument, options: ContractOptions): ContractCheck {
  let made: Promise<Inspector> | undefined;
  let found = 0;
  return {
    side: options.side,
    get found() {
      return found;
    },
    async inspect(exchange) {
      made ??= import('../prism/contract.ts').then(({ createInspector }) => createInspector(document, options));
      const violations = await (await made)(exchange);
      found += violations.length;
      return violations;
    },
  };
}
