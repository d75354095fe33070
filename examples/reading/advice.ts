/** What each state of a key means, and what to do about it, for people. */
import type { AuthState } from '@chaveiro/sdk';

export interface Advice {
  readonly means: string;
  readonly fix: string;
}

export const ADVICE: Readonly<Record<AuthState, Advice>> = {
  missing_key: {
    means: 'The request carries no key at all.',
    fix: 'Give the key to the client, or set its environment variable. The SDK refuses such a call before anything is sent.',
  },
  unknown_key: {
    means: 'There is no such key: a typing error, a key of another environment, or one of another platform.',
    fix: 'Copy the key once more from the dashboard, and look for spaces at its ends and for masked characters.',
  },
  deleted_key: {
    means: 'The key was deleted or revoked. That cannot be undone.',
    fix: 'Create a new key and give it to every program that used the old one.',
  },
  disabled_key: {
    means: 'The key was switched off in the dashboard, or by a change of plan.',
    fix: 'Switch it on again (Ativar), after asking who switched it off and why. The same secret works again at once.',
  },
  expired_key: {
    means: 'The credential has a life time, and it is over.',
    fix: 'Refresh it. A function as the key source does that by itself: it is asked again when a key is refused.',
  },
  plan_not_allowed: {
    means: "The account's plan has no API access, or its workspace is blocked.",
    fix: 'Change the plan or settle the account. No other key will help.',
  },
  wrong_product: {
    means: 'A good key of another product of the same provider.',
    fix: 'Use a key of an account of this product.',
  },
  wrong_endpoint: {
    means: 'A good credential of a kind that this operation does not take.',
    fix: 'Use the kind of credential that the operation takes; the SDK picks it when it has both.',
  },
  scope_missing: {
    means: 'The key is good but was not given the right to do this.',
    fix: 'Create a key that has the scope. Scopes of a key cannot be changed afterwards.',
  },
  rate_limited: {
    means: 'Too many requests of this account.',
    fix: 'Wait. The SDK paces its calls and sends a refused one again by itself; look for other programs on the same account.',
  },
  rate_limited_lead: {
    means: 'Too many requests about the same lead.',
    fix: 'Send less about this lead: the limit is for a day, so the SDK does not wait for it.',
  },
  instance_not_allowed: {
    means: 'The key is locked to other instances than the one that the request names.',
    fix: 'Use an instance that the key is for, or a key that is for this instance.',
  },
};
