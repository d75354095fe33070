import { u as SessionApi, P as PlatformHandle, E as PingbackHandle, G as RDStationHandle, H as ZenvioHandle, q as ScenarioName, r as ScenarioOptions, o as PlayedScenario, A as AccountHandle, l as NewKeyHandle, I as KeysOf, v as SessionOptions, M as Mock, Z as ZeroSetupEntry } from './mock-QHIHpUj3.cjs';
import { h as Snapshot } from './sessions-DgKM0GCW.cjs';

/** The test API as it is over HTTP: the same names, every method awaited. Derived, so that the two cannot drift apart. */

/** `T` with every method answering a promise. Properties are as of the last call, and commands renew them. */
type Remote<T> = T extends (...parameters: infer P) => infer R ? [R] extends [Promise<unknown>] ? T : (...parameters: P) => Promise<Remote<R>> : T extends object ? {
    readonly [Name in keyof T]: Remote<T[Name]>;
} : T;
/** `T` whose methods answer at once or by and by: what code written with `await` works with. */
type Either<T> = T extends (...parameters: infer P) => infer R ? [R] extends [Promise<unknown>] ? T : (...parameters: P) => Either<R> | Promise<Either<R>> : T extends object ? {
    readonly [Name in keyof T]: Either<T[Name]>;
} : T;
/** A moment of a session that a running mock keeps. */
interface RemoteSnapshot {
    readonly id: string;
}
/** What the two do not say in the same words. */
type Reworded = 'pingback' | 'rdstation' | 'zenvio' | 'platform' | 'scenario' | 'snapshot' | 'restore';
type Name = ScenarioName | (string & {});
/** What a scenario leaves behind, with the handles of one way or the other. */
interface Played<Keys extends string, Account, NewKey> extends Pick<PlayedScenario, 'scenario' | 'platform' | 'users' | 'faults'> {
    readonly account: Account;
    readonly keys: Readonly<Record<Keys, NewKey>>;
}
type RemotePlayed<Keys extends string = string> = Played<Keys, Remote<AccountHandle>, Remote<NewKeyHandle>>;
type AnyPlayed<Keys extends string = string> = Played<Keys, Either<AccountHandle>, Either<NewKeyHandle>>;
/** What depends on the document of the mock has to be asked for. */
type RemotePlatform<P extends PlatformHandle = PlatformHandle> = Omit<Remote<P>, 'title' | 'server'> & {
    readonly title: Promise<string>;
    readonly server: Promise<string>;
};
interface RemoteSession extends Omit<Remote<SessionApi>, Reworded> {
    readonly pingback: RemotePlatform<PingbackHandle>;
    readonly rdstation: RemotePlatform<RDStationHandle>;
    readonly zenvio: RemotePlatform<ZenvioHandle>;
    platform(id: string): Promise<RemotePlatform>;
    scenario<N extends Name>(name: N, options?: ScenarioOptions): Promise<RemotePlayed<KeysOf<N>>>;
    snapshot(): Promise<RemoteSnapshot>;
    restore(snapshot: RemoteSnapshot): Promise<void>;
}
/** A running mock, in this process or elsewhere. */
interface RemoteMock extends RemoteSession {
    /** Another session. `await using` drops it at the end of the block. */
    session(name: string, options?: SessionOptions): Promise<RemoteSession & AsyncDisposable>;
    readonly sessions: {
        list(): Promise<string[]>;
        drop(name: string): Promise<boolean>;
    };
    readonly zeroSetupKeys: Promise<readonly ZeroSetupEntry[]>;
    readonly servers: Promise<Readonly<Record<string, string>>>;
}
type AnyPlatform<P extends PlatformHandle = PlatformHandle> = Omit<Either<P>, 'title' | 'server'> & {
    readonly title: string | Promise<string>;
    readonly server: string | Promise<string>;
};
interface AnySession extends Omit<Either<SessionApi>, Reworded> {
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
interface AnyMock extends AnySession {
    session(name: string, options?: SessionOptions): (AnySession & Disposable) | Promise<AnySession & (Disposable | AsyncDisposable)>;
    readonly sessions: {
        list(): string[] | Promise<string[]>;
        drop(name: string): boolean | Promise<boolean>;
    };
    readonly zeroSetupKeys: Mock['zeroSetupKeys'] | Promise<Mock['zeroSetupKeys']>;
    readonly servers: Mock['servers'] | Promise<Mock['servers']>;
}

export type { AnyMock as A, Either as E, RemoteSession as R, RemoteMock as a, AnyPlatform as b, AnyPlayed as c, AnySession as d, Remote as e, RemotePlatform as f, RemotePlayed as g, RemoteSnapshot as h };
