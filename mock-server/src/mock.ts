/** `createMock`: the whole mock in one object, without a port, a socket or a file. */
import { document as ourDocument } from '@chaveiro/openapi';
import { schemas as ourSchemas } from '@chaveiro/openapi/schemas';
import { asRequest, changedSettings, sessionApi, type SessionApi, type SettingChanges } from './api/session-api.ts';
import { createClock, milliseconds, type Duration } from './core/clock.ts';
import { Session } from './core/session.ts';
import { Sessions } from './core/sessions.ts';
import { createVault } from './core/vault.ts';
import { loadDocument, type LoadedDocument } from './document/load.ts';
import { createValidators } from './document/validators.ts';
import { handle, type Engine } from './exchange/handle.ts';
import type { Outgoing } from './exchange/outgoing.ts';
import { readRequest, type IncomingRequest } from './exchange/request.ts';
import { modules } from './platforms/index.ts';
import { toResponse } from './transports/deliver.ts';
import { plantZeroSetup, zeroSetupKeys, type ZeroSetupEntry } from './zero-setup.ts';

export interface MockOptions extends SettingChanges {
  /** Ids and generated secrets follow from it; equal seeds give equal runs. Default 1. */
  readonly seed?: number;
  /** Freezes the clock at an instant, so that it moves by `clock.advance()` alone. Default: real time. */
  readonly now?: Date | string | number;
  /** How many sessions besides the default one, and how long one may be idle. Default: 1000, 30 minutes. */
  readonly sessions?: { readonly count?: number; readonly idle?: Duration };
}

/** The default session, and the way to others. */
export interface Mock extends SessionApi {
  /** Answers in the session that a request names or whose key it brings; what `fetch` and every transport do. */
  answer(this: void, request: IncomingRequest): Promise<Outgoing>;
  /** Another session, made when first asked for. @throws {Error} for a bad name, an expired one, or one too many. */
  session(name: string): SessionApi & Disposable;
  readonly sessions: {
    list(): string[];
    /** @returns whether there was one. */
    drop(name: string): boolean;
  };
  readonly zeroSetupKeys: readonly ZeroSetupEntry[];
  /** Real base URLs by platform. */
  readonly servers: Readonly<Record<string, string>>;
  /** Runs what has fallen due in every session because real time went by. */
  tick(): void;
}

/** A mock with state of its own; two never see each other. */
export function createMock(options: MockOptions = {}): Mock {
  const document = loadDocument(ourDocument);
  const engine: Engine = {
    document,
    validators: createValidators(ourSchemas),
    modules,
    sessions: createSessions(document, options),
    stopwatch: () => performance.now(),
    onBug: (error, operation) => console.error(`The mock failed in ${operation}. Please report this.`, error),
  };
  const { sessions } = engine;
  const answer = async (request: IncomingRequest) => {
    const outgoing = handle(engine, request);
    await outgoing.wait?.();
    return outgoing;
  };
  return Object.assign(sessionApi(engine, sessions.default), {
    answer,
    fetch: async (input: Request | URL | string, init?: RequestInit) =>
      toResponse(await answer(await readRequest(asRequest(input, init)))),
    session(name: string) {
      const opened = sessions.create(name);
      if (!opened.ok) throw new Error(`The session "${name}" cannot be opened: ${opened.problem.replaceAll('_', ' ')}.`);
      return Object.assign(sessionApi(engine, opened.session), { [Symbol.dispose]: () => void sessions.drop(name) });
    },
    sessions: {
      list: () => sessions.list().map(({ name }) => name),
      drop: (name: string) => sessions.drop(name),
    },
    zeroSetupKeys: zeroSetupKeys(document.platforms),
    servers: serversOf(document),
    tick: () => sessions.list().forEach((session) => session.runDueTasks()),
  });
}

function createSessions(document: LoadedDocument, options: MockOptions): Sessions {
  const seed = options.seed ?? 1;
  const source = options.now === undefined ? () => Date.now() : instant(options.now);
  // One vault for all: a key's fingerprint is computed once, wherever the key may be.
  const vault = createVault();
  const settings = changedSettings({ rateLimits: 'off', propagationDelay: 0, failures: {} }, options);
  let first: Session | undefined;
  const make = (name: string) => {
    const session = new Session({
      name,
      seed: first ? (seed ^ hash(name)) | 0 : seed,
      clock: createClock(source),
      vault,
      settings,
      run: (owner, task) => runTask(owner, task),
    });
    if (first) session.startAs(first);
    else plantZeroSetup((first = session), document);
    return session;
  };
  const { count = 1000, idle = '30m' } = options.sessions ?? {};
  return new Sessions({ make, now: () => Date.now(), limits: { count, idle: milliseconds(idle) } });
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
