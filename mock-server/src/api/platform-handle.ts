/** A platform as a test sees it: where its real host is, and its accounts. */
import type { RateLimiting } from '../core/account.ts';
import { broken, valueOf } from '../core/outcome.ts';
import type { Session } from '../core/session.ts';
import { schemesOf, type LoadedDocument, type PlatformInfo } from '../document/load.ts';
import { accountHandle, type AccountHandle } from './account-handle.ts';

export interface NewAccount {
  readonly id?: string;
  readonly name?: string;
  /** Default: the policy's default plan. */
  readonly plan?: string;
  /** For platforms with several products. */
  readonly product?: string;
  readonly rateLimits?: RateLimiting;
}

export interface PlatformHandle {
  readonly id: string;
  readonly title: string;
  /** Real base URL, as the SDK uses it without a `baseUrl` of your own. */
  readonly server: string;
  readonly accounts: {
    create(options?: NewAccount): AccountHandle;
    list(): AccountHandle[];
    /** @throws {Error} when there is no such account. */
    get(id: string): AccountHandle;
  };
}

export function platformHandle(session: Session, document: LoadedDocument, info: PlatformInfo): PlatformHandle {
  const schemes = schemesOf(document, info.id);
  const policy = schemes[0]?.policy;
  return {
    id: info.id,
    title: info.title,
    server: info.server ?? '',
    accounts: {
      create(options = {}) {
        if (!policy) throw new Error(`${info.title} has no accounts.`);
        const plan = options.plan ?? policy.plans.default;
        if (!policy.plans.all.includes(plan)) {
          valueOf(broken('invalid_request', `${info.title} has no plan "${plan}". Choose from: ${policy.plans.all.join(', ')}.`));
        }
        const { id } = session.accounts.insert({
          id: options.id ?? session.ids.id('acc'),
          platform: info.id,
          name: options.name ?? `${info.title} account`,
          plan,
          product: options.product ?? policy.products?.default ?? null,
          rateLimits: options.rateLimits ?? null,
          createdAt: session.clock.now(),
        });
        return accountHandle(session, schemes, id);
      },
      list: () => session.accounts.find('platform', info.id).map(({ id }) => accountHandle(session, schemes, id)),
      get(id) {
        if (session.accounts.get(id)?.platform !== info.id) throw new Error(`${info.title} has no account ${id}.`);
        return accountHandle(session, schemes, id);
      },
    },
  };
}
