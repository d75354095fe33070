import { sourceOf, type KeyContext, type KeyInput, type KeySource, type KeySourceFactory } from './source.ts';

/**
 * Several keys, of which one is in use: when the platform refuses it, the next one takes over, for all calls from then on,
 * and the call that was refused is sent again with it. Rotation without downtime, where an account may have two keys.
 *
 * ```ts
 * const zenvio = new Zenvio({ apiKey: keyRing([currentKey, nextKey]) });
 * ```
 *
 * @param keys strings, functions or rings; at least one. A function is asked again before the next key takes over.
 */
export function keyRing(keys: readonly KeyInput[]): KeySourceFactory {
  if (!keys.length) throw new TypeError('keyRing needs at least one key.');
  const ring = (context: KeyContext): KeySource => {
    const sources = keys.map((key, at) => sourceOf(key, { ...context, from: `${context.from}[${at}]` }));
    let position = 0;
    const inUse = (): KeySource => sources[position] as KeySource;
    return {
      current: () => inUse().current(),
      async refused(key) {
        const source = inUse();
        if ((await source.current()) !== key) return inUse().current();
        const renewed = await source.refused(key);
        if (renewed) return renewed;
        // Whoever was refused at the same time may have moved on already.
        if (source === inUse()) position = (position + 1) % sources.length;
        return inUse().current();
      },
    };
  };
  return Object.assign(ring, { isKeySource: true as const });
}
