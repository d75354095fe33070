/** How each platform's key screen looks. What may be done on it is not said here: that follows from the platform's rules. */
import type { Messages } from '../../i18n/index.ts';

export interface Look {
  /** Names are edited where they stand, a switch turns keys on and off, and a key is made without a dialog. */
  readonly inPlace: boolean;
  /** A hidden secret is dots alone, or shows its beginning and end. */
  readonly hidden: 'dots' | 'ends';
  words(this: void, t: Messages): Messages['keys']['screens']['other'];
}

const LOOKS: Readonly<Record<string, Look>> = {
  pingback: { inPlace: false, hidden: 'dots', words: (t) => t.keys.screens.pingback },
  rdstation: { inPlace: true, hidden: 'ends', words: (t) => t.keys.screens.rdstation },
  zenvio: { inPlace: false, hidden: 'ends', words: (t) => t.keys.screens.zenvio },
};

/** That of a document of somebody's own. */
const OTHER: Look = { inPlace: false, hidden: 'ends', words: (t) => t.keys.screens.other };

export function lookOf(platform: string): Look {
  return LOOKS[platform] ?? OTHER;
}
