// The key, from the caller's hand to the wire: checked and held (key.ts), fetched and exchanged (source.ts, key-ring.ts),
// placed (inject.ts), kept out of what is shown (redact.ts).
export { placeKey } from './inject.ts';
export { checkKey, environmentKey, Secret } from './key.ts';
export { INSPECT, MASK, scrubber, scrubError, type Scrub } from './redact.ts';
export { sourceOf, type KeyContext, type KeyFunction, type KeyInput, type KeySource, type KeySourceFactory } from './source.ts';
