/** Recipients with a fate, like test card numbers: the last four digits decide. The mock's own convention. */

export interface Fate {
  /** How many attempts to send fail before one succeeds; `Infinity`: all. */
  readonly failures: number;
  readonly delivered: boolean;
  readonly read: boolean;
  readonly responded: boolean;
}

const ORDINARY: Fate = { failures: 0, delivered: true, read: true, responded: false };

/**
 * | ends in | what happens |
 * |---|---|
 * | `0001` | delivered, never read |
 * | `0002` | every attempt fails: `failed` once the retries are used up |
 * | `0003` | sent, never delivered |
 * | `0004` | the first attempt fails, the next one succeeds |
 * | `0005` | read, and answered |
 * | anything else | sent, delivered, read |
 */
export function fateOf(recipient: string): Fate {
  switch (recipient.slice(-4)) {
    case '0001':
      return { ...ORDINARY, read: false };
    case '0002':
      return { ...ORDINARY, failures: Infinity };
    case '0003':
      return { ...ORDINARY, delivered: false };
    case '0004':
      return { ...ORDINARY, failures: 1 };
    case '0005':
      return { ...ORDINARY, responded: true };
    default:
      return ORDINARY;
  }
}
