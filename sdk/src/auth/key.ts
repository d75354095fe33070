import { InvalidKeyError } from '../errors/invalid-key-error.ts';
import { scrubber, type Scrub } from './redact.ts';

/**
 * Holds a secret. A private field is in no print, no JSON and no copy of an object.
 *
 * ```ts
 * console.log(secret); // Secret {}
 * ```
 */
export class Secret {
  readonly #value: string;
  readonly #scrub: Scrub;

  constructor(value: string) {
    this.#value = value;
    this.#scrub = scrubber([value]);
  }

  /**
   * The secret itself. Called where a request is built; nowhere else.
   *
   * ```ts
   * const isSame = (one: Secret, other: Secret) => one.reveal() === other.reveal();
   * ```
   */
  reveal(): string {
    return this.#value;
  }

  /**
   * A text with the secret masked, wherever it stands.
   *
   * ```ts
   * const shown = (secret: Secret, url: string) => secret.scrub(url); // https://…?api_key=••••
   * ```
   */
  scrub(text: string): string {
    return this.#scrub(text);
  }
}

/** Visible ASCII. Spaces and line breaks come from careless copying, other characters from copying a masked key. */
const KEY = /^[\x21-\x7e]+$/;

/**
 * Checks a key that a caller gave, and holds it.
 *
 * @param value the key
 * @param from how the caller gave it, for the message: `apiKey`, `PINGBACK_API_KEY`
 * @throws InvalidKeyError when the key cannot be one. The message never shows it: `Headers` and `URL` would.
 */
export function checkKey(value: unknown, from: string, platform: string): Secret {
  if (typeof value === 'string' && KEY.test(value)) return new Secret(value);
  throw new InvalidKeyError(`${from} is no key: a key is visible ASCII without spaces.`, {
    platform,
    code: 'malformed_key',
  });
}

/**
 * The key in an environment variable, where the runtime has an environment. An empty variable counts as none, because
 * that is how build pipelines spell "not set".
 */
export function environmentKey(variable: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.[variable] || undefined;
  } catch {
    return undefined; // Deno throws where access to the environment is not granted.
  }
}
