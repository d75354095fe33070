/** One session as a test sees it: send, look, change, reset. */
import type { Fault, NewFault } from '../core/fault.ts';
import type { Clock } from '../core/clock.ts';
import { entryOf, type JournalEntry } from '../core/journal.ts';
import type { Session, Snapshot } from '../core/session.ts';
import { handleIn, inSession, type Engine } from '../exchange/handle.ts';
import { injectFault } from '../exchange/inject-fault.ts';
import { readRequest } from '../exchange/request.ts';
import {
  listScenarios,
  playScenario,
  type KeysOf,
  type PlayedScenario,
  type ScenarioEntry,
  type ScenarioName,
  type ScenarioOptions,
} from '../scenarios/index.ts';
import { applySeed, type AppliedSeed, type Seed } from '../seed/index.ts';
import { delivered } from '../transports/deliver.ts';
import { resembles, type Like } from './arrivals.ts';
import { platformHandles, type PlatformHandles } from './platform-handles.ts';
import { changedSettings, type SettingChanges } from './setting-changes.ts';
import { webhooksApi, type WebhooksApi } from './webhooks-api.ts';

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
    /** Entries that have what `like` has: `where({ operationId: 'createConversion', status: 401 })`. */
    where(like: Like<JournalEntry>): JournalEntry[];
    last(): JournalEntry | undefined;
    clear(): void;
  };
  readonly faults: {
    /** From the next request on. @throws {RangeError} for a value that no fault can have, or a target that does not exist. */
    add(fault: NewFault): Fault;
    /** With how often each has hit. */
    list(): Fault[];
    remove(id: string): boolean;
    clear(): void;
  };
  readonly webhooks: WebhooksApi;
  /**
   * Makes an account and its keys be in a situation: `scenario('rotation', { platform: 'zenvio' }).keys.next.secret`.
   * Several add up. @throws {KeyRuleError} `invalid_request` where the platform's rules do not allow it.
   */
  scenario<Name extends ScenarioName | (string & {})>(name: Name, options?: ScenarioOptions): PlayedScenario<KeysOf<Name>>;
  /** Every scenario and the platforms that have it. */
  scenarios(): ScenarioEntry[];
  /** Makes what a seed says, all of it or nothing. @throws {SeedError} with everything that is wrong. */
  load(seed: Seed): AppliedSeed;
  /** @throws {RangeError} for a duration that is none, or an answer that the document does not have. */
  configure(changes: SettingChanges): void;
  /** Back to the start: state, limits, ids, faults, settings, journal and clock. */
  reset(): void;
  snapshot(): Snapshot;
  /** Puts everything but the journal and the clock back. */
  restore(snapshot: Snapshot): void;
}

export function sessionApi(engine: Engine, session: Session): SessionApi {
  const bound = inSession(engine, session);
  const api: Omit<SessionApi, keyof PlatformHandles> = {
    name: session.name,
    async fetch(input, init) {
      const request = asRequest(input, init);
      engine.sessions.touch(session);
      return delivered(request, async () => handleIn(bound, await readRequest(request)));
    },
    clock: session.clock,
    requests: {
      list: () => session.journal.list().map(entryOf),
      get: (id) => session.journal.get(id),
      where: (like) =>
        session.journal
          .list()
          .map(entryOf)
          .filter((entry) => resembles(entry, like)),
      last: () => session.journal.list().slice(0, 1).map(entryOf)[0],
      clear: () => session.journal.clear(),
    },
    faults: {
      add: (fault) => injectFault(session, engine.document, fault),
      list: () => session.faults.values(),
      remove: (id) => session.faults.delete(id),
      clear: () => session.faults.restore(new Map()),
    },
    webhooks: webhooksApi(session, engine.courier, engine.modules),
    scenario: (name, options) => playScenario({ session, document: engine.document }, name, options),
    scenarios: () => listScenarios(engine.document),
    load: (seed) => applySeed({ session, document: engine.document }, seed),
    configure: (changes) => void (session.settings = changedSettings(engine.document, session.settings, changes)),
    reset: () => session.reset(),
    snapshot: () => session.snapshot(),
    restore: (snapshot) => session.restore(snapshot),
  };
  // Assigned, not spread: the platforms are getters, since a document of your own may lack them.
  return Object.assign(platformHandles(session, engine.document), api);
}

/** Also the lightweight requests of a server adapter, which are no instances of the global class, stay as they are. */
export function asRequest(input: Request | URL | string, init: RequestInit | undefined): Request {
  return typeof input === 'object' && 'headers' in input && !init ? input : new Request(input, init);
}
