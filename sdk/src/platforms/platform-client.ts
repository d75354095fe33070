import { INSPECT, MASK } from '../auth/index.ts';
import type { Connection } from '../http/index.ts';

/**
 * What the clients of all platforms share: how they show themselves.
 *
 * ```ts
 * const shown = (client: PlatformClient) => JSON.stringify(client); // {"platform":"pingback",…,"apiKey":"••••"}
 * ```
 */
export abstract class PlatformClient {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * The settings, each key as `••••`.
   *
   * ```ts
   * console.log(new Pingback().toJSON()); // { platform: 'pingback', baseUrl: …, timeout: 30000, apiKey: '••••' }
   * ```
   */
  toJSON(): Record<string, unknown> {
    const { platform, baseUrl, timeout, keys } = this.#connection;
    const shown: Record<string, unknown> = { platform, baseUrl, timeout };
    for (const { option, source } of Object.values(keys)) if (source) shown[option] = MASK;
    return shown;
  }

  /** What `console.log` shows: the same. */
  [INSPECT](): string {
    return `${this.#connection.title} ${JSON.stringify(this)}`;
  }
}
