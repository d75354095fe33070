import type { Secret } from './key.ts';
import { factoryOf } from './key-source.ts';
import { sourceOf, type KeyInput, type KeySource, type KeySourceFactory } from './source.ts';

/**
 * Several keys, of which one is in use: when the platform refuses it, the next one takes over, for all calls from then on,
 * and the call that was refused is sent again with it. Rotation without downtime, where an account may have two keys.
 *
 * After the last key comes the first one again, so one that was switched off and on is found. A call tries each key once.
 *
 * ```ts
 * const zenvio = new Zenvio({ apiKey: keyRing([currentKey, nextKey]) });
 * const rd = new RDStation({ apiKey: keyRing([() => vault.read('rd'), fallbackKey]) });
 * ```
 *
 * @param keys strings, functions, key sources and key files; at least one. A function is asked again before the next key
 *   takes over, which it also does where a function fails.
 * @throws TypeError for an empty ring
 */
export function keyRing(keys: readonly KeyInput[]): KeySourceFactory {
  if (!keys.length) throw new TypeError('keyRing needs at least one key.');
  return factoryOf((context) => {
    // A key that is there twice would be refused twice.
    const sources = [...new Set(keys)].map((key, at) => sourceOf(key, { ...context, from: `${context.from}[${at}]` }));
    let position = 0;
    /** The first key, from the one in use on, that can be had and is not `refused`; it is in use from then on. */
    const find = async (refused?: Secret): Promise<Secret | undefined> => {
      let failure: unknown;
      for (let tried = 0; tried < sources.length; tried++) {
        const at = position;
        const source = sources[at] as KeySource;
        try {
          const key = await source.current();
          const usable = key === refused ? await source.refused(key) : key;
          if (usable && usable.reveal() !== refused?.reveal()) return usable;
        } catch (thrown) {
          failure = thrown;
        }
        // Whoever was refused at the same time may have moved on already.
        if (position === at) position = (at + 1) % sources.length;
      }
      if (failure && !refused) throw failure as Error;
      return undefined;
    };
    return { current: () => find() as Promise<Secret>, refused: (key) => find(key) };
  });
}
