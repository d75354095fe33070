import { readFile } from 'node:fs/promises';
import { checkTimeToLive, factoryOf, type KeySourceOptions } from '../auth/key-source.ts';
import { functionSource, type KeySourceFactory } from '../auth/source.ts';

/**
 * The key in a file, such as a Docker or Kubernetes secret. One line break at its end is not part of the key. The file is
 * read again when its time to live has passed and when the key was refused, so a secret that is replaced while the process
 * runs is found.
 *
 * ```ts
 * import { keyFile } from '@chaveiro/sdk/node';
 *
 * const zenvio = new Zenvio({ apiKey: keyFile('/run/secrets/zenvio-api-key') });
 * ```
 *
 * Errors name the path and never what the file holds: `MissingKeyError` where it cannot be read, `InvalidKeyError` where it
 * holds no key. A call throws them, not the constructor.
 *
 * @throws TypeError for a time to live that is none
 */
export function keyFile(path: string | URL, options: KeySourceOptions = {}): KeySourceFactory {
  const timeToLive = checkTimeToLive(options);
  const read = async (): Promise<string> => (await readFile(path, 'utf8')).replace(/\r?\n$/, '');
  return factoryOf((context) => functionSource(read, { ...context, from: `${context.from} (${String(path)})` }, timeToLive));
}
