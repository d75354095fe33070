/** One account with one key on the platform of the fixtures, and requests that bring it. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import type { Account } from '../account.ts';
import { acmeAccount, acmeOperation, acmeScheme, acmeSession } from '../acme.fixture.ts';
import { createKey, type NewKey } from '../key-lifecycle.ts';
import { valueOf } from '../outcome.ts';
import type { SessionSettings } from '../session.ts';
import { authorize, type Attempt, type Verdict } from './index.ts';

export interface World {
  policy?: Partial<KeyPolicy>;
  account?: Partial<Account>;
  key?: NewKey;
  settings?: Partial<SessionSettings>;
}

/** What differs from a good request: what is sent as the key (`null`: nothing), further headers, and all else. */
export interface Sent extends Partial<Attempt> {
  sent?: string | null;
  headers?: Record<string, string>;
}

export function setUp({ policy, account: accountChanges, key: wanted, settings }: World = {}) {
  const session = acmeSession(settings);
  const scheme = acmeScheme(policy);
  const account = acmeAccount(session, accountChanges);
  const { key, secret } = valueOf(createKey(session, scheme, account, { name: 'k', ...wanted }));
  // One for all attempts, as a document has it: what is remembered of a key is remembered by its way into an operation.
  const operation = acmeOperation(scheme);
  const attempt = ({ sent, headers, ...changes }: Sent = {}): Verdict =>
    authorize({
      session,
      operation,
      credentials: {
        header: (name) => headers?.[name] ?? (name === 'x-acme' && sent !== null ? (sent ?? secret) : null),
        query: () => null,
      },
      checkRequest: () => undefined,
      bodyValue: () => undefined,
      instanceOf: () => undefined,
      ...changes,
    });
  return { session, scheme, account, key, secret, attempt };
}
