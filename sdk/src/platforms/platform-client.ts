import { INSPECT, MASK } from '../auth/index.ts';
import { bind, type Connection, type Operation } from '../http/index.ts';
import type { ChaveiroClient } from '../types.ts';

/** What the clients of all platforms share: how they show themselves. */
export abstract class PlatformClient {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The settings, each key as `••••`. */
  toJSON(): Record<string, unknown> {
    const { profile, baseUrl, timeout, keys } = this.#connection;
    const shown: Record<string, unknown> = { platform: profile.placement.platform, baseUrl, timeout };
    for (const scheme in keys) shown[profile.keys[scheme]?.option ?? scheme] = MASK;
    return shown;
  }

  [INSPECT](): string {
    return `${this.#connection.profile.title} ${JSON.stringify(this)}`;
  }
}

/** The calls of one connection; an answer that is no success is thrown. */
export function callsOf(connection: Connection): ChaveiroClient {
  return bind((methodAndPath) => [connection, connection.profile.placement.operations[methodAndPath] as Operation], true);
}
