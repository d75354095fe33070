/** The fixed accounts and keys that every fresh mock has, like test card numbers; the document lists them. */
import type { Platform, ZeroSetupAccount, ZeroSetupKey } from '@chaveiro/openapi/policy';
import type { Account } from './core/account.ts';
import { signIn } from './core/dashboard.ts';
import { createKey, deleteKey, disableKey } from './core/key-lifecycle.ts';
import { valueOf } from './core/outcome.ts';
import { changePlan } from './core/plan.ts';
import type { Session } from './core/session.ts';
import { defineTable, type Row } from './core/table.ts';
import { schemesOf, type LoadedDocument } from './document/load.ts';

/** What happens to a key of a state after it was created; any other state leaves it active. */
const AFTERMATH: Readonly<Record<string, 'disable' | 'delete' | 'expire'>> = {
  disabled: 'disable',
  deleted: 'delete',
  revoked: 'delete',
  expired: 'expire',
};

/** Fills an empty session and makes it the state that `reset()` comes back to. */
export function plantZeroSetup(session: Session, document: LoadedDocument): void {
  for (const scheme of Object.values(document.source.components.securitySchemes)) {
    for (const { token, role, name } of scheme['x-zero-setup-sessions'] ?? [])
      signIn(session, token, { role, name, accountId: null });
  }
  for (const [id, platform] of document.platforms) {
    for (const account of platform.zeroSetup?.accounts ?? []) plantAccount(session, document, id, account);
  }
  session.markInitial();
}

/** An account lives its whole story: created where its plan allows keys, then moved to the plan it is to show. */
function plantAccount(session: Session, document: LoadedDocument, platform: string, wanted: ZeroSetupAccount): void {
  const schemes = schemesOf(document, platform);
  const policy = schemes[0]?.policy;
  if (!policy) throw new Error(`${platform} has accounts but no key scheme.`);
  const account = session.accounts.insert({
    id: wanted.id,
    platform,
    name: wanted.name,
    plan: policy.plans.withApiAccess.includes(wanted.plan) ? wanted.plan : (policy.plans.withApiAccess[0] ?? wanted.plan),
    product: wanted.product ?? policy.products?.default ?? null,
    rateLimits: wanted.rateLimits ?? null,
    createdAt: session.clock.now(),
  });
  for (const key of wanted.keys) plantKey(session, document, account, key);
  if (account.plan !== wanted.plan) valueOf(changePlan(session, schemes, account, wanted.plan));
  for (const [table, rows] of Object.entries(wanted.resources ?? {})) {
    for (const row of rows) session.table(account.id, defineTable(table)).insert(row as unknown as Row);
  }
}

function plantKey(session: Session, document: LoadedDocument, account: Account, wanted: ZeroSetupKey): void {
  const scheme = document.schemes.get(wanted.scheme);
  if (!scheme) throw new Error(`The zero-setup key ${wanted.id} names no scheme of the document: ${wanted.scheme}.`);
  const { id, name, secret, scopes, instances } = wanted;
  const { key } = valueOf(createKey(session, scheme, account, { id, name, secret, scopes, instances, published: true }));
  const aftermath = AFTERMATH[wanted.state];
  // A fixed credential works on every day that a server is up; only the one that is to show expiry has expired.
  const expiresAt = aftermath === 'expire' ? session.clock.now() - 1 : null;
  if (key.expiresAt !== expiresAt) session.keys.update(key.id, { expiresAt });
  if (aftermath === 'disable') valueOf(disableKey(session, scheme, key.id));
  if (aftermath === 'delete') valueOf(deleteKey(session, scheme, key.id));
}

/** A zero-setup key with the account and the platform that it belongs to. */
export interface ZeroSetupEntry extends ZeroSetupKey {
  readonly platform: string;
  readonly title: string;
  readonly account: Pick<ZeroSetupAccount, 'id' | 'name' | 'plan'>;
}

/** Every zero-setup key, in the order of the document. */
export function zeroSetupKeys(platforms: Iterable<readonly [string, Platform]>): ZeroSetupEntry[] {
  return [...platforms].flatMap(([platform, { title, zeroSetup }]) =>
    (zeroSetup?.accounts ?? []).flatMap(({ id, name, plan, keys }) =>
      keys.map((key) => ({ ...key, platform, title, account: { id, name, plan } })),
    ),
  );
}
