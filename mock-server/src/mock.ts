/** `createMock`: the whole mock in one object, without a port, a socket or a file. */
import type { OpenApiDocument } from '@chaveiro/openapi/policy';
import { asRequest, sessionApi, type SessionApi } from './api/session-api.ts';
import { changedSettings, settingsIn, type SettingChanges } from './api/setting-changes.ts';
import { createClock, milliseconds, type Duration } from './core/clock.ts';
import { Keeper } from './core/keeper.ts';
import { Session } from './core/session.ts';
import { Sessions, type SessionStart } from './core/sessions.ts';
import type { SessionStore } from './core/store.ts';
import { createVault } from './core/vault.ts';
import type { LoadedDocument } from './document/load.ts';
import { handle, type Engine } from './exchange/handle.ts';
import { checkedToken } from './exchange/control-guard.ts';
import { explainProblem, sessionOfCredential } from './exchange/open-session.ts';
import type { Outgoing } from './exchange/outgoing.ts';
import { readRequest, type IncomingRequest } from './exchange/request.ts';
import { setUp, type DocumentOptions } from './own-document/set-up.ts';
import { modules } from './platforms/index.ts';
import type { Contract } from './prism/contract-view.ts';
import { applySeed, type AppliedSeed, type Seed } from './seed/index.ts';
import { delivered } from './transports/deliver.ts';
import { Courier, COURIER_TASK, type CourierOptions } from './webhooks/index.ts';
import { plantZeroSetup, zeroSetupKeys, type ZeroSetupEntry } from './zero-setup.ts';

export interface MockOptions extends SettingChanges, DocumentOptions {
  /** Ids and generated secrets follow from it; equal seeds give equal runs. Default 1. */
  readonly seed?: number;
  /** Accounts, keys and scenarios besides the zero-setup ones: every session starts with them, and a reset comes back to them. */
  readonly start?: Seed;
  /** Freezes the clock at an instant, so that it moves by `clock.advance()` alone. Default: real time. */
  readonly now?: Date | string | number;
  /**
   * How many sessions besides the default one, and how long one may be idle. Default: 1000, 30 minutes.
   * Idleness is in real time, not on any session's clock; `now` (in milliseconds) stands in for it in tests.
   */
  readonly sessions?: { readonly count?: number; readonly idle?: Duration; readonly now?: () => number };
  /** Needed for everything under `/__mock` when it is set, as `authorization: Bearer` or `x-mock-control-token`. */
  readonly controlToken?: string;
  /** Where webhooks may go besides this machine, and with what they are sent. */
  readonly webhooks?: CourierOptions;
  /**
   * Where sessions outlive the process, for example `openStore(file)` of `@chaveiro/mock-server/durable`. What it has
   * goes on where it was, ids too; settings given here win over those that it remembers.
   */
  readonly store?: SessionStore;
}

/** What a session of its own starts with; what is left out is as the mock was made. */
export interface SessionOptions extends SettingChanges {
  readonly seed?: number;
  readonly now?: Date | string | number;
}

/** The default session, and the way to others. */
export interface Mock extends SessionApi {
  /** Answers in the session that a request names or whose key it brings, at once where nothing has to wait; what every transport does. */
  answer(this: void, request: IncomingRequest): Outgoing | Promise<Outgoing>;
  /**
   * Another session, made when first asked for: as the mock was at its start, with state, clock and ids of its own.
   * `using` drops it at the end of the block.
   * @throws {Error} for a bad name, for one session too many, for options that cannot be, and for any when the session
   * exists already.
   */
  session(name: string, options?: SessionOptions): SessionApi & Disposable;
  readonly sessions: {
    list(): string[];
    /** @returns whether there was one. */
    drop(name: string): boolean;
    /** The one that has the key of a request; `default` where none has, `undefined` where several have. */
    owner(request: Pick<Request, 'url' | 'headers'>): string | undefined;
  };
  readonly zeroSetupKeys: readonly ZeroSetupEntry[];
  /** What did not fit the document; only with the option `contract`. */
  readonly contract: Contract;
  /** What a document of your own says and the mock takes otherwise, for a person to read. */
  readonly notices: readonly string[];
  /** What the option `start` made in the default session, with the secrets; another session has the same. */
  readonly started: AppliedSeed | undefined;
  /** The document that it runs: ours, or yours with our console and controls beside it. */
  readonly document: OpenApiDocument;
  /** Real base URLs by platform. */
  readonly servers: Readonly<Record<string, string>>;
  /** Runs what has fallen due in every session because real time went by. */
  tick(): void;
}

/** A mock with state of its own; two never see each other. */
export function createMock(options: MockOptions = {}): Mock {
  const own = setUp(options);
  const { document, validators } = own;
  const courier = new Courier((platform) => modules[platform]?.webhooks, options.webhooks);
  const keeper = options.store && new Keeper(options.store, onUnkept);
  let started: AppliedSeed | undefined;
  const plant = (session: Session) => {
    plantZeroSetup(session, document);
    if (!options.start) return;
    const applied = applySeed({ session, document }, options.start);
    session.markInitial();
    started ??= applied;
  };
  const engine: Engine = {
    document,
    validators,
    modules: own.modules(modules),
    responder: own.responder,
    inspector: own.inspector,
    courier,
    keeper,
    controlToken: checkedToken(options.controlToken),
    sessions: createSessions(document, plant, options, courier, keeper),
    stopwatch: () => performance.now(),
    onBug: (error, operation) => console.error(`The mock failed in ${operation}. Please report this.`, error),
  };
  const { sessions } = engine;
  const afterItsWait = async (outgoing: Outgoing, { gone }: IncomingRequest) => {
    await outgoing.wait?.(gone?.());
    return outgoing;
  };
  const answer = (request: IncomingRequest) => {
    const outgoing = handle(engine, request);
    if (outgoing instanceof Promise) return outgoing.then((late) => afterItsWait(late, request));
    return outgoing.wait ? afterItsWait(outgoing, request) : outgoing;
  };
  return Object.assign(sessionApi(engine, sessions.default), {
    answer,
    async fetch(input: Request | URL | string, init?: RequestInit) {
      const request = asRequest(input, init);
      return delivered(request, async () => handle(engine, await readRequest(request)));
    },
    session(name: string, own?: SessionOptions) {
      if (own && sessions.has(name))
        throw new Error(
          `The session "${name}" exists already, so it cannot start with options. Drop it first, or take another name.`,
        );
      const opened = sessions.create(name, own && startOf(document, own));
      if (!opened.ok) throw new Error(explainProblem(opened.problem, name, sessions).detail);
      return Object.assign(sessionApi(engine, opened.session), { [Symbol.dispose]: () => void sessions.drop(name) });
    },
    sessions: {
      list: () => sessions.list().map(({ name }) => name),
      drop: (name: string) => sessions.drop(name),
      owner({ url, headers }: Pick<Request, 'url' | 'headers'>) {
        const opened = sessionOfCredential(sessions, document, { url: new URL(url), headers });
        return opened.ok ? opened.session.name : undefined;
      },
    },
    zeroSetupKeys: zeroSetupKeys(document.platforms),
    contract: own.contractOver(() => sessions.list()),
    notices: own.notices,
    document: document.source,
    servers: serversOf(document),
    started,
    tick: () =>
      sessions.list().forEach((session) => {
        session.runDueTasks();
        // Also what a restart found half done.
        courier.poke(session);
      }),
  });
}

function onUnkept(error: unknown): void {
  console.error('The mock could not write down what it did. It tries again with the next change.', error);
}

function createSessions(
  document: LoadedDocument,
  plant: (session: Session) => void,
  options: MockOptions,
  courier: Courier,
  keeper?: Keeper,
): Sessions {
  const saved = keeper?.load(settingsIn(document, options));
  const seed = saved?.seed ?? options.seed ?? 1;
  const source = options.now === undefined ? () => Date.now() : instant(options.now);
  // One vault for all: a key's fingerprint is computed once, wherever the key may be.
  const vault = createVault(options.store?.vaultKey);
  const settings = changedSettings(document, { rateLimits: 'off', propagationDelay: 0, failures: {} }, options);
  let first: Session | undefined;
  const make = (name: string, { seed: itsOwn, now, ...changed }: SessionStart) => {
    const byName = first !== undefined && itsOwn === undefined;
    const session = new Session({
      name,
      seed: byName ? (seed ^ hash(name)) | 0 : (itsOwn ?? seed),
      stream: byName ? hash(`stream ${name}`) : 0,
      clock: createClock(now ?? source),
      vault,
      settings: { ...settings, ...changed },
      run: (owner, task) => {
        if (task.kind === COURIER_TASK) courier.wake(owner, task.subject);
        else runTask(owner, task);
      },
    });
    // What the zero-setup accounts hold has its dates from the clock: another clock, other dates.
    if (first && now === undefined) session.startAs(first, changed);
    else plant(session);
    first ??= session;
    return session;
  };
  const { count = 1000, idle = '30m', now = () => Date.now() } = options.sessions ?? {};
  return new Sessions({ make, now, limits: { count, idle: milliseconds(idle) }, keeper, saved });
}

function startOf(document: LoadedDocument, { seed, now, ...changes }: SessionOptions): SessionStart {
  const settings = settingsIn(document, changes);
  return { ...(seed !== undefined && { seed }), ...(now !== undefined && { now: instant(now) }), ...settings };
}

const runTask: NonNullable<ConstructorParameters<typeof Session>[0]['run']> = (session, task) => {
  const handler = Object.values(modules).find(({ tasks }) => tasks?.[task.kind])?.tasks?.[task.kind];
  if (!handler) throw new Error(`No platform knows what to do for a task "${task.kind}".`);
  handler(session, task);
};

function serversOf(document: LoadedDocument): Record<string, string> {
  const servers: Record<string, string> = {};
  for (const { id, server } of document.platforms.values()) if (server !== undefined) servers[id] = server;
  return servers;
}

/** FNV-1a: sessions of one seed have different ids, and the same ones in every run. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

function instant(now: Date | string | number): number {
  const at = new Date(now).getTime();
  if (Number.isNaN(at))
    throw new RangeError(`"${String(now)}" is no instant. Use a Date, milliseconds, or text such as 2026-01-31T12:00:00Z.`);
  return at;
}
