/** One session as a test sees it: send, look, change, reset. */
import { addFault, type Fault, type NewFault } from '../core/fault.ts';
import { milliseconds, type Clock, type Duration } from '../core/clock.ts';
import type { JournalEntry } from '../core/journal.ts';
import type { Session, SessionSettings, Snapshot } from '../core/session.ts';
import { handleIn, type Engine } from '../exchange/handle.ts';
import { readRequest } from '../exchange/request.ts';
import { toResponse } from '../transports/deliver.ts';
import { resembles } from './arrivals.ts';
import { platformHandles, type PlatformHandles } from './platform-handles.ts';

export interface SettingChanges {
  readonly rateLimits?: 'off' | 'on';
  readonly propagationDelay?: Duration;
  readonly failures?: SessionSettings['failures'];
}

export interface SessionApi extends PlatformHandles {
  readonly name: string;
  /**
   * Answers a request as the platform would. Takes the platforms' real URLs and any other host with the same paths;
   * fits wherever a `fetch` is expected.
   */
  fetch(this: void, input: Request | URL | string, init?: RequestInit): Promise<Response>;
  readonly clock: Clock;
  /** What arrived and what was answered, newest first; secrets are masked. */
  readonly requests: {
    list(): JournalEntry[];
    get(requestId: string): JournalEntry | undefined;
    /** Entries whose fields equal those of `like`: `where({ operationId: 'createConversion', status: 401 })`. */
    where(like: Partial<JournalEntry>): JournalEntry[];
    last(): JournalEntry | undefined;
  };
  readonly faults: {
    /** From the next request on. @throws {RangeError} for an impossible probability or number of times. */
    add(fault: NewFault): Fault;
    /** With how often each has hit. */
    list(): Fault[];
    remove(id: string): boolean;
    clear(): void;
  };
  configure(changes: SettingChanges): void;
  /** Back to the start: state, limits, ids, faults, settings, journal and clock. */
  reset(): void;
  snapshot(): Snapshot;
  /** Puts everything but the journal and the clock back. */
  restore(snapshot: Snapshot): void;
}

export function sessionApi(engine: Engine, session: Session): SessionApi {
  const bound = { ...engine, session };
  const api: Omit<SessionApi, keyof PlatformHandles> = {
    name: session.name,
    async fetch(input, init) {
      const outgoing = handleIn(bound, await readRequest(asRequest(input, init)));
      await outgoing.wait?.();
      return toResponse(outgoing);
    },
    clock: session.clock,
    requests: {
      list: () => session.journal.list(),
      get: (id) => session.journal.get(id),
      where: (like) => session.journal.list().filter((entry) => resembles(entry, like)),
      last: () => session.journal.list()[0],
    },
    faults: {
      add: (fault) => addFault(session.faults, session.ids, fault),
      list: () => session.faults.values(),
      remove: (id) => session.faults.delete(id),
      clear: () => session.faults.restore(new Map()),
    },
    configure: (changes) => void (session.settings = changedSettings(session.settings, changes)),
    reset: () => session.reset(),
    snapshot: () => session.snapshot(),
    restore: (snapshot) => session.restore(snapshot),
  };
  // Assigned, not spread: the platforms are getters, since a document of your own may lack them.
  return Object.assign(platformHandles(session, engine.document), api);
}

export function changedSettings(settings: SessionSettings, changes: SettingChanges): SessionSettings {
  const { rateLimits, propagationDelay, failures } = changes;
  return {
    rateLimits: rateLimits ?? settings.rateLimits,
    propagationDelay: propagationDelay === undefined ? settings.propagationDelay : milliseconds(propagationDelay),
    failures: failures ?? settings.failures,
  };
}

/** Also the lightweight requests of a server adapter, which are no instances of the global class, stay as they are. */
export function asRequest(input: Request | URL | string, init: RequestInit | undefined): Request {
  return typeof input === 'object' && 'headers' in input && !init ? input : new Request(input, init);
}
