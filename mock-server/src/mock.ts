/** `createMock`: the whole mock in one object, without a port, a socket or a file. */
import { document as ourDocument } from '@chaveiro/openapi';
import { schemas as ourSchemas } from '@chaveiro/openapi/schemas';
import type { RateLimiting } from './core/account.ts';
import { createClock, milliseconds, type Clock, type Duration } from './core/clock.ts';
import type { JournalEntry } from './core/journal.ts';
import { Session, type Snapshot } from './core/session.ts';
import { createVault } from './core/vault.ts';
import { loadDocument } from './document/load.ts';
import { createValidators } from './document/validators.ts';
import { handle, type Engine, type Outgoing } from './exchange/handle.ts';
import { readRequest, type IncomingRequest } from './exchange/request.ts';
import { platformHandle, type PlatformHandle } from './api/platform-handle.ts';
import { modules } from './platforms/index.ts';
import { plantZeroSetup, zeroSetupKeys, type ZeroSetupEntry } from './zero-setup.ts';

export interface MockOptions {
  /** Ids and generated secrets follow from it; equal seeds give equal runs. Default 1. */
  readonly seed?: number;
  /** Freezes the clock at an instant, so that it moves by `clock.advance()` alone. Default: real time. */
  readonly now?: Date | string | number;
  /** `on`: the platforms' rate limits count. Default `off`. */
  readonly rateLimits?: Exclude<RateLimiting, 'exhausted'>;
  /** How long a change of a key takes to reach the API, for platforms that lag. Default: none. */
  readonly propagationDelay?: Duration;
  /** Which documented alternative answers an auth state: `{ pingback: { missing_key: 'gateway_401' } }`. */
  readonly failures?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Mock {
  /**
   * Answers a request as the platform would. Takes the platforms' real URLs and any other host with the same paths;
   * fits wherever a `fetch` is expected.
   */
  fetch(this: void, input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** {@link Mock.fetch} for a transport that has read the request already. */
  handle(request: IncomingRequest): Outgoing;
  readonly pingback: PlatformHandle;
  readonly rdstation: PlatformHandle;
  readonly zenvio: PlatformHandle;
  /** By the document's name for it. @throws {Error} for a name that the document does not have. */
  platform(id: string): PlatformHandle;
  readonly clock: Clock;
  readonly requests: {
    /** Newest first; secrets are masked. */
    list(): JournalEntry[];
    get(requestId: string): JournalEntry | undefined;
  };
  readonly zeroSetupKeys: readonly ZeroSetupEntry[];
  /** Real base URLs by platform. */
  readonly servers: Readonly<Record<string, string>>;
  /** Back to the zero-setup accounts and keys: state, limits, ids, journal and clock. */
  reset(): void;
  snapshot(): Snapshot;
  /** Puts accounts, keys, resources and limits back; the journal and the clock stay. */
  restore(snapshot: Snapshot): void;
}

/** A mock with state of its own; two never see each other. */
export function createMock(options: MockOptions = {}): Mock {
  const document = loadDocument(ourDocument);
  const session = new Session({
    name: 'default',
    seed: options.seed ?? 1,
    clock: createClock(options.now === undefined ? () => Date.now() : instant(options.now)),
    vault: createVault(),
    settings: {
      rateLimits: options.rateLimits ?? 'off',
      propagationDelay: milliseconds(options.propagationDelay ?? 0),
      failures: options.failures ?? {},
    },
  });
  plantZeroSetup(session, document);

  const engine: Engine = {
    document,
    validators: createValidators(ourSchemas),
    modules,
    session,
    stopwatch: () => performance.now(),
    onBug: (error, operation) => console.error(`The mock failed in ${operation}. Please report this.`, error),
  };
  const respond = (request: IncomingRequest) => handle(engine, request);
  const platform = (id: string) => {
    const info = document.platforms.get(id);
    if (!info) throw new Error(`The document has no platform "${id}". It has: ${[...document.platforms.keys()].join(', ')}.`);
    return platformHandle(session, document, info);
  };
  const servers = [...document.platforms.values()].flatMap(({ id, server }) => (server === undefined ? [] : [[id, server]]));

  return {
    async fetch(input, init) {
      const { status, headers, body } = respond(await readRequest(isRequest(input) && !init ? input : new Request(input, init)));
      return new Response(body ?? null, { status, headers });
    },
    handle: respond,
    pingback: platform('pingback'),
    rdstation: platform('rdstation'),
    zenvio: platform('zenvio'),
    platform,
    clock: session.clock,
    requests: { list: () => session.journal.list(), get: (id) => session.journal.get(id) },
    zeroSetupKeys: zeroSetupKeys(document.platforms),
    servers: Object.fromEntries(servers) as Record<string, string>,
    reset: () => session.reset(),
    snapshot: () => session.snapshot(),
    restore: (snapshot) => session.restore(snapshot),
  };
}

/** Also for the lightweight requests of a server adapter, which are no instances of the global class. */
function isRequest(input: Request | URL | string): input is Request {
  return typeof input === 'object' && 'headers' in input;
}

function instant(now: Date | string | number): number {
  const at = new Date(now).getTime();
  if (Number.isNaN(at))
    throw new RangeError(`"${String(now)}" is no instant. Use a Date, milliseconds, or text such as 2026-01-31T12:00:00Z.`);
  return at;
}
