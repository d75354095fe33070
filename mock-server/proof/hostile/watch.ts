/** What is asked of a process with mocks under watch, and what it says. */
import type { Trespass } from './witness.ts';

export type Ask = 'reset' | 'report' | 'heap' | 'cpu';

export interface Ports {
  readonly open: number;
  readonly guarded: number;
  /** A mock that nobody watches, so that its times are its own. */
  readonly unwatched: number;
}

export interface Report {
  readonly trespasses: readonly Trespass[];
  /** The longest that anything had to wait for the event loop since the last report, in milliseconds. */
  readonly longestDelay: number;
}

/** Bytes, after a collection of garbage. */
export interface Heap {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
}

export const CONTROL_TOKEN = 'abre-te-sesamo';
