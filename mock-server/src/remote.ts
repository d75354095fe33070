/** The test API against a mock that runs as a server; no Node built-ins, so it runs wherever `fetch` does. */
export { KeyRuleError, type RuleCode } from './core/outcome.ts';
export { connectMock } from './remote/connect.ts';
export type {
  AnyMock,
  AnyPlayed,
  AnyPlatform,
  AnySession,
  Either,
  Remote,
  RemoteMock,
  RemotePlatform,
  RemotePlayed,
  RemoteSession,
  RemoteSnapshot,
} from './remote/shape.ts';
export { MockControlError, type WireOptions as ConnectOptions } from './remote/wire.ts';
