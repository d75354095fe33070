import { INSPECT, MASK } from '../auth/index.ts';
import type { Connection } from '../http/index.ts';

/** What the clients of all platforms share: how they show themselves. */
export abstract class PlatformClient {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The settings, each key as `••••`. */
  toJSON(): Record<string, unknown> {
    const { profile, baseUrl, timeout, keys } = this.#connection;
    const shown: Record<string, unknown> = { platform: profile.table.platform, baseUrl, timeout };
    for (const scheme in keys) shown[profile.keys[scheme]?.option ?? scheme] = MASK;
    return shown;
  }

  [INSPECT](): string {
    return `${this.#connection.profile.title} ${JSON.stringify(this)}`;
  }
}
