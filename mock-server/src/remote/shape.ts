/** The test API as it is over HTTP: the same names, every method awaited. Derived, so that the two cannot drift apart. */
import type { AccountHandle } from '../api/account-handle.ts';
import type { NewKeyHandle } from '../api/key-handle.ts';
import type { PlatformHandle } from '../api/platform-handle.ts';
import type { PingbackHandle, RDStationHandle, ZenvioHandle } from '../api/platform-handles.ts';
import type { SessionApi } from '../api/session-api.ts';
import type { Snapshot } from '../core/session.ts';
import type { Mock, SessionOptions } from '../mock.ts';
import type { KeysOf, PlayedScenario, ScenarioName, ScenarioOptions } from '../scenarios/index.ts';
import type { ZeroSetupEntry } from '../zero-setup.ts';

/** `T` with every method answering a promise. Properties are as of the last call, and commands renew them. */
export type Remote<T> = T extends (...parameters: infer P) => infer R
  ? [R] extends [Promise<unknown>]
    ? T
    : (...parameters: P) => Promise<Remote<R>>
  : T extends object
    ? { readonly [Name in keyof T]: Remote<T[Name]> }
    : T;

/** `T` whose methods answer at once or by and by: what code written with `await` works with. */
export type Either<T> = T extends (...parameters: infer P) => infer R
  ? [R] extends [Promise<unknown>]
    ? T
    : (...parameters: P) => Either<R> | Promise<Either<R>>
  : T extends object
    ? { readonly [Name in keyof T]: Either<T[Name]> }
    : T;

/** A moment of a session that a running mock keeps. */
export interface RemoteSnapshot {
  readonly id: string;
}

/** What the two do not say in the same words. */
type Reworded = 'pingback' | 'rdstation' | 'zenvio' | 'platform' | 'scenario' | 'snapshot' | 'restore';

type Name = ScenarioName | (string & {});

/** What a scenario leaves behind, with the handles of one way or the other. */
export interface Played<Keys extends string, Account, NewKey> extends Pick<
  PlayedScenario,
  'scenario' | 'platform' | 'users' | 'faults'
> {
  readonly account: Account;
  readonly keys: Readonly<Record<Keys, NewKey>>;
}

export type RemotePlayed<Keys extends string = string> = Played<Keys, Remote<AccountHandle>, Remote<NewKeyHandle>>;
export type AnyPlayed<Keys extends string = string> = Played<Keys, Either<AccountHandle>, Either<NewKeyHandle>>;

/** What depends on the document of the mock has to be asked for. */
export type RemotePlatform<P extends PlatformHandle = PlatformHandle> = Omit<Remote<P>, 'title' | 'server'> & {
  readonly title: Promise<string>;
  readonly server: Promise<string>;
};

export interface RemoteSession extends Omit<Remote<SessionApi>, Reworded> {
  readonly pingback: RemotePlatform<PingbackHandle>;
  readonly rdstation: RemotePlatform<RDStationHandle>;
  readonly zenvio: RemotePlatform<ZenvioHandle>;
  platform(id: string): Promise<RemotePlatform>;
  scenario<N extends Name>(name: N, options?: ScenarioOptions): Promise<RemotePlayed<KeysOf<N>>>;
  snapshot(): Promise<RemoteSnapshot>;
  restore(snapshot: RemoteSnapshot): Promise<void>;
}

/** A running mock, in this process or elsewhere. */
export interface RemoteMock extends RemoteSession {
  /** Another session. `await using` drops it at the end of the block. */
  session(name: string, options?: SessionOptions): Promise<RemoteSession & AsyncDisposable>;
  readonly sessions: {
    list(): Promise<string[]>;
    drop(name: string): Promise<boolean>;
  };
  readonly zeroSetupKeys: Promise<readonly ZeroSetupEntry[]>;
  readonly servers: Promise<Readonly<Record<string, string>>>;
}

export type AnyPlatform<P extends PlatformHandle = PlatformHandle> = Omit<Either<P>, 'title' | 'server'> & {
  readonly title: string | Promise<string>;
  readonly server: string | Promise<string>;
};

export interface AnySession extends Omit<Either<SessionApi>, Reworded> {
  readonly pingback: AnyPlatform<PingbackHandle>;
  readonly rdstation: AnyPlatform<RDStationHandle>;
  readonly zenvio: AnyPlatform<ZenvioHandle>;
  platform(id: string): AnyPlatform | Promise<AnyPlatform>;
  scenario<N extends Name>(name: N, options?: ScenarioOptions): AnyPlayed<KeysOf<N>> | Promise<AnyPlayed<KeysOf<N>>>;
  snapshot(): Snapshot | RemoteSnapshot | Promise<Snapshot | RemoteSnapshot>;
  /** Only what this very mock has answered to `snapshot()`. */
  restore(snapshot: Snapshot | RemoteSnapshot): void | Promise<void>;
}

/** What a suite takes that is to run in process and against a server: both `Mock` and `RemoteMock` fit. */
export interface AnyMock extends AnySession {
  session(
    name: string,
    options?: SessionOptions,
  ): (AnySession & Disposable) | Promise<AnySession & (Disposable | AsyncDisposable)>;
  readonly sessions: {
    list(): string[] | Promise<string[]>;
    drop(name: string): boolean | Promise<boolean>;
  };
  readonly zeroSetupKeys: Mock['zeroSetupKeys'] | Promise<Mock['zeroSetupKeys']>;
  readonly servers: Mock['servers'] | Promise<Mock['servers']>;
}
