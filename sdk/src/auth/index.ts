// The key, from the caller's hand to the wire: checked and held (key.ts), placed (inject.ts), kept out of what is shown (redact.ts).
export { placeKey } from './inject.ts';
export { checkKey, environmentKey, Secret } from './key.ts';
export { INSPECT, MASK, scrubber, scrubError, type Scrub } from './redact.ts';
