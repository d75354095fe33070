import { DEFAULT_SESSION, session } from './world.ts';

/** Where the mock is for other programs, in the session that is looked at; without a slash at its end. */
export function mockAddress(): string {
  return session.value === DEFAULT_SESSION ? location.origin : `${location.origin}/~${session.value}`;
}
